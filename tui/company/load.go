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

type loaded struct {
	pane.Owner
	read *reading
	err  error
}

// Load reads the company again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	ctx, owner, deps, id, now := p.ctx, p.Owner(gen), p.deps, p.id, p.Env.Now()
	return pane.Request(pane.Job{What: "reading the company", Run: func(func(pane.Done)) tea.Msg {
		e, err := roster.ReadEmployer(ctx, deps.Store, deps.Weights, id, now)
		if err != nil {
			return loaded{Owner: owner, err: err}
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
		return loaded{Owner: owner, read: r}
	}})
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	switch {
	case errors.Is(msg.err, store.ErrNotFound):
		p.gone, p.read = true, nil
		return nil
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	}
	p.read, p.gone = msg.read, false
	p.refill()
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}

// refill puts the people whom the query keeps into the lists.
func (p *Pane) refill() {
	if p.read == nil {
		return
	}
	all := [views][]model.PersonID{
		staff: idsOf(p.read.Staff, func(prof *roster.Profile) model.PersonID { return prof.Person.ID }),
		came:  p.known(idsOf(p.read.In, func(m roster.Move) model.PersonID { return m.Person })),
		went:  p.known(idsOf(p.read.Out, func(m roster.Move) model.PersonID { return m.Person })),
	}
	p.narrow.Sift(slices.Concat(all[staff], all[went])) // who came is of the staff
	for v, ids := range all {
		p.lists[v].SetIDs(p.narrow.Kept(ids))
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
