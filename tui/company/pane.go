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
	LockCompany(actor string, id model.CompanyID, l store.Lock) (model.Company, error)
	UnlockCompany(actor string, id model.CompanyID, why string) (model.Company, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	Finder  pane.Sifter
}

// The lists, in the order in which one key goes through them.
const (
	staff = iota
	came
	went
	views
)

// Pane is the page.
type Pane struct {
	pane.People
	ctx  context.Context
	deps Deps
	id   model.CompanyID

	read *reading // nil until read
	gone bool     // the company is another one now

	staffCols  *widget.Columns[*roster.Profile]
	staffOrder *pane.Ordering[*roster.Profile]
	moveCols   [views]*widget.Columns[*roster.Move] // of who has come and of who has gone
	moveOrder  *pane.Ordering[*roster.Move]
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Selecting  = (*Pane)(nil)
	_ pane.Exporting  = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
)

// New makes the page of a company; Load reads it. ctx ends a read that is under way.
func New(ctx context.Context, env *pane.Env, deps Deps, id model.CompanyID) *Pane {
	p := &Pane{ctx: ctx, deps: deps, id: id}
	p.People = pane.NewPeople(env, pane.Peopled{
		Name: "company", Lists: views, Finder: deps.Finder, Row: p.row, Called: func() string { return p.read.Company.Name },
		Profile: func(id model.PersonID) *roster.Profile { return p.read.people[id] },
		Unread:  p.unread, Head: func() int { return len(p.head()) }, Refill: p.refill, LayOut: func() { p.SetSize(p.W, p.H) },
	})
	p.staffOrder = pane.NewOrdering(env, "company-order", pane.Just(p.refill), p.staffOrders()...)
	p.moveOrder = pane.NewOrdering(env, "moves-order", pane.Just(p.refill), p.moveOrders()...)
	p.staffCols = widget.NewColumns(p.staffColumns()...)
	p.moveCols[came], p.moveCols[went] = widget.NewColumns(p.moveColumns("came from")...), widget.NewColumns(p.moveColumns("went to")...)
	p.Act(append(p.actions(), p.Moves()...))
	return p
}

// Title is the company, and how many each list has.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Company"
	}
	e := p.read.Employer
	title := e.Company.Name + " · " + [views]string{
		staff: fmt.Sprintf("%d work there", len(e.Staff)), came: fmt.Sprintf("%d came within a year", len(e.In)), went: fmt.Sprintf("%d went within a year", len(e.Out)),
	}[p.At]
	return p.Titled(title, p.ordering().Said())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.staffCols.Layout(w - 1)
	p.moveCols[came].Layout(w - 1)
	p.moveCols[went].Layout(w - 1)
	p.SizeLists(h)
}

// Update takes results, changes of the store, and the query's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.refill() // the signs of the orders are of the theme
		return p.People.Update(msg)
	default:
		return p.People.Update(msg)
	}
	return nil
}
