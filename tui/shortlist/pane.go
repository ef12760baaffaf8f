// Package shortlist is the page of one role's shortlist: who comes into question,
// in order, with the reason beside each name.
//
//	p := shortlist.New(ctx, env, shortlist.Deps{Store: st, Weights: &w, Index: ros, Finder: f}, id)
//
// It has three views, and tab goes round: who is listed; who would be and can't be
// written to now, with what is in the way; and who is not on it, with why not. Below
// is how the role sees whoever is under the cursor, part by part. What people decide
// — pins, who is taken off — is kept on the role; all else is judged anew whenever
// something has changed.
package shortlist

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
	EditRole(by store.Actor, id model.RoleID, change func(*store.Tx, *model.Role) error) (model.Role, error)
}

// Index is where the likely among everyone are found.
type Index interface {
	Snapshot() *roster.Snapshot
}

// Finder finds people.
type Finder interface {
	pane.Sifter
	// FindOne opens a list of anyone, of whom one is picked.
	FindOne(title string, pick func(model.PersonID) tea.Cmd) pane.Overlay
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	Index   Index
	Finder  Finder
}

// The lists, in the order in which one key goes through them.
const (
	listed = iota
	apart
	off
	views
)

// Pane is the page.
type Pane struct {
	pane.People
	ctx  context.Context
	deps Deps
	id   model.RoleID

	read     *reading // nil until read
	gone     bool     // the role has been deleted
	everyone bool     // not only who is on the role's maps
	cols     *widget.Columns[*row]
	order    *pane.Ordering[*row]
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Selecting  = (*Pane)(nil)
	_ pane.Exporting  = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
)

// New makes the page of a role; Load draws its list. ctx ends a read that is under
// way.
func New(ctx context.Context, env *pane.Env, deps Deps, id model.RoleID) *Pane {
	p := &Pane{ctx: ctx, deps: deps, id: id}
	p.People = pane.NewPeople(env, pane.Peopled{
		Name: "shortlist", Lists: views, Finder: deps.Finder, Row: p.row, Called: func() string { return p.read.role.Title },
		Profile: p.profile, Unread: p.unread, Refill: p.refill, LayOut: func() { p.SetSize(p.W, p.H) },
	})
	p.order = pane.NewOrdering(env, "shortlist-order", pane.Just(p.refill), orders()...)
	p.showColumns()
	p.Act(append(p.actions(), p.Moves()...))
	return p
}

// Title is the role, and how many each list has.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Shortlist"
	}
	l := &p.read.list
	title := p.read.role.Title + " · "
	switch p.At {
	case listed:
		title += fmt.Sprintf("%d on the shortlist", len(l.Listed))
	case apart:
		title += fmt.Sprintf("%d apart", len(l.Apart))
	case off:
		title += fmt.Sprintf("%d not on it", len(l.Off))
	}
	if p.everyone {
		title += " · of everyone"
	}
	return p.Titled(title, p.order.Said())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.cols.Layout(w - 1)
	p.SizeLists(p.listHeight())
}

// detailHeight is how many lines the judgement of one person takes.
const detailHeight = 13

// listHeight is how many lines the list takes, with its heading: half of
// the page, or what the judgement below leaves.
func (p *Pane) listHeight() int { return max(p.H-detailHeight, p.H/2) }

// Update takes results, changes of the store, and the query's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case explained:
		return p.explain(msg)
	case unchanged:
		return tea.Batch(p.Load(), pane.Request(msg.tell))
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.showColumns()
		return p.People.Update(msg)
	default:
		return p.People.Update(msg)
	}
	return nil
}

// profile is somebody as she was read, nil where she was not.
func (p *Pane) profile(id model.PersonID) *roster.Profile {
	if r := p.read.of[id]; r != nil {
		return r.prof
	}
	return nil
}

// current is the row under the cursor, nil for none.
func (p *Pane) current() *row {
	id, ok := p.List().Cursor()
	if !ok || p.read == nil {
		return nil
	}
	return p.read.of[id]
}
