// Package entry is quick entry: what is told of whoever is selected, from any place,
// in a few keys. A signal, a note, tags, a reply, a contact, a day until which somebody is
// put off, a colleague to whom she is handed over, a sequence; and somebody new.
//
//	d := entry.New(env, entry.Deps{Store: st, Index: ros})
//	return r.open(d.Signal(sel))
//
// Each is one change of the store, for one person or for all that are marked, and one
// undo takes it back. What is typed stays in its form until the change is made.
package entry

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// Store is what quick entry reads and changes.
type Store interface {
	View(fn func(*store.Tx) error) error
	Together(actor string, people []model.PersonID, do func(store.Act) (store.Acted, error)) ([]store.Acted, error)
	AddSignal(actor string, s *model.Signal) (store.Acted, error)
	MendSignal(actor string, s *model.Signal) (store.Acted, error)
	RemoveSignal(actor string, s *model.Signal) (store.Acted, error)
	LogSignal(who store.Act, s *model.Signal) (store.Acted, error)
	AddNote(who store.Act, text string) (store.Acted, error)
	Tag(who store.Act, add, remove []string) (store.Acted, error)
	Keep(who store.Act, why string) (store.Acted, error)
	Reply(who store.Act, m store.Answer) (store.Acted, error)
	Snooze(who store.Act, until model.Date) (store.Acted, error)
	Wake(who store.Act) (store.Acted, error)
	Assign(who store.Act, to string) (store.Acted, error)
	LogContact(who store.Act, c store.Contact) (store.Acted, error)
	PutInto(who store.Act, id model.SequenceID) (store.Acted, error)
	TakeOut(who store.Act) (store.Acted, error)
	AddPerson(actor string, p *model.Person, onto model.MapID) error
}

// Index knows who is in touch with people.
type Index interface{ Snapshot() *roster.Snapshot }

// Deps are what quick entry works with.
type Deps struct {
	Store   Store
	Index   Index
	Weights *scoring.Weights
}

// Desk opens what one enters by.
type Desk struct {
	env  *pane.Env
	deps Deps
}

// New makes a desk.
func New(env *pane.Env, deps Deps) *Desk { return &Desk{env, deps} }

// name is whom something is about: her name, or how many they are.
func name(sel pane.Selected) string {
	if sel.Profile != nil {
		return sel.Profile.Person.Name
	}
	if len(sel.People) == 1 {
		return sel.People[0].String()
	}
	return fmt.Sprintf("%d people", len(sel.People))
}

// make makes a change for everybody who is selected.
func (d *Desk) make(c pane.Change) (pane.Acted, error) { return c.Make(d.deps.Store, d.env.User) }

// now makes a change that needs nothing typed.
func (d *Desk) now(c pane.Change) tea.Cmd { return c.Now(d.deps.Store, d.env.User) }

// form is a form whose values become one change. It stays until that is made, and
// says what stands in the way of it.
type form struct {
	*overlay.Form
	typed func() tea.Cmd              // something was typed; nil: nobody minds
	heard func(msg tea.Msg) (ok bool) // takes what typed has found; nil: nothing
}

var (
	_ pane.Overlay    = (*form)(nil)
	_ pane.Identified = (*form)(nil)
)

// ended is the end of a change that a form was for.
type ended struct {
	pane.Owner
	done pane.Acted
	err  error
}

// form asks for fields. read makes of their values what is to be done.
func (d *Desk) form(title string, fields []overlay.Field, read func(v []string) (func() (pane.Acted, error), error)) *form {
	f := &form{}
	f.Form = overlay.NewForm(d.env, title, fields, func(v []string) (tea.Cmd, error) {
		do, err := read(v)
		if err != nil {
			return nil, err
		}
		f.Busy("saving …")
		owner := pane.Owner{ID: f.PaneID()}
		return func() tea.Msg {
			done, err := do()
			return ended{owner, done, err}
		}, nil
	}).Stay()
	return f
}

// Update types, and closes once the change is made.
func (f *form) Update(msg tea.Msg) tea.Cmd {
	if f.heard != nil && f.heard(msg) {
		return nil
	}
	if msg, ok := msg.(ended); ok {
		if errors.Is(msg.err, store.ErrUnknown) {
			return f.Fail(fmt.Errorf("%w; look whether it is there before it is done again", msg.err))
		}
		if msg.err != nil {
			return f.Fail(msg.err)
		}
		return pane.Request(pane.Close{Then: pane.Request(msg.done)})
	}
	cmd := f.Form.Update(msg)
	if f.typed == nil {
		return cmd
	}
	return tea.Batch(cmd, f.typed())
}

// about is a line that says whom it is about: her name, what she is, where.
func about(s *pane.Sheet, sel pane.Selected) {
	if sel.Profile == nil {
		return
	}
	s.Wrapped(dim, 0, who(&sel.Profile.Person, sel.Profile.Latest))
}

// who is a person in a line.
func who(p *model.Person, at model.Position) string {
	text := p.Name
	if at.Title != "" {
		text += ", " + at.Title
	}
	if at.Company != "" {
		text += " at " + at.Company
	}
	return text
}
