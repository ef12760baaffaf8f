package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func TestCompare(t *testing.T) {
	path, backup := dbPath(t), filepath.Join(t.TempDir(), "backup.db")
	st := mustOpen(t, path)
	add(t, st, "ada", "Björn Ek")
	edit(t, st, "ada", "started a map", func(tx *store.Tx) error { return tx.PutMap(&model.Map{Name: "Berlin"}) })
	must(st.Backup(backup))(t)
	if _, err := store.Compare(path, backup); !errors.As(err, new(*store.HeldError)) {
		t.Errorf("Compare with an open one = %v, want HeldError", err)
	}
	add(t, st, "ada", "Ana Reyes")
	add(t, st, "ben", "Chen Li")
	add(t, st, "ben", "Dina Ok")
	edit(t, st, "ada", "touched", func(tx *store.Tx) error { return tx.PutTouch(&model.Touch{Person: 1, By: "ada"}) })
	must(st.SaveDraft("ada", &model.Draft{Person: 1, Body: "Hello"}))(t)
	edit(t, st, "ada", "threw the map away", func(tx *store.Tx) error { return tx.RemoveMap(1) })
	try(t, st.Close())

	c := must(store.Compare(path, backup))(t)
	if b, p := c.Backup, c.Present; b.People != 1 || b.Maps != 1 || b.Touches != 0 || b.Changes != 2 || b.Last.What != "started a map" ||
		p.People != 4 || p.Maps != 0 || p.Touches != 1 || p.Changes != 8 || p.Last.What != "threw the map away" {
		t.Errorf("backup %+v\npresent %+v", b, p)
	}
	if got := fmt.Sprint(c.Lost); got != "[{ada 3 1} {ben 2 0}]" || c.Gained != 0 || c.Unread != nil {
		t.Errorf("lost %s, gained %d, unread %v", got, c.Gained, c.Unread)
	}
	// The other way round.
	c = must(store.Compare(backup, path))(t)
	if len(c.Lost) != 0 || c.Gained != 6 {
		t.Errorf("lost %v, gained %d; want 6 gained", c.Lost, c.Gained)
	}
	// A history that has gone another way since the second change.
	st = mustOpen(t, backup)
	add(t, st, "cleo", "Eli Roe")
	try(t, st.Close())
	c = must(store.Compare(path, backup))(t)
	if got := fmt.Sprint(c.Lost); got != "[{ada 3 1} {ben 2 0}]" || c.Gained != 1 {
		t.Errorf("lost %s, gained %d", got, c.Gained)
	}
}

// A present database that is not there, or can't be read, is what a restore is
// for.
func TestCompareWithWhatCannotBeRead(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, "ada", "Björn Ek")
	backup, path := filepath.Join(t.TempDir(), "backup.db"), dbPath(t)
	must(st.Backup(backup))(t)
	c := must(store.Compare(path, backup))(t)
	if !c.Missing() || c.Backup.People != 1 {
		t.Errorf("%+v, want that there is none", c)
	}
	try(t, os.WriteFile(path, []byte("text"), 0o600))
	c = must(store.Compare(path, backup))(t)
	if c.Missing() || c.Unread == nil {
		t.Errorf("%+v, want that it can't be read", c)
	}
	if _, err := store.Compare(path, filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Compare with no backup = %v", err)
	}
}
