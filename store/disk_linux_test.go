package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// big is a person whose record needs much room.
func big(i int) model.Person {
	return model.Person{Name: fmt.Sprint("Person ", i), Notes: strings.Repeat("notes ", 10_000)}
}

// fill adds people until one is refused; it returns how many went in, and why
// no more did.
func fill(st *store.Store) (n int, err error) {
	for ; n < 2000; n++ {
		p := big(n)
		if _, err = st.Edit(store.By("ada", "added"), func(tx *store.Tx) error { return tx.PutPerson(&p) }); err != nil {
			if p.ID != 0 || p.Rev != 0 {
				err = fmt.Errorf("the refused person keeps ID %d and revision %d: %w", p.ID, p.Rev, err)
			}
			return n, err
		}
	}
	return n, errors.New("there is always room")
}

// holds reports what is wrong with a store that must hold n of fill's people.
func holds(st *store.Store, n int) error {
	rev, err := st.Rev()
	if err != nil || rev != model.Rev(n) {
		return fmt.Errorf("revision %d of %d: %w", rev, n, err)
	}
	i := 0
	err = st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil || p.Name != big(i).Name || p.Notes != big(i).Notes {
				return fmt.Errorf("person %d is %s: %w", i, p.Name, err)
			}
			i++
		}
		return nil
	})
	if err == nil && i != n {
		err = fmt.Errorf("%d of %d people are there", i, n)
	}
	done, checkErr := st.Check()
	for _, f := range done.Faults {
		err = errors.Join(err, errors.New(f.String()))
	}
	return errors.Join(err, checkErr)
}

// mountedDisk is a folder on a file system of its own, "" where the test may
// not mount one.
func mountedDisk(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Logf("no disk to mount: %v", err)
		return ""
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func limitFileSize(n uint64) error {
	signal.Ignore(syscall.SIGXFSZ)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n})
}

// On a full disk nothing is half saved, reading goes on, the message names the
// disk, and writing goes on as soon as there is room.
func TestFullDisk(t *testing.T) {
	dir := mountedDisk(t, "size=4m")
	if dir == "" {
		return // TestFileSizeLimit is the same without a disk of its own
	}
	ballast := filepath.Join(dir, "ballast")
	try(t, os.WriteFile(ballast, make([]byte, 1<<20), 0o600))
	path := filepath.Join(dir, "talent.db")
	st := mustOpen(t, path)
	n, err := fill(st)
	if !errors.Is(err, store.ErrFull) || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "the disk is full") || strings.Contains(err.Error(), "keeps ID") {
		t.Errorf("after %d people: %v, want ErrFull that names the file", n, err)
	}
	if n < 5 {
		t.Errorf("only %d people went in", n)
	}
	if err := holds(st, n); err != nil {
		t.Error(err)
	}
	if _, err := st.Backup(filepath.Join(dir, "backup.db")); !errors.Is(err, store.ErrFull) {
		t.Errorf("Backup = %v, want ErrFull", err)
	}
	if got := names(t, dir); len(got) != 3 {
		t.Errorf("the failed backup left %q", got)
	}
	try(t, os.Remove(ballast))
	add(t, st, "ada", big(n).Name)
	undo(t, st, "ada")
	try(t, st.Close())
	st = mustOpen(t, path)
	defer st.Close()
	if got := person(t, st, model.PersonID(n)); got.Name != big(n-1).Name {
		t.Errorf("the last person is %q", got.Name)
	}
	sound(t, st)
}

// writeUnderLimit is the child whose files may not grow beyond a limit; it
// prints how many people went in.
func writeUnderLimit(path string) error {
	if err := limitFileSize(20 << 20); err != nil {
		return err
	}
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		return err
	}
	n, err := fill(st)
	fmt.Println(n)
	fmt.Println(err)
	return errors.Join(holds(st, n), st.Close())
}

func TestFileSizeLimit(t *testing.T) {
	path := ramPath(t)
	c := startChild(t, "limited", path)
	var n int
	if _, err := fmt.Sscan(c.line(), &n); err != nil || n < 5 {
		t.Errorf("%d people went in: %v", n, err)
	}
	if got := c.line(); !strings.Contains(got, "file too large") || strings.Contains(got, "keeps ID") {
		t.Errorf("then: %q, want that the file is too large", got)
	}
	if err := c.cmd.Wait(); err != nil {
		t.Errorf("the child: %v", err)
	}
	st := mustOpen(t, path)
	defer st.Close()
	if err := holds(st, n); err != nil {
		t.Error(err)
	}
}
