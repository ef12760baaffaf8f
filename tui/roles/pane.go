// Package roles is the page of the openings: what each asks for and offers, since
// when it is open, and how its shortlist stands.
//
//	p := roles.New(ctx, env, roles.Deps{Store: st, Weights: &w})
//
// Open roles stand first, the newest before the others; closed ones are dim. Below
// is the role under the cursor, with the first of its shortlist. The lists of all
// roles are drawn from one reading of the people on the maps, by a command, once more
// after each change.
package roles

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
	EditRole(by store.Actor, id model.RoleID, change func(*store.Tx, *model.Role) error) (model.Role, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
}

// Pane is the page.
type Pane struct {
	pane.Page
	ctx  context.Context
	deps Deps

	read *reading // nil until read
	list *pane.Table[model.RoleID, row]
	cols *widget.Columns[*row]
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
)

// New makes the page; Load reads the roles. ctx ends a read that is under way.
func New(ctx context.Context, env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), ctx: ctx, deps: deps}
	p.list = pane.NewTable(func(r *row) model.RoleID { return r.ID }, p.row)
	p.showColumns()
	p.Act(p.actions())
	return p
}

// Title is how many roles are open.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Roles"
	}
	title := fmt.Sprintf("Roles · %d open", p.read.open)
	if closed := p.list.Len() - p.read.open; closed > 0 {
		title += fmt.Sprintf(" · %d closed", closed)
	}
	return title
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.cols.Layout(w - 1)
	p.list.SetSize(w, p.ListHeight(p.list.Len())-1)
	p.list.Redraw()
}

// Rows are the roles.
func (p *Pane) Rows() pane.Rows { return p.list.Rows(1, "roles.open") }

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case opened:
		return p.showOpened(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.showColumns()
		p.SetSize(p.W, p.H)
	}
	return nil
}
