package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// tourFile is where it stands that a person has had the tour: an empty file among the
// state of her programs, for it is about her and not about a database.
type tourFile struct{ path string }

func newTourFile() tourFile {
	return tourFile{filepath.Join(xdg.StateHome, "talentmap", "tour-seen")}
}

// Due reports whether she has not had it; where that can't be seen she has.
func (f tourFile) Due() bool {
	_, err := os.Stat(f.path)
	return os.IsNotExist(err)
}

// Seen notes that it has begun.
func (f tourFile) Seen() error {
	err := os.MkdirAll(filepath.Dir(f.path), 0o700)
	if err == nil {
		err = os.WriteFile(f.path, nil, 0o600)
	}
	if err != nil {
		return fmt.Errorf("the tour will be shown again: %w", err)
	}
	return nil
}
