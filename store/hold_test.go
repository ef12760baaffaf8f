package store_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"talentmap/store"
	"talentmap/store/storetest"
)

// holdUntilEOF is the child that has the database open.
func holdUntilEOF(path string) error {
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, st.Close())
}

// awaitNote waits until the holder's note is written: nobody else does.
func awaitNote(t *testing.T, path string) {
	t.Helper()
	tick, deadline := time.Tick(time.Millisecond), time.After(patience)
	for len(content(path+".holder")) == 0 {
		select {
		case <-tick:
		case <-deadline:
			t.Fatal("the holder's note is never written")
		}
	}
}

func TestHeldDatabaseNamesItsHolder(t *testing.T) {
	path := dbPath(t)
	c := startChild(t, "holder", path)
	if got := c.line(); got != "open" {
		t.Fatalf("the child says %q", got)
	}
	awaitNote(t, path)
	_, err := store.Open(path, store.Options{Clock: storetest.Now}) // the holder never lets go: it must not wait for that
	var held *store.HeldError
	if !errors.As(err, &held) || held.Path != path {
		t.Fatalf("Open = %v, want HeldError", err)
	}
	for _, word := range []string{path, fmt.Sprintf("process %d of ", c.cmd.Process.Pid), "since 2026-03-02 09:00", "--db"} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("Open = %q, want it to say %q", err, word)
		}
	}
	if _, err := store.Verify(path); !errors.As(err, &held) {
		t.Errorf("Verify = %v, want HeldError", err)
	}
	c.stdin.Close()
	if err := c.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + ".holder"); !errors.Is(err, os.ErrNotExist) {
		t.Error("the holder's note stays after its Close")
	}
	storetest.OpenAt(t, path)
}

func TestHolderUnknownIsSaidSo(t *testing.T) {
	path := dbPath(t)
	st := storetest.OpenAt(t, path)
	awaitNote(t, path)
	for _, note := range []string{"", strings.Repeat("x", 1000)} {
		try(t, os.WriteFile(st.Path()+".holder", []byte(note), 0o600))
		_, err := store.Open(path, store.Options{})
		if err == nil || !strings.Contains(err.Error(), "is open in another program") {
			t.Errorf("Open = %v", err)
		}
	}
	try(t, os.WriteFile(st.Path()+".holder", []byte("\x1b[2Jeve\n"), 0o600))
	if _, err := store.Open(path, store.Options{}); err == nil || strings.ContainsAny(err.Error(), "\x1b\n") {
		t.Errorf("Open = %q, want no control characters from the note", err)
	}
}

func TestCloseTwiceLeavesNothingRunning(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	st := mustOpen(t, dbPath(t))
	w := st.Watch()
	add(t, st, "ada", "Björn Ek")
	for range 2 {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}
	for range w.C() { // closed, perhaps after a last notice
	}
	if _, err := st.Edit(store.By("ada", "x"), func(*store.Tx) error { return nil }); err == nil {
		t.Error("a closed store takes an Edit")
	}
}
