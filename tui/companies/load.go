package companies

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.Companies, store.CompanySignals)

// reading is the companies as read at one moment.
type reading struct {
	couples []couple // the likeliest first
	pairs   map[couple]*store.CompanyPair
	ids     []model.CompanyID // those with most people first
	of      map[model.CompanyID]*company
}

// company is one of them, with what is known of it.
type company struct {
	model.Company
	people, signals int
}

type loaded struct {
	pane.Owner
	read *reading
	err  error
}

// Load reads the companies again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	owner, st := p.Owner(gen), p.deps.Store
	return pane.Request(pane.Job{What: "reading the companies", Run: func(func(pane.Done)) tea.Msg {
		msg := loaded{Owner: owner}
		msg.read, msg.err = read(st)
		return msg
	}})
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.read = msg.read
	p.pairs.SetIDs(p.read.couples)
	p.all.SetIDs(p.read.ids)
	p.SetSize(p.W, p.H)
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}

func read(st Store) (*reading, error) {
	out := &reading{pairs: map[couple]*store.CompanyPair{}, of: map[model.CompanyID]*company{}}
	pairs, err := st.LikeCompanies()
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		c := coupleOf(&pairs[i])
		out.couples = append(out.couples, c)
		out.pairs[c] = &pairs[i]
	}
	if err := st.View(out.list); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out.ids, func(a, b model.CompanyID) int { return cmp.Compare(out.of[b].people, out.of[a].people) })
	return out, nil
}

// list reads every company with what is known of it.
func (r *reading) list(tx *store.Tx) error {
	for c, err := range tx.Companies() {
		if err != nil {
			return err
		}
		with := &company{Company: c, people: len(tx.PeopleAt(c.ID))}
		for _, err := range tx.SignalsAt(c.ID) {
			if err != nil {
				return err
			}
			with.signals++
		}
		r.ids = append(r.ids, c.ID)
		r.of[c.ID] = with
	}
	return nil
}
