// Package companies is the page of the employers. It has two views, and tab goes
// from one to the other: all companies, those with most people first; and the pairs
// that may be one company, side by side, one key each to merge them or to keep them
// apart. It opens on all of them, and its title says how many pairs wait.
//
//	p := companies.New(ctx, env, companies.Deps{Store: st})
//
// Of a pair the company with more people stays, unless that is swapped. What is
// decided goes by undo. The pairs are found by reading every company: a command
// does that, once more after each change of one.
package companies

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads, and what decides.
type Store interface {
	View(fn func(*store.Tx) error) error
	LikeCompanies() ([]store.CompanyPair, error)
	MergeCompanies(ctx context.Context, actor string, keep, other model.CompanyID) (people int, err error)
	KeepCompaniesApart(actor string, a, b model.CompanyID) error
}

// Index knows who works where.
type Index interface {
	Snapshot() *roster.Snapshot
}

// Deps are what the page works with.
type Deps struct {
	Store Store
	Index Index
}

// couple names a pair: the company with more people, and the other.
type couple struct{ a, b model.CompanyID }

// Pane is the page.
type Pane struct {
	pane.Page
	ctx  context.Context
	deps Deps

	read     *reading // nil until read
	found    *pairing // likewise
	pairing  pane.Reading
	weighing pane.Reading
	cols     *widget.Columns[*company]
	order    *pane.Ordering[*company]
	pairs    *widget.List[couple]
	all      *widget.List[model.CompanyID]
	pairwise bool            // the pairs are shown, not all companies
	swapped  map[couple]bool // the company with fewer people is to stay
	deciding map[couple]bool // on their way: not to be decided twice
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
)

// New makes the page; Load reads the companies. ctx ends a merger that is under
// way.
func New(ctx context.Context, env *pane.Env, deps Deps) *Pane {
	p := &Pane{ctx: ctx, Page: pane.NewPage(env), deps: deps, swapped: map[couple]bool{}, deciding: map[couple]bool{}}
	p.pairing, p.weighing = p.Another(), p.Another()
	p.pairs, p.all = widget.NewList(p.pairRow), widget.NewList(p.companyRow)
	p.order = pane.NewOrdering(env, "companies-order", pane.Just(p.reordered), orders()...)
	p.showColumns()
	p.Act(p.actions())
	return p
}

// Awaited reports whether what the view shows is being read for the first time.
func (p *Pane) Awaited() bool {
	return p.read == nil && p.Reading.Busy() || p.pairwise && p.found == nil && p.pairing.Busy()
}

// unread reports whether the view has nothing to show.
func (p *Pane) unread() bool { return p.read == nil || p.pairwise && p.found == nil }

// Title is how many companies there are, and how many pairs wait.
func (p *Pane) Title() string {
	switch {
	case p.unread():
		return "Companies"
	case p.pairwise:
		return "Companies · " + p.waiting()
	}
	title := fmt.Sprintf("Companies · %d", p.all.Len())
	if by := p.order.Said(); by != "" {
		title += " · " + by
	}
	if p.pairs.Len() > 0 {
		title += " · " + p.waiting()
	}
	return title
}

// waiting says how many pairs wait.
func (p *Pane) waiting() string {
	if p.pairs.Len() == 1 {
		return "1 pair may be one"
	}
	return fmt.Sprintf("%d pairs may be one", p.pairs.Len())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.cols.Layout(w - 1)
	p.pairs.SetSize(w, p.ListHeight(p.pairs.Len())-1)
	p.all.SetSize(w, max(h-1, 0))
}

// Rows are the companies, or the pairs.
func (p *Pane) Rows() pane.Rows {
	if p.pairwise {
		return pane.RowsOf(p.pairs, 1, "")
	}
	return pane.RowsOf(p.all, 1, "companies.open")
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, func() tea.Cmd { return p.loadAll(false) })
	case paired:
		return msg.Show(&p.pairing, p.showPairs, p.loadPairs)
	case pane.Indexed:
		return p.weigh()
	case weighed:
		return msg.Show(&p.weighing, p.showFirms, p.weigh)
	case decided:
		return p.tell(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.showColumns()
		p.SetSize(p.W, p.H)
		p.pairs.Redraw()
		p.all.Redraw()
	}
	return nil
}

// current is the pair under the cursor, nil for none.
func (p *Pane) current() *store.CompanyPair {
	c, ok := p.pairs.Cursor()
	if !ok || p.read == nil || p.found == nil {
		return nil
	}
	return p.found.pairs[c]
}

// keeping are the companies of a pair: the one that stays, and the one that goes.
func (p *Pane) keeping(pair *store.CompanyPair) (stays, goes *model.Company) {
	if p.swapped[coupleOf(pair)] {
		return &pair.B, &pair.A
	}
	return &pair.A, &pair.B
}

func coupleOf(pair *store.CompanyPair) couple { return couple{pair.A.ID, pair.B.ID} }
