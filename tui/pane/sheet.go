package pane

import (
	"slices"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Sheet assembles lines of w cells for a page that is read from top to bottom.
type Sheet struct {
	Env      *Env
	W        int
	Right    int  // cells that stay blank on the right of what is wrapped
	Selected bool // the lines are of what the cursor is on
	Lines    []string

	buf []byte // of one line after the other
}

// Gap adds a blank line.
func (s *Sheet) Gap() { s.Lines = append(s.Lines, widget.Spaces(s.W)) }

// Text adds one line, cut to the width.
func (s *Sheet) Text(tok theme.Token, text string) {
	l := widget.NewLine(s.buf[:0], s.Env.Theme, s.Selected)
	l.Left(tok, text, s.W)
	s.buf = l.Bytes()
	s.Lines = append(s.Lines, string(s.buf))
}

// Wrapped adds text in as many lines as it takes, each after the indent.
func (s *Sheet) Wrapped(tok theme.Token, indent int, text string) {
	for _, l := range widget.Wrap(text, s.W-indent-s.Right) {
		s.Text(tok, widget.Spaces(indent)+l)
	}
}

// Says adds a sentence of the program, with the session's keys in it, in as many
// lines as it takes, each after the indent.
func (s *Sheet) Says(tok theme.Token, indent int, sentence string) {
	s.Wrapped(tok, indent, s.Env.Say(sentence))
}

// Can is something that can be done here: an action, and what it does.
type Can struct{ ID, Does string }

// Can adds a line for each, its key before it, after the indent.
func (s *Sheet) Can(indent int, all ...Can) {
	keys, w := make([]string, len(all)), 0
	for i, c := range all {
		keys[i] = s.Env.Say("{" + c.ID + "}")
		w = max(w, widget.Width(keys[i])+2)
	}
	for i, c := range all {
		s.Cells(Cell{W: indent}, Cell{Tok: theme.Accent, Text: keys[i], W: w}, Cell{Tok: theme.Text, Text: c.Does})
	}
}

// Head adds a section's heading after a blank line.
func (s *Sheet) Head(text string) {
	s.Gap()
	s.Text(theme.Accent, text)
}

// Cells adds one line of columns: each is a token, a text and a width, negative
// for aligned right. The last one takes what is left.
func (s *Sheet) Cells(cells ...Cell) {
	l := widget.NewLine(s.buf[:0], s.Env.Theme, s.Selected)
	left := s.W
	for i, c := range cells {
		w := c.W
		if i == len(cells)-1 {
			w = left
		}
		if w < 0 {
			w = min(-w, left)
			l.Right(c.Tok, c.Text, w)
		} else {
			w = min(w, left)
			text := c.Text
			if i < len(cells)-1 {
				text = widget.Cut(text, w-1, s.Env.Theme.Glyphs.Ellipsis)
			}
			l.Left(c.Tok, text, w)
		}
		left -= w
	}
	l.Left(theme.Text, "", left)
	s.buf = l.Bytes()
	s.Lines = append(s.Lines, string(s.buf))
}

// Hanging is Cells with as many lines as the last text takes, each of which begins below
// the first of it. Without a text there is one line.
func (s *Sheet) Hanging(cells ...Cell) {
	cells = slices.Clone(cells)
	last, left := len(cells)-1, s.W-s.Right
	for _, c := range cells[:last] {
		left -= max(c.W, -c.W)
	}
	lines := widget.Wrap(cells[last].Text, max(left, 1))
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, line := range lines {
		for j := range cells[:last] {
			if i > 0 {
				cells[j].Text = ""
			}
		}
		cells[last].Text = line
		s.Cells(cells...)
	}
}

// Cell is one column of a line.
type Cell struct {
	Tok  theme.Token
	Text string
	W    int
}
