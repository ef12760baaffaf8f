package corpus

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
)

// Corpus is the live index of one store. Its methods may be called from any
// goroutine; Run and Refresh are for one.
type Corpus struct {
	store   *store.Store
	clock   func() time.Time
	current atomic.Pointer[Snapshot]
	loaded  chan struct{}
	once    sync.Once
}

// New makes an empty index of st and returns at once; [Corpus.Run] fills it. clock
// tells which of a person's positions is current.
func New(st *store.Store, clock func() time.Time) *Corpus {
	c := &Corpus{store: st, clock: clock, loaded: make(chan struct{})}
	c.current.Store(new(Snapshot))
	return c
}

// Snapshot is the newest state of the index, never nil. Before everybody has been
// read it is empty.
func (c *Corpus) Snapshot() *Snapshot { return c.current.Load() }

// Against is the newest state for the critique: nil until everybody has been read,
// as a part of the truth would be told for the whole.
func (c *Corpus) Against() critique.Against {
	select {
	case <-c.loaded:
		return c.Snapshot()
	default:
		return nil
	}
}

// Loaded is closed once everybody has been read.
func (c *Corpus) Loaded() <-chan struct{} { return c.loaded }

// Run loads the index and keeps it current until ctx ends or the store closes; then
// it returns nil. A damaged record is left out; any other failure to read ends Run
// with its error.
func (c *Corpus) Run(ctx context.Context) error {
	watch := c.store.Watch()
	defer watch.Stop()
	if err := watch.Follow(ctx, func() error { return c.Refresh(ctx) }); err != nil {
		return fmt.Errorf("keep what drafts are compared with current: %w", err)
	}
	return nil
}

// publish makes a snapshot the newest.
func (c *Corpus) publish(s *Snapshot) { c.current.Store(s) }

// Snapshot is the index at one moment. It never changes and is read without locks.
// A snapshot of revision n holds everything up to n, and perhaps a part of what came
// later.
type Snapshot struct {
	rev     model.Rev
	people  int
	pages   []*page
	terms   counts[term]
	names   counts[name]
	shelves []*shelf // of messages, the oldest first
}

// A Snapshot is what the critique compares drafts with.
var _ critique.Against = (*Snapshot)(nil)

// Rev is the revision up to which everything is in the snapshot.
func (s *Snapshot) Rev() model.Rev { return s.rev }

// Size is how many people and how many sent messages the snapshot knows. Messages
// that are too short to be a copy are not among them.
func (s *Snapshot) Size() (people, messages int) {
	for _, sh := range s.shelves {
		messages += len(sh.messages)
	}
	return s.people, messages
}

// Said is of how many people something is said that has a term, and of how many
// people that is known.
func (s *Snapshot) Said(t critique.Term) (people, of int) { return s.terms.of(termOf(t)), s.people }

// Called is how many people have a full name.
func (s *Snapshot) Called(n critique.Name) int { return s.names.of(called(n)) }

// Given is how many people have a given name.
func (s *Snapshot) Given(n critique.Name) int { return s.names.of(given(n)) }

// Employs is how many people work for a company of a name now.
func (s *Snapshot) Employs(n critique.Name) int { return s.names.of(employs(n)) }
