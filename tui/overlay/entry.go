package overlay

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// entry is a field with what is typed into it: a line, or a text.
type entry struct {
	Field
	line *widget.Input
	text *widget.Editor // nil: a line
	was  string         // as it was shown at the beginning
	on   bool           // it is typed into

	rows, more int // how many rows are in view, and how many of a text are not
}

func newEntry(fd Field) *entry {
	e := &entry{Field: fd, rows: 1}
	if fd.Rows > 1 {
		e.text = widget.NewEditor()
		e.text.SetText(fd.Value)
		e.text.MoveTo(0)
	} else {
		e.line = widget.NewInput()
		e.line.SetText(fd.Value)
	}
	e.was = e.typed()
	return e
}

func (e *entry) typed() string {
	if e.text != nil {
		return e.text.Text()
	}
	return e.line.Text()
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
func (e *entry) enter(end bool) {
	e.on = true
	if e.text != nil && end && !e.NewestFirst {
		e.text.MoveTo(len(e.text.Text()))
	}
}

// leave takes the keys away; a text shows its beginning again.
func (e *entry) leave() {
	e.on = false
	if e.text != nil {
		e.text.MoveTo(0)
	}
}

// takes reports whether a key that is no text is one of what is typed.
func (e *entry) takes(key string) bool {
	if e.text == nil {
		return e.line.Takes(key)
	}
	return e.text.Takes(key)
}

// update types. moved is false where an arrow could go no further in a text, and where
// there was no room for what was pasted.
func (e *entry) update(msg tea.Msg) (moved bool) {
	if e.text == nil {
		changed, _ := e.line.Update(msg)
		_, pasted := msg.(tea.PasteMsg)
		return changed || !pasted
	}
	was := e.text.Offset()
	changed, _ := e.text.Update(msg)
	return changed || e.text.Offset() != was
}

// layOut gives a text the rows that it needs in a width, as far as it may and so many
// more.
func (e *entry) layOut(w, more int) {
	if e.text == nil {
		return
	}
	all := 0
	for _, l := range splitLines(e.text.Text()) {
		all += len(wrap(l, max(w-1, 1)))
	}
	e.rows = min(all, e.Rows+more)
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
	if !e.on { // then it shows its beginning
		return []string{widget.Fit(e.line.Text(), w, th.Glyphs.Ellipsis)}
	}
	return []string{e.line.View(w, th.Glyphs.Ellipsis)}
}

// cursor is the cell of the cursor within the lines.
func (e *entry) cursor(w int) (x, y int) {
	if e.text != nil {
		return e.text.Cursor()
	}
	return e.line.Cursor(w), 0
}
