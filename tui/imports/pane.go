// Package imports is the page of the files that have come in, newest first: what
// each was, whom it brought and what it told, and whether it still stands.
//
//	p := imports.New(env, imports.Deps{Store: st})
//
// An import can be taken back from here as a whole, and its news read one by one.
// One that was taken back stays in the list, dim, with who did it: redo brings it
// back, as everywhere.
package imports

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// Store is what the page reads, and what takes an import back.
type Store interface {
	View(fn func(*store.Tx) error) error
	UndoImport(actor string, id model.ImportID) (store.Undone, error)
}

// Deps are what the page works with.
type Deps struct{ Store Store }

// Pane is the page.
type Pane struct {
	pane.Page
	deps Deps

	list   *pane.Table[model.ImportID, intake.Past]
	stateW int // the cells of what has become of an import
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads the imports.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps}
	p.list = pane.NewTable(func(r *intake.Past) model.ImportID { return r.ID }, p.row)
	p.Act(p.actions())
	return p
}

// Title is how many imports stand.
func (p *Pane) Title() string {
	n := 0
	for _, id := range p.list.IDs() {
		if p.list.Of(id).BackBy == "" {
			n++
		}
	}
	switch {
	case !p.list.Read():
		return "Imports"
	case n == 1:
		return "Imports · 1 file"
	default:
		return fmt.Sprintf("Imports · %d files", n)
	}
}

// show lists the imports. What has become of one has a column where there is one of
// which there is something to say.
func (p *Pane) show(list []*intake.Past) {
	p.stateW = 0
	if slices.ContainsFunc(list, func(imp *intake.Past) bool { return imp.BackBy != "" || !imp.Done }) {
		p.stateW = stateWidth
	}
	p.list.Show(list)
}

// SetSize sets the inner size. One row is the heading, three tell of the import
// under the cursor.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.list.SetSize(w, max(h-1-detailHeight, 1))
}

// Rows are the imports.
func (p *Pane) Rows() pane.Rows { return p.list.Rows(1, "imports.news") }

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case told:
		return p.showNews(msg)
	case pane.Changed:
		if msg.Kinds.Has(store.Imports) {
			return p.Load()
		}
	case pane.Themed:
		p.list.Redraw()
	}
	return nil
}
