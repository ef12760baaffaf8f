// Package queue is the second pane of the home screen: who next, and why.
//
//	p := queue.New(env, queue.Deps{Store: st, Index: ros, Weights: &w})
//
// Replies waiting come first, then touches due, then those receptive now, then
// nurture, each under a head with their number. It shows the live index as it stands,
// also while that is still being read, and can be narrowed to a kind, to one's own,
// by a query, or to those who are put off.
package queue

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the pane reads of one person, and how people are put off.
type Store interface {
	View(fn func(*store.Tx) error) error
	pane.Changer
	Skip(who store.Act, skip model.Skip) (store.Acted, error)
	Wake(who store.Act) (store.Acted, error)
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

// Pane is the queue.
type Pane struct {
	env     *pane.Env
	deps    Deps
	id      int
	gen     int
	busy    bool // a load is under way
	again   bool // the index has moved on since it began
	resting bool // between two loads while the index moves on all the time
	own     bool // something was done in this session, which is to be seen at once

	view       view
	class      uint8 // a class + 1; 0: all
	narrow     *pane.Narrowing
	understood string    // the query as it was understood last
	limit      int       // how many rows are read
	awaited    time.Time // when a message falls due, for which a timer is on its way
	afresh     bool      // it is narrowed to something else than what is shown

	lines *lines // nil until the first load
	list  *widget.List[model.PersonID]
	cols  *widget.Columns[*line]
	order *pane.Ordering[*waiting]
	acts  []action.Action
	w, h  int
	drawn []string
	stale bool
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Lined      = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Selecting  = (*Pane)(nil)
	_ pane.Marking    = (*Pane)(nil)
	_ pane.Exporting  = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the pane; Load reads the queue.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{env: env, deps: deps, id: env.NextID(), limit: shown, stale: true}
	p.list = widget.NewList(p.row)
	p.narrow = pane.NewNarrowing(env, "queue.complete", p.complete, p.typed)
	p.order = pane.NewOrdering(env, "queue-order", p.reordered, orders()...)
	p.setColumns()
	p.acts = pane.Refreshing(p.actions(), func() { p.stale = true })
	return p
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is how many are in the queue, what it is narrowed to, and how far the index
// is.
func (p *Pane) Title() string {
	if p.lines == nil {
		return "Queue"
	}
	if p.lines.of == 0 && !p.lines.complete {
		return "Queue · reading"
	}
	parts := []string{"Queue"}
	if p.view != everyone {
		parts = append(parts, p.view.String())
	}
	count := fmt.Sprintf("%d open", p.lines.counts.All())
	if p.view == putOff {
		count = fmt.Sprint(p.lines.counts.All())
	}
	if p.class != 0 {
		count = fmt.Sprintf("%d of %s", p.lines.counts[p.class-1], count)
	}
	parts = append(parts, count)
	if n := len(p.list.Marked()); n > 0 {
		parts = append(parts, fmt.Sprintf("%d marked", n))
	}
	if by := p.order.Said(); by != "" {
		parts = append(parts, by)
	}
	if !p.lines.complete {
		parts = append(parts, fmt.Sprintf("reading %d of %d", p.lines.done, p.lines.of))
	}
	return strings.Join(parts, " · ")
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.showColumns()
	p.fill() // the heads are as wide
	p.layOut()
	p.list.Redraw()
}

// layOut parts the height: the query, the list, and what is to be known of whoever is
// under the cursor.
func (p *Pane) layOut() {
	h := p.h - p.detailLines()
	if p.narrow.Shown() {
		h--
	}
	p.list.SetSize(p.w, max(h, 0))
	p.stale = true
}

// Editing is so while the query is typed.
func (p *Pane) Editing() bool { return p.narrow.Typing() }

// Takes are the keys of the query.
func (p *Pane) Takes(key string) bool { return p.narrow.Takes(key) }

// Cursor is in the query that is typed.
func (p *Pane) Cursor() (x, y int, ok bool) { return p.narrow.Cursor(p.w) }

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
	line := 0
	if p.narrow.Shown() {
		line = 1
	}
	return pane.RowsOf(p.list, line, "queue.open")
}

// Update takes results, what the index says, and the query's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.stale = true
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case pane.Indexed:
		return p.moved()
	case rested:
		if p.resting && msg.Gen == p.gen {
			return p.Load()
		}
	case pane.Acted:
		p.acted(msg)
		return p.hurry()
	case pane.Changed:
		if msg.Kinds.Has(store.Drafts) {
			return p.lookAtOutbox()
		}
	case outbox:
		return p.turnedDue(msg)
	case fallsDue:
		p.awaited = time.Time{}
		return p.lookAtOutbox()
	case pane.Moved:
		return p.more()
	case pane.Themed:
		p.setColumns()
		p.SetSize(p.w, p.h)
	case pane.Focused:
		p.list.Focus(msg.On)
		if !msg.On {
			p.narrow.Leave()
			p.layOut()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		cmd := p.narrow.Update(msg)
		p.layOut()
		return cmd
	}
	return nil
}
