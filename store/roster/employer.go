package roster

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
)

// Employer is one company with the people who work there, and who has come and gone
// within a year.
type Employer struct {
	Company model.Company
	Signals []model.Signal // at the company, the newest first
	Staff   []*Profile     // who work there now, the most receptive first
	Gone    []*Profile     // of those who have left, who did so within twelve months
	Former  int            // how many have worked there, and do no longer
	In, Out []Move         // within twelve months, the newest first
	Ranks   map[model.PersonID][]scoring.Ranked
}

// Move is one person's way into a company or out of it.
type Move struct {
	Person model.PersonID
	Name   string
	On     model.Date // the first day there, or the last
	Title  string     // there
	Where  string     // from which company, or to which; "" where it is not known
}

// ReadEmployer reads a company with its people, in reads of bounded length, on the
// day of now. A company that is not there gives [store.ErrNotFound].
func ReadEmployer(ctx context.Context, st Viewer, w *scoring.Weights, id model.CompanyID, now time.Time) (*Employer, error) {
	e := &Employer{Ranks: map[model.PersonID][]scoring.Ranked{}}
	var people []model.PersonID
	err := st.View(func(tx *store.Tx) (err error) {
		if e.Company, err = tx.Company(id); err != nil {
			return err
		}
		people = tx.PeopleAt(id)
		return errors.Join(e.readSignals(tx), e.readRanks(tx))
	})
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(people, pooledAtOnce) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := st.View(func(tx *store.Tx) error { return e.readPeople(tx, w, some, now) }); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(e.Staff, func(a, b *Profile) int { return cmp.Compare(b.Receptivity.Score, a.Receptivity.Score) })
	newest := func(a, b Move) int { return cmp.Compare(b.On, a.On) }
	slices.SortStableFunc(e.In, newest)
	slices.SortStableFunc(e.Out, newest)
	return e, nil
}

func (e *Employer) readSignals(tx *store.Tx) error {
	for s, err := range tx.SignalsAt(e.Company.ID) {
		if err != nil {
			return err
		}
		e.Signals = append(e.Signals, s)
	}
	slices.SortStableFunc(e.Signals, func(a, b model.Signal) int { return cmp.Compare(b.Date, a.Date) })
	return nil
}

func (e *Employer) readRanks(tx *store.Tx) error {
	for m, err := range tx.Maps() {
		if errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
		for i, entry := range m.Entries {
			e.Ranks[entry.Person] = append(e.Ranks[entry.Person], scoring.Ranked{Map: m.ID, Name: m.Name, Rank: i + 1})
		}
	}
	return nil
}

func (e *Employer) readPeople(tx *store.Tx, w *scoring.Weights, ids []model.PersonID, now time.Time) error {
	for _, id := range ids {
		p, err := tx.Person(id)
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
		there, lately := e.moved(&p, now)
		if !there {
			e.Former++
		}
		if !there && !lately {
			continue
		}
		prof, err := ReadProfile(tx, w, id, now)
		if errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
		if there {
			e.Staff = append(e.Staff, prof)
		} else {
			e.Gone = append(e.Gone, prof)
		}
	}
	return nil
}

// moved notes whether somebody has come or gone within a year, and reports it, and
// whether she is there now. One who has come back has come when she did.
func (e *Employer) moved(p *model.Person, now time.Time) (there, lately bool) {
	today := model.DateOf(now)
	year := today.AddMonths(-12)
	if cur, held := p.Current(now); held && cur.CompanyID == e.Company.ID {
		if on := joined(p, now); on > year && on <= today {
			e.In = append(e.In, Move{p.ID, p.Name, on, cur.Title, e.before(p, on)})
			lately = true
		}
		return true, lately
	}
	var last model.Position
	for _, q := range p.Positions {
		if q.CompanyID == e.Company.ID && q.End > last.End {
			last = q
		}
	}
	if last.End > year && last.End <= today {
		e.Out = append(e.Out, Move{p.ID, p.Name, last.End, last.Title, e.after(p, last.End, now)})
		lately = true
	}
	return false, lately
}

// joined is since when somebody has been with her employer; zero where that is not
// known.
func joined(p *model.Person, now time.Time) model.Date {
	f := scoring.FactsOf(p, now)
	return cmp.Or(f.Joined, f.Since)
}

// before is where somebody was when she came: the newest of what began earlier
// elsewhere.
func (e *Employer) before(p *model.Person, start model.Date) string {
	var from model.Position
	for _, q := range p.Positions {
		if q.CompanyID != e.Company.ID && q.Start.Known() && q.Start < start && q.Start > from.Start {
			from = q
		}
	}
	return from.Company
}

// after is where somebody went: where she works now, else what began last after she
// had left.
func (e *Employer) after(p *model.Person, end model.Date, now time.Time) string {
	if cur, ok := p.Current(now); ok {
		return cur.Company
	}
	var to model.Position
	for _, q := range p.Positions {
		if q.CompanyID != e.Company.ID && q.Start >= end && q.Start > to.Start {
			to = q
		}
	}
	return to.Company
}

// BestRank is somebody's best rank on a map; 0 where she is on none.
func (e *Employer) BestRank(id model.PersonID) (best int) {
	for _, r := range e.Ranks[id] {
		if best == 0 || r.Rank < best {
			best = r.Rank
		}
	}
	return best
}

// Tenure is the median of the months that the staff has been there; -1 where it is
// known of nobody.
func (e *Employer) Tenure(now time.Time) int {
	f := Firm{}
	for _, prof := range e.Staff {
		if on := joined(&prof.Person, now); on.Known() {
			f.tenures = append(f.tenures, int16(months(on, model.DateOf(now))))
		}
	}
	f.finish()
	return f.Tenure
}
