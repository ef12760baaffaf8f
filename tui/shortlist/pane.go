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

// view is which of the three lists is shown.
type view int

const (
	listed view = iota
	apart
	off
	views
)

// Pane is the page.
type Pane struct {
	pane.Page
	ctx  context.Context
	deps Deps
	id   model.RoleID

	read     *reading // nil until read
	gone     bool     // the role has been deleted
	view     view
	everyone bool // not only who is on the role's maps
	lists    [views]*widget.List[model.PersonID]
	cols     *widget.Columns[*row]
	narrow   *pane.Sifting
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Selecting  = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
)

// New makes the page of a role; Load draws its list. ctx ends a read that is under
// way.
func New(ctx context.Context, env *pane.Env, deps Deps, id model.RoleID) *Pane {
	p := &Pane{Page: pane.NewPage(env), ctx: ctx, deps: deps, id: id}
	for v := range p.lists {
		p.lists[v] = widget.NewList(p.row)
	}
	p.showColumns()
	p.narrow = pane.NewSifting(env, "shortlist.turn", deps.Finder, p.refill)
	p.Act(p.actions())
	return p
}

func (p *Pane) list() *widget.List[model.PersonID] { return p.lists[p.view] }

// Title is the role, and how many each list has.
func (p *Pane) Title() string {
	if p.read == nil {
		return "Shortlist"
	}
	l := &p.read.list
	title := p.read.role.Title + " · "
	switch p.view {
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
	if n := len(p.list().Marked()); n > 0 {
		title += fmt.Sprintf(" · %d marked", n)
	}
	return title
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.cols.Layout(w - 1)
	for _, l := range p.lists {
		l.SetSize(w, max(p.listHeight()-p.above(), 0))
		l.Redraw()
	}
}

// detailHeight is how many lines the judgement of one person takes.
const detailHeight = 14

// listHeight is how many lines the list takes, with its heading: at least half of
// the page, where there is room for the judgement below.
func (p *Pane) listHeight() int { return max(p.H-detailHeight, (p.H+1)/2) }

// above is how many lines stand above the rows.
func (p *Pane) above() int {
	if p.narrow.Shown() {
		return 2
	}
	return 1
}

// Rows are the people of the view.
func (p *Pane) Rows() pane.Rows {
	if p.list().Len() == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: p.list(), Line: p.above(), Open: "shortlist.open"}
}

// Preview is the person under the cursor.
func (p *Pane) Preview() *roster.Profile {
	if r := p.current(); r != nil {
		return r.prof
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
func (p *Pane) Cursor() (x, y int, ok bool) { return p.narrow.Cursor(p.W) }

// Update takes results, changes of the store, and the query's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case explained:
		return p.explain(msg)
	case unchanged:
		return tea.Batch(p.Load(), pane.Request(msg.tell))
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
	case tea.KeyPressMsg, tea.PasteMsg:
		cmd := p.narrow.Update(msg)
		p.SetSize(p.W, p.H) // the line may be gone
		return cmd
	case pane.Themed:
		p.showColumns()
		p.SetSize(p.W, p.H)
	}
	return nil
}

// current is the row under the cursor, nil for none.
func (p *Pane) current() *row {
	id, ok := p.list().Cursor()
	if !ok || p.read == nil {
		return nil
	}
	return p.read.of[id]
}
