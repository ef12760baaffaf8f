package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"talentmap/store/kv"
)

// Schema is the version of the key layout. A newer one is refused.
const Schema = 1

// holdWait is how long Open waits for another process to let go.
const holdWait = 400 * time.Millisecond

// Open opens the database at path, creating it (mode 0600, its folder 0700)
// where there is none. It fails within a second when another process holds the
// file, naming the holder; when the file is no database, is damaged, or was
// written by a newer talentmap; and when it lies on a network file system,
// where its lock would hold nothing.
func Open(path string, o Options) (*Store, error) {
	if err := checkPlace(path); err != nil {
		return nil, err
	}
	if err := create(path, o); err != nil {
		return nil, err
	}
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	eng, err := kv.OpenBolt(path, kv.BoltOptions{Wait: holdWait, ReadOnly: o.ReadOnly})
	if err != nil {
		return nil, openError(path, err)
	}
	s := &Store{eng: eng, codec: c, clock: o.Clock, log: o.Log, path: path, ro: o.ReadOnly}
	if s.clock == nil {
		s.clock = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.tombs, err = openTombs(path, o.EraseKey); err != nil {
		return nil, errors.Join(err, eng.Close())
	}
	if err := s.checkSchema(); err != nil {
		return nil, errors.Join(err, eng.Close())
	}
	if !o.ReadOnly {
		s.release = noteHolder(path, s.clock())
		if err := s.replayErasures(); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	rev, err := s.Rev()
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.follower = newFollower(s)
	go s.follower.run(rev)
	return s, nil
}

// checkPlace refuses what can't hold a database before anything is touched.
func checkPlace(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		if to, err := os.Readlink(path); err == nil {
			return fmt.Errorf("%s leads to %s, which is not there: mount its disk, or remove the link", path, to)
		}
	case err != nil:
		return fmt.Errorf("open the database: %w", err)
	case info.IsDir():
		return fmt.Errorf("%s is a folder: name the database file in it, such as %s", path, filepath.Join(path, "talent.db"))
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a regular file and can't hold a database", path)
	case info.Size() == 0:
		return fmt.Errorf("%s is empty and no talentmap database: remove it to start afresh, or put a backup in its place with `talentmap restore`", path)
	}
	if name := networkFS(path); name != "" {
		return fmt.Errorf("%s is on a network file system (%s), where two machines could write at once: keep the database on a local disk and reach it over SSH", path, name)
	}
	return nil
}

// create makes a new database under a temporary name and renames it into
// place, so that a half-made one is never found.
func create(path string, o Options) error {
	_, err := os.Stat(path)
	switch {
	case err == nil:
		return nil
	case o.ReadOnly:
		return fmt.Errorf("there is no database at %s (%w)", path, os.ErrNotExist)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make the database's folder: %w", err)
	}
	_ = syncDir(filepath.Dir(dir)) // for a new folder; an old one's parent may not be ours to open
	tmp, err := os.MkdirTemp(dir, ".talentmap-new-")
	if err != nil {
		return fmt.Errorf("create the database: %w", err)
	}
	defer os.RemoveAll(tmp)
	fresh := filepath.Join(tmp, filepath.Base(path))
	eng, err := kv.OpenBolt(fresh, kv.BoltOptions{Wait: holdWait})
	if err != nil {
		return fmt.Errorf("create the database: %w", err)
	}
	err = eng.Update(func(w kv.Writer) error {
		return w.Put(metaSchema, binary.BigEndian.AppendUint64(nil, Schema))
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		return fmt.Errorf("create the database: %w", err)
	}
	// A link refuses to replace: of two first starts one wins, both open it.
	if err := os.Link(fresh, path); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("create the database: %w", err)
	}
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func (s *Store) checkSchema() error {
	var have uint64
	err := s.eng.View(func(r kv.Reader) error {
		if v := r.Get(metaSchema); len(v) == 8 {
			have = binary.BigEndian.Uint64(v)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case have == 0:
		return fmt.Errorf("%s is a database, but not one of talentmap", s.path)
	case have > Schema:
		return fmt.Errorf("%s was written by a newer talentmap (schema %d, this program knows %d): use that version", s.path, have, Schema)
	}
	return nil
}

func openError(path string, err error) error {
	switch {
	case errors.Is(err, kv.ErrHeld):
		return &HeldError{Path: path, Holder: readHolder(path)}
	case errors.Is(err, kv.ErrDamaged):
		return fmt.Errorf("%s is damaged or no talentmap database (%w): `talentmap check` says more, `talentmap restore BACKUP` puts a backup in its place", path, err)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("no permission to write %s: the database must belong to you", path)
	}
	return fmt.Errorf("open the database %s: %w", path, err)
}
