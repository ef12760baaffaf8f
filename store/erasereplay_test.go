package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talentmap/store"
	"talentmap/store/storetest"
)

// olderCopy puts a copy from before her erasure in the place of the database at
// path, closed, and returns it.
func olderCopy(t *testing.T) (path string) {
	t.Helper()
	path = dbPath(t)
	st := eraseStore(t, path)
	her, _, _ := live(t, st)
	backup := filepath.Join(t.TempDir(), "old.db")
	must(st.Backup(backup))(t)
	must(st.Erase("cleo", her))(t)
	try(t, st.Close())
	_, _, err := store.Restore(path, backup, storetest.Now())
	try(t, err)
	return path
}

// Without the key nobody can tell who is to be erased again: the database stays
// closed and says which file is missed.
func TestOpenWithAReplayDueAndNoKey(t *testing.T) {
	path := olderCopy(t)
	key := content(eraseKeyOf(path))
	try(t, os.Remove(eraseKeyOf(path)))
	_, err := store.Open(path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(path)})
	if !errors.Is(err, store.ErrEraseKey) {
		t.Fatalf("Open = %v, want ErrEraseKey", err)
	}
	for _, want := range []string{"this is an older copy that still holds people who were erased", "put it back as " + eraseKeyOf(path)} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("Open = %q, want it to say %q", err, want)
		}
	}
	try(t, os.WriteFile(eraseKeyOf(path), key, 0o600))
	st := eraseStore(t, path)
	defer st.Close()
	sound(t, st)
}

// What is too damaged to be read does not keep an erasure from being carried out:
// who is erased is not seen, and the damaged record is named.
func TestEraseBesideDamage(t *testing.T) {
	t.Run("replayed", func(t *testing.T) {
		path := olderCopy(t)
		damage(t, path, "Wilma Quillfeather", len("Wilma Q"))
		st := eraseStore(t, path)
		defer st.Close()
		err := st.View(func(tx *store.Tx) error { _, err := tx.Person(1); return err })
		if !isNotFound(err) {
			t.Errorf("she is to be seen: %v", err)
		}
	})
	t.Run("asked for", func(t *testing.T) {
		path := dbPath(t)
		st := eraseStore(t, path)
		her, _, _ := live(t, st)
		try(t, st.Close())
		damage(t, path, "Wilma Quillfeather", len("Wilma Q"))
		st = eraseStore(t, path)
		defer st.Close()
		done := must(st.Erase("cleo", her))(t)
		if len(done.Mentions) != 1 || done.Mentions[0] != "u2 (damaged: `talentmap check --repair` sets it aside)" {
			t.Errorf("Erase = %+v, want the damaged images of revision 2 named", done)
		}
		for _, s := range found(t, path) { // only in the damaged record
			if slices.Contains([]string{"talent.db: DRAFT-text", "talent.db: TOUCH-body", "talent.db: PLACE-note", "talent.db: TIE-how"}, s) {
				t.Errorf("left: %s", s)
			}
		}
	})
}

// A damaged record of hers goes with the others.
func TestEraseOfADamagedTouch(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	her, _, _ := live(t, st)
	try(t, st.Close())
	damage(t, path, "TOUCH-body", len("TOUCH-bod"))
	st = eraseStore(t, path)
	defer st.Close()
	if done := must(st.Erase("cleo", her))(t); done.Records != 4 || bytes.Contains(content(path), []byte("TOUCH-bod")) {
		t.Errorf("Erase = %+v, and her damaged touch may be left", done)
	}
	sound(t, st)
}

// damage flips a bit in every occurrence of a text in a file.
func damage(t *testing.T, path, text string, at int) {
	t.Helper()
	b := content(path)
	n := 0
	for i := bytes.Index(b, []byte(text)); i >= 0; i = bytes.Index(b, []byte(text)) {
		b[i+at] ^= 4
		n++
	}
	if n == 0 {
		t.Fatalf("%q is not in %s: this test looks in the wrong place", text, path)
	}
	try(t, os.WriteFile(path, b, 0o600))
}

// Whatever lies beside the database from before is named, also halves of it.
func TestEraseNamesEveryOlderCopy(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	defer st.Close()
	her, _, _ := live(t, st)
	dir := filepath.Dir(path)
	try(t, os.MkdirAll(store.BackupFolder(path), 0o700))
	want := []string{
		path + ".before-restore-20260101-090000", path + ".before-repair-20260101-090000-2", path + ".damaged-20260101-090000.jsonl",
		filepath.Join(dir, ".talentmap-backup-17"), filepath.Join(dir, ".talentmap-restore-4"),
		filepath.Join(store.BackupFolder(path), "2026-03-02T09-00.db"), filepath.Join(store.BackupFolder(path), ".talentmap-backup-3"),
		filepath.Join(store.BackupFolder(path), "before-schema-3-2026-03-02T09-00.db"),
	}
	for _, f := range append(want, filepath.Join(dir, "other.db"), filepath.Join(dir, "people.csv")) {
		try(t, os.WriteFile(f, []byte("copy"), 0o600))
	}
	got := must(st.Erase("cleo", her))(t).Older
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("named are\n %q, want\n %q", got, want)
	}
}
