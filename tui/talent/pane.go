// Package talent is the first pane of the home screen: the talent map, the
// ranked hundred of one segment.
//
//	p := talent.New(env, talent.Deps{Store: st, Weights: &w})
//
// The cursor is a person, not a row: a reload moves neither it nor the marks.
// The hundred are read with everything that the neighbours show of a person, so
// that a cursor move reads nothing.
package talent

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

// Store is what the pane reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
}

// Finder finds people.
type Finder interface {
	// FindMany opens a list of anyone, from which people are added.
	FindMany(to Adding) pane.Overlay
	// Narrow are those of some people whom a query finds. The error says what of it
	// can't be understood. It must be quick.
	Narrow(query string, ids []model.PersonID) ([]model.PersonID, error)
	// Complete lists what the word of a query may become, see [widget.Complete].
	Complete(query string, cursor int, all bool) []widget.Completion
}

// Adding is what a list needs to know from which people are added to the map; all
// of it is asked within Update.
type Adding struct {
	Title func() string
	Off   func(id model.PersonID) string // why she can't be added; "" when she can
	Add   func(people []pane.AddToMap) tea.Cmd
}

// Indexed says that the live index, by which the map is narrowed, has changed.
type Indexed struct{}

// Deps are what the pane works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	Finder  Finder
}

// Pane is the talent map.
type Pane struct {
	env  *pane.Env
	deps Deps
	id   int
	gen  int

	board  *board      // nil until the first load
	want   model.MapID // the map to show, 0 for the oldest
	list   *widget.List[model.PersonID]
	filter filter
	acts   []action.Action
	w, h   int
	cols   *widget.Columns[*row]
	lines  []string
	stale  bool // the view must be drawn again
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Lined      = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Columned   = (*Pane)(nil)
	_ pane.Listing    = (*Pane)(nil)
)

// New makes the pane; Load reads its first map.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{env: env, deps: deps, id: env.NextID(), stale: true}
	p.list = widget.NewList(p.row)
	p.cols = widget.NewColumns(p.columns()...)
	p.cols.Show(env.Columns[listName])
	p.filter.input = widget.NewInput()
	p.filter.words = widget.NewCompleter(p.filter.input, p.complete)
	p.acts = pane.Refreshing(p.actions(), func() { p.stale = true })
	return p
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is the map's name and how full it is.
func (p *Pane) Title() string {
	if p.board == nil || p.board.Map.ID == 0 {
		return "Talent map"
	}
	title := fmt.Sprintf("%s · %d of %d", p.board.Map.Name, len(p.board.Map.Entries), model.MapSize)
	if n := len(p.list.Marked()); n > 0 {
		title += fmt.Sprintf(" · %d marked", n)
	}
	if p.filter.text != "" {
		title += fmt.Sprintf(" · %d match", p.list.Len())
	}
	return title
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.cols.Layout(w - 1)
	p.list.SetSize(w, max(h-p.headLines(), 0))
	p.list.Redraw()
	p.stale = true
}

func (p *Pane) headLines() int {
	if p.filter.open || p.filter.text != "" {
		return 2
	}
	return 1
}

// Editing is so while the filter is typed.
func (p *Pane) Editing() bool { return p.filter.open }

// Takes are the keys of the filter.
func (p *Pane) Takes(key string) bool { return p.filter.input.Takes(key) }

// Preview is the person under the cursor.
func (p *Pane) Preview() *roster.Profile {
	if r := p.current(); r != nil {
		return r.profile
	}
	return nil
}

func (p *Pane) current() *row {
	id, ok := p.list.Cursor()
	if !ok || p.board == nil {
		return nil
	}
	return p.board.rows[id]
}

// Rows are the people of the map.
func (p *Pane) Rows() pane.Rows {
	if p.list.Len() == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: p.list, Line: p.headLines(), Open: "talent.open"}
}

// Update takes results, changes of the store, and the filter's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.stale = true
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Acted:
		p.acted(msg)
	case unchanged:
		return tea.Batch(p.Load(), pane.Request(pane.Fail(msg.err)))
	case Indexed:
		if p.filter.text != "" {
			p.refill()
		}
	case pane.Themed:
		p.cols = widget.NewColumns(p.columns()...)
		p.cols.Show(p.env.Columns[listName])
		p.SetSize(p.w, p.h)
	case pane.Focused:
		p.list.Focus(msg.On)
		if !msg.On && p.filter.open {
			p.filter.open = false
			p.refill()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		return p.typeFilter(msg)
	}
	return nil
}

// Open shows another map.
func (p *Pane) Open(id model.MapID) tea.Cmd {
	p.want = id
	p.list.Unmark()
	p.setFilter("")
	return p.Load()
}
