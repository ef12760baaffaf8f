// Package queue is the second pane of the home screen: who next, and why.
//
//	p := queue.New(env, queue.Deps{Store: st, Index: ros, Weights: &w})
//
// Replies waiting come first, then touches due, then those receptive now, then
// nurture. It shows the live index as it stands, also while that is still being
// read.
package queue

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the pane reads of one person.
type Store interface {
	View(fn func(*store.Tx) error) error
}

// Index is where the ranked queue comes from.
type Index interface {
	Snapshot() *roster.Snapshot
}

// Deps are what the pane works with.
type Deps struct {
	Store   Store
	Index   Index
	Weights *scoring.Weights
}

// Indexed says that the live index has moved on.
type Indexed struct{}

// Pane is the queue.
type Pane struct {
	env     *pane.Env
	deps    Deps
	id      int
	gen     int
	busy    bool // a load is under way
	again   bool // the index has moved on since it began
	resting bool // between two loads while the index moves on all the time

	lines *lines // nil until the first load
	list  *widget.List[model.PersonID]
	acts  []action.Action
	w, h  int
	drawn []string
	stale bool
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Lined      = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the pane; Load reads the queue.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{env: env, deps: deps, id: env.NextID(), stale: true}
	p.list = widget.NewList(p.row)
	p.acts = pane.Refreshing(p.actions(), func() { p.stale = true })
	return p
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is how many are in the queue, and how far the index is.
func (p *Pane) Title() string {
	if p.lines == nil {
		return "Queue"
	}
	if p.lines.of == 0 && !p.lines.complete {
		return "Queue · reading"
	}
	title := fmt.Sprintf("Queue · %d open", p.lines.total)
	if !p.lines.complete {
		title += fmt.Sprintf(" · reading %d of %d", p.lines.done, p.lines.of)
	}
	return title
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.list.SetSize(w, h)
	p.list.Redraw()
	p.stale = true
}

// Preview is the person under the cursor.
func (p *Pane) Preview() *roster.Profile {
	if l := p.current(); l != nil {
		return l.profile
	}
	return nil
}

func (p *Pane) current() *line {
	id, ok := p.list.Cursor()
	if !ok || p.lines == nil {
		return nil
	}
	return p.lines.rows[id]
}

// Rows are the people of the queue.
func (p *Pane) Rows() pane.Rows {
	if p.list.Len() == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: p.list, Open: "queue.open"}
}

// Update takes results and what the index says.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.stale = true
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case Indexed:
		return p.moved()
	case rested:
		if p.resting && msg.Gen == p.gen {
			return p.Load()
		}
	case pane.Themed:
		p.list.Redraw()
	case pane.Focused:
		p.list.Focus(msg.On)
	}
	return nil
}
