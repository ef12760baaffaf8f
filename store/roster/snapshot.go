package roster

import (
	"iter"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// Snapshot is the roster at one moment. It never changes and may be read from
// any goroutine, for as long as one likes.
type Snapshot struct {
	weights   *scoring.Weights
	pages     []*page // by ID; nil where nobody was
	companies shelf
	shut      shut
	maps      []onMap // in order of ID
	filters   Filters
	arrivals  arrivals
	count     int
	rev       model.Rev
	damaged   int

	done, total int
	complete    bool
}

// Rev is the revision of the store that the snapshot has reached; 0 while the
// roster loads.
func (s *Snapshot) Rev() model.Rev { return s.rev }

// Loaded says how far the reading of everybody is: done of total IDs, some of
// which nobody may have. It begins anew only where the journal is damaged.
func (s *Snapshot) Loaded() (done, total int, complete bool) { return s.done, s.total, s.complete }

// Damaged is how many records could not be read, so that a person, or some
// signals, are missing here.
func (s *Snapshot) Damaged() int { return s.damaged }

// Filters are the saved filters.
func (s *Snapshot) Filters() Filters { return s.filters }

// Len is how many people there are.
func (s *Snapshot) Len() int { return s.count }

// Card is one person's card; ok is false where nobody has the ID.
func (s *Snapshot) Card(id model.PersonID) (c Card, ok bool) {
	pg, slot := s.at(id)
	if pg == nil {
		return Card{}, false
	}
	return pg.card(id, slot), true
}

// Cards yields everyone in order of ID.
func (s *Snapshot) Cards() iter.Seq[Card] {
	return func(yield func(Card) bool) {
		for n, pg := range s.pages {
			if pg == nil {
				continue
			}
			for slot := range pageSize {
				if pg.entries[slot].state != 0 && !yield(pg.card(idAt(n, slot), slot)) {
					return
				}
			}
		}
	}
}

// Score is how receptive a person is on the day of now, 0–100, and when to
// write; 0 for nobody.
func (s *Snapshot) Score(id model.PersonID, now time.Time) (score int, win scoring.Window) {
	pg, slot := s.at(id)
	if pg == nil {
		return 0, scoring.Window{}
	}
	var few [8]model.Signal
	return s.weights.Score(pg.entries[slot].facts, s.signals(few[:0], pg.body, slot), now)
}

// at is the page and slot of a person; nil where nobody has the ID.
func (s *Snapshot) at(id model.PersonID) (*page, int) {
	if id == 0 || id >= s.end() {
		return nil, 0
	}
	n, slot := pageOf(id)
	if pg := s.pages[n]; pg != nil && pg.entries[slot].state != 0 {
		return pg, slot
	}
	return nil, 0
}

// page is the n-th page; nil where there is none.
func (s *Snapshot) page(n int) *page {
	if n >= len(s.pages) {
		return nil
	}
	return s.pages[n]
}

// end is the first ID behind the last page.
func (s *Snapshot) end() model.PersonID { return idAt(len(s.pages), 0) }

// signals writes all that concern the person in a slot into a buffer: her own
// and her company's.
func (s *Snapshot) signals(into []model.Signal, b *body, slot int) []model.Signal {
	into = unpack(into, b.signalsOf(slot), 0)
	if company := b.entries[slot].company; company != 0 {
		into = unpack(into, s.companies.at(company), company)
	}
	return into
}
