package overlay

import (
	"fmt"
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The widest a form gets, and the rows below its fields: for what went wrong,
// or for what the keys are.
const (
	formWidth, longWidth = 70, 96
	formFoot, longFoot   = 2, 2
)

// Want is a row a field and what stands below and above; a long form, which
// grows and shrinks as one types, has all the room that it may ever need.
func (f *Form) Want(w, h int) (int, int) {
	if f.long {
		rows := 0
		for _, e := range f.entries {
			rows += max(e.Rows, 1)
		}
		w = min(w, longWidth)
		return w, min(h, len(f.introLines(w))+rows+longFoot)
	}
	w = min(w, formWidth)
	return w, min(h, len(f.introLines(w))+len(f.entries)+formFoot)
}

// SetSize sets the inner size.
func (f *Form) SetSize(w, h int) {
	f.base.SetSize(w, h)
	f.layOut()
	f.scroll()
}

// layOut gives each field its rows, and what none of them needs to those texts that have
// more: from the first on.
func (f *Form) layOut() {
	for _, e := range f.entries {
		e.layOut(f.valueWidth(), 0)
	}
	spare := f.room() - 1 - f.rows() // a gap stays above what the keys are
	for _, e := range f.entries {
		if more := min(e.more, spare); more > 0 {
			e.layOut(f.valueWidth(), more)
			spare -= more
		}
	}
}

// introLines are the text above the fields, and a gap.
func (f *Form) introLines(w int) []string {
	if f.intro == "" {
		return nil
	}
	var lines []string
	for _, l := range splitLines(f.intro) {
		lines = append(lines, wrap(l, w)...)
	}
	return append(lines, "")
}

func splitLines(s string) []string { return strings.Split(s, "\n") }

// wrap breaks a line that may be empty.
func wrap(line string, w int) []string {
	if line == "" {
		return []string{""}
	}
	return widget.Wrap(line, w)
}

// scroll moves the view as little as may be to show what is typed.
func (f *Form) scroll() {
	first, room := f.rowOf(f.at), f.room()
	_, y := f.entries[f.at].cursor(f.valueWidth())
	last := first + f.entries[f.at].rows - 1
	f.top = min(f.top, first)
	f.top = max(f.top, last-room+1)
	f.top = max(min(f.top, first+y, f.rows()-room), 0)
}

// room is how many rows of fields are in view.
func (f *Form) room() int {
	foot := 1 + f.noteRows()
	if f.err != "" {
		foot = len(widget.Wrap(f.err, f.w))
	}
	return max(f.h-foot-len(f.introLines(f.w)), 1)
}

// rowOf is the first row of a field.
func (f *Form) rowOf(i int) (row int) {
	for _, e := range f.entries[:i] {
		row += e.rows
	}
	return row
}

func (f *Form) rows() int { return f.rowOf(len(f.entries)) }

func (f *Form) labelWidth() int {
	n := 0
	for _, e := range f.entries {
		n = max(n, widget.Width(e.Label))
	}
	return n + 2
}

func (f *Form) valueWidth() int { return max(f.w-f.labelWidth()-1, 1) }

// View is the fields that have room, and below them what went wrong.
func (f *Form) View() string {
	p := f.page()
	for _, l := range f.introLines(f.w) {
		p.text(theme.Text, l)
	}
	rows := f.fieldRows()
	p.lines = append(p.lines, rows[min(f.top, len(rows)):min(f.top+f.room(), len(rows))]...)
	switch {
	case f.err != "":
		p.wrapped(theme.Bad, f.err)
	case f.long:
		p.lines = widget.Lines(p.lines, f.w, f.h-f.noteRows()-1)
		f.sayNote(p)
		p.text(theme.Dim, f.status(f.longKeys()))
	case len(f.entries) == 1, f.ends() && !f.quick: // on its last field
		f.sayNote(p)
		p.text(theme.Dim, f.status("{form.next} done   {form.cancel} cancel"))
	case f.quick:
		f.sayNote(p)
		p.text(theme.Dim, f.status("{form.next} done   {form.forward} next field   {form.cancel} cancel"))
	default:
		f.sayNote(p)
		p.text(theme.Dim, f.status("{form.next} next   {form.done} done   {form.cancel} cancel"))
	}
	return p.String()
}

// longKeys are those of a long form; in one of a single text there is no next field.
func (f *Form) longKeys() string {
	if len(f.entries) == 1 {
		return "{form.done} save   {form.cancel} cancel"
	}
	return "{form.done} save   {form.forward} next   {form.cancel} cancel"
}

// noteRows is how many rows a long form keeps for its note: those that it has.
func (f *Form) noteRows() int {
	if f.note == "" {
		return 0
	}
	return 1
}

// sayNote puts the note in its row; a short form has that row anyway.
func (f *Form) sayNote(p *page) {
	switch {
	case f.note != "":
		p.text(theme.Warm, f.note)
	case !f.long:
		p.gap()
	}
}

// status is what is going on, else what the keys are, and how much is out of
// view.
func (f *Form) status(keys string) string {
	switch below := f.rows() - f.top - f.room(); {
	case f.busy != "":
		return f.busy
	case below > 0:
		return f.env.Say(keys) + "   more below"
	}
	return f.env.Say(keys)
}

func (f *Form) fieldRows() []string {
	lw, g := f.labelWidth(), f.env.Theme.Glyphs
	var rows []string
	for i, e := range f.entries {
		tok, bar, label := theme.Dim, " ", e.Label
		if i == f.at {
			tok, bar = theme.Accent, g.Bar
		}
		lines := e.lines(f.env.Theme, f.valueWidth())
		for y, l := range lines {
			if y > 0 && y == len(lines)-1 && e.more > 0 {
				label = fmt.Sprintf("+%d more", e.more)
			}
			rows = append(rows, f.env.Theme.Paint(tok, bar+widget.Fit(label, lw, g.Ellipsis))+l)
			label = ""
		}
	}
	return rows
}

// Cursor is in the field.
func (f *Form) Cursor() (x, y int, ok bool) {
	x, y = f.entries[f.at].cursor(f.valueWidth())
	y += f.rowOf(f.at) - f.top
	return f.labelWidth() + 1 + x, len(f.introLines(f.w)) + y, f.busy == "" && y < f.room()
}
