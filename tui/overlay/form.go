package overlay

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Field is something to fill in: one line, or a text of several.
type Field struct {
	Label, Hint string
	Value       string
	// Rows are how many rows of a text are in view at most, more scroll; 0 or 1: one
	// line.
	Rows int
	// NewestFirst is a text that one begins to type at its start.
	NewestFirst bool
}

// FieldError is what is wrong with one field: the form goes there and says it.
type FieldError struct {
	At  int // the field's index
	Err error
}

func (e *FieldError) Error() string { return e.Err.Error() }

// Unwrap is the cause.
func (e *FieldError) Unwrap() error { return e.Err }

// Form asks for texts. One with a field of several lines is a long one: it
// scrolls, and ctrl+s ends it. Leaving one of several fields, or of several lines, asks
// before what was typed is dropped.
type Form struct {
	base
	title   string
	intro   string
	entries []*entry
	at      int
	submit  func(values []string) (tea.Cmd, error)
	err     string
	busy    string // what is going on; "" when one can type
	note    string // what is to be known of what is typed
	stays   bool
	quick   bool
	long    bool
	top     int // the first row in view
	acts    []action.Action
}

var (
	_ pane.Overlay  = (*Form)(nil)
	_ pane.Editing  = (*Form)(nil)
	_ pane.Cursored = (*Form)(nil)
)

// NewForm asks for the fields. submit gets their values; an error keeps the
// form open and is shown, see [FieldError].
func NewForm(env *pane.Env, title string, fields []Field, submit func(values []string) (tea.Cmd, error)) *Form {
	f := &Form{base: newBase(env), title: title, submit: submit}
	for _, fd := range fields {
		f.entries = append(f.entries, newEntry(fd))
		f.long = f.long || fd.Rows > 1
	}
	f.entries[0].enter(f.long)
	f.acts = f.actions()
	f.nameEnter()
	return f
}

// Intro puts a text above the fields.
func (f *Form) Intro(text string) *Form {
	f.intro = text
	return f
}

// Stay keeps the form open after submit, until whoever opened it closes it: for
// what may still be refused. Meanwhile it is [Form.Busy].
func (f *Form) Stay() *Form {
	f.stays = true
	return f
}

// Quick has enter end the form from any of its lines, as they need not be filled in.
func (f *Form) Quick() *Form {
	f.quick = true
	f.nameEnter()
	return f
}

// Begin gives a field the keys, by its index.
func (f *Form) Begin(at int) *Form {
	f.focus(at, true)
	return f
}

// With adds actions of its own, whose keys are no text.
func (f *Form) With(acts ...action.Action) *Form {
	f.acts = slices.Insert(f.acts, len(f.acts)-1, acts...)
	return f
}

// Note says something of what is typed, below the fields; "" says nothing.
func (f *Form) Note(text string) { f.note = text }

// Busy says what is going on, such as "saving …"; nothing can be typed then. ""
// gives the form back.
func (f *Form) Busy(what string) { f.busy = what }

// Fail gives the form back and says what went wrong; of a [FieldError] also
// where.
func (f *Form) Fail(err error) tea.Cmd {
	f.busy, f.err = "", err.Error()
	var bad *FieldError
	if errors.As(err, &bad) {
		f.focus(bad.At, true)
		return nil
	}
	f.scroll()
	return nil
}

// Changed reports whether anything was typed that stands.
func (f *Form) Changed() bool {
	for _, e := range f.entries {
		if e.changed() {
			return true
		}
	}
	return false
}

// Values are the fields' texts; of a field in which nothing was typed the very
// one it began with.
func (f *Form) Values() []string {
	values := make([]string, len(f.entries))
	for i, e := range f.entries {
		values[i] = e.value()
	}
	return values
}

