package roster

import (
	"iter"
	"sync"

	"talentmap/model"
)

// Find finds the people for whom everything in the query holds, and says how
// many there are in all. The best come first, at most limit: ranked as
// [Snapshot.Search] does it, of which a query without fields finds the same;
// without words in the order of ID.
func (s *Snapshot) Find(q Query, limit int) (matches []Match, total int) {
	return s.find(&q, limit, true)
}

// First is [Snapshot.Find] without the count. It takes less time, as whoever
// comes too late need not be looked at.
func (s *Snapshot) First(q Query, limit int) []Match {
	matches, _ := s.find(&q, limit, false)
	return matches
}

// find looks for the words as they stand, and for letters scattered over a field
// only where nobody has them so: an exact name brings no noise.
func (s *Snapshot) find(q *Query, limit int, count bool) (matches []Match, total int) {
	if q.Empty() {
		return nil, 0
	}
	if matches, total = s.look(q, limit, count); total > 0 || len(q.words) == 0 {
		return matches, total
	}
	loose := *q
	loose.loose = true
	return s.look(&loose, limit, count)
}

func (s *Snapshot) look(q *Query, limit int, count bool) (matches []Match, total int) {
	checks := q.on(s)
	most := max(limit, MaxMatches)
	best := newTop(most, hit.before)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		scan := scan{query: q, checks: checks, count: count, best: newTop(most, hit.before)}
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				scan.page(pg, n)
			}
		}
		mu.Lock()
		defer mu.Unlock()
		best.merge(scan.best)
		total += scan.total
	})
	return s.ranked(q, best.sorted(), limit), total
}

// Among are those of some people whom a query finds, in the order given: by their
// words as they stand, and by scattered letters only where it finds none of them
// so. A query that looks for nothing leaves everyone.
func (s *Snapshot) Among(q Query, ids []model.PersonID) []model.PersonID {
	if q.Empty() {
		return ids
	}
	if kept := s.among(&q, ids); len(kept) > 0 || len(q.words) == 0 {
		return kept
	}
	q.loose = true
	return s.among(&q, ids)
}

func (s *Snapshot) among(q *Query, ids []model.PersonID) (kept []model.PersonID) {
	scan := scan{query: q, checks: q.on(s)}
	for _, id := range ids {
		pg, slot := s.at(id)
		if pg == nil {
			continue
		}
		n, _ := pageOf(id)
		c := q.among(pg.traits)
		if c.has(slot) && scan.holds(pg, n, slot) && (len(q.words) == 0 || q.points(pg.body, slot, &c, anywhere) > 0) {
			kept = append(kept, id)
		}
	}
	return kept
}

// scan is one worker's part of a search.
type scan struct {
	query  *Query
	checks []check
	count  bool
	best   *top[hit]
	total  int
}

// page looks at the people of a page.
func (s *scan) page(pg *page, n int) {
	if !s.count && s.floor() >= mostPerWord*len(s.query.words) {
		return // whoever comes now is no better
	}
	among := s.query.among(pg.traits)
	for slot := range among.all() {
		if !s.holds(pg, n, slot) {
			continue
		}
		if len(s.query.words) == 0 {
			s.best.offer(hit{id: idAt(n, slot)})
			s.total++
			continue
		}
		floor := s.floor()
		switch points := s.query.points(pg.body, slot, &among, floor); {
		case points > 0:
			s.best.offer(hit{id: idAt(n, slot), points: points})
			s.total++
		case s.count && floor > anywhere && s.query.found(pg.body, slot, &among):
			s.total++
		}
	}
}

// holds reports whether all checks do.
func (s *scan) holds(pg *page, n, slot int) bool {
	for _, holds := range s.checks {
		if !holds(pg, n, slot) {
			return false
		}
	}
	return true
}

// floor is what somebody has to be worth more than.
func (s *scan) floor() int {
	if len(s.query.words) == 0 || !s.best.full() {
		return anywhere
	}
	return s.best.last().points
}
