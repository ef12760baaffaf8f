package store_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func TestBackupRestoresToEqualContent(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	storetest.Fill(t, st, 200)
	must(st.SaveDraft("ada", &model.Draft{Person: 7, Body: "Hello"}))(t)
	want := must(everything(st))(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	done := must(st.Backup(backup))(t)
	if done.Records < 200 || done.Changes != 3 || len(done.Faults) != 0 {
		t.Errorf("the backup was checked as %+v", done)
	}
	if info := must(os.Stat(backup))(t); info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %o", info.Mode().Perm())
	}
	add(t, st, "ada", "After the backup")
	present := must(everything(st))(t)
	try(t, st.Close())

	kept, _, err := store.Restore(path, backup, storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	if kept != path+".before-restore-20260302-090000" {
		t.Errorf("the present was kept as %q", kept)
	}
	st = storetest.OpenAt(t, path)
	if got := must(everything(st))(t); got != want {
		t.Error("the restored content differs from the backed-up one")
	}
	if info := must(os.Stat(path))(t); info.Mode().Perm() != 0o600 {
		t.Errorf("mode of the restored database is %o", info.Mode().Perm())
	}
	if got := must(everything(storetest.OpenAt(t, kept)))(t); got != present {
		t.Error("the kept content differs from what was there")
	}
	add(t, st, "ada", "After the restore")
}

var backupRounds = flag.Int("backup.rounds", 5, "how often TestBackupWhileOthersWrite backs up and restores")

// A backup made while somebody writes is one moment of the database: what was
// acknowledged before it began is in it, and its content is what a database has
// in which the same was done up to that revision and no further.
func TestBackupWhileOthersWrite(t *testing.T) {
	path := ramPath(t)
	st := mustOpen(t, path)
	twin := mustOpen(t, ramPath(t)) // nobody else is at work in it
	defer twin.Close()
	for _, s := range []*store.Store{st, twin} {
		storetest.Fill(t, s, 100)
	}
	const first = 2 // the revisions of Fill
	const each = 50 // changes a round: the file must not grow faster than rounds pass
	var wrote atomic.Int64
	backup, restored := filepath.Join(filepath.Dir(path), "backup.db"), filepath.Join(t.TempDir(), "talent.db")
	for range *backupRounds { // over the one before
		before := int(wrote.Load())
		var wg sync.WaitGroup
		wg.Go(func() {
			for range each {
				add(t, st, "ben", fmt.Sprint("Person ", wrote.Load()+1))
				wrote.Add(1)
			}
		})
		_, err := st.Backup(backup)
		after := int(wrote.Load()) + 1 // one may be written and not yet counted
		wg.Wait()
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := store.Restore(restored, backup, storetest.Now()); err != nil {
			t.Fatal(err)
		}
		got := storetest.OpenAt(t, restored)
		n := int(must(got.Rev())(t)) - first
		if n < before || n > after {
			t.Errorf("%d changes are in it, want %d to %d", n, before, after)
		}
		for i := int(must(twin.Rev())(t)) - first; i < n; i++ {
			add(t, twin, "ben", fmt.Sprint("Person ", i+1))
		}
		if must(everything(got))(t) != must(everything(twin))(t) {
			t.Errorf("the backup of revision %d holds another content than was written up to it", first+n)
		}
		sound(t, got)
		try(t, got.Close())
	}
	sound(t, st)
	want := must(everything(st))(t)
	must(st.Backup(backup))(t)
	try(t, st.Close())
	if got := names(t, filepath.Dir(path)); len(got) != 2 {
		t.Errorf("the backup's folder holds %q", got)
	}
	if got := must(everything(storetest.OpenAt(t, backup)))(t); got != want {
		t.Error("the last backup holds another content")
	}
}

func TestBackupRefusesItsOwnDatabase(t *testing.T) {
	st := storetest.Open(t)
	link := filepath.Join(t.TempDir(), "link.db")
	try(t, os.Link(st.Path(), link))
	for _, path := range []string{st.Path(), link} {
		if _, err := st.Backup(path); err == nil || !strings.Contains(err.Error(), "the database itself") {
			t.Errorf("Backup = %v, want that it is the database itself", err)
		}
	}
	add(t, st, "ada", "x")
}

// A backup of a damaged database is told and does not replace a good one.
func TestBackupOfADamagedDatabase(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	add(t, st, "ada", "Björn Ek")
	backup := filepath.Join(t.TempDir(), "backup.db")
	must(st.Backup(backup))(t)
	good := content(backup)
	try(t, st.Close())
	withEngine(t, path, "p\x00\x00\x00\x00\x00\x00\x00\x01", []byte("rubbish"))
	st = mustOpen(t, path)
	defer st.Close()
	if _, err := st.Backup(backup); err == nil || !strings.Contains(err.Error(), "the copy is not sound") {
		t.Errorf("Backup = %v, want that the copy is not sound", err)
	}
	if !bytes.Equal(content(backup), good) {
		t.Error("the good backup was replaced")
	}
	if got := names(t, filepath.Dir(backup)); len(got) != 1 {
		t.Errorf("the backup's folder holds %q", got)
	}
}

func TestRestoreRefusesWhileOpen(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, "ada", "Björn Ek")
	backup := filepath.Join(t.TempDir(), "backup.db")
	must(st.Backup(backup))(t)
	_, _, err := store.Restore(st.Path(), backup, storetest.Now())
	var held *store.HeldError
	if !errors.As(err, &held) {
		t.Errorf("Restore = %v, want HeldError", err)
	}
	if got := names(t, filepath.Dir(st.Path())); len(got) != 2 {
		t.Errorf("the refused restore left %q", got)
	}
}

