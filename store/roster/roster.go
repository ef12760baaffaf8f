package roster

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// Roster is the live index of one store. Its methods may be called from any
// goroutine; Run is for one.
type Roster struct {
	store   *store.Store
	clock   func() time.Time
	current atomic.Pointer[Snapshot]
	damaged map[store.Ref]bool // Run's own: what could not be read

	mu          sync.Mutex
	subscribers map[chan struct{}]bool
}

// New makes an empty roster of st and returns at once; [Roster.Run] fills it.
// The weights are copied. clock tells which of a person's positions is current.
func New(st *store.Store, w *scoring.Weights, clock func() time.Time) *Roster {
	r := &Roster{
		store: st, clock: clock,
		damaged: map[store.Ref]bool{}, subscribers: map[chan struct{}]bool{},
	}
	weights := *w
	r.current.Store(&Snapshot{weights: &weights})
	return r
}

// Snapshot is the newest state of the roster, never nil.
func (r *Roster) Snapshot() *Snapshot { return r.current.Load() }

// Changed subscribes to newer snapshots: C has one value while there is one
// that was not looked for yet. stop ends it and closes C; stopping twice is fine.
func (r *Roster) Changed() (C <-chan struct{}, stop func()) {
	c := make(chan struct{}, 1)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.subscribers[c] = true
	return c, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.subscribers[c] {
			delete(r.subscribers, c)
			close(c)
		}
	}
}

func (r *Roster) publish(s *Snapshot) {
	s.damaged = len(r.damaged)
	r.current.Store(s)
	r.mu.Lock()
	defer r.mu.Unlock()
	for c := range r.subscribers {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// Run loads the roster and keeps it current until ctx ends or the store closes;
// then it returns nil. A damaged record is left out and counted, see
// [Snapshot.Damaged]; any other failure to read ends Run with its error.
func (r *Roster) Run(ctx context.Context) error {
	watch := r.store.Watch()
	defer watch.Stop()
	loaded := false
	err := watch.Follow(ctx, func() error {
		if !loaded {
			if err := r.load(ctx); err != nil {
				return err
			}
			loaded = true
		}
		return r.catchUp(ctx)
	})
	if err != nil {
		return fmt.Errorf("keep the roster current: %w", err)
	}
	return nil
}

// sharing is a copy of the newest snapshot, to be changed page by page and then
// published.
func (r *Roster) sharing() *Snapshot {
	s := *r.Snapshot()
	return &s
}

// reached publishes that everything up to rev has been read.
func (r *Roster) reached(rev model.Rev) {
	s := r.sharing()
	s.rev = rev
	r.publish(s)
}
