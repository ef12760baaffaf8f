package kvtest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"talentmap/store/kv"
)

// Ops is how many keys one Update of a [Memory] may write: what etcd takes
// unless told otherwise.
const Ops = 128

// Memory is a place in memory for an engine that is as narrow as one may be: it
// refuses an Update of more than [Ops] keys and a value above [kv.MaxValue]. What
// works on it will work on any engine.
//
//	place := &kvtest.Memory{}
//	eng, err := place.Open()
//
// Each commit makes a new sorted slice of all pairs: right for tests of some
// thousand pairs, not for more.
type Memory struct {
	// Commit, where there is one, is asked before each commit, the first having
	// number 1: an error fails it. Keep writes it all the same.
	Commit func(n int) (keep bool, err error)

	mu       sync.Mutex // held by whoever writes
	n        int
	look     sync.RWMutex  // held to take hold of what follows
	all      []pair        // by key; never changed, only replaced
	readers  *sync.RWMutex // held by each View that began since the last Compact
	watchers map[int]func()
	next     int
}

// memory is an open engine.
type memory struct {
	at     *Memory
	mu     sync.RWMutex
	closed bool
}

var (
	_ kv.Engine = (*memory)(nil)

	errClosed = errors.New("the engine is closed")
)

// Open opens an engine on the place; what was written before is there.
func (m *Memory) Open() (kv.Engine, error) { return &memory{at: m}, nil }

func (e *memory) open() error {
	e.mu.RLock()
	defer e.mu.RUnlock()
	if e.closed {
		return errClosed
	}
	return nil
}

func (e *memory) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	return nil
}

func (e *memory) View(fn func(kv.Reader) error) error {
	if err := e.open(); err != nil {
		return err
	}
	m := e.at
	m.look.Lock()
	if m.readers == nil {
		m.readers = &sync.RWMutex{}
	}
	all, readers := m.all, m.readers
	readers.RLock()
	m.look.Unlock()
	defer readers.RUnlock()
	return fn(&memoryTx{all: all})
}

func (e *memory) Update(fn func(kv.Writer) error) error {
	e.at.mu.Lock()
	defer e.at.mu.Unlock()
	if err := e.open(); err != nil {
		return err
	}
	tx := &memoryTx{all: e.at.all, written: map[string][]byte{}}
	if err := fn(tx); err != nil {
		return err
	}
	if len(tx.written) > Ops {
		return fmt.Errorf("%w: %d keys, at most %d", kv.ErrLimit, len(tx.written), Ops)
	}
	return e.at.commit(tx)
}

func (m *Memory) commit(tx *memoryTx) error {
	keep, err := true, error(nil)
	if m.n++; m.Commit != nil {
		keep, err = m.Commit(m.n)
		keep = keep || err == nil
	}
	if !keep {
		return err
	}
	m.look.Lock()
	m.all = tx.between("", "")
	var told []func()
	for _, fn := range m.watchers {
		told = append(told, fn)
	}
	m.look.Unlock()
	for _, fn := range told {
		fn()
	}
	return err
}

func (e *memory) Watch(notify func()) (stop func()) {
	m := e.at
	m.look.Lock()
	defer m.look.Unlock()
	if m.watchers == nil {
		m.watchers = map[int]func(){}
	}
	id := m.next
	m.next++
	m.watchers[id] = notify
	return func() {
		m.look.Lock()
		defer m.look.Unlock()
		delete(m.watchers, id)
	}
}

func (e *memory) MaxOps() int { return Ops }

// Backup writes each key and value after their lengths.
func (e *memory) Backup(w io.Writer) error {
	e.at.look.RLock()
	all := e.at.all
	e.at.look.RUnlock()
	for _, p := range all {
		b := binary.AppendUvarint(nil, uint64(len(p.k)))
		b = binary.AppendUvarint(append(b, p.k...), uint64(len(p.v)))
		if _, err := w.Write(append(b, p.v...)); err != nil {
			return err
		}
	}
	return nil
}

func (e *memory) Check(report func(error)) error {
	return e.View(func(r kv.Reader) error {
		if !slices.IsSortedFunc(r.(*memoryTx).all, pair.compare) {
			report(errors.New("keys are out of order"))
		}
		return nil
	})
}

// Compact waits for the Views that began before: they hold what was.
func (e *memory) Compact() error {
	if err := e.open(); err != nil {
		return err
	}
	m := e.at
	m.look.Lock()
	old := m.readers
	m.readers = nil
	m.look.Unlock()
	if old != nil {
		old.Lock()
		defer old.Unlock()
	}
	return nil
}

func (p pair) compare(q pair) int { return strings.Compare(p.k, q.k) }
