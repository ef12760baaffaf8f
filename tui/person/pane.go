// Package person is the page of one person: positions, signals with every point
// of the score, touches, research, contact and notes; the form in which her
// fields are changed; her dossier, and her erasure.
//
//	return pane.Request(pane.OpenPerson{ID: id}) // from any pane
//	fields, err := person.Save(st, "ada", &base, &mine)
//
// A save carries the revision that the edit began with. What others have changed
// meanwhile is never written over unseen.
package person

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
	Erase(actor string, id model.PersonID) (store.Erased, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
}

// Pane is the page.
type Pane struct {
	env    *pane.Env
	deps   Deps
	id     int
	gen    int
	person model.PersonID

	profile *roster.Profile // nil until read
	news    []model.News    // what has changed from file to file, newest first
	gone    bool            // taken back or erased since
	lines   []string
	top     int
	w, h    int
	acts    []action.Action
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
)

// New makes the page of a person; Load reads her.
func New(env *pane.Env, deps Deps, id model.PersonID) *Pane {
	p := &Pane{env: env, deps: deps, id: env.NextID(), person: id}
	p.acts = p.actions()
	return p
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is the person's name.
func (p *Pane) Title() string {
	if p.profile == nil {
		return p.person.String()
	}
	return p.profile.Person.Name
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// Preview is the person.
func (p *Pane) Preview() *roster.Profile { return p.profile }

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.draw()
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return p.show(msg)
	case dossierRead:
		return p.showDossier(msg)
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.Load()
		}
	case pane.Themed:
		p.draw()
	}
	return nil
}

// View is the part of the page in view.
func (p *Pane) View() string {
	return widget.Block(p.lines[min(p.top, len(p.lines)):], p.w, p.h)
}

// Move scrolls by lines.
func (p *Pane) Move(n int) { p.scroll(n) }

// Page scrolls by half pages.
func (p *Pane) Page(n int) { p.scroll(n * max(p.h/2, 1)) }

// Home scrolls to the beginning.
func (p *Pane) Home() { p.scroll(-len(p.lines)) }

// End scrolls to the end.
func (p *Pane) End() { p.scroll(len(p.lines)) }

func (p *Pane) scroll(n int) { p.top = max(min(p.top+n, len(p.lines)-p.h), 0) }
