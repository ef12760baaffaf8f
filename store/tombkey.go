package store

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// eraseKeyBytes is the length of the key by which erased people are recognized.
const eraseKeyBytes = 32

// readEraseKey reads the key: 64 hexadecimal digits in a file of mode 0600.
func readEraseKey(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s can be read by others: `chmod 600` it", path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the erase key: %w", err)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) != eraseKeyBytes {
		return nil, fmt.Errorf("%s is no erase key: it must be %d hexadecimal digits", path, 2*eraseKeyBytes)
	}
	return key, nil
}

// makeEraseKey makes the key and its file, durable when it returns.
func makeEraseKey(path string) ([]byte, error) {
	if path == "" {
		return nil, errors.New("erase: no place is set for the key by which erased people are recognized")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make the erase key's folder: %w", err)
	}
	key := make([]byte, eraseKeyBytes)
	if _, err := rand.Read(key); err != nil {
		return nil, err
	}
	if err := writeEraseKey(path, hex.EncodeToString(key)+"\n"); err != nil {
		return nil, fmt.Errorf("make the erase key: %w", err)
	}
	return key, nil
}

// writeEraseKey puts the key in its place whole or not at all; one that is there
// stays.
func writeEraseKey(path, text string) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".erase-key-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}
