package kv

import (
	"fmt"
	"runtime/debug"
)

// groupMost is how many updates share a commit at most.
const groupMost = 256

// write is one Update on its way.
type write struct {
	fn       func(Writer) error
	turn     chan turn // one slot
	done     bool      // it has been carried out
	ran      bool      // fn has done its part: what failed then is the commit
	waits    bool      // it failed on what others wrote: so it stands once they do
	err      error
	panicked any
}

// turn is what a waiting update is told.
type turn bool

const (
	carriedOut turn = false
	youLead    turn = true
)

// Update carries fn out. Updates that come while another is being synced to disk
// wait together and share the next commit: the first of them does the work of
// all, so that many writers cost little more than one and a single one waits
// for nobody. One that fails is left out and the others run again.
func (e *boltEngine) Update(fn func(Writer) error) error {
	w := &write{fn: fn, turn: make(chan turn, 1)}
	if e.enqueue(w) || <-w.turn == youLead {
		e.lead(w)
	}
	if w.panicked != nil {
		panic(w.panicked)
	}
	return w.err
}

// enqueue puts an update in line; leads is true where nobody else is at work.
func (e *boltEngine) enqueue(w *write) (leads bool) {
	e.queue.Lock()
	defer e.queue.Unlock()
	e.waiting = append(e.waiting, w)
	leads = !e.led
	e.led = true
	return leads
}

// lead carries out what waits, w first, and hands on to the next in line.
func (e *boltEngine) lead(w *write) {
	e.writer.Lock() // a check or the end of a compaction may be at work
	defer e.handOn()
	defer e.writer.Unlock()
	e.queue.Lock()
	n := min(len(e.waiting), groupMost)
	group := e.waiting[:n:n]
	e.waiting = e.waiting[n:]
	e.queue.Unlock()
	defer func() {
		for _, other := range group {
			if !other.done { // a fn has ended the goroutine that was carrying it out
				other.err = ErrUnknown
			}
			if other != w {
				other.turn <- carriedOut
			}
		}
	}()
	if e.carryOut(group) {
		e.notify()
	}
}

func (e *boltEngine) handOn() {
	e.queue.Lock()
	defer e.queue.Unlock()
	if len(e.waiting) == 0 {
		e.led = false
		return
	}
	e.waiting[0].turn <- youLead
}

// carryOut commits a group, and reports whether anything may have changed. It
// holds the writer.
func (e *boltEngine) carryOut(group []*write) (changed bool) {
	for left := group; len(left) > 0; {
		failed, err := e.commit(left)
		if failed == nil {
			for _, w := range left {
				if w.done {
					continue
				}
				w.done = true
				if err != nil || !w.waits {
					w.err = err
				}
				w.ran = w.ran || w.waits && err != nil
				changed = changed || w.ran
			}
			return changed
		}
		failed.done = true
		left = without(left, failed)
	}
	return changed
}

func without(group []*write, w *write) []*write {
	left := make([]*write, 0, len(group)-1)
	for _, other := range group {
		if other != w && !other.done {
			left = append(left, other)
		}
	}
	return left
}

// commit runs the group in one transaction. failed is the first one that failed
// after it had written: the transaction is lost, and the others have to run
// again. One that failed without writing harms nobody; it is done, unless it saw
// what others wrote before it: then its answer holds once that is committed.
func (e *boltEngine) commit(group []*write) (failed *write, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	for _, w := range group {
		w.ran, w.waits = false, false
	}
	if err := e.settle(); err != nil {
		return nil, fmt.Errorf("what was written before is not on the disk yet: %w", err)
	}
	tx, err := e.begin(true)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // after a Commit it does nothing
	some := false
	for _, w := range group {
		if w.done {
			continue
		}
		wrote := false
		w.run(boltTx{tx: tx, touched: e.touched, wrote: &wrote})
		switch {
		case w.err == nil && w.panicked == nil:
			some = true
		case wrote || w.panicked != nil:
			return w, nil
		case some:
			w.waits = true
		default:
			w.done = true
		}
	}
	if !some {
		return nil, nil
	}
	for _, w := range group {
		w.ran = !w.done && !w.waits
	}
	return nil, e.finish(tx)
}

// run calls fn; its panic is its caller's, unless it is a fault of memory.
func (w *write) run(tx boltTx) {
	defer func() {
		p := recover()
		if _, ok := p.(memoryFault); ok {
			w.err = fault(p)
			return
		}
		w.panicked = p
	}()
	w.err = w.fn(tx)
}
