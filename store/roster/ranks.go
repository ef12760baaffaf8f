package roster

import (
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// ranks are the places of a page's people in the queue of one day. They never
// change.
type ranks struct {
	day   time.Time // its first moment
	open  Counts    // how many have a place in each class
	rank  [pageSize]float64
	class [pageSize]code // scoring's class + 1; 0: nothing is to be done
}

// ranksOf are the ranks of a page on a day, remembered until another day is
// asked for.
func (s *Snapshot) ranksOf(pg *page, day time.Time) *ranks {
	if r := pg.ranks.Load(); r != nil && r.day.Equal(day) {
		return r
	}
	r := s.recount(pg.body, &ranks{day: day}, nil)
	pg.ranks.Store(r)
	return r
}

// recount is old with the ranks of some slots counted again, of all where which
// is nil.
func (s *Snapshot) recount(b *body, old *ranks, which *slots) *ranks {
	r := *old
	r.open = Counts{}
	buffer := make([]model.Signal, 0, 16)
	for slot := range pageSize {
		if which == nil || which.has(slot) {
			r.class[slot], r.rank[slot] = 0, 0
			if next, ok := s.next(b, slot, r.day, &buffer); ok {
				r.class[slot], r.rank[slot] = code(next.Class)+1, next.Rank
			}
		}
		if c := r.class[slot]; c != 0 {
			r.open[c-1]++
		}
	}
	return &r
}

// next is the place in the queue of whoever is in a slot.
func (s *Snapshot) next(b *body, slot int, day time.Time, buffer *[]model.Signal) (scoring.Next, bool) {
	e := &b.entries[slot]
	if e.state == 0 {
		return scoring.Next{}, false
	}
	if s.shut.on(e.company, day) {
		return scoring.Next{}, false
	}
	*buffer = s.signals((*buffer)[:0], b, slot)
	return s.weights.NextFor(b.outreach(slot), e.facts, *buffer, day)
}
