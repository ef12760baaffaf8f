package person

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// editing is a form in which fields of a person are changed: all of them, or those of
// one item. It begins with a revision: who changes her meanwhile is named in the
// title, and where both have changed the same the two versions are shown field by
// field. What is typed stays until it is saved.
type editing struct {
	*overlay.Form
	env  *pane.Env
	st   Store
	asks []asked
	mend func(*model.Person) error // of the whole, once all fields are read; nil: nothing
	base model.Person              // as the form began
	by   string                    // who has changed her meanwhile
}

// asked is one field of the form: how it is shown, and how its text is taken in.
type asked struct {
	overlay.Field
	set func(p *model.Person, text string) error
}

var (
	_ pane.Overlay    = (*editing)(nil)
	_ pane.Identified = (*editing)(nil)
)

// positions is the field that reads best in whole lines, the newest first.
const positions = "positions"

// rowsOf is how many rows of a field are in view at most.
func rowsOf(f *model.PersonField) int {
	switch {
	case f.Name == positions, f.Shape == model.FieldText:
		return 5
	case f.Shape == model.FieldItems:
		return 3
	}
	return 1
}

// askFor is a field of the person as the form asks for it.
func askFor(f model.PersonField, p *model.Person) asked {
	return asked{
		overlay.Field{Label: f.Name, Hint: f.Hint, Value: f.Text(p), Rows: rowsOf(&f), NewestFirst: f.Name == positions}, f.Set,
	}
}

// newEditing opens the form of all fields on a person as she was read.
func newEditing(env *pane.Env, st Store, p model.Person) *editing {
	all := model.PersonFields()
	asks := make([]asked, len(all))
	for i, f := range all {
		asks[i] = askFor(f, &p)
	}
	return editingOf(env, st, p, "Edit "+p.Name, asks)
}

// editingOf opens a form of some fields.
func editingOf(env *pane.Env, st Store, p model.Person, title string, asks []asked) *editing {
	e := &editing{env: env, st: st, asks: asks, base: p}
	fields := make([]overlay.Field, len(asks))
	for i := range asks {
		fields[i] = asks[i].Field
	}
	e.Form = overlay.NewForm(env, title, fields, e.submit).Stay()
	return e
}

// Title names the person, and who has changed her since the form began.
func (e *editing) Title() string {
	if e.by != "" {
		return meanwhile(e.by) + e.Form.Title()
	}
	return e.Form.Title()
}

// meanwhile begins a title: what is new in it, before a name that may be long.
func meanwhile(by string) string { return "Changed meanwhile by " + by + " · " }

// Update types, and takes note of what became of a save and of changes by others.
func (e *editing) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case saved:
		return e.settle(msg)
	case looked:
		e.by = msg.by
		return nil
	case pane.Changed:
		if msg.Kinds.Has(store.People) {
			return e.look()
		}
		return nil
	}
	return e.Form.Update(msg)
}

// submit reads the fields. What can't be read is said with the field's name.
func (e *editing) submit(values []string) (tea.Cmd, error) {
	mine := Copy(&e.base)
	for i := range e.asks {
		if err := e.asks[i].set(&mine, values[i]); err != nil {
			return nil, &overlay.FieldError{At: i, Err: err}
		}
	}
	if e.mend != nil {
		if err := e.mend(&mine); err != nil {
			return nil, err
		}
	}
	return e.save(e.base, mine), nil
}

// saved is the end of a save: what was to be made of what, and what came of it.
type saved struct {
	pane.Owner
	base, mine model.Person
	fields     []string
	since      []store.Change // of a conflict: the changes of others
	err        error
}

func (e *editing) save(base, mine model.Person) tea.Cmd {
	e.Busy("saving …")
	st, user, owner := e.st, e.env.User, pane.Owner{ID: e.PaneID()}
	return func() tea.Msg {
		out := saved{Owner: owner, base: base, mine: mine}
		out.fields, out.err = Save(st, user, &base, &mine)
		if _, conflict := conflictOf(out.err); conflict {
			if err := st.View(func(tx *store.Tx) (err error) {
				out.since, err = Since(tx, base.ID, base.Rev)
				return err
			}); err != nil {
				out.err = err
			}
		}
		return out
	}
}

// settle closes the form after a save. One that was refused leaves it as it is.
func (e *editing) settle(msg saved) tea.Cmd {
	theirs, conflict := conflictOf(msg.err)
	switch {
	case conflict:
		return e.compare(msg, theirs)
	case errors.Is(msg.err, store.ErrNotFound):
		return e.Fail(errors.New(e.base.Name + e.env.Say(" is no longer there: taken back, or erased, meanwhile. Nothing was saved; {form.cancel} leaves")))
	case errors.Is(msg.err, store.ErrUnknown):
		return e.Fail(errors.New(e.env.Say("whether it was saved is not known: {form.done} saves what is missing, and nothing twice")))
	case msg.err != nil:
		return e.Fail(fmt.Errorf("nothing was saved: %w", msg.err))
	}
	t := pane.Toast{Text: "nothing to save: " + e.base.Name + " is like that"}
	if len(msg.fields) > 0 {
		t = pane.Toast{Text: fmt.Sprintf("edited %s: %s", e.base.Name, strings.Join(msg.fields, ", ")), Next: pane.TakesBack}
	}
	return pane.Request(pane.Close{Then: pane.Request(t)})
}

// compare shows both versions over the form; what is chosen there is saved from
// theirs on.
func (e *editing) compare(msg saved, theirs model.Person) tea.Cmd {
	e.Busy("")
	m := model.MergePerson(&msg.base, &theirs, &msg.mine)
	since := told(msg.since, e.env.Now().Location())
	title := e.base.Name
	if n := len(msg.since); n > 0 {
		title = meanwhile(msg.since[n-1].Actor) + title
	}
	return pane.Request(pane.Show{Overlay: overlay.NewConflict(e.env, title, since, rows(m), func(chosen []overlay.Side) tea.Cmd {
		sides := make([]model.Side, len(chosen))
		for i, s := range chosen {
			sides[i] = model.Side(s) // in the same order
		}
		p, err := m.Person(sides)
		if err != nil {
			return e.Fail(err)
		}
		return e.save(theirs, p)
	})})
}

// rows are the differences as they are shown: a list in one line, but for
// positions, which have one each.
func rows(m *model.Merge) []overlay.Versions {
	out := make([]overlay.Versions, len(m.Fields))
	for i := range m.Fields {
		d := &m.Fields[i]
		shown := func(s string) string {
			if d.Shape() == model.FieldItems && d.Field != positions {
				return strings.ReplaceAll(s, "\n", ", ")
			}
			return s
		}
		out[i] = overlay.Versions{
			Field: d.Field, Base: shown(d.Base), Theirs: shown(d.Theirs), Mine: shown(d.Mine), Both: shown(d.Both),
			Unites: d.Unites, Stands: overlay.Side(d.Stands), Fixed: d.Fixed,
		}
	}
	return out
}

// looked is who has changed the person since the form began.
type looked struct {
	pane.Owner
	by string
}

// look asks who has changed her. What is typed stays as it is.
func (e *editing) look() tea.Cmd {
	st, base, owner := e.st, e.base, pane.Owner{ID: e.PaneID()}
	return func() tea.Msg {
		out := looked{Owner: owner}
		err := st.View(func(tx *store.Tx) error {
			all, err := Since(tx, base.ID, base.Rev)
			if err == nil && len(all) > 0 {
				out.by = all[len(all)-1].Actor
			}
			return err
		})
		if err != nil {
			return pane.Fail(err)
		}
		return out
	}
}