func TestRestoreOfABadBackupChangesNothing(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	add(t, st, "ada", "Björn Ek")
	try(t, st.Close())
	before := content(path)
	bad := filepath.Join(t.TempDir(), "bad.db")
	for name, spoil := range map[string]func(){
		"missing": func() {},
		"text":    func() { try(t, os.WriteFile(bad, []byte(strings.Repeat("text", 10_000)), 0o600)) },
		"damaged": func() {
			try(t, os.WriteFile(bad, before, 0o600))
			withEngine(t, bad, "p\x00\x00\x00\x00\x00\x00\x00\x01", []byte("rubbish"))
		},
	} {
		spoil()
		if _, _, err := store.Restore(path, bad, storetest.Now()); err == nil || !strings.Contains(err.Error(), bad) {
			t.Errorf("%s: Restore = %v, want an error that names the backup", name, err)
		}
		if !bytes.Equal(content(path), before) || len(names(t, filepath.Dir(path))) != 1 {
			t.Errorf("%s: the refused restore changed the folder: %q", name, names(t, filepath.Dir(path)))
		}
	}
}

// A restore is the way out of a database that can't be opened, or is not there.
func TestRestoreOverWhatCannotBeOpened(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, "ada", "Björn Ek")
	backup := filepath.Join(t.TempDir(), "backup.db")
	must(st.Backup(backup))(t)
	for name, bad := range map[string]string{"text": strings.Repeat("text", 10_000), "empty": "", "missing": "-"} {
		path := filepath.Join(t.TempDir(), "new", "talent.db")
		if bad != "-" {
			try(t, os.MkdirAll(filepath.Dir(path), 0o700))
			try(t, os.WriteFile(path, []byte(bad), 0o600))
		}
		kept, _, err := store.Restore(path, backup, storetest.Now())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if bad == "-" && kept != "" || bad != "-" && string(content(kept)) != bad {
			t.Errorf("%s: kept as %q with %d bytes", name, kept, len(content(kept)))
		}
		if got := person(t, storetest.OpenAt(t, path), 1); got.Name != "Björn Ek" {
			t.Errorf("%s: restored %+v", name, got)
		}
	}
}
