package overlay

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// entry is a field with what is typed into it: a line, or a text.
type entry struct {
	Field
	line textinput.Model
	text *widget.Editor // nil: a line
	was  string         // as it was shown at the beginning

	rows, more int // how many rows are in view, and how many of a text are not
}

func newEntry(fd Field) *entry {
	e := &entry{Field: fd, rows: 1}
	if fd.Rows > 1 {
		e.text = widget.NewEditor()
		e.text.SetText(fd.Value)
		e.text.MoveTo(0)
	} else {
		e.line = newInput(fd.Hint)
		e.line.SetValue(fd.Value)
	}
	e.was = e.typed()
	return e
}

func newInput(hint string) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = hint
	in.CharLimit = 2000
	in.SetVirtualCursor(false)
	return in
}

func (e *entry) typed() string {
	if e.text != nil {
		return e.text.Text()
	}
	return e.line.Value()
}

func (e *entry) changed() bool { return e.typed() != e.was }

// value is what was typed, else the very value that the field began with, also
// where it is more than could be typed.
func (e *entry) value() string {
	if e.changed() {
		return e.typed()
	}
	return e.Value
}

// enter gives the entry the keys.
func (e *entry) enter(end bool) tea.Cmd {
	switch {
	case e.text == nil:
		return e.line.Focus()
	case end && !e.NewestFirst:
		e.text.MoveTo(len(e.text.Text()))
	}
	return nil
}

// leave takes the keys away; a text shows its beginning again.
func (e *entry) leave() {
	if e.text != nil {
		e.text.MoveTo(0)
		return
	}
	e.line.Blur()
}

// update types. moved is false where an arrow could go no further in a text.
func (e *entry) update(msg tea.Msg) (cmd tea.Cmd, moved bool) {
	if e.text == nil {
		e.line, cmd = e.line.Update(msg)
		return cmd, true
	}
	was := e.text.Offset()
	changed, _ := e.text.Update(msg)
	return nil, changed || e.text.Offset() != was
}

// layOut gives a text the rows that it needs in a width, as far as it may.
func (e *entry) layOut(w int) {
	if e.text == nil {
		return
	}
	all := 0
	for _, l := range splitLines(e.text.Text()) {
		all += len(wrap(l, max(w-1, 1)))
	}
	e.rows = min(all, e.Rows)
	e.more = all - e.rows
	e.text.SetSize(w, e.rows)
}

// lines are the entry's rows of w cells.
func (e *entry) lines(th *theme.Theme, w int) []string {
	switch {
	case e.typed() == "":
		return []string{th.Paint(theme.Dim, widget.Fit(e.Hint, w, th.Glyphs.Ellipsis))}
	case e.text != nil:
		return e.text.View()
	}
	at := 0 // one that is not typed into shows its beginning
	if e.line.Focused() {
		at = e.line.Position()
	}
	text, _ := widget.Input(e.line.Value(), at, w, th.Glyphs.Ellipsis)
	return []string{text}
}

// cursor is the cell of the cursor within the lines.
func (e *entry) cursor(w int) (x, y int) {
	if e.text != nil {
		return e.text.Cursor()
	}
	_, x = widget.Input(e.line.Value(), e.line.Position(), w, "")
	return x, 0
}
