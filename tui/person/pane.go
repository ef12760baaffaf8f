// Package person is the page of one person: positions to scale, signals with every
// point of the score, the research checklist, touches as a conversation, warm paths,
// contact and notes, and who has changed what. Each item is edited in place; the form
// of all her fields, her dossier and her erasure are here, too.
//
//	return pane.Request(pane.OpenPerson{ID: id, Among: list}) // from any pane
//	fields, err := person.Save(st, "ada", &base, &mine)
//
// A save carries the revision that the edit began with. What others have changed
// meanwhile is never written over unseen.
package person

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Store is what the page reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
	Erase(actor string, id model.PersonID) (store.Erased, error)
	Acts
}

// Acts are what can be done to a person besides changing her fields.
type Acts interface {
	Look(who store.Act, item model.ResearchItem, found model.Finding) (store.Acted, error)
	MendSignal(actor string, sig *model.Signal) (store.Acted, error)
	RemoveSignal(actor string, sig *model.Signal) (store.Acted, error)
	LogContact(who store.Act, c store.Contact) (store.Acted, error)
	AddNote(who store.Act, text string) (store.Acted, error)
	Advance(who store.Act, step model.EventKind, via string, rating model.Rating) (store.Acted, error)
	Lock(who store.Act, l store.Lock) (store.Acted, error)
	Unlock(who store.Act, why string) (store.Acted, error)
	Assign(who store.Act, to string) (store.Acted, error)
	UndoChange(actor string, rev model.Rev) (store.Undone, error)
}

// Deps are what the page works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
}

// Pane is the page.
type Pane struct {
	pane.Page
	deps   Deps
	person model.PersonID
	among  *pane.Among // the list from which one came; nil: none

	*facts              // nil until read
	gone   bool         // taken back or erased since
	erase  bool         // it is asked whether she is erased once she is read
	by     string       // who else has changed her since the page was opened
	parts  []part       // the sections
	items  map[id]*item // what they hold
	opened map[id]bool  // unfolded

	cols  [2]*widget.Outline[id] // the second one is empty where there is room for one
	on    int                    // the column that has the cursor
	lay   layout
	lines []string

	inIndex bool // the mouse has clicked at the index last
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Loader     = (*Pane)(nil)
	_ pane.Previewer  = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
	_ pane.Lined      = (*Pane)(nil)
)

// New makes the page of a person; Load reads her. among is the list through which one
// can walk from her, nil for none.
func New(env *pane.Env, deps Deps, who model.PersonID, among *pane.Among) *Pane {
	p := &Pane{Page: pane.NewPage(env), deps: deps, person: who, among: among, opened: map[id]bool{}}
	p.cols = [2]*widget.Outline[id]{widget.NewOutline(p.drawItem), widget.NewOutline(p.drawItem)}
	p.cols[1].Focus(false)
	p.Act(p.actions())
	return p
}

// AskErase has the page ask whether she is erased, once she is read.
func (p *Pane) AskErase() { p.erase = true }

// Title is the person's name, what is to be known before all else, and where she
// stands in the list from which one came.
func (p *Pane) Title() string {
	if p.facts == nil {
		return p.person.String()
	}
	title := p.profile.Person.Name
	if model.Confusable(title) {
		title += " (look twice)"
	}
	if at := p.among.At(p.person); at > 0 {
		title += fmt.Sprintf(" · %d of %d · %s", at, len(p.among.IDs), p.among.Name)
	}
	if p.by != "" {
		title += " · changed by " + p.by
	}
	return title
}

// Preview is the person.
func (p *Pane) Preview() *roster.Profile {
	if p.facts == nil {
		return nil
	}
	return p.profile
}

// SetSize sets the inner size.
func (p *Pane) SetSize(w, h int) {
	p.Resize(w, h)
	p.arrange()
}

// Update takes results and changes of the store.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.Stale()
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
		p.build(false)
	}
	return nil
}
