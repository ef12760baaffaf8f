package companies

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.Companies, store.CompanySignals)

// reading is the companies as read at one moment.
type reading struct {
	ids []model.CompanyID
	of  map[model.CompanyID]*company
}

// pairing is the pairs that may be one, as found at one moment.
type pairing struct {
	couples []couple // the likeliest first
	pairs   map[couple]*store.CompanyPair
}

// company is one of them, with what is known of it.
type company struct {
	model.Company
	roster.Firm
	ever, signals int // who works or worked there; signals at it
}

type loaded struct {
	pane.Owner
	read  *reading
	first bool // only those with most people: all are to follow
	err   error
}

type paired struct {
	pane.Owner
	pairs *pairing
	err   error
}

// atFirst is how many companies are read before all are.
const atFirst = 200

// Load reads the companies and the pairs again; the first time those with most
// people before the others. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	return tea.Batch(p.loadAll(p.read == nil), p.loadPairs())
}

func (p *Pane) loadAll(first bool) tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	owner, st, index, now := p.Owner(gen), p.deps.Store, p.deps.Index, p.Env.Now()
	return pane.Request(pane.Job{What: "reading the companies", Run: func(tell func(pane.Done)) tea.Msg {
		msg := loaded{Owner: owner, first: first}
		msg.read, msg.err = read(st, index.Snapshot(), first, now, tell)
		return msg
	}})
}

func (p *Pane) loadPairs() tea.Cmd {
	gen, ok := p.pairing.Begin()
	if !ok {
		return nil
	}
	owner, st := p.Owner(gen), p.deps.Store
	return pane.Request(pane.Job{What: "comparing the companies", Run: func(func(pane.Done)) tea.Msg {
		msg := paired{Owner: owner, pairs: &pairing{pairs: map[couple]*store.CompanyPair{}}}
		var all []store.CompanyPair
		all, msg.err = st.LikeCompanies()
		for i := range all {
			c := coupleOf(&all[i])
			msg.pairs.couples = append(msg.pairs.couples, c)
			msg.pairs.pairs[c] = &all[i]
		}
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
	p.sort()
	p.SetSize(p.W, p.H)
	if msg.first || p.Reading.Wanted() {
		return p.loadAll(false)
	}
	return nil
}

func (p *Pane) showPairs(msg paired) tea.Cmd {
	if !p.pairing.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	if p.found == nil && !p.turned && len(msg.pairs.couples) == 0 {
		p.listing = true // nothing is to be decided
	}
	p.found = msg.pairs
	p.pairs.SetIDs(p.found.couples)
	p.SetSize(p.W, p.H)
	if p.pairing.Wanted() {
		return p.loadPairs()
	}
	return nil
}

// read reads the companies, or only those with most people, in reads of bounded
// length.
func read(st Store, snap *roster.Snapshot, first bool, now time.Time, tell func(pane.Done)) (*reading, error) {
	r := &reading{of: map[model.CompanyID]*company{}}
	if first { // who is hot follows with all of them
		firms := snap.Headcount(now)
		ids := most(firms, atFirst)
		return r, st.View(func(tx *store.Tx) error { return r.some(tx, ids, firms) })
	}
	firms := snap.Market(now)
	for from, more := model.CompanyID(0), true; more; {
		if err := st.View(func(tx *store.Tx) (err error) {
			from, more, err = r.next(tx, from, firms)
			return err
		}); err != nil {
			return nil, err
		}
		tell(pane.Done{Count: len(r.ids), Of: "row"})
	}
	return r, nil
}

// weighed is the employers by the people who work there.
type weighed struct {
	pane.Owner
	firms map[model.CompanyID]*roster.Firm
}

// weigh counts the people again, as the index has moved on.
func (p *Pane) weigh() tea.Cmd {
	if p.read == nil {
		return nil
	}
	gen, ok := p.weighing.Begin()
	if !ok {
		return nil
	}
	owner, index, now := p.Owner(gen), p.deps.Index, p.Env.Now()
	return func() tea.Msg { return weighed{owner, index.Snapshot().Market(now)} }
}

func (p *Pane) showFirms(msg weighed) tea.Cmd {
	if !p.weighing.End(msg.Gen) {
		return nil
	}
	for id, c := range p.read.of {
		c.Firm = roster.Firm{Tenure: -1}
		if f := msg.firms[id]; f != nil {
			c.Firm = *f
		}
	}
	p.sort()
	if p.weighing.Wanted() {
		return p.weigh()
	}
	return nil
}
