package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// maxLine is the most bytes an [Input] holds.
const maxLine = 8 << 10

// Input is an editor of one line, with the keys of an [Editor] but those for
// rows: those are left to whoever shows it. What is longer than its room scrolls
// sideways.
//
//	in := widget.NewInput()
//	changed, handled := in.Update(msg)
//	line := in.View(w, "…")
//	x := in.Cursor(w)
type Input struct {
	text *Editor
}

// NewInput makes an empty line.
func NewInput() *Input {
	in := &Input{&Editor{paragraphs: []*paragraph{{}}, goal: -1, limit: maxLine}}
	in.text.screen = screen{w: maxLine + 2, h: 1, lines: make([]string, 1), turn: 1} // nothing is ever wrapped
	return in
}

// Text is what is typed.
func (in *Input) Text() string { return in.text.Text() }

// SetText replaces it, with the cursor at its end. Line breaks become spaces, and
// what is longer than 8 KB is cut off.
func (in *Input) SetText(s string) { in.text.SetText(oneLine(s)) }

// Offset is the cursor's byte offset in the text.
func (in *Input) Offset() int { return in.text.Offset() }

// AtEnd reports whether the cursor is behind the last character.
func (in *Input) AtEnd() bool { return in.text.Offset() == in.text.size }

// MoveTo puts the cursor at a byte offset of the text.
func (in *Input) MoveTo(offset int) { in.text.MoveTo(offset) }

// Takes reports whether a key that is no text is one of the line's.
func (in *Input) Takes(key string) bool {
	c := commandOf(key)
	return c != nil && !c.Rows
}

// Update takes a key press or a paste. handled is false for what is none of the
// line's keys; changed reports whether the text is another one now.
func (in *Input) Update(msg tea.Msg) (changed, handled bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.Text != "" || in.Takes(msg.String()) {
			return in.text.Update(msg)
		}
	case tea.PasteMsg:
		msg.Content = oneLine(msg.Content)
		return in.text.Update(msg)
	}
	return false, false
}

// oneLine makes spaces of line breaks and tabs, but for the breaks at the end.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || breaksLine(r) {
			return ' '
		}
		return r
	}, strings.TrimRight(s, "\r\n"))
}

// View is the line in w cells, with the cursor in view.
func (in *Input) View(w int, ellipsis string) string {
	from, _ := in.shown(w)
	return Fit(in.Text()[from:], w, ellipsis)
}

// Cursor is the cursor's cell in the view.
func (in *Input) Cursor(w int) (x int) {
	_, x = in.shown(w)
	return x
}

// shown is where the part begins that is in view, and the cursor's cell in it.
func (in *Input) shown(w int) (from, x int) {
	text := in.text.paragraphs[0].text
	at := in.Offset()
	x = Width(string(text[:at]))
	for x >= max(w, 1) && from < at {
		n, cells := firstCluster(text[from:])
		from, x = from+n, x-cells
	}
	return from, x
}
