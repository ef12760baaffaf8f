// Package review is the page of doubtful matches: rows of imported files that may
// mean someone known, one key each to join them or to keep them apart.
//
//	p := review.New(env, review.Deps{Store: st})
//
// Above are the rows that wait, below the row under the cursor beside the person
// it may mean, with what speaks for and against. A row that may mean several is
// compared with one after the other; several rows can be marked and decided at
// once. What is decided is remembered, and goes by undo. At most the oldest 500
// rows are read; the others follow as these go.
package review

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// Store is what the page reads, and what decides.
type Store interface {
	View(fn func(*store.Tx) error) error
	Join(actor string, row model.ReviewID, id model.PersonID) (model.Person, error)
	KeepApart(actor string, row model.ReviewID) (model.Person, error)
}

// Deps are what the page works with.
type Deps struct{ Store Store }

// Pane is the page.
type Pane struct {
	pane.Page
	deps Deps

	more     int // rows that wait beyond those that are read
	list     *pane.Table[model.ReviewID, row]
	with     int                     // which of those it may mean is compared
	deciding map[model.ReviewID]bool // on their way: not to be decided twice
	gone     map[model.ReviewID]bool // decided here, true once it was away: one that comes back was taken back
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the page; Load reads the rows.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps, deciding: map[model.ReviewID]bool{}, gone: map[model.ReviewID]bool{}}
	p.list = pane.NewTable(func(r *row) model.ReviewID { return r.ID }, p.row)
	p.Act(p.actions())
	return p
}

// Title is how many rows wait, and how many are marked.
func (p *Pane) Title() string {
	if n := len(p.list.Marked()); n > 0 {
		return fmt.Sprintf("%s · %d marked", p.waiting(), n)
	}
	return p.waiting()
}

func (p *Pane) waiting() string {
	switch {
	case !p.list.Read():
		return "Review"
	case p.more > 0:
		return fmt.Sprintf("Review · %d of %d rows", p.list.Len(), p.list.Len()+p.more)
	case p.list.Len() == 1:
		return "Review · 1 row"
	}
	return fmt.Sprintf("Review · %d rows", p.list.Len())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.list.SetSize(w, p.ListHeight(p.list.Len())-1)
}

// Rows are the rows that wait.
func (p *Pane) Rows() pane.Rows { return p.list.Rows(1, "review.open") }

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
	switch msg := msg.(type) {
	case loaded:
		return msg.Show(&p.Reading, p.show, p.Load)
	case decided:
		return p.tell(msg)
	case pane.Changed:
		if msg.Kinds.Has(store.Reviews) || msg.Kinds.Has(store.People) {
			return p.Load()
		}
	case pane.Moved:
		p.with = 0
	case pane.Themed:
		p.list.Redraw()
	}
	return nil
}

// candidate is the person it is compared with, nil for none.
func (p *Pane) candidate() *model.Person {
	r := p.list.Current()
	if r == nil || len(r.like) == 0 {
		return nil
	}
	return &r.like[p.with%len(r.like)]
}
