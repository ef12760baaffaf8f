package main

import (
	"errors"
	"fmt"
	"os"

	"talentmap/model"
	"talentmap/store"
)

// spared are damaged records that were left out, so that the others could be
// shown.
type spared []error

// spare reports whether an error is only a damaged record, and keeps it.
func (s *spared) spare(err error) bool {
	if !errors.Is(err, store.ErrDamaged) {
		return false
	}
	*s = append(*s, err)
	return true
}

// tell says beside the output what was left out of it; then the exit status is 1.
func (s *spared) tell(a *app) error {
	if len(*s) == 0 {
		return nil
	}
	for _, err := range *s {
		a.tell("left out: " + err.Error())
	}
	a.tell(count(len(*s), "damaged record") + " left out: `talentmap check --repair` mends the database")
	return errSaid
}

// thereIs refuses a path at which there is nothing.
func thereIs(path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("there is no database at %s", model.CleanLine(path))
	}
	return nil
}
