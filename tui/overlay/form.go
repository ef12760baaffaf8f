package overlay

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Field is one line to fill in.
type Field struct {
	Label, Hint string
	Value       string
}

// Form asks for a few lines of text.
type Form struct {
	base
	title  string
	fields []Field
	inputs []textinput.Model
	at     int
	submit func(values []string) (tea.Cmd, error)
	err    string
	acts   []action.Action
}

var _ pane.Overlay = (*Form)(nil)

// NewForm asks for the fields. submit gets their values; an error keeps the
// form open and is shown.
func NewForm(env *pane.Env, title string, fields []Field, submit func(values []string) (tea.Cmd, error)) *Form {
	f := &Form{base: newBase(env), title: title, fields: fields, submit: submit}
	for i, fd := range fields {
		in := newInput(fd.Hint)
		in.SetValue(fd.Value)
		if i == 0 {
			in.Focus()
		}
		f.inputs = append(f.inputs, in)
	}
	f.acts = []action.Action{
		{ID: "form.next", Group: "form", Short: "next", Long: "Go to the next field; on the last one, done.", Keys: []string{"enter"}, Footer: true, Run: f.enter},
		{ID: "form.forward", Group: "form", Short: "next field", Long: "Go to the next field.", Keys: []string{"tab", "down"}, Run: func() tea.Cmd { return f.move(1) }},
		{ID: "form.back", Group: "form", Short: "field before", Long: "Go to the field before.", Keys: []string{"shift+tab", "up"}, Run: func() tea.Cmd { return f.move(-1) }},
		{ID: "form.cancel", Group: "form", Short: "cancel", Long: "Leave without doing anything.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	return f
}

func newInput(hint string) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = hint
	in.CharLimit = 2000
	in.SetVirtualCursor(false)
	return in
}

func (f *Form) enter() tea.Cmd {
	if f.at < len(f.inputs)-1 {
		return f.move(1)
	}
	values := make([]string, len(f.inputs))
	for i := range f.inputs {
		values[i] = f.inputs[i].Value()
	}
	cmd, err := f.submit(values)
	if err != nil {
		f.err = err.Error()
		return nil
	}
	return pane.Request(pane.Close{Then: cmd})
}

func (f *Form) move(n int) tea.Cmd {
	f.inputs[f.at].Blur()
	f.at = (f.at + n + len(f.inputs)) % len(f.inputs)
	return f.inputs[f.at].Focus()
}

// Title names the overlay.
func (f *Form) Title() string { return f.title }

// Actions are moving between the fields, done and cancel.
func (f *Form) Actions() []action.Action { return f.acts }

// Editing is always so.
func (f *Form) Editing() bool { return true }

// Update types into the field.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		var cmd tea.Cmd
		f.err = ""
		f.inputs[f.at], cmd = f.inputs[f.at].Update(msg)
		return cmd
	}
	return nil
}

// Want is a line a field, and two for what went wrong.
func (f *Form) Want(w, h int) (int, int) {
	return min(w, 70), min(h, len(f.fields)+3)
}

func (f *Form) labelWidth() int {
	n := 0
	for _, fd := range f.fields {
		n = max(n, widget.Width(fd.Label))
	}
	return n + 2
}

// View is the fields, one a line.
func (f *Form) View() string {
	p, lw, g := f.page(), f.labelWidth(), f.env.Theme.Glyphs
	for i, fd := range f.fields {
		tok, bar := theme.Dim, " "
		if i == f.at {
			tok, bar = theme.Accent, g.Bar
		}
		line := f.env.Theme.Paint(tok, bar+widget.Fit(fd.Label, lw, g.Ellipsis))
		in := &f.inputs[i]
		if in.Value() == "" {
			line += f.env.Theme.Paint(theme.Dim, widget.Fit(fd.Hint, f.w-lw-1, g.Ellipsis))
		} else {
			text, _ := widget.Input(in.Value(), in.Position(), f.w-lw-1, g.Ellipsis)
			line += text
		}
		p.lines = append(p.lines, line)
	}
	if f.err != "" {
		p.wrapped(theme.Bad, f.err)
	} else {
		p.gap()
		p.text(theme.Dim, "enter next, done on the last   esc cancel")
	}
	return p.String()
}

// Cursor is in the field.
func (f *Form) Cursor() (x, y int, ok bool) {
	lw := f.labelWidth()
	in := &f.inputs[f.at]
	_, x = widget.Input(in.Value(), in.Position(), f.w-lw-1, "")
	return lw + 1 + x, f.at, true
}
