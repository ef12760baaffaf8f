package storetest

import (
	"sync"
	"testing"

	"talentmap/store"
	"talentmap/store/kv"
)

// Gate stands between a store and its database. While it is shut, whoever reads
// or writes waits before it, as with a disk that does not answer. Its zero value
// is open; it may be used from any goroutine.
type Gate struct {
	// Pass is called, where it is set, by each who reads or writes, before it
	// waits, on its own goroutine.
	Pass func()

	mu   sync.Mutex
	shut chan struct{} // closed as the gate opens; nil: it is open
}

// Shut has everybody wait who comes from now on; those who are through go on.
func (g *Gate) Shut() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut == nil {
		g.shut = make(chan struct{})
	}
}

// Open lets everybody through.
func (g *Gate) Open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut != nil {
		close(g.shut)
		g.shut = nil
	}
}

// through returns once the gate is open.
func (g *Gate) through() {
	if g.Pass != nil {
		g.Pass()
	}
	g.mu.Lock()
	shut := g.shut
	g.mu.Unlock()
	if shut != nil {
		<-shut
	}
}

// gated is a database behind a gate.
type gated struct {
	kv.Engine
	gate *Gate
}

func (e gated) View(fn func(kv.Reader) error) error {
	e.gate.through()
	return e.Engine.View(fn)
}

func (e gated) Update(fn func(kv.Writer) error) error {
	e.gate.through()
	return e.Engine.Update(fn)
}

// OpenBehind opens the store at path as OpenAt does, behind a gate.
func OpenBehind(tb testing.TB, path string, gate *Gate) *store.Store {
	tb.Helper()
	eng, err := kv.OpenBolt(path, kv.BoltOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	st, err := store.OpenEngine(gated{eng, gate}, path, store.Options{Clock: Now})
	if err != nil {
		tb.Fatal(err)
	}
	return checked(tb, st)
}
