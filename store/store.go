package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// Errors that people meet; each text says what to do.
var (
	// ErrFull is a disk without room: nothing was saved.
	ErrFull = errors.New("the disk is full: nothing was saved; make room and try again")
	// ErrUnknown is a change that may or may not be there: read again before
	// deciding.
	ErrUnknown = kv.ErrUnknown
	// ErrReadOnly is an edit of a store that was opened only to read.
	ErrReadOnly = errors.New("the database is open for reading only")
)

// Options are what a store needs from outside.
type Options struct {
	Clock    func() time.Time // the wall clock
	ReadOnly bool             // for looking at a backup
	// MustExist refuses a path at which there is no database, instead of making
	// one.
	MustExist bool
	Log       *slog.Logger // IDs only; nil: nothing is logged
	// Tell is told in a sentence what Open does to the file beyond opening it;
	// nil: nobody is.
	Tell func(string)
	// Verify looks at the backup before a migration; nil: [Verify], in this
	// process, which a badly damaged file can end.
	Verify func(path string) error
	// Cadence is the numbers of outreach; nil: [model.DefaultCadence].
	Cadence *model.Cadence
	// Calendar tells the days on which a country does not work; nil:
	// [model.Holidays].
	Calendar model.Calendar
	// Trigger tells whether something new has made somebody in nurture, or asked for
	// later, worth writing to again, and in words what. The signals are hers and those at her
	// employers. nil: nothing does.
	Trigger func(p *model.Person, signals []model.Signal, now time.Time) (why string, ok bool)
	// EraseKey is the file of the key by which erased people are recognized. It
	// lies outside the database and its backups, belongs to the user alone (0600)
	// and is made by the first [Store.Erase]; "": nobody can be erased.
	EraseKey string
}

// Store is an open database. Its methods may be called from any goroutine.
type Store struct {
	eng   kv.Engine
	codec codec
	clock func() time.Time
	log   *slog.Logger
	path  string
	ro    bool
	tombs *tombs
	made  made // by which program

	cadence  model.Cadence
	calendar model.Calendar
	trigger  func(*model.Person, []model.Signal, time.Time) (string, bool)

	commits  atomic.Uint64 // edits of this process, see Directory
	erasing  sync.Mutex    // held by Erase
	burying  sync.RWMutex  // held while an erasure becomes binding; by who imports, to be read
	follower *follower
	release  func()
	closing  sync.Once
}

// Actor says who makes a change and what the change is, for the journal.
type Actor struct {
	Name string // the user
	What string // "added Björn to Platform Berlin"
	// Import ties the chunks of one import together: they undo as one.
	Import model.ImportID
	// Quiet is a change that a person would not call one, such as a draft saved
	// as it is typed: it is in the journal, undo passes over it, and what it
	// was before is not kept.
	Quiet  bool
	undoes model.Rev
	redoes model.Rev
	erases bool
	clock  bool
}

// By is an ordinary change of a person.
func By(name, what string) Actor { return Actor{Name: name, What: what} }

// View runs fn on one unchanging moment of the store. fn must be short and keep
// nothing of the Tx.
func (s *Store) View(fn func(*Tx) error) error {
	return s.eng.View(func(r kv.Reader) error {
		return fn(&Tx{r: r, codec: s.codec, older: s.outdated()})
	})
}

// Edit runs fn and makes what it changed durable, with one entry in the
// journal; rev is the entry's revision. When nothing was changed nothing is
// written and rev is 0. On any error nothing is saved — except one wrapping
// [kv.ErrUnknown], where the outcome must be read again. Values given to Put
// have their ID and Rev set, and are as before when Edit fails.
func (s *Store) Edit(by Actor, fn func(*Tx) error) (rev model.Rev, err error) {
	return s.edit(func(tx *Tx) (Actor, error) { return by, fn(tx) })
}

// edit is Edit for a change that learns within the transaction what to say of
// itself in the journal.
func (s *Store) edit(fn func(*Tx) (Actor, error)) (rev model.Rev, err error) {
	if s.ro {
		return 0, ErrReadOnly
	}
	var last *Tx
	undo := func() {
		if last != nil {
			for i := len(last.restore) - 1; i >= 0; i-- {
				last.restore[i]()
			}
		}
	}
	err = s.eng.Update(func(w kv.Writer) error {
		undo()
		tx := &Tx{r: w, w: w, codec: s.codec, rev: lastRev(w) + 1, later: map[byte][][]byte{}, max: s.eng.MaxOps()}
		last = tx
		by, err := fn(tx)
		if err != nil {
			return err
		}
		if len(tx.images) == 0 && by.undoes == 0 && !by.erases {
			return errNothing
		}
		if err := errors.Join(tx.fits(), tx.flushAll(), tx.putNumbers(), tx.mark()); err != nil {
			return err
		}
		return tx.journal(by, s.clock())
	})
	switch {
	case errors.Is(err, errNothing):
		return 0, nil
	case err != nil:
		if errors.Is(err, ErrUnknown) {
			s.commits.Add(1) // it may be there
			if last != nil { // else fn never ran
				last.lag.lost()
			}
		}
		undo()
		return 0, s.explain(err, last)
	}
	s.commits.Add(1)
	last.lag.committed(last)
	return last.rev, nil
}

// errNothing ends a transaction that changed nothing.
var errNothing = errors.New("nothing was changed")

// explain turns what the system says into what a person can act on. A full
// disk is told as "nothing was saved" only after a look: a commit that fails at
// its very end can be there all the same.
func (s *Store) explain(err error, tx *Tx) error {
	if !isFull(err) {
		return err
	}
	if rev, lookErr := s.Rev(); lookErr != nil || tx == nil || rev >= tx.rev {
		return err
	}
	return fmt.Errorf("%s: %w", s.path, ErrFull)
}

// isFull reports whether a disk without room is behind an error. bbolt tells
// that its file could not grow as text only.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		strings.Contains(err.Error(), syscall.ENOSPC.Error())
}

// Path is the file that holds the store.
func (s *Store) Path() string { return s.path }

// Now is the store's clock.
func (s *Store) Now() time.Time { return s.clock() }

// Rev is the revision of the last change.
func (s *Store) Rev() (rev model.Rev, err error) {
	err = s.View(func(tx *Tx) error {
		rev = lastRev(tx.r)
		return nil
	})
	return rev, err
}

// Close waits for open transactions, closes the file and lets it go. Closing
// twice is fine.
func (s *Store) Close() (err error) {
	s.closing.Do(func() {
		if s.follower != nil {
			s.follower.stop()
		}
		if s.release != nil {
			s.release() // before the lock goes, or it would be the next holder's note
		}
		err = s.eng.Close()
	})
	return err
}

func (s *Store) logError(what string, err error) {
	if s.log != nil {
		s.log.LogAttrs(context.Background(), slog.LevelError, what, slog.String("error", err.Error()))
	}
}
