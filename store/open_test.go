package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"talentmap/store"
	"talentmap/store/kv"
	"talentmap/store/storetest"
)

func TestFirstOpenMakesAPrivateDatabase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "talentmap")
	path := filepath.Join(dir, "talent.db")
	st := storetest.OpenAt(t, path)
	awaitNote(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, path + ".holder": 0o600, dir: 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("mode of %s is %o, want %o", name, got, want)
		}
	}
	if rev := must(st.Rev())(t); rev != 0 {
		t.Errorf("a new database is at revision %d", rev)
	}
	want := []string{"talent.db", "talent.db.holder"}
	if got := names(t, dir); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func names(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// A first start that died half-way leaves only its temporary folder; the next
// one starts afresh.
func TestHalfMadeDatabaseIsNeverFound(t *testing.T) {
	path := dbPath(t)
	half := filepath.Join(filepath.Dir(path), ".talentmap-new-1")
	if err := os.MkdirAll(half, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(half, "talent.db"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	add(t, storetest.OpenAt(t, path), "ada", "Björn Ek")
}

func TestTwoFirstStartsMakeOneDatabase(t *testing.T) {
	path := dbPath(t)
	var wg sync.WaitGroup
	opened := make(chan *store.Store, 8)
	for range cap(opened) {
		wg.Go(func() {
			st, err := store.Open(path, store.Options{Clock: storetest.Now})
			var held *store.HeldError
			if err == nil {
				opened <- st
			} else if !errors.As(err, &held) {
				t.Errorf("Open = %v, want the database or HeldError", err)
			}
		})
	}
	wg.Wait()
	if len(opened) != 1 {
		t.Fatalf("%d of 8 starts got the database, want 1", len(opened))
	}
	st := <-opened
	add(t, st, "ada", "Björn Ek")
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if got := len(journal(t, storetest.OpenAt(t, path))); got != 1 {
		t.Errorf("%d changes after reopening, want 1", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, path string)
		words string // what the message must say
	}{
		{"a folder", func(t *testing.T, path string) { try(t, os.Mkdir(path, 0o700)) }, "is a folder: name the database file in it"},
		{"an empty file", func(t *testing.T, path string) { try(t, os.WriteFile(path, nil, 0o600)) }, "is empty and no talentmap database"},
		{"text", func(t *testing.T, path string) {
			try(t, os.WriteFile(path, bytes.Repeat([]byte("First Name,Last Name\n"), 1000), 0o600))
		}, "is damaged or no talentmap database"},
		{"a few bytes", func(t *testing.T, path string) { try(t, os.WriteFile(path, []byte("hello"), 0o600)) }, "is damaged or no talentmap database"},
		{"zeroes", func(t *testing.T, path string) { try(t, os.WriteFile(path, make([]byte, 1<<20), 0o600)) }, "is damaged or no talentmap database"},
		{"one page", cutTo(4096), "is damaged or no talentmap database"},
		{"half a database", cutTo(20_000), "cut short"},
		{"another program's database", foreign, "is a database, but not one of talentmap"},
		{"a newer schema", newer, "was written by a newer talentmap"},
		{"a link into nowhere", func(t *testing.T, path string) { try(t, os.Symlink("/nowhere/talent.db", path)) }, "leads to /nowhere/talent.db, which is not there"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := dbPath(t)
			tt.spoil(t, path)
			before := content(path)
			for _, readOnly := range []bool{false, true} {
				st, err := store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: readOnly})
				if err == nil {
					st.Close()
					t.Fatal("Open took it")
				}
				if !strings.Contains(err.Error(), tt.words) || !strings.Contains(err.Error(), path) {
					t.Errorf("read-only %v: Open = %q, want it to say %q of %s", readOnly, err, tt.words, path)
				}
			}
			if !bytes.Equal(content(path), before) {
				t.Error("the refused file was changed")
			}
		})
	}
}

func try(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func content(path string) []byte {
	b, _ := os.ReadFile(path)
	return b
}

func cutTo(size int64) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		st := mustOpen(t, path)
		storetest.Fill(t, st, 300)
		try(t, st.Close())
		try(t, os.Truncate(path, size))
	}
}

func foreign(t *testing.T, path string) { withEngine(t, path, "bkey", []byte("value")) }

func newer(t *testing.T, path string) {
	withEngine(t, path, "mschema", binary.BigEndian.AppendUint64(nil, store.Schema+1))
}

// withEngine puts one record into a database without the store.
func withEngine(tb testing.TB, path, key string, value []byte) {
	tb.Helper()
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1}))(tb)
	err := eng.Update(func(w kv.Writer) error {
		if value == nil {
			return w.Delete([]byte(key))
		}
		return w.Put([]byte(key), value)
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		tb.Fatal(err)
	}
}

func TestReadOnlyStoreTakesNoEdit(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	p := add(t, st, "ada", "Björn Ek")
	try(t, st.Close())
	st = must(store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: true}))(t)
	defer st.Close()
	if got := person(t, st, p.ID); got.Name != "Björn Ek" {
		t.Errorf("read %q", got.Name)
	}
	if _, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Edit = %v, want ErrReadOnly", err)
	}
	if _, err := os.Stat(path + ".holder"); err == nil {
		t.Error("a reader left a holder's note")
	}
}

func TestReadOnlyOpenMakesNothing(t *testing.T) {
	path := dbPath(t)
	if _, err := store.Open(path, store.Options{ReadOnly: true}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Open = %v, want ErrNotExist", err)
	}
	if got := names(t, filepath.Dir(path)); len(got) != 0 {
		t.Errorf("the folder holds %q", got)
	}
}
