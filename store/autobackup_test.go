package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentmap/store"
	"talentmap/store/storetest"
)

// clockwork is a clock and a timer that the test moves, and an AutoBackup on them.
type clockwork struct {
	store  *store.Store
	now    time.Time
	ticks  chan time.Time
	asked  chan time.Duration
	failed []error
	verify error // what every verification says
}

// start runs an AutoBackup until the test ends. It looks for the first time
// when pass is called.
func start(t *testing.T, path string) *clockwork {
	t.Helper()
	c := &clockwork{now: storetest.Now(), ticks: make(chan time.Time), asked: make(chan time.Duration)}
	c.store = must(store.Open(path, store.Options{Clock: func() time.Time { return c.now }}))(t)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	auto := store.AutoBackup{
		Store:  c.store,
		Failed: func(err error) { c.failed = append(c.failed, err) },
		After: func(d time.Duration) <-chan time.Time {
			select {
			case c.asked <- d:
			case <-ctx.Done():
			}
			return c.ticks
		},
		Verify: func(_ context.Context, path string) error {
			_, err := store.Verify(path)
			return errors.Join(err, c.verify)
		},
	}
	go func() {
		defer close(done)
		auto.Run(ctx)
	}()
	if wait := <-c.asked; wait > time.Minute {
		t.Errorf("it looks at the clock after %v", wait)
	}
	t.Cleanup(func() {
		cancel()
		<-done
		try(t, c.store.Close())
	})
	return c
}

// pass lets time pass, and waits until the AutoBackup has looked.
func (c *clockwork) pass(d time.Duration) {
	c.now = c.now.Add(d)
	c.ticks <- c.now
	<-c.asked
}

// backups are the names of the backups there are, newest first.
func (c *clockwork) backups(t *testing.T) string {
	t.Helper()
	var out []string
	for _, b := range must(store.Backups(c.store.Path()))(t) {
		out = append(out, filepath.Base(b.Path))
	}
	return strings.Join(out, " ")
}

func (c *clockwork) want(t *testing.T, backups string) {
	t.Helper()
	if got := c.backups(t); got != backups {
		t.Errorf("the backups are %q, want %q", got, backups)
	}
}

func TestAutoBackup(t *testing.T) {
	path := dbPath(t)
	c := start(t, path)
	c.pass(time.Minute) // an empty database
	c.want(t, "")
	add(t, c.store, "ada", "Björn Ek")
	c.pass(time.Minute)
	c.want(t, "2026-03-02T09-02.db")
	p := person(t, storetest.OpenAt(t, filepath.Join(store.BackupFolder(path), "2026-03-02T09-02.db")), 1)
	if p.Name != "Björn Ek" {
		t.Errorf("it holds %q", p.Name)
	}
	add(t, c.store, "ada", "Ana Reyes")
	c.pass(59 * time.Minute)
	c.want(t, "2026-03-02T09-02.db")
	c.pass(time.Minute)
	c.want(t, "2026-03-02T10-02.db 2026-03-02T09-02.db")
	c.pass(5 * time.Hour) // nobody has changed anything
	c.want(t, "2026-03-02T10-02.db 2026-03-02T09-02.db")
	add(t, c.store, "ada", "Chen Li")
	c.pass(time.Minute)
	c.want(t, "2026-03-02T15-03.db 2026-03-02T10-02.db 2026-03-02T09-02.db")
	add(t, c.store, "ada", "Dina Ok")
	c.pass(-5 * time.Hour) // the clock is put right: a backup at once, the newer one of its hour
	c.want(t, "2026-03-02T15-03.db 2026-03-02T10-03.db 2026-03-02T09-02.db")
	add(t, c.store, "ada", "Eli Roe")
	c.pass(59 * time.Minute)
	c.want(t, "2026-03-02T15-03.db 2026-03-02T10-03.db 2026-03-02T09-02.db")
	if len(c.failed) > 0 {
		t.Errorf("failed: %v", c.failed)
	}
	for name, mode := range map[string]os.FileMode{"": 0o700, "2026-03-02T09-02.db": 0o600} {
		if info := must(os.Stat(filepath.Join(store.BackupFolder(path), name)))(t); info.Mode().Perm() != mode {
			t.Errorf("%q has mode %o, want %o", name, info.Mode().Perm(), mode)
		}
	}
}

