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

// Counts are how many people stand in each class of the queue.
type Counts [scoring.KeepOrErase + 1]int

// All is how many there are in all classes.
func (c Counts) All() (n int) {
	for _, k := range c {
		n += k
	}
	return n
}

// Narrow is what a queue is narrowed to. The zero Narrow is the whole queue.
type Narrow struct {
	Query Query // whom it finds
	Class uint8 // a class + 1; 0: all
}

// Queue is who comes next on the day of now: the first limit rows, ordered by
// class, rank and ID, and how many people there are in the whole queue. Locked
// people are not in it. The ranks are kept for the day last asked for, so that
// asking again costs little.
func (s *Snapshot) Queue(now time.Time, limit int) (rows []Row, total int) {
	rows, counts := s.Waiting(now, Narrow{}, limit)
	return rows, counts.All()
}

// Waiting is [Snapshot.Queue] of those whom the query finds, with the rows of one
// class where that is said. It counts those whom the query finds in every class.
func (s *Snapshot) Waiting(now time.Time, to Narrow, limit int) (rows []Row, counts Counts) {
	q := &to.Query
	rows, counts = s.waiting(now, q, code(to.Class), limit)
	if counts.All() == 0 && len(q.words) > 0 {
		q.loose = true
		rows, counts = s.waiting(now, q, code(to.Class), limit)
	}
	return rows, counts
}

func (s *Snapshot) waiting(now time.Time, q *Query, class code, limit int) (rows []Row, counts Counts) {
	day, checks := dayOf(now), q.on(s)
	first := newTop(limit, ranked.before)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine, open := newTop(limit, ranked.before), Counts{}
		scan := scan{query: q, checks: checks}
		for n := range pages {
			pg := s.pages[n]
			if pg == nil {
				continue
			}
			r := s.ranksOf(pg, day)
			switch {
			case r.open.All() == 0:
			case q.Empty():
				open.add(&r.open)
				r.offer(n, class, mine)
			default:
				found := scan.waiting(pg, n, r)
				open.add(&found.open)
				found.offer(n, class, mine)
			}
		}
		mu.Lock()
		defer mu.Unlock()
		counts.add(&open)
		first.merge(mine)
	})
	return s.rowsOf(first.sorted(), day), counts
}

func (c *Counts) add(other *Counts) {
	for i, n := range other {
		c[i] += n
	}
}

// waiting are those of a page's ranks whom the query finds.
func (s *scan) waiting(pg *page, n int, r *ranks) *ranks {
	found := *r
	found.open = Counts{}
	among := s.query.among(pg.traits)
	for slot, class := range r.class {
		if class == 0 {
			continue
		}
		if !among.has(slot) || !s.holds(pg, n, slot) || len(s.query.words) > 0 && s.query.points(pg.body, slot, &among, anywhere) == 0 {
			found.class[slot] = 0
			continue
		}
		found.open[class-1]++
	}
	return &found
}

// rowsOf are places of the queue with what is to be known of them.
func (s *Snapshot) rowsOf(places []ranked, day time.Time) []Row {
	rows := make([]Row, len(places))
	buffer := make([]model.Signal, 0, 16)
	for i, p := range places {
		n, slot := pageOf(p.id)
		rows[i].Card = s.pages[n].card(p.id, slot)
		rows[i].Next, _ = s.next(s.pages[n].body, slot, day, &buffer)
	}
	return rows
}

// NextDue is the day after today on which something is due next of anybody who is not
// locked, and of whom; false where nothing is.
func (s *Snapshot) NextDue(now time.Time) (day model.Date, who Card, ok bool) {
	today := model.DateOf(now)
	var first model.PersonID
	for n, pg := range s.pages {
		if pg == nil {
			continue
		}
		for slot := range pageSize {
			e := &pg.entries[slot]
			if e.state == 0 {
				continue
			}
			o := pg.outreach(slot)
			next := max(o.Next, o.Deferral.Until)
			if next > today && (first == 0 || next < day) && !o.Locked(now) {
				day, first = next, idAt(n, slot)
			}
		}
	}
	if first == 0 {
		return 0, Card{}, false
	}
	who, ok = s.Card(first)
	return day, who, ok
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

// PutOff is [Snapshot.Deferred] of those to whom a queue is narrowed, with how many
// there are of each class.
func (s *Snapshot) PutOff(now time.Time, to Narrow) (rows []Row, counts Counts) {
	all := s.Deferred(now)
	ids := make([]model.PersonID, len(all))
	for i, r := range all {
		ids[i] = r.Card.ID
	}
	kept := s.Among(to.Query, ids)
	for _, r := range all {
		if len(kept) == 0 || r.Card.ID != kept[0] { // in the same order
			continue
		}
		kept = kept[1:]
		counts[r.Next.Class]++
		if to.Class == 0 || to.Class == uint8(r.Next.Class)+1 {
			rows = append(rows, r)
		}
	}
	return rows, counts
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

// offer puts those of a page who have a place, of one class or, with 0, of any,
// before the best.
func (r *ranks) offer(page int, only code, to *top[ranked]) {
	if to.limit == 0 {
		return
	}
	worst := code(math.MaxUint8) // a class that can still get in
	for slot, class := range r.class {
		if class == 0 || class > worst || only != 0 && class != only {
			continue
		}
		to.offer(ranked{idAt(page, slot), class, r.rank[slot]})
		if to.full() {
			worst = to.last().class
		}
	}
}
