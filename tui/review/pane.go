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
	"talentmap/tui/widget"
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

	rows     *rows // nil until read
	list     *widget.List[model.ReviewID]
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
	p.list = widget.NewList(p.row)
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
	case p.rows == nil:
		return "Review"
	case p.rows.more > 0:
		return fmt.Sprintf("Review · %d of %d rows", p.list.Len(), p.list.Len()+p.rows.more)
	case p.list.Len() == 1:
		return "Review · 1 row"
	}
	return fmt.Sprintf("Review · %d rows", p.list.Len())
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.list.SetSize(w, p.listHeight()-1)
}

// listHeight is how many lines the rows take, with their heading: what they need,
// up to two fifths of the page.
func (p *Pane) listHeight() int { return min(max(p.H*2/5, min(p.H, 4)), p.list.Len()+1) }

// Rows are the rows that wait.
func (p *Pane) Rows() pane.Rows {
	if p.list.Len() == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: p.list, Line: 1, Open: "review.open"}
}

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

// current is the row under the cursor, nil for none.
func (p *Pane) current() *row {
	id, ok := p.list.Cursor()
	if !ok || p.rows == nil {
		return nil
	}
	return p.rows.of[id]
}

// candidate is the person it is compared with, nil for none.
func (p *Pane) candidate() *model.Person {
	r := p.current()
	if r == nil || len(r.like) == 0 {
		return nil
	}
	return &r.like[p.with%len(r.like)]
}
