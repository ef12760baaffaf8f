package kv_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/store/kv"
	"talentmap/store/kv/kvtest"
)

func TestBolt(t *testing.T) {
	kvtest.Run(t, func(tb testing.TB) kvtest.Place {
		dir, err := os.MkdirTemp(tb.TempDir(), "")
		if err != nil {
			tb.Fatal(err)
		}
		path := filepath.Join(dir, "kv.db")
		return func() (kv.Engine, error) { return kv.OpenBolt(path, kv.BoltOptions{}) }
	})
}

// small writes a database of some pages and returns its path.
func small(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kv.db")
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	err = eng.Update(func(w kv.Writer) error {
		for i := range 2000 {
			if err := w.Put([]byte{'k', byte(i >> 8), byte(i)}, []byte("some value")); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBoltSecondOpenIsHeld(t *testing.T) {
	path := small(t)
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	for _, readOnly := range []bool{false, true} {
		if _, err := kv.OpenBolt(path, kv.BoltOptions{Wait: 1, ReadOnly: readOnly}); !errors.Is(err, kv.ErrHeld) {
			t.Errorf("read-only %v: %v, want ErrHeld", readOnly, err)
		}
	}
}

func TestBoltRefusesWhatIsCutShort(t *testing.T) {
	path := small(t)
	for _, size := range []int64{1, 100, 4096, 5000, 8192, 12288, 40_000} {
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		for _, readOnly := range []bool{false, true} {
			if _, err := kv.OpenBolt(path, kv.BoltOptions{ReadOnly: readOnly}); !errors.Is(err, kv.ErrDamaged) {
				t.Errorf("%d bytes, read-only %v: %v, want ErrDamaged", size, readOnly, err)
			}
		}
		path = small(t)
	}
}

// A damaged newer header makes bbolt fall back to the state before the last
// change; that must not go unnoticed.
func TestBoltRefusesToWriteWithOneHeader(t *testing.T) {
	for _, page := range []int64{0, 1} {
		path := small(t)
		flip(t, path, page*int64(os.Getpagesize())+16+40) // in the high-water mark
		if _, err := kv.OpenBolt(path, kv.BoltOptions{}); !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("header %d: %v, want ErrDamaged", page, err)
		}
		eng, err := kv.OpenBolt(path, kv.BoltOptions{ReadOnly: true})
		if err != nil {
			t.Fatalf("header %d: it can't even be looked at: %v", page, err)
		}
		var faults []string
		if err := eng.Check(func(err error) { faults = append(faults, err.Error()) }); err != nil {
			t.Fatal(err)
		}
		if len(faults) == 0 || !strings.Contains(faults[0], "header") {
			t.Errorf("header %d: Check says %q", page, faults)
		}
		eng.Close()
	}
}

// A page that goes while the database is open is an error and no crash.
func TestBoltSurvivesALostPage(t *testing.T) {
	path := small(t)
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	n := 0
	err = eng.View(func(r kv.Reader) error {
		for range r.Ascend([]byte("k"), []byte("l")) {
			n++
		}
		return nil
	})
	if !errors.Is(err, kv.ErrDamaged) {
		t.Errorf("View read %d and returned %v, want ErrDamaged", n, err)
	}
}

func flip(t *testing.T, path string, at int64) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[at] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Nothing of a deleted value is left in the folder after Compact, and before it
// is: the control.
func TestBoltCompactLeavesNoByte(t *testing.T) {
	path := small(t)
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	err = errors.Join(
		eng.Update(func(w kv.Writer) error { return w.Put([]byte("kkey-of-hers"), []byte("value-of-hers")) }),
		eng.Update(func(w kv.Writer) error { return w.Delete([]byte("kkey-of-hers")) }))
	if err != nil {
		t.Fatal(err)
	}
	if !inFolder(t, path, "value-of-hers") {
		t.Fatal("the deleted value is not in the file: this test looks in the wrong place")
	}
	// What an earlier compaction left when it was killed.
	if err := os.WriteFile(path+".compacting", []byte("value-of-hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := eng.Compact(); err != nil {
		t.Fatal(err)
	}
	for _, bytes := range []string{"value-of-hers", "key-of-hers"} {
		if inFolder(t, path, bytes) {
			t.Errorf("%q is still in the folder", bytes)
		}
	}
	if _, err := kv.OpenBolt(path, kv.BoltOptions{Wait: 1}); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("the compacted file is no longer held: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the compacted file's mode is %v, %v", info.Mode(), err)
	}
}

func TestBoltOpenDropsABrokenOffCompaction(t *testing.T) {
	path := small(t)
	if err := os.WriteFile(path+".compacting", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	if inFolder(t, path, "old") {
		t.Error("what a killed compaction left is still there")
	}
}

// A Compact that can't be done changes nothing.
func TestBoltCompactThatFails(t *testing.T) {
	path := small(t)
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	if err := os.MkdirAll(filepath.Join(path+".compacting", "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := eng.Compact(); err == nil {
		t.Error("Compact said nothing of a place it can't write to")
	}
	if err := eng.Update(func(w kv.Writer) error { return w.Put([]byte("kx"), []byte("after")) }); err != nil {
		t.Error(err)
	}
	if err := eng.Check(func(err error) { t.Errorf("fault: %v", err) }); err != nil {
		t.Error(err)
	}
}

// inFolder looks for bytes in all files beside the database.
func inFolder(t *testing.T, path, want string) bool {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), want) {
			return true
		}
	}
	return false
}

// After a large commit the pages of the file are handed back to the system: whoever is
// reading sees what she saw, and what was written is there.
func TestBoltReadsOverALargeCommit(t *testing.T) {
	eng, err := kv.OpenBolt(small(t), kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	value := bytes.Repeat([]byte("large"), 2000)
	err = eng.View(func(r kv.Reader) error {
		before := r.Get([]byte{'k', 1, 1})
		err := eng.Update(func(w kv.Writer) error {
			for i := range 1000 {
				if err := w.Put([]byte{'k', byte(i >> 8), byte(i)}, value); err != nil {
					return err
				}
			}
			return nil
		})
		if string(before) != "some value" || string(r.Get([]byte{'k', 2, 2})) != "some value" {
			t.Errorf("the reader sees %.20q", before)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	err = eng.View(func(r kv.Reader) error {
		n := 0
		for _, v := range r.Ascend(kv.Prefix([]byte{'k'})) {
			if bytes.Equal(v, value) {
				n++
			}
		}
		if n != 1000 {
			t.Errorf("%d of 1000 values are there", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
