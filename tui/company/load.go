package company

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter what the page shows.
var watched = store.KindsOf(store.Companies, store.CompanySignals, store.People, store.PersonSignals, store.Maps, store.Touches)

// reading is the company as read at one moment.
type reading struct {
	*roster.Employer
	tenure int
	people map[model.PersonID]*roster.Profile
	moves  map[model.PersonID]*roster.Move
}

type loaded = pane.Loaded[*reading]

// Load reads the company again.
func (p *Pane) Load() tea.Cmd {
	ctx, deps, id, now := p.ctx, p.deps, p.id, p.Env.Now()
	return pane.LoadLong(&p.Reading, "reading the company", func(func(pane.Done)) (*reading, error) {
		e, err := roster.ReadEmployer(ctx, deps.Store, deps.Weights, id, now)
		if errors.Is(err, store.ErrNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		r := &reading{Employer: e, tenure: e.Tenure(now), people: map[model.PersonID]*roster.Profile{}, moves: map[model.PersonID]*roster.Move{}}
		for _, prof := range slices.Concat(e.Staff, e.Gone) {
			r.people[prof.Person.ID] = prof
		}
		for _, moves := range [][]roster.Move{e.In, e.Out} {
			for i := range moves {
				r.moves[moves[i].Person] = &moves[i]
			}
		}
		return r, nil
	})
}

// show takes the company as it was read; nil: it is another one now.
func (p *Pane) show(r *reading) {
	p.read, p.gone = r, r == nil
	p.refill()
}

// refill puts the people whom the query keeps into the lists, in the orders that hold.
func (p *Pane) refill() {
	if p.read == nil {
		return
	}
	all := [views][]model.PersonID{
		staff: idsOf(p.read.Staff, func(prof *roster.Profile) model.PersonID { return prof.Person.ID }),
		came:  p.known(idsOf(p.read.In, func(m roster.Move) model.PersonID { return m.Person })),
		went:  p.known(idsOf(p.read.Out, func(m roster.Move) model.PersonID { return m.Person })),
	}
	pane.Arrange(p.staffOrder.Now(), all[staff], func(id model.PersonID) *roster.Profile { return p.read.people[id] })
	for _, v := range []int{came, went} {
		pane.Arrange(p.moveOrder.Now(), all[v], func(id model.PersonID) *roster.Move { return p.read.moves[id] })
		p.moveCols[v].Sort(p.moveOrder.Mark())
	}
	p.staffCols.Sort(p.staffOrder.Mark())
	p.Narrow.Sift(slices.Concat(all[staff], all[went])) // who came is of the staff
	for v, ids := range all {
		p.Fill(v, ids)
	}
	p.SetSize(p.W, p.H)
}

// known are those of whom all could be read: a damaged record is passed over.
func (p *Pane) known(ids []model.PersonID) []model.PersonID {
	return slices.DeleteFunc(ids, func(id model.PersonID) bool { return p.read.people[id] == nil })
}

func idsOf[T any](list []T, of func(T) model.PersonID) []model.PersonID {
	ids := make([]model.PersonID, len(list))
	for i, v := range list {
		ids[i] = of(v)
	}
	return ids
}
