// Package history is the page of all changes, newest first: when, who, what and
// how many records, and whether it still stands. Any change can be taken back
// from here, as far as nobody has changed the same thing since.
//
//	p := history.New(env, history.Deps{Store: st})
//
// Drafts saved as they were typed are left out. The journal may be long: the
// newest are read, and more when the cursor comes near the end.
package history

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// Store is what the page reads, and what takes a change back.
type Store interface {
	View(fn func(*store.Tx) error) error
	UndoChange(actor string, rev model.Rev) (store.Undone, error)
	UndoImport(actor string, id model.ImportID) (store.Undone, error)
}

// Deps are what the page works with.
type Deps struct{ Store Store }

// Pane is the page.
type Pane struct {
	pane.Page
	deps Deps
	want int // how many rows

	complete bool // there are no more rows
	list     *pane.Table[model.Rev, row]
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads the newest changes.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps, want: window}
	p.list = pane.NewTable(func(r *row) model.Rev { return r.oldest }, p.row)
	p.Act(p.actions())
	return p
}

// Title is how many changes are listed.
func (p *Pane) Title() string {
	switch n := p.list.Len(); {
	case !p.list.Read():
		return "History"
	case !p.complete:
		return fmt.Sprintf("History · the newest %d", n)
	case n == 1:
		return "History · 1 change"
	default:
		return fmt.Sprintf("History · %d changes", n)
	}
}

// SetSize sets the inner size. One row is the heading.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.list.SetSize(w, h-1)
}

// Rows are the changes.
func (p *Pane) Rows() pane.Rows { return p.list.Rows(1, "history.show") }

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case touched:
		return p.showTouched(msg)
	case pane.Changed:
		return p.Load()
	case pane.Moved:
		return p.more()
	case pane.Themed:
		p.list.Redraw()
	}
	return nil
}
