package roster

import (
	"cmp"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring"
)

// WorkplaceID tells companies apart as the model does: by record where there is one,
// else by what the names have in common. The zero WorkplaceID is that of people who
// are employed nowhere, as far as known.
type WorkplaceID struct {
	Company model.CompanyID
	Key     string // see [model.CompanyKey]; "" where Company is known
}

// WorkplaceOf is where a position is held.
func WorkplaceOf(q *model.Position) WorkplaceID {
	if q.CompanyID != 0 {
		return WorkplaceID{Company: q.CompanyID}
	}
	return WorkplaceID{Key: model.CompanyKey(q.Company)}
}

// Workplace is a company as some ranked people show it: who of them is there, and how
// they came and went.
type Workplace struct {
	ID       WorkplaceID
	Name     string
	People   []model.PersonID   // who work there now, the best ranked first
	MeanRank float64            // of those
	Tenure   int                // median months at the company; -1 unknown
	Hot      int                // how many are hot
	Mean     float64            // mean receptivity
	Signals  []model.SignalKind // on the company that count today
	In, Out  int                // who joined and who left within the last twelve months
}

// Workplaces are the companies where ranked people work now, those with most people
// first, then by mean rank. people come in the order of their ranks; one that is nil
// counts as a rank, and no more.
func Workplaces(people []*Profile, now time.Time) []Workplace {
	all := map[WorkplaceID]*staff{}
	for i, p := range people {
		if p == nil {
			continue
		}
		id := WorkplaceID{}
		if p.Employed {
			id = WorkplaceOf(&p.Latest)
		}
		w := all[id]
		if w == nil {
			w = &staff{Workplace: Workplace{ID: id, Name: p.Latest.Company}}
			if id == (WorkplaceID{}) {
				w.Name = ""
			}
			if p.Company.ID == id.Company && p.Company.Name != "" {
				w.Name = p.Company.Name
			}
			all[id] = w
		}
		w.add(p, i+1, now)
	}
	for _, p := range people {
		if p != nil {
			left(p, all, now)
		}
	}
	out := make([]Workplace, 0, len(all))
	for _, w := range all {
		out = append(out, w.sum())
	}
	slices.SortFunc(out, func(a, b Workplace) int {
		return cmp.Or(len(b.People)-len(a.People), cmp.Compare(a.MeanRank, b.MeanRank), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// staff counts the people of a company.
type staff struct {
	Workplace
	ranks, scores int
	months        []int
}

func (w *staff) add(p *Profile, rank int, now time.Time) {
	w.People = append(w.People, p.Person.ID)
	w.ranks += rank
	w.scores += p.Receptivity.Score
	if p.Receptivity.Band == scoring.Hot {
		w.Hot++
	}
	if w.ID == (WorkplaceID{}) {
		return
	}
	if came := joined(&p.Person, now); came.Known() {
		w.months = append(w.months, came.MonthsUntil(now))
		if lately(came, now) {
			w.In++
		}
	}
	for i := range p.Receptivity.Points {
		if pt := &p.Receptivity.Points[i]; pt.Why == "" && ofCompany(p, pt.Signal) && !slices.Contains(w.Signals, pt.Kind) {
			w.Signals = append(w.Signals, pt.Kind)
		}
	}
}

// ofCompany reports whether a signal that was read with a person is on her company.
func ofCompany(p *Profile, id model.SignalID) bool {
	i := slices.IndexFunc(p.Signals, func(s model.Signal) bool { return s.ID == id })
	return id != 0 && i >= 0 && p.Signals[i].OfCompany()
}

func (w *staff) sum() Workplace {
	n := float64(len(w.People))
	w.MeanRank, w.Mean, w.Tenure = float64(w.ranks)/n, float64(w.scores)/n, -1
	if len(w.months) > 0 {
		slices.Sort(w.months)
		w.Tenure = w.months[len(w.months)/2]
		if even := len(w.months)%2 == 0; even {
			w.Tenure = (w.Tenure + w.months[len(w.months)/2-1]) / 2
		}
	}
	slices.Sort(w.Signals)
	return w.Workplace
}

// left counts someone with the companies that she has left lately.
func left(p *Profile, all map[WorkplaceID]*staff, now time.Time) {
	var counted []WorkplaceID
	for i := range p.Person.Positions {
		q := &p.Person.Positions[i]
		id := WorkplaceOf(q)
		w := all[id]
		if w == nil || id == (WorkplaceID{}) || !q.End.Known() || !lately(q.End, now) || slices.Contains(counted, id) || slices.Contains(w.People, p.Person.ID) {
			continue
		}
		counted = append(counted, id)
		w.Out++
	}
}

// lately reports whether a day lies within the last twelve months. Of a date that is
// known to the year only the first day counts.
func lately(d model.Date, now time.Time) bool {
	today := model.DateOf(now)
	return d.AddDays(0) <= today && d.AddDays(0) > today.AddMonths(-12)
}