// A new process goes on where the last one ended: what is backed up already is
// not backed up again.
func TestAutoBackupGoesOn(t *testing.T) {
	path := dbPath(t)
	t.Run("the first", func(t *testing.T) {
		c := start(t, path)
		add(t, c.store, "ada", "Björn Ek")
		c.pass(time.Minute)
	})
	try(t, os.WriteFile(filepath.Join(store.BackupFolder(path), ".talentmap-backup-1"), []byte("half"), 0o600))
	c := start(t, path)
	c.pass(2 * time.Hour)
	c.want(t, "2026-03-02T09-01.db")
	add(t, c.store, "ada", "Ana Reyes")
	c.pass(time.Minute)
	c.want(t, "2026-03-02T11-01.db 2026-03-02T09-01.db")
	if got := names(t, store.BackupFolder(path)); len(got) != 2 {
		t.Errorf("what a dead process left is there: %q", got)
	}
}

// After a restore the revision can be the same, and the content another.
func TestAutoBackupAfterARestore(t *testing.T) {
	path, old := dbPath(t), filepath.Join(t.TempDir(), "old.db")
	t.Run("before", func(t *testing.T) {
		c := start(t, path)
		add(t, c.store, "ada", "Björn Ek")
		must(c.store.Backup(old))(t)
		add(t, c.store, "ada", "Ana Reyes")
		c.pass(time.Minute)
	})
	if _, _, err := store.Restore(path, old, storetest.Now()); err != nil {
		t.Fatal(err)
	}
	c := start(t, path)
	add(t, c.store, "ben", "Chen Li")
	c.pass(2 * time.Hour)
	c.want(t, "2026-03-02T11-00.db 2026-03-02T09-01.db")
}

func TestAutoBackupRotates(t *testing.T) {
	path := dbPath(t)
	c := start(t, path)
	mine := filepath.Join(store.BackupFolder(path), "before the fair.db")
	for range 50 { // from 10:00 on: 24 stay, of the day before the newest
		add(t, c.store, "ada", "Björn Ek")
		c.pass(time.Hour)
		try(t, os.WriteFile(mine, nil, 0o600))
	}
	// The newest is of March 4th, 11:00. The 24 newest hours go back to the 3rd, 12:00.
	all := strings.Fields(c.backups(t))
	if len(all) != 25 || all[0] != "2026-03-04T11-00.db" || all[23] != "2026-03-03T12-00.db" || all[24] != "2026-03-02T23-00.db" {
		t.Errorf("the backups are %q", all)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Errorf("somebody's own file is gone: %v", err)
	}
}

func TestAutoBackupThatFailsIsToldOnce(t *testing.T) {
	c := start(t, dbPath(t))
	add(t, c.store, "ada", "Björn Ek")
	c.pass(time.Minute)
	add(t, c.store, "ada", "Ana Reyes")
	c.verify = errors.New("a page is gone")
	c.pass(time.Hour)
	c.pass(time.Minute) // no try before the next hour
	c.pass(time.Hour)
	if len(c.failed) != 1 || !strings.Contains(c.failed[0].Error(), "next try is in an hour") || !strings.Contains(c.failed[0].Error(), "a page is gone") {
		t.Errorf("told: %v, want the failure once", c.failed)
	}
	c.want(t, "2026-03-02T09-01.db")
	c.verify = nil
	c.pass(time.Hour)
	c.want(t, "2026-03-02T12-02.db 2026-03-02T09-01.db")
	add(t, c.store, "ada", "Chen Li")
	c.verify = errors.New("another page")
	c.pass(time.Hour)
	if len(c.failed) != 2 {
		t.Errorf("told: %v, want the second failure too", c.failed)
	}
}
