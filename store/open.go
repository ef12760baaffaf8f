package store

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// holdWait is how long Open waits for another process to let go.
const holdWait = 400 * time.Millisecond

// Open opens the database at path, creating it (mode 0600, its folder 0700)
// where there is none. It fails within a second when another process holds the
// file, naming the holder; when the file is no database, is damaged, or was
// written by a newer talentmap; and when it lies on a network file system,
// where its lock would hold nothing. One that an older talentmap wrote is backed
// up and brought up to date; one that others can read is closed to them.
func Open(path string, o Options) (*Store, error) {
	o.defaults()
	if err := checkPlace(path); err != nil {
		return nil, err
	}
	if err := create(path, o); err != nil {
		return nil, err
	}
	eng, err := kv.OpenBolt(path, kv.BoltOptions{Wait: holdWait, ReadOnly: o.ReadOnly})
	if err != nil {
		return nil, openError(path, err)
	}
	return begin(eng, path, o, (*Store).makeReady)
}

// begin opens a store over an engine, which it closes where that fails. ready is
// asked before anybody writes.
func begin(eng kv.Engine, path string, o Options, ready func(*Store, Options) error) (*Store, error) {
	s := &Store{
		eng: eng, clock: o.Clock, log: o.Log, path: path, ro: o.ReadOnly,
		cadence: *o.Cadence, calendar: o.Calendar, trigger: o.Trigger,
	}
	var err error
	if s.codec, err = newCodec(); err == nil {
		s.tombs, err = openTombs(path, o.EraseKey)
	}
	if err == nil {
		err = s.checkMade()
	}
	if err == nil && !o.ReadOnly {
		err = ready(s, o)
	}
	var rev model.Rev
	if err == nil {
		rev, err = s.Rev()
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.follower = newFollower(s)
	go s.follower.run(rev)
	return s, nil
}

func (o *Options) defaults() {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Tell == nil {
		o.Tell = func(string) {}
	}
	if o.Cadence == nil {
		c := model.DefaultCadence()
		o.Cadence = &c
	}
	if o.Calendar == nil {
		o.Calendar = model.Holidays{}
	}
	if o.Verify == nil {
		o.Verify = func(path string) error {
			_, err := Verify(path)
			return err
		}
	}
}

// makeReady does what has to be done before anybody writes.
func (s *Store) makeReady(o Options) error {
	s.release = noteHolder(s.path, s.clock())
	keepPrivate(s.path, o.Tell)
	if err := s.migrate(o); err != nil {
		return err
	}
	return s.goOn(o)
}

// goOn does the rest of what was begun when the program died.
func (s *Store) goOn(o Options) error {
	if err := s.catchUp(o.Tell); err != nil {
		return err
	}
	return errors.Join(s.replayErasures(), s.settleOutbox())
}

// keepPrivate closes a file to all but its owner.
func keepPrivate(path string, tell func(string)) {
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return
	}
	if err := os.Chmod(path, 0o600); err != nil {
		tell(fmt.Sprintf("%s is open to others (mode %o) and can't be closed to them: %v", path, info.Mode().Perm(), err))
		return
	}
	tell(fmt.Sprintf("%s was open to others (mode %o): now it is only yours (mode 600)", path, info.Mode().Perm()))
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
	case o.MustExist:
		return fmt.Errorf("there is no database at %s (%w): `talentmap` and `talentmap import` begin one, --db names another", path, os.ErrNotExist)
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
	err = eng.Update(thisMade().write)
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
