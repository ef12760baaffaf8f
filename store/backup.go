package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"talentmap/store/kv"
)

// Backup writes a consistent copy of the store to path while reading and
// writing go on, syncs it, opens it again to verify it, and only then puts it
// in place. What stood there before is replaced as a whole or not at all.
func (s *Store) Backup(path string) (done Checked, err error) {
	err = s.backup(path, func(written string) (err error) {
		done, err = Verify(written)
		return err
	})
	return done, err
}

// backup is Backup with a verification of the caller's.
func (s *Store) backup(path string, verify func(written string) error) error {
	if sameFile(path, s.path) {
		return fmt.Errorf("back up to %s: that is the database itself; name another file", path)
	}
	if err := s.finishErasing(); err != nil {
		return backupError(path, err)
	}
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, unfinishedBackup)
	if err != nil {
		return backupError(path, err)
	}
	defer os.Remove(tmp.Name())
	err = s.eng.Backup(tmp)
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return backupError(path, err)
	}
	if err := verify(tmp.Name()); err != nil {
		return fmt.Errorf("back up to %s: the copy is not sound: %w", path, err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return backupError(path, err)
	}
	return syncDir(dir)
}

// unfinishedBackup begins the name of a copy that is being written.
const unfinishedBackup = ".talentmap-backup-"

func backupError(path string, err error) error {
	if isFull(err) {
		err = fmt.Errorf("%w (%w)", ErrFull, err)
	}
	return fmt.Errorf("back up to %s: %w", path, err)
}

// Verify opens a database file for reading only and checks all of it. The error
// is a file that can't be opened, or the first of the faults.
func Verify(path string) (Checked, error) {
	s, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return Checked{}, err
	}
	done, err := s.Check()
	if err == nil && len(done.Faults) > 0 {
		err = fmt.Errorf("%d faults, the first: %s", len(done.Faults), done.Faults[0])
	}
	return done, errors.Join(err, s.Close())
}

// Restore puts a verified backup in the place of the database at path. The
// present file is kept beside it under the name returned ("" when there was
// none). No process may have the database open: a [HeldError]. People erased since
// the backup was made are in it; the next [Open] erases them again.
func Restore(path, backup string, now time.Time) (kept string, done Checked, err error) {
	r, err := PrepareRestore(path, backup)
	if err != nil {
		return "", done, err
	}
	defer r.Drop()
	if done, err = Verify(r.File()); err != nil {
		return "", done, fmt.Errorf("restore from %s: %w", backup, err)
	}
	kept, err = r.Put(now)
	return kept, done, err
}

// Restoration is a restore in steps, so that what is looked at is the very file
// that is put in place:
//
//	r, err := store.PrepareRestore(path, backup)
//	defer r.Drop()
//	_, err = store.Verify(r.File())
//	kept, err := r.Put(now)
type Restoration struct{ path, copied string }

// PrepareRestore copies a backup to the folder of the database at path, which is
// not touched.
func PrepareRestore(path, backup string) (*Restoration, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the database's folder: %w", err)
	}
	copied, err := copyFile(backup, dir)
	if err != nil {
		return nil, fmt.Errorf("restore from %s: %w", backup, err)
	}
	return &Restoration{path: path, copied: copied}, nil
}

// File is the copy, to be verified before Put.
func (r *Restoration) File() string { return r.copied }

// Put puts the copy in the place of the database, and keeps that as [Restore] does.
func (r *Restoration) Put(now time.Time) (kept string, err error) {
	release, err := claim(r.path)
	if err != nil {
		return "", err
	}
	defer release()
	// The present file gets a second name and stays in place until the rename.
	if _, err := os.Stat(r.path); err == nil {
		if kept, err = keep(r.path, "before-restore", now); err != nil {
			return "", fmt.Errorf("keep the present database: %w", err)
		}
	}
	if err := os.Rename(r.copied, r.path); err != nil {
		return kept, fmt.Errorf("restore to %s: %w", r.path, err)
	}
	return kept, syncDir(filepath.Dir(r.path))
}

// Drop removes a copy that was not put in place.
func (r *Restoration) Drop() { _ = os.Remove(r.copied) }

// keep gives the present file a second name, which says why and when and is free.
func keep(path, why string, now time.Time) (kept string, err error) {
	base := path + "." + why + "-" + now.Format("20060102-150405")
	kept = base
	for n := 2; ; n++ {
		if err = os.Link(path, kept); !errors.Is(err, os.ErrExist) || n > 99 {
			return kept, err
		}
		kept = fmt.Sprintf("%s-%d", base, n)
	}
}

// claim takes hold of the present file, so that nobody opens it until the other
// is in its place. One that is too damaged to be opened needs no claim.
func claim(path string) (release func(), err error) {
	eng, err := kv.OpenBolt(path, kv.BoltOptions{Wait: holdWait, ReadOnly: true})
	switch {
	case errors.Is(err, kv.ErrHeld):
		return nil, openError(path, err)
	case err != nil:
		return func() {}, nil
	}
	return func() { eng.Close() }, nil
}

func sameFile(a, b string) bool {
	ai, aErr := os.Stat(a)
	bi, bErr := os.Stat(b)
	return aErr == nil && bErr == nil && os.SameFile(ai, bi)
}

func copyFile(from, dir string) (name string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp(dir, ".talentmap-restore-")
	if err != nil {
		return "", err
	}
	if _, err = io.Copy(out, in); err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return "", errors.Join(err, os.Remove(out.Name()))
	}
	return out.Name(), nil
}
