// Package company is the page of one employer: what it is called, the signals at it,
// whether it is to be left alone, and its people.
//
//	p := company.New(ctx, env, company.Deps{Store: st, Weights: &w}, id)
//
// The people are in three lists, and tab goes round: who works there, the most
// receptive first; who has come within a year, and from where; who has gone, and
// whither.
package company

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	AddSignal(actor string, sig *model.Signal) (store.Acted, error)
	LockCompany(actor string, id model.CompanyID, l store.Lock) (model.Company, error)
	UnlockCompany(actor string, id model.CompanyID, why string) (model.Company, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	Finder  pane.Sifter
}

// view is which of the three lists is shown.
type view int

const (
	staff view = iota
	came
	went
	views
)

// Pane is the page.
type Pane struct {
	pane.Page
	ctx  context.Context
	deps Deps
	id   model.CompanyID

	read  *reading // nil until read
	gone  bool     // the company is another one now
	view  view
	lists [views]*widget.List[model.PersonID]

	narrow *pane.Sifting
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Selecting  = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
)

// New makes the page of a company; Load reads it. ctx ends a read that is under way.
func New(ctx context.Context, env *pane.Env, deps Deps, id model.CompanyID) *Pane {
	p := &Pane{Page: pane.NewPage(env), ctx: ctx, deps: deps, id: id}
	for v := range p.lists {
		p.lists[v] = widget.NewList(func(b []byte, id model.PersonID, _ int, st widget.RowState) []byte { return p.row(b, view(v), id, st) })
	}
	p.narrow = pane.NewSifting(env, "company.turn", deps.Finder, p.refill)
	p.Act(p.actions())
	return p
}

func (p *Pane) list() *widget.List[model.PersonID] { return p.lists[p.view] }

// Title is the company, and how many each list has.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Company"
	}
	e := p.read.Employer
	title := e.Company.Name + " · " + [views]string{
		staff: fmt.Sprintf("%d work there", len(e.Staff)), came: fmt.Sprintf("%d came within a year", len(e.In)), went: fmt.Sprintf("%d went within a year", len(e.Out)),
	}[p.view]
	if n := len(p.list().Marked()); n > 0 {
		title += fmt.Sprintf(" · %d marked", n)
	}
	return title
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	height := max(h-p.above(), 0)
	for _, l := range p.lists {
		l.SetSize(w, height)
		l.Redraw()
	}
}

// above is how many lines stand above the rows.
func (p *Pane) above() int {
	if p.narrow.Shown() {
		return len(p.head()) + 2
	}
	return len(p.head()) + 1
}

// Rows are the people of the view.
func (p *Pane) Rows() pane.Rows {
	if p.list().Len() == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: p.list(), Line: p.above(), Open: "company.open"}
}

// Preview is the person under the cursor.
func (p *Pane) Preview() *roster.Profile {
	if id, ok := p.list().Cursor(); ok && p.read != nil {
		return p.read.people[id]
	}
	return nil
}

// Selected are the marked people, else the one under the cursor.
func (p *Pane) Selected() pane.Selected { return pane.SelectedIn(p.list(), p.Preview()) }

// WalkTo puts the cursor on somebody, as the page that was opened from here shows her.
func (p *Pane) WalkTo(id model.PersonID) {
	p.list().Select(id)
	p.Stale()
}

// Editing is so while the query is typed.
func (p *Pane) Editing() bool { return p.narrow.Typing() }

// Takes are the keys of the query.
func (p *Pane) Takes(key string) bool { return p.narrow.Takes(key) }

// Cursor is in the query that is typed.
func (p *Pane) Cursor() (x, y int, ok bool) {
	x, _, ok = p.narrow.Cursor(p.W)
	return x, len(p.head()), ok
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Acted:
		pane.Served(p.list(), msg)
	case pane.Indexed:
		if p.narrow.Text() != "" {
			p.refill()
		}
	case pane.Themed:
		p.SetSize(p.W, p.H)
	case tea.KeyPressMsg, tea.PasteMsg:
		cmd := p.narrow.Update(msg)
		p.SetSize(p.W, p.H) // the line may be gone
		return cmd
	}
	return nil
}
