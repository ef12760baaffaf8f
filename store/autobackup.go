package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"talentmap/store/kv"
)

const (
	// backupEvery is the time between two automatic backups, or two tries.
	backupEvery = time.Hour
	// backupLook is how often the clock is looked at: a machine that slept for a
	// night knows within a minute that an hour has passed.
	backupLook = time.Minute
)

// AutoBackup backs a store up by itself, into [BackupFolder]: once an hour, when
// something has changed since the last backup. Reading and writing go on
// meanwhile; old backups go as [Rotate] says, and only after a new one is there.
type AutoBackup struct {
	Store *Store
	// After is a timer; nil: a real one.
	After func(time.Duration) <-chan time.Time
	// Verify looks at the copy before it counts; nil: [Verify], in this process,
	// which a badly damaged file can end.
	Verify func(ctx context.Context, path string) error
	// Failed is told the first failure of a row, such as [ErrFull]: the next
	// hour is the next try. It is called by Run's goroutine.
	Failed func(error)
}

// Run makes backups until ctx is done. It is to have a goroutine of its own.
func (a AutoBackup) Run(ctx context.Context) {
	a.defaults()
	last, tried := a.newest()
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-a.After(backupLook):
		}
		now := a.Store.Now()
		if since := now.Sub(tried); since >= 0 && since < backupEvery {
			continue
		}
		present, err := lastState(a.Store)
		if err == nil && (present == last || present.rev == 0) {
			continue
		}
		if err == nil {
			last, err = a.make(ctx, now)
		}
		if ctx.Err() != nil {
			return
		}
		if err != nil && !failing {
			a.Failed(fmt.Errorf("the automatic backup failed, the next try is in an hour: %w", err))
		}
		tried, failing = now, err != nil
	}
}

func (a *AutoBackup) defaults() {
	if a.After == nil {
		a.After = time.After
	}
	if a.Verify == nil {
		a.Verify = func(_ context.Context, path string) error {
			_, err := Verify(path)
			return err
		}
	}
	if a.Failed == nil {
		a.Failed = func(err error) { a.Store.logError("automatic backup", err) }
	}
}

// newest is what the newest backup holds, and when it was made; nothing where
// there is none that can be read.
func (a *AutoBackup) newest() (state, time.Time) {
	all, err := Backups(a.Store.Path())
	if err != nil || len(all) == 0 {
		return state{}, time.Time{}
	}
	holds, err := stateOf(all[0].Path)
	if err != nil {
		return state{}, time.Time{}
	}
	return holds, all[0].At
}

// make writes one backup and lets the old ones go; it returns what the new one
// holds.
func (a *AutoBackup) make(ctx context.Context, now time.Time) (state, error) {
	path := a.Store.Path()
	dir := BackupFolder(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return state{}, backupError(dir, err)
	}
	if err := removeUnfinished(path); err != nil {
		return state{}, err
	}
	to := filepath.Join(dir, now.UTC().Format(backupName)+backupExt)
	if err := a.Store.backup(to, func(written string) error { return a.Verify(ctx, written) }); err != nil {
		return state{}, err
	}
	holds, err := stateOf(to)
	return holds, errors.Join(err, rotate(path, now))
}

// state tells two contents of a database apart by their last change: after a
// restore a revision alone can stand for another change than before.
type state struct {
	rev   uint64
	at    int64 // Unix nanoseconds
	actor string
	what  string
}

func lastState(s *Store) (holds state, err error) {
	err = s.View(func(tx *Tx) error {
		rev := lastRev(tx.r)
		if rev == 0 {
			return nil
		}
		c, err := tx.change(rev)
		holds = state{uint64(rev), c.At.UnixNano(), c.Actor, c.What}
		return err
	})
	return holds, err
}

// stateOf is the state of a file, which damage since it was verified may have
// made one that bbolt panics on.
func stateOf(path string) (holds state, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("read %s: %w: %v", path, kv.ErrDamaged, p)
		}
	}()
	s, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return state{}, err
	}
	defer s.Close()
	return lastState(s)
}
