// Package composer is the third pane of the home screen: the message to one
// person, with the facts about her beside it.
//
//	p := composer.New(env, composer.Deps{Store: st, Weights: &w})
//	cmd := p.Write(pane.Write{ID: id}) // opens the text
//	cmd = p.Follow(profile) // shows whoever the cursor is on, while nothing is being typed
//
// What is typed is saved by itself: at most [saveAfter] or [saveKeys] keys are
// ever unsaved. Each draft being written has a buffer of its own, one save at a
// time, so that leaving for another person loses nothing. A draft that somebody
// else changed meanwhile keeps both texts.
package composer

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// saveAfter and saveKeys bound what a crash can take: the save begins this long
// after the first unsaved key, or at this many keys.
const (
	saveAfter = 600 * time.Millisecond
	saveKeys  = 20
)

// Store is what the pane reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Discard(actor string, person model.PersonID) error
	KeepVersion(actor string, d *model.Draft, why model.Occasion) (kept bool, err error)
	SaveDraft(actor string, d *model.Draft) (model.Rev, error)
}

// Deps are what the pane works with.
type Deps struct {
	Store   Store
	Weights *scoring.Weights
	// Against is what drafts are compared with, as it is now; nil, or a nil answer:
	// nothing yet, and the critique says what it could not check.
	Against func() critique.Against
	// Editor opens a file in the person's own editor and tells when that has ended; nil:
	// none is started, as where the program runs for somebody elsewhere.
	Editor func(path string, ended func(error) tea.Msg) tea.Cmd
	// Ship puts the templates that come with the program in where there never were any;
	// nil: none do.
	Ship   func() error
	Sender func() model.Sender // who writes, as far as that is known; nil: it is not
}

// field is where the typing goes.
type field int

const (
	nowhere field = iota
	inSubject
	inBody
)

// Pane is the composer.
type Pane struct {
	env  *pane.Env
	deps Deps
	id   int
	gen  int

	person  *roster.Profile // who is shown, nil for nobody
	known   []Fact          // about her
	buffers map[model.PersonID]*buffer
	opening bool       // another person is being read in order to write to her
	asked   pane.Write // how one came to write to somebody last
	begun   string     // the action that begins a message, where the keys go
	typing  field
	filling bool // the cursor has been put before a field left open: what is typed next fills it
	subject *widget.Input
	body    *widget.Editor
	critic  critic
	acts    []action.Action
	w, h    int
	lay     layout
	lines   []string
	help    []string // the facts and the findings as they were drawn; nil: to be drawn
	buf     []byte   // where a line is put together
	stale   bool
}

var (
	_ pane.Pane       = (*Pane)(nil)
	_ pane.Lined      = (*Pane)(nil)
	_ pane.Editing    = (*Pane)(nil)
	_ pane.Cursored   = (*Pane)(nil)
	_ pane.Identified = (*Pane)(nil)
)

// New makes the pane, about nobody yet.
func New(env *pane.Env, deps Deps) *Pane {
	p := &Pane{
		env: env, deps: deps, id: env.NextID(), buffers: map[model.PersonID]*buffer{},
		subject: widget.NewInput(), body: widget.NewEditor(), begun: "composer.edit", stale: true,
		critic: critic{at: -1},
	}
	p.acts = pane.Refreshing(p.actions(), func() { p.stale = true })
	return p
}

// PaneID makes results find their way.
func (p *Pane) PaneID() int { return p.id }

// Title is to whom the message goes.
func (p *Pane) Title() string {
	if p.person == nil {
		return "Composer"
	}
	return "To " + p.person.Person.Name
}

// Actions are what can be done here.
func (p *Pane) Actions() []action.Action { return p.acts }

// SetSize sets the inner size; the text and its cursor stay.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.lay = layOut(w, h, p.env.Aloud)
	p.body.SetSize(max(p.lay.textW, 1), max(p.lay.bodyH, 1))
	p.help = nil
	p.stale = true
}

// Editing is so while the message is typed.
func (p *Pane) Editing() bool { return p.typing != nowhere }

// Takes are the keys of the subject or the text.
func (p *Pane) Takes(key string) bool {
	if p.typing == inSubject {
		return p.subject.Takes(key)
	}
	return p.body.Takes(key)
}

// Follow shows whoever the cursor of the other panes is on. A message being
// typed stays where it is.
func (p *Pane) Follow(prof *roster.Profile) tea.Cmd {
	if p.Editing() || prof == nil || prof == p.person {
		return nil
	}
	return p.turnTo(prof)
}

// turnTo shows a person with her draft: the one being kept here where it is
// newer, else the one that was read. The critique reads that.
func (p *Pane) turnTo(prof *roster.Profile) tea.Cmd {
	if b := p.buffer(); b != nil && b.dirty {
		p.collect(b) // what was typed is still in the editor only
	}
	p.look(prof)
	b := p.buffers[prof.Person.ID]
	// What is here may be newer than what was read: then it stays.
	if b == nil || !b.busy() && prof.ReadAt >= b.draft.Rev {
		b = newBuffer(prof.Draft, prof.Person.Name)
		p.dropClean()
		p.buffers[prof.Person.ID] = b
	}
	p.subject.SetText(b.draft.Subject)
	p.body.SetText(b.draft.Body)
	p.filling = false
	p.body.MoveTo(0) // what is only looked at is read from its beginning
	p.stale = true
	p.quiet()
	p.listen()
	return p.criticize()
}

// look sets who is shown.
func (p *Pane) look(prof *roster.Profile) {
	p.person, p.known, p.help = prof, Facts(prof, p.env.Now()), nil
}

func (p *Pane) buffer() *buffer {
	if p.person == nil {
		return nil
	}
	return p.buffers[p.person.Person.ID]
}

// BegunBy says which action begins a message from where the keys go now.
func (p *Pane) BegunBy(id string) { p.begun, p.stale = id, true }

// Update takes results, changes of the store and what is typed.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	p.stale = true
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return p.typed(msg)
	case opened:
		return p.show(msg)
	case refreshed:
		return p.refresh(msg)
	case saveDue:
		return p.saveIfDirty(msg.person)
	case saved:
		return p.settle(msg)
	case templatesRead:
		return p.showTemplates(msg)
	case versionsRead:
		return p.chooseVersion(msg)
	case edited:
		return p.takeEdited(msg)
	case criticized:
		return p.hear(msg)
	case pane.Themed:
		p.SetSize(p.w, p.h)
		p.mark()
	case pane.Focused:
		switch {
		case msg.On:
		case p.Editing():
			return tea.Batch(p.leave(), p.stopTyping())
		default:
			return p.leave()
		}
	case pane.Changed:
		if msg.Kinds&watched != 0 {
			return p.reread()
		}
	}
	return nil
}
