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
	pane.Sifter
	// Hot is how many of some people are hot today, as far as they are known. It must
	// be quick.
	Hot(ids []model.PersonID) int
}

// Adding is what a list needs to know from which people are added to the map; all
// of it is asked within Update.
type Adding struct {
	Title func() string
	Off   func(id model.PersonID) string // why she can't be added; "" when she can
	Add   func(people []pane.AddToMap) tea.Cmd
}

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
	narrow *pane.Sifting
	acts   []action.Action
	w, h   int
	cols   *widget.Columns[*row]
	order  *pane.Ordering[*row]
	lines  []string
	stale  bool // the view must be drawn again
	noted  bool // somebody has a note

	view    view
	benched bool // the bench is shown
	looks
	maps *switcher // the list of maps, while it is open
}

// looks are the other views of the same people.
type looks struct {
	plot  *widget.Plot[model.PersonID]
	drawn bool   // the dots are those of the list, with its marks
	signs string // the line below them

	companies *widget.List[roster.WorkplaceID]
	firms     map[roster.WorkplaceID]*firm // nil: not counted yet
	firmCols  *widget.Columns[*firm]
	firmOrder *pane.Ordering[*firm]
	only      *only // the company to which the list is narrowed; nil: none
	back      bool  // that came from the companies, and goes back there
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
	_ pane.Clicked    = (*Pane)(nil)
)

// New makes the pane; Load reads its first map.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{env: env, deps: deps, id: env.NextID(), stale: true}
	p.order = pane.NewOrdering(env, "order", pane.Just(p.refill), orders()...)
	p.firmOrder = pane.NewOrdering(env, "firms", pane.Just(p.reorderFirms), firmOrders()...)
	p.list = widget.NewList(p.row)
	p.companies = widget.NewList(p.firmRow)
	p.plot = widget.NewPlot[model.PersonID](env.Theme)
	p.look()
	p.narrow = pane.NewSifting(env, "talent.complete", deps.Finder, p.refill)
	p.acts = pane.Refreshing(p.actions(), p.refresh)
	return p
}

// refresh has the view drawn again after an action.
func (p *Pane) refresh() { p.stale = true }

// look makes what depends on the theme and the columns that a person has chosen.
func (p *Pane) look() {
	p.cols = widget.NewColumns(p.columns()...)
	p.firmCols = widget.NewColumns(p.firmColumns()...)
	p.plot.SetTheme(p.env.Theme)
	p.drawn = false
	p.showColumns()
	p.cols.Sort(p.order.Mark())
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is the map's name and how full it is.
func (p *Pane) Title() string {
	if p.board == nil || p.board.Map.ID == 0 {
		return "Talent map"
	}
	title := fmt.Sprintf("%s · %d of %d", p.board.Map.Name, len(p.board.Map.Entries), model.MapSize)
	if p.board.lost > 0 {
		title += fmt.Sprintf(" · %d damaged", p.board.lost)
	}
	return p.titled(title)
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	wider := w != p.w
	p.w, p.h = w, h
	p.cols.Layout(w - 1)
	p.firmCols.Layout(w - 1)
	p.list.SetSize(w, p.listHeight())
	p.list.Redraw()
	p.sizeCompanies()
	p.companies.Redraw()
	if wider {
		p.refill() // the headings
	}
	p.stale, p.drawn = true, false
}

// filterLines is the line of what the list is narrowed by.
func (p *Pane) filterLines() int {
	if p.narrow.Typing() || p.narrowed() {
		return 1
	}
	return 0
}

// headLines are those, and the heads of the columns.
func (p *Pane) headLines() int { return p.filterLines() + 1 }

// narrowed reports whether not everyone is shown.
func (p *Pane) narrowed() bool { return p.narrow.Text() != "" || p.only != nil }

// Editing is so while the filter is typed.
func (p *Pane) Editing() bool { return p.narrow.Typing() }

// Takes are the keys of the filter.
func (p *Pane) Takes(key string) bool { return p.narrow.Takes(key) }

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

// Rows are the people of the map, or its companies.
func (p *Pane) Rows() pane.Rows {
	switch {
	case p.list.Len() == 0 || p.view == asPicture:
		return pane.Rows{}
	case p.view == byCompany:
		return pane.Rows{List: p.companies, Line: p.headLines(), Open: "talent.open"}
	}
	return pane.Rows{List: p.list, Line: p.headLines(), Open: "talent.open"}
}

// Update takes results, changes of the store, and the filter's keys.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.stale = true
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case mapTimes:
		p.maps.told(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Acted:
		pane.Served(p.list, msg)
	case unchanged:
		return tea.Batch(p.Load(), pane.Request(pane.Fail(msg.err)))
	case pane.Indexed:
		if p.narrow.Text() != "" {
			p.refill()
		}
	case pane.Themed:
		p.look()
		p.SetSize(p.w, p.h)
		p.refill()
	case pane.Moved:
		p.followMouse()
	case pane.Focused:
		p.focus(msg.On)
	case tea.KeyPressMsg, tea.PasteMsg:
		return p.narrowing(msg)
	}
	return nil
}

// followMouse has the person follow the company that was clicked on.
func (p *Pane) followMouse() {
	if p.view == byCompany {
		p.followCompany()
	}
}

func (p *Pane) focus(on bool) {
	p.list.Focus(on)
	p.companies.Focus(on)
	p.plot.Focus(on)
	if !on && p.narrow.Typing() {
		p.narrow.Leave()
		p.refill()
	}
}

// openNarrowing begins to type a query.
func (p *Pane) openNarrowing() tea.Cmd {
	p.narrow.Open()
	p.refill()
	return nil
}

// narrowing takes the keys of the query that is typed.
func (p *Pane) narrowing(msg tea.Msg) tea.Cmd {
	was := p.narrow.Typing()
	cmd := p.narrow.Update(msg)
	if was != p.narrow.Typing() { // its line may be gone
		p.refill()
	}
	return cmd
}

// Open shows another map.
func (p *Pane) Open(id model.MapID) tea.Cmd {
	p.want = id
	p.leaveMap()
	return p.Load()
}

// leaveMap drops what belongs to the map that was shown.
func (p *Pane) leaveMap() {
	p.unmark()
	p.only, p.back = nil, false
	p.narrow.Clear()
	p.refill()
}
