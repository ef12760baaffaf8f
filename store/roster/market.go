package roster

import (
	"iter"
	"slices"
	"sync"
	"time"

	"talentmap/model"
)

// Firm is an employer by what cards have of the people who work there.
type Firm struct {
	People  int // who work there now
	Hot     int // of them, by receptivity
	OnMaps  int // of them, on some talent map
	Joined  int // of them, within the last twelve months
	Rank    int // the mean of their best ranks on maps; 0: none is on one
	Tenure  int // the median of their months with the employer; -1: not known of any
	ranks   int
	tenures []int16
}

// Market are the employers by the people who work there on the day of now. It looks
// at everyone: some tens of milliseconds for 100,000 people, and some tenths of a second
// where no score of the day is known yet.
func (s *Snapshot) Market(now time.Time) map[model.CompanyID]*Firm {
	return s.market(now, func(pg *page) *[pageSize]uint8 { return s.scoresOf(pg, dayOf(now)) })
}

// Headcount is the market without who is hot, which no score has to be known for: some
// milliseconds for 100,000 people.
func (s *Snapshot) Headcount(now time.Time) map[model.CompanyID]*Firm {
	return s.market(now, func(*page) *[pageSize]uint8 { return nil })
}

func (s *Snapshot) market(now time.Time, scoresOf func(*page) *[pageSize]uint8) map[model.CompanyID]*Firm {
	all := map[model.CompanyID]*Firm{}
	best, today := s.bestRanks(), model.DateOf(now)
	var mu sync.Mutex
	fork(len(s.pages), func(pages iter.Seq[int]) {
		mine := map[model.CompanyID]*Firm{}
		for n := range pages {
			if pg := s.pages[n]; pg != nil {
				s.staff(mine, pg, n, best, today, scoresOf(pg))
			}
		}
		mu.Lock()
		defer mu.Unlock()
		for id, f := range mine {
			f.addTo(all, id)
		}
	})
	for _, f := range all {
		f.finish()
	}
	return all
}

// bestRanks are the best ranks that people have on maps.
func (s *Snapshot) bestRanks() map[model.PersonID]int {
	best := map[model.PersonID]int{}
	for i := range s.maps {
		for at, id := range s.maps[i].people {
			if was, on := best[id]; !on || at+1 < was {
				best[id] = at + 1
			}
		}
	}
	return best
}

// staff adds the people of a page to their employers; scores are theirs, nil where
// nobody asks.
func (s *Snapshot) staff(into map[model.CompanyID]*Firm, pg *page, n int, best map[model.PersonID]int, today model.Date, scores *[pageSize]uint8) {
	for slot := range pageSize {
		e := &pg.entries[slot]
		if e.state == 0 || e.company == 0 {
			continue
		}
		f := into[e.company]
		if f == nil {
			f = &Firm{}
			into[e.company] = f
		}
		f.People++
		if scores != nil && int(scores[slot]) >= s.weights.Scale.Hot {
			f.Hot++
		}
		if rank := best[idAt(n, slot)]; rank > 0 {
			f.OnMaps++
			f.ranks += rank
		}
		joined := e.facts.Joined
		if !joined.Known() {
			joined = e.facts.Since
		}
		if joined.Known() && joined <= today {
			f.tenures = append(f.tenures, int16(months(joined, today)))
			if joined > today.AddMonths(-12) {
				f.Joined++
			}
		}
	}
}

// months are the whole months between two dates.
func months(from, to model.Date) int {
	y, m, _ := model.DateOf(from.Time()).Parts()
	ty, tm, _ := to.Parts()
	return max((ty-y)*12+int(tm)-int(m), 0)
}

func (f *Firm) addTo(all map[model.CompanyID]*Firm, id model.CompanyID) {
	to := all[id]
	if to == nil {
		all[id] = f
		return
	}
	to.People, to.Hot, to.OnMaps, to.Joined, to.ranks = to.People+f.People, to.Hot+f.Hot, to.OnMaps+f.OnMaps, to.Joined+f.Joined, to.ranks+f.ranks
	to.tenures = append(to.tenures, f.tenures...)
}

func (f *Firm) finish() {
	f.Tenure = -1
	if n := len(f.tenures); n > 0 {
		slices.Sort(f.tenures)
		f.Tenure = int(f.tenures[n/2])
	}
	if f.OnMaps > 0 {
		f.Rank = (f.ranks + f.OnMaps/2) / f.OnMaps
	}
	f.tenures = nil
}
