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
	ids   []model.CompanyID
	of    map[model.CompanyID]*company
	first bool // only those with most people: all are to follow
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

type (
	loaded  = pane.Loaded[*reading]
	paired  = pane.Loaded[*pairing]
	weighed = pane.Loaded[map[model.CompanyID]*roster.Firm] // the employers by the people who work there
)

// atFirst is how many companies are read before all are.
const atFirst = 200

// Load reads the companies and the pairs again; the first time those with most
// people before the others.
func (p *Pane) Load() tea.Cmd {
	return tea.Batch(p.loadAll(p.read == nil), p.loadPairs())
}

func (p *Pane) loadAll(first bool) tea.Cmd {
	st, index, now := p.deps.Store, p.deps.Index, p.Env.Now()
	return pane.LoadLong(&p.Reading, "reading the companies", func(tell func(pane.Done)) (*reading, error) {
		return read(st, index.Snapshot(), first, now, tell)
	})
}

func (p *Pane) loadPairs() tea.Cmd {
	st := p.deps.Store
	return pane.LoadLong(&p.pairing, "comparing the companies", func(func(pane.Done)) (*pairing, error) {
		all, err := st.LikeCompanies()
		found := &pairing{pairs: map[couple]*store.CompanyPair{}}
		for i := range all {
			c := coupleOf(&all[i])
			found.couples = append(found.couples, c)
			found.pairs[c] = &all[i]
		}
		return found, err
	})
}

func (p *Pane) show(r *reading) {
	p.read = r
	p.sort()
	p.pairs.Redraw() // how many people are at either has been read
	p.SetSize(p.W, p.H)
	if r.first {
		p.Reading.Want()
	}
}

func (p *Pane) showPairs(found *pairing) {
	p.found = found
	p.pairs.SetIDs(found.couples)
	p.SetSize(p.W, p.H)
}

// read reads the companies, or only those with most people, in reads of bounded
// length.
func read(st Store, snap *roster.Snapshot, first bool, now time.Time, tell func(pane.Done)) (*reading, error) {
	r := &reading{of: map[model.CompanyID]*company{}, first: first}
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

// weigh counts the people again, as the index has moved on.
func (p *Pane) weigh() tea.Cmd {
	if p.read == nil {
		return nil
	}
	index, now := p.deps.Index, p.Env.Now()
	return pane.Load(&p.weighing, func() (map[model.CompanyID]*roster.Firm, error) { return index.Snapshot().Market(now), nil })
}

func (p *Pane) showFirms(firms map[model.CompanyID]*roster.Firm) {
	for id, c := range p.read.of {
		c.Firm = roster.Firm{Tenure: -1}
		if f := firms[id]; f != nil {
			c.Firm = *f
		}
	}
	p.sort()
}
