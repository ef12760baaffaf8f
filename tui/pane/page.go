package pane

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Page is what every page over home has: whose results are its own, what can be
// done, its size, and its view, which is kept until something has changed.
//
//	type Pane struct {
//		pane.Page
//		…
//	}
type Page struct {
	Env     *Env
	Reading Reading
	W, H    int // the inner size

	id    int
	acts  []action.Action
	view  string
	drawn bool
}

// NewPage makes a page with an identifier of its own.
func NewPage(env *Env) Page {
	p := Page{Env: env, id: env.NextID()}
	p.Reading = p.Another()
	return p
}

// Another is a read of the page beside its Reading: of something else, which takes longer.
func (p *Page) Another() Reading { return Reading{page: p.id} }

// PaneID makes results find their way.
func (p *Page) PaneID() int { return p.id }

// Owner is who gets the result of a command; gen is that of a read, 0 for others.
func (p *Page) Owner(gen int) Owner { return Owner{ID: p.id, Gen: gen} }

// Actions are what can be done here.
func (p *Page) Actions() []action.Action { return p.acts }

// Act sets what can be done; each draws the page anew.
func (p *Page) Act(acts []action.Action) { p.acts = Refreshing(acts, p.Stale) }

// Awaited reports whether the page has nothing to show yet, as its first read is under
// way.
func (p *Page) Awaited() bool { return p.Reading.First() }

// Resize sets the inner size.
func (p *Page) Resize(w, h int) {
	p.W, p.H = w, h
	p.Stale()
}

// ListHeight is how many lines a list takes, with its heading, above what tells of the
// row under the cursor: what so many rows need, up to two fifths of the page.
func (p *Page) ListHeight(rows int) int { return min(max(p.H*2/5, min(p.H, 4)), rows+1) }

// Stale has the page drawn anew.
func (p *Page) Stale() { p.drawn = false }

// Kept is the view as it was drawn last, or draws it.
func (p *Page) Kept(draw func() string) string {
	if !p.drawn {
		p.view, p.drawn = draw(), true
	}
	return p.view
}

// Drawn notes that the view is being drawn, and reports whether it still stands: for a
// page that keeps its lines itself.
func (p *Page) Drawn() bool {
	was := p.drawn
	p.drawn = true
	return was
}

// closing is how the ID of the action ends that closes a page.
const closing = ".close"

// IsBack reports whether an action is the [Back] of a page.
func IsBack(a *action.Action) bool { return strings.HasSuffix(a.ID, closing) }

// Back is the action that closes a page.
func Back(group, long string, run func() tea.Cmd) action.Action {
	return action.Action{ID: group + closing, Group: group, Short: "back", Long: long, Keys: []string{"esc", "h", "left", "backspace"}, Footer: true, Run: run}
}

// ClosePage asks the root to close the page.
func ClosePage() tea.Cmd { return Request(Close{}) }
