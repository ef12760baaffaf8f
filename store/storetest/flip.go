package storetest

import (
	"bytes"
	"errors"
	"os"
)

// Flip flips a bit of a file wherever a text stands, as a failing disk does. It is an
// error where the text is nowhere.
func Flip(path, text string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	found := false
	for at := 0; ; found = true {
		i := bytes.Index(b[at:], []byte(text))
		if i < 0 {
			break
		}
		at += i
		b[at] ^= 1
	}
	if !found {
		return errors.New("the text is not in the file")
	}
	return os.WriteFile(path, b, 0o600)
}
