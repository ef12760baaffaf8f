package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/storetest"
)

// oldDatabase is one as schema 1 had it: without the version of the key
// functions, and with companies in the index by keys of then. It returns its path
// and the records in it.
func oldDatabase(t *testing.T) (path string, records map[string]string) {
	t.Helper()
	path = dbPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 30)
	try(t, st.Close())
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1}))(t)
	err := eng.Update(func(w kv.Writer) error {
		for id := uint64(1); id <= 5; id++ {
			name := map[uint64]string{1: "company 0", 2: "company 7", 3: "company 1", 4: "company 8", 5: "company 2"}[id]
			if err := errors.Join(w.Delete([]byte(key("w"+name+"\x00", id))), w.Put([]byte(key("wold "+name+"\x00", id)), nil)); err != nil {
				return err
			}
		}
		return errors.Join(w.Put([]byte("mschema"), binary.BigEndian.AppendUint64(nil, 1)), w.Delete([]byte("mkeys")))
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		t.Fatal(err)
	}
	return path, raw(t, path)
}

// told opens a database and returns what it is told to people meanwhile.
func told(t *testing.T, path string) (lines []string) {
	t.Helper()
	st := must(store.Open(path, store.Options{Clock: storetest.Now, Tell: func(text string) { lines = append(lines, text) }}))(t)
	try(t, st.Close())
	return lines
}

// An older database is backed up and its indexes are built anew when it is
// opened; the records stay what they are.
func TestMigration(t *testing.T) {
	path, before := oldDatabase(t)
	kept := filepath.Join(store.BackupFolder(path), "before-schema-3-2026-03-02T09-00.db")
	want := []string{
		path + " was written by an older talentmap and is brought up to date",
		"it is kept as it was as " + kept,
		path + " is up to date: 10 index entries changed",
	}
	if got := told(t, path); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("told:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := told(t, path); len(got) > 0 {
		t.Errorf("the second time it tells %q", got)
	}
	st := storetest.OpenAt(t, path) // checked at the end
	_ = st.View(func(tx *store.Tx) error {
		if id, ok := tx.CompanyByName("Company 7"); !ok || id != 2 {
			t.Errorf("Company 7 is %s, %v", id, ok)
		}
		return nil
	})
	if after := raw(t, kept); after["mschema"] != before["mschema"] || len(after) != len(before) {
		t.Error("the backup is not of what was before")
	}
	try(t, st.Close())
	for k, v := range raw(t, path) {
		if k[0] != 'm' && k[0] != 'w' && before[k] != v {
			t.Errorf("%q was changed", k)
		}
	}
}

// Whoever is erased is told of the backup in which she still is.
func TestErasureNamesTheBackupBeforeAMigration(t *testing.T) {
	path, _ := oldDatabase(t)
	told(t, path)
	st := must(store.Open(path, store.Options{Clock: storetest.Now, EraseKey: filepath.Join(t.TempDir(), "erase.key")}))(t)
	defer st.Close()
	kept := filepath.Join(store.BackupFolder(path), "before-schema-3-2026-03-02T09-00.db")
	if out := must(st.Erase("ada", 5))(t); !slices.Contains(out.Older, kept) {
		t.Errorf("older copies are %q", out.Older)
	}
}

// A rotation of the automatic backups leaves the one from before.
func TestMigrationBackupStays(t *testing.T) {
	path, _ := oldDatabase(t)
	told(t, path)
	c := start(t, path)
	for range 30 {
		add(t, c.store, "ada", "Björn Ek")
		c.pass(time.Hour)
	}
	if got := names(t, store.BackupFolder(path)); !slices.Contains(got, "before-schema-3-2026-03-02T09-00.db") {
		t.Errorf("the backups are %q", got)
	}
}

// A death in the middle leaves an index half old and half new, and the old
// version: the next start goes on, and the backup of the first try stays.
func TestMigrationGoesOnAfterADeath(t *testing.T) {
	path, _ := oldDatabase(t)
	withEngine(t, path, key("wcompany 0\x00", 1), []byte{})
	withEngine(t, path, key("wold company 7\x00", 2), nil)
	kept := filepath.Join(store.BackupFolder(path), "before-schema-3-2026-03-02T09-00.db")
	try(t, os.Mkdir(store.BackupFolder(path), 0o700))
	try(t, os.WriteFile(kept, []byte("of the first try"), 0o600))
	if got := strings.Join(told(t, path), "\n"); !strings.HasSuffix(got, "8 index entries changed") {
		t.Errorf("told: %s", got)
	}
	if string(content(kept)) != "of the first try" {
		t.Error("the backup of the first try is gone")
	}
	sound(t, storetest.OpenAt(t, path))
}

// Where no backup can be made nothing is changed.
func TestMigrationWithoutABackup(t *testing.T) {
	for name, spoil := range map[string]func(string){
		"no folder": func(path string) { try(t, os.WriteFile(store.BackupFolder(path), nil, 0o600)) },
		"damaged":   func(path string) { flipValue(key("p", 5), 30)(t, path) },
	} {
		path, _ := oldDatabase(t)
		spoil(path)
		before := content(path)
		_, err := store.Open(path, store.Options{Clock: storetest.Now})
		if err == nil || !strings.Contains(err.Error(), "no backup could be made") || !strings.Contains(err.Error(), "check --repair") {
			t.Errorf("%s: Open = %v", name, err)
		}
		if !bytes.Equal(content(path), before) {
			t.Errorf("%s: the database was changed", name)
		}
	}
}

// A damaged old database is repaired first and brought up to date afterwards.
func TestMigrationAfterARepair(t *testing.T) {
	path, _ := oldDatabase(t)
	flipValue(key("p", 5), 30)(t, path)
	if done := must(store.Repair(path, "ada", storetest.Now()))(t); len(done.After.Faults) > 0 || len(done.Held) != 1 {
		t.Errorf("after the repair: %v, held %v", done.After.Faults, done.Held)
	}
	told(t, path)
	sound(t, storetest.OpenAt(t, path))
}

// Looked at only, an old database stays as it is, and the check says so; it can
// be restored.
func TestOldDatabaseIsLookedAt(t *testing.T) {
	path, before := oldDatabase(t)
	done := must(store.Verify(path))(t)
	if done.Older != 1 || done.IndexEntries != 0 || done.Records != 68 {
		t.Errorf("checked as %+v", done)
	}
	if after := raw(t, path); len(after) != len(before) {
		t.Error("it was changed")
	}
	to := dbPath(t)
	if _, _, err := store.Restore(to, path, storetest.Now()); err != nil {
		t.Fatal(err)
	}
	told(t, to)
	sound(t, storetest.OpenAt(t, to))
}

// A database of a program with newer key functions is refused.
func TestNewerKeysAreRefused(t *testing.T) {
	path := dbPath(t)
	try(t, mustOpen(t, path).Close())
	withEngine(t, path, "mkeys", binary.BigEndian.AppendUint64(nil, model.KeysVersion+1))
	if _, err := store.Open(path, store.Options{}); err == nil || !strings.Contains(err.Error(), "newer talentmap (keys") {
		t.Errorf("Open = %v", err)
	}
}
