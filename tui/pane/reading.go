package pane

// Reading is the one read of a pane that is under way. While it is, no other
// begins; one that is wanted meanwhile follows at its end. See [Loaded] for the page
// that shows what it has read, and no more.
//
//	gen, ok := p.reading.Begin()        // in Load
//	if !p.reading.End(msg.Gen) { … }    // with its result
//	if p.reading.Wanted() { return p.Load() }
type Reading struct {
	page        int
	gen         int
	busy, again bool
}

// Begin notes that a read begins and gives it its generation; false while one is
// under way.
func (r *Reading) Begin() (gen int, ok bool) {
	if r.busy {
		r.again = true
		return 0, false
	}
	r.gen++
	r.busy, r.again = true, false
	return r.gen, true
}

// End notes that the read of a generation has ended; false for one that nobody
// waits for.
func (r *Reading) End(gen int) bool {
	if gen != r.gen {
		return false
	}
	r.busy = false
	return true
}

// Busy reports whether a read is under way.
func (r *Reading) Busy() bool { return r.busy }

// First reports whether the first read is under way.
func (r *Reading) First() bool { return r.busy && r.gen == 1 }

// Want has another read follow the one that is under way.
func (r *Reading) Want() { r.again = true }

// Wanted reports whether another read was wanted since the last began.
func (r *Reading) Wanted() bool { return r.again }