func (f *Form) actions() []action.Action {
	move := func(n int, end bool) func() tea.Cmd {
		return func() tea.Cmd {
			f.focus(f.at+n, end)
			return nil
		}
	}
	return []action.Action{
		{ID: enterID, Group: "form", Short: "next", Long: "Go to the next field; on the last one, done. In a text a new line.", Keys: []string{"enter"}, Footer: true, Why: f.inText, Run: f.enter},
		{ID: "form.done", Group: "form", Short: "save", Long: "Done with all fields: save them.", Keys: []string{"ctrl+s"}, Footer: f.long, Why: f.occupied, Run: f.done},
		{ID: "form.forward", Group: "form", Short: "next field", Long: "Go to the next field.", Keys: []string{"tab"}, Footer: f.long && len(f.entries) > 1, Why: f.occupied, Run: move(1, true)},
		{ID: "form.back", Group: "form", Short: "field before", Long: "Go to the field before.", Keys: []string{"shift+tab"}, Why: f.occupied, Run: move(-1, true)},
		{ID: "form.down", Group: "form", Short: "down", Long: "Go to the next field, in a text to the next row.", Keys: []string{"down"}, Why: f.inText, Run: move(1, false)},
		{ID: "form.up", Group: "form", Short: "up", Long: "Go to the field before, in a text to the row before.", Keys: []string{"up"}, Why: f.inText, Run: move(-1, true)},
		{ID: "form.cancel", Group: "form", Short: "cancel", Long: "Leave without doing anything; a form of several fields asks before it drops what was typed.", Keys: []string{"esc"}, Footer: true, Why: f.occupied, Run: f.cancel},
	}
}

func (f *Form) occupied() string { return f.busy }

// inText is why a key of the form is one of the text being typed.
func (f *Form) inText() string {
	if f.busy == "" && f.entries[f.at].text != nil {
		return "a text is being typed"
	}
	return f.busy
}

// enterID is the action of enter.
const enterID = "form.next"

// ends reports whether enter is the end of the form where one types now.
func (f *Form) ends() bool { return f.quick || f.at == len(f.entries)-1 }

// nameEnter has the footer say what enter does where one types now.
func (f *Form) nameEnter() {
	enter := &f.acts[slices.IndexFunc(f.acts, func(a action.Action) bool { return a.ID == enterID })]
	switch {
	case !f.ends():
		enter.Short = "next"
	case f.long:
		enter.Short = "save"
	default:
		enter.Short = "done"
	}
}

func (f *Form) enter() tea.Cmd {
	if !f.ends() {
		f.focus(f.at+1, true)
		return nil
	}
	return f.done()
}

// done hands the values on.
func (f *Form) done() tea.Cmd {
	f.err = ""
	cmd, err := f.submit(f.Values())
	switch {
	case err != nil:
		return f.Fail(err)
	case f.stays:
		return cmd
	}
	return pane.Request(pane.Close{Then: cmd})
}

func (f *Form) cancel() tea.Cmd {
	if !f.long && len(f.entries) == 1 || !f.Changed() {
		return pane.Request(pane.Close{})
	}
	return pane.Request(pane.Show{Overlay: NewConfirm(f.env, "Drop what you have changed here?", func() tea.Cmd {
		return pane.Request(pane.Close{})
	})})
}

// focus goes to a field, round at the ends; of a text to its end or its start.
func (f *Form) focus(i int, end bool) {
	f.entries[f.at].leave()
	f.at = (i + len(f.entries)) % len(f.entries)
	f.entries[f.at].enter(end)
	f.nameEnter()
	f.scroll()
}

// Title names the overlay.
func (f *Form) Title() string { return f.title }

// Actions are moving between the fields, done and cancel.
func (f *Form) Actions() []action.Action { return f.acts }

// Editing is always so.
func (f *Form) Editing() bool { return true }

// Takes are the keys of the field.
func (f *Form) Takes(key string) bool { return f.busy == "" && f.entries[f.at].takes(key) }

// Update types into the field. Up and down leave a text at its ends.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	key, pressed := msg.(tea.KeyPressMsg)
	_, pasted := msg.(tea.PasteMsg)
	if f.busy != "" || !pressed && !pasted {
		return nil
	}
	e := f.entries[f.at]
	moved := e.update(msg)
	switch {
	case pressed && !moved && key.String() == "down":
		f.focus(f.at+1, false)
		return nil
	case pressed && !moved && key.String() == "up":
		f.focus(f.at-1, true)
		return nil
	}
	f.err = ""
	if pane.NoRoom(msg, moved) {
		f.err = pane.TooLong
	}
	f.layOut()
	f.scroll()
	return nil
}
