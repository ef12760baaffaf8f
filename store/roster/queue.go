package roster

import (
	"iter"
	"math"
	"slices"
	"sync"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// Row is one line of the queue.
type Row struct {
	Card Card
	Next scoring.Next
}

// ranked is someone's place in the queue.
type ranked struct {
	id    model.PersonID
	class code
	rank  float64
}

func (a ranked) before(b ranked) bool {
	switch {
	case a.class != b.class:
		return a.class < b.class
	case a.rank != b.rank:
		return a.rank > b.rank
	}
	return a.id < b.id
}

// Queue is who comes next on the day of now: the first limit rows, ordered by
// class, rank and ID, and how many people there are in the whole queue. Locked
// people are not in it. The ranks are kept for the day last asked for, so that
// asking again costs little.
func (s *Snapshot) Queue(now time.Time, limit int) (rows []Row, total int) {
	day := dayOf(now)
	first := newTop(limit, ranked.before)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine, open := newTop(limit, ranked.before), 0
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				r := s.ranksOf(pg, day)
				open += r.open
				r.offer(n, mine)
			}
		}
		mu.Lock()
		defer mu.Unlock()
		total += open
		first.merge(mine)
	})
	places := first.sorted()
	rows = make([]Row, len(places))
	buffer := make([]model.Signal, 0, 16)
	for i, p := range places {
		n, slot := pageOf(p.id)
		rows[i].Card = s.pages[n].card(p.id, slot)
		rows[i].Next, _ = s.next(s.pages[n].body, slot, day, &buffer)
	}
	return rows, total
}

// Deferred are the people who would be in the queue on the day of now, but were
// snoozed or skipped, in the order in which they would be: each with the reasons
// that she would have.
func (s *Snapshot) Deferred(now time.Time) (rows []Row) {
	day := dayOf(now)
	var places []ranked
	nexts := map[model.PersonID]scoring.Next{}
	buffer := make([]model.Signal, 0, 16)
	for n, pg := range s.pages {
		if pg == nil {
			continue
		}
		for i := range pg.extras {
			x := &pg.extras[i]
			next, ok := s.deferred(pg.body, x, day, &buffer)
			if ok {
				id := idAt(n, int(x.slot))
				places, nexts[id] = append(places, ranked{id, code(next.Class) + 1, next.Rank}), next
			}
		}
	}
	slices.SortFunc(places, func(a, b ranked) int {
		if a.before(b) {
			return -1
		}
		return 1
	})
	for _, p := range places {
		n, slot := pageOf(p.id)
		rows = append(rows, Row{s.pages[n].card(p.id, slot), nexts[p.id]})
	}
	return rows
}

// deferred is the place that somebody would have in the queue but for what was
// decided; false where she has it, or none.
func (s *Snapshot) deferred(b *body, x *extra, day time.Time, buffer *[]model.Signal) (scoring.Next, bool) {
	slot := int(x.slot)
	if !x.deferred() || s.shut.on(b.entries[slot].company, day) {
		return scoring.Next{}, false
	}
	if _, there := s.next(b, slot, day, buffer); there {
		return scoring.Next{}, false
	}
	*buffer = s.signals((*buffer)[:0], b, slot)
	return s.weights.WouldBe(b.outreach(slot), b.entries[slot].facts, *buffer, day)
}

// offer puts those of a page who have a place before the best.
func (r *ranks) offer(page int, to *top[ranked]) {
	if r.open == 0 || to.limit == 0 {
		return
	}
	worst := code(math.MaxUint8) // a class that can still get in
	for slot, class := range r.class {
		if class == 0 || class > worst {
			continue
		}
		to.offer(ranked{idAt(page, slot), class, r.rank[slot]})
		if to.full() {
			worst = to.last().class
		}
	}
}
