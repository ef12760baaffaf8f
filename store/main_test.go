package store_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// childRole makes the test binary run as a child process in one of the roles.
const childRole = "TALENTMAP_STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	role, path := os.Getenv(childRole), os.Args[len(os.Args)-1]
	switch role {
	case "":
		if err := flag.Set("rapid.checks", histories); err != nil { // a flag of the command line comes after
			exit(err)
		}
		os.Exit(m.Run())
	case "holder":
		exit(holdUntilEOF(path))
	case "writer":
		exit(writeForEver(path))
	case "eraser":
		exit(eraseEverybody(path))
	case "flips":
		exit(lookAtFlips(path))
	case "limited":
		exit(writeUnderLimit(path))
	}
	exit(fmt.Errorf("no such role: %s", role))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is the test binary at work in a role on a database.
type child struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
	lines *bufio.Scanner
}

// startChild starts one that dies with the test, or after some minutes.
func startChild(t *testing.T, role, path string) *child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, exe, path)
	cmd.Env = append(os.Environ(), childRole+"="+role)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &child{cmd: cmd, stdin: stdin, lines: bufio.NewScanner(stdout)}
}

// line is the next line the child says, "" at its end.
func (c *child) line() string {
	c.lines.Scan()
	return c.lines.Text()
}

// dbPath is a place for a database that is not there yet.
func dbPath(tb testing.TB) string { return filepath.Join(tb.TempDir(), "talent.db") }

// ramPath is dbPath in memory where the system offers it: for the many runs
// that are about logic and not about the disk.
func ramPath(tb testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "talentmap-test-")
	if err != nil {
		return dbPath(tb)
	}
	tb.Cleanup(func() { os.RemoveAll(dir) })
	return filepath.Join(dir, "talent.db")
}

func mustOpen(tb testing.TB, path string) *store.Store {
	tb.Helper()
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		tb.Fatal(err)
	}
	return st
}

// must takes what a call returns and fails the test on its error.
func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}

// edit makes one change of who's.
func edit(tb testing.TB, st *store.Store, who, what string, fn func(*store.Tx) error) model.Rev {
	tb.Helper()
	return must(st.Edit(store.By(who, what), fn))(tb)
}

// add stores a new person of that name and returns her as she stands.
func add(tb testing.TB, st *store.Store, who, name string) model.Person {
	tb.Helper()
	p := model.Person{Name: name}
	edit(tb, st, who, "added "+name, func(tx *store.Tx) error { return tx.PutPerson(&p) })
	return p
}

// rename gives a person another name as one change and returns her.
func rename(tb testing.TB, st *store.Store, who string, p model.Person, name string) model.Person {
	tb.Helper()
	p.Name = name
	edit(tb, st, who, "renamed to "+name, func(tx *store.Tx) error { return tx.PutPerson(&p) })
	return p
}

// read is what fn finds in one moment of the store.
func read[T any](tb testing.TB, st *store.Store, fn func(*store.Tx) (T, error)) T {
	tb.Helper()
	var v T
	err := st.View(func(tx *store.Tx) (err error) {
		v, err = fn(tx)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

func person(tb testing.TB, st *store.Store, id model.PersonID) model.Person {
	tb.Helper()
	return read(tb, st, func(tx *store.Tx) (model.Person, error) { return tx.Person(id) })
}

// journal is the whole journal, oldest first.
func journal(tb testing.TB, st *store.Store) []store.Change {
	tb.Helper()
	return read(tb, st, func(tx *store.Tx) (all []store.Change, err error) {
		for c, err := range tx.ChangesSince(0) {
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
		return all, nil
	})
}

// sound fails the test for every fault of the store.
func sound(tb testing.TB, st *store.Store) {
	tb.Helper()
	for _, f := range must(st.Check())(tb).Faults {
		tb.Errorf("check: %s", f)
	}
}
