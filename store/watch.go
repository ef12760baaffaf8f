package store

import (
	"context"
	"sync"

	"talentmap/model"
)

// Notice says "look again": everything up to Rev is there to be read, and the
// kinds named have changed since the watcher last took a notice.
type Notice struct {
	Rev   model.Rev
	Kinds KindSet
}

// Watcher holds one pending [Notice]. Later notices merge into it; memory is
// fixed and no last revision is missed.
type Watcher struct {
	c       chan struct{}
	mu      sync.Mutex
	pending Notice
	stop    func()
}

// C has one value while a notice is pending; it is closed by Stop and when the
// store closes.
func (w *Watcher) C() <-chan struct{} { return w.c }

// Take returns the pending notice and empties it. The zero Notice: nothing new.
func (w *Watcher) Take() Notice {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := w.pending
	w.pending = Notice{}
	return n
}

// Follow calls catchUp, and again after each change, until ctx ends or the store closes:
// then it returns nil. An error of catchUp ends it, and is returned unless the store
// has closed.
func (w *Watcher) Follow(ctx context.Context, catchUp func() error) error {
	for {
		err := catchUp()
		switch {
		case ctx.Err() != nil || err != nil && w.closed():
			return nil
		case err != nil:
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case _, open := <-w.c:
			if !open {
				return nil
			}
			w.Take()
		}
	}
}

// closed reports whether the watch has ended, which the store sees to before it
// closes its file.
func (w *Watcher) closed() bool {
	for {
		select {
		case _, open := <-w.c:
			if !open {
				return true
			}
		default:
			return false
		}
	}
}

// Stop ends the watch.
func (w *Watcher) Stop() { w.stop() }

func (w *Watcher) publish(n Notice) {
	w.mu.Lock()
	w.pending.Rev = max(w.pending.Rev, n.Rev)
	w.pending.Kinds |= n.Kinds
	w.mu.Unlock()
	select {
	case w.c <- struct{}{}:
	default:
	}
}

// follower turns the engine's "something was committed" into notices, by
// reading the journal's entries since the last one it saw. Changes of this
// process and of others take the same way.
type follower struct {
	store *Store
	nudge chan struct{}
	quit  chan struct{}
	done  chan struct{}
	unsub func()

	mu       sync.Mutex
	watchers map[*Watcher]bool
	closed   bool
}

func newFollower(s *Store) *follower {
	f := &follower{
		store: s, nudge: make(chan struct{}, 1), quit: make(chan struct{}),
		done: make(chan struct{}), watchers: map[*Watcher]bool{},
	}
	f.unsub = s.eng.Watch(func() {
		select {
		case f.nudge <- struct{}{}:
		default:
		}
	})
	return f
}

// run is the follower's goroutine: from newFollower until stop.
func (f *follower) run(seen model.Rev) {
	defer close(f.done)
	for {
		select {
		case <-f.quit:
			return
		case <-f.nudge:
		}
		n, err := f.read(seen)
		if err != nil {
			// Better to look at everything than to miss a change.
			f.store.logError("reading the journal", err)
			n.Kinds = ^KindSet(0)
		}
		if n.Rev > seen {
			seen = n.Rev
			f.publish(n)
		}
	}
}

func (f *follower) read(seen model.Rev) (n Notice, err error) {
	err = f.store.View(func(tx *Tx) error {
		n.Rev = lastRev(tx.r)
		for c, err := range tx.ChangesSince(seen) {
			if err != nil {
				return err
			}
			n.Kinds |= c.Kinds()
		}
		return nil
	})
	return n, err
}

func (f *follower) publish(n Notice) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for w := range f.watchers {
		w.publish(n)
	}
}

func (f *follower) stop() {
	f.unsub()
	close(f.quit)
	<-f.done
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for w := range f.watchers {
		close(w.c)
	}
	f.watchers = nil
}

// Watch begins a watch. Changes committed after it returns are told.
func (s *Store) Watch() *Watcher {
	w := &Watcher{c: make(chan struct{}, 1)}
	f := s.follower
	w.stop = func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.watchers[w] {
			delete(f.watchers, w)
			close(w.c)
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		close(w.c)
		return w
	}
	f.watchers[w] = true
	return w
}
