package tui

import (
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// frameStyle draws the border of one pane. Top and bottom tell which pane has the keys; the
// sides look the same whichever has, so that little is painted anew where that changes.
type frameStyle struct {
	th      *theme.Theme
	g       theme.Frame
	focused bool
	open    string
	sides   string // what opens the sides
	title   theme.Token
}

func borders(th *theme.Theme, focused bool) frameStyle {
	if focused {
		return frameStyle{th, th.Glyphs.FocusFrame, true, th.Open(theme.Focus, false), th.Open(theme.Border, false), theme.Strong}
	}
	return frameStyle{th, th.Glyphs.Frame, false, th.Open(theme.Border, false), th.Open(theme.Border, false), theme.Dim}
}

// whole is the frame with its sides like its top: of what lies on top of others.
func (f frameStyle) whole() frameStyle {
	f.sides = f.open
	return f
}

func (f frameStyle) paint(b []byte, parts ...string) []byte {
	b = append(b, f.open...)
	for _, s := range parts {
		b = append(b, s...)
	}
	if f.open != "" {
		b = append(b, theme.Reset...)
	}
	return b
}

func (f frameStyle) rule(n int) string {
	if f.focused {
		return f.th.FocusRule(n)
	}
	return f.th.Rule(n)
}

// top is the upper border with the title in it.
func (f frameStyle) top(b []byte, title string, w int) []byte {
	title = cutTitle(title, w-6, f.th.Glyphs.Ellipsis)
	b = f.paint(b, f.g.TL, f.g.T, " ")
	b = append(b, f.th.Open(f.title, false)...)
	b = append(b, title...)
	b = append(b, theme.Reset...)
	return f.paint(b, " ", f.rule(w-5-widget.Width(title)), f.g.TR)
}

// leastPart is how much of a part of a title is left where it is cut, in cells.
const leastPart = 8

// cutTitle cuts a title to w cells: of its parts the longest, which is a name, so that
// what is counted or said behind it stays.
func cutTitle(title string, w int, ellipsis string) string {
	over := widget.Width(title) - w
	if over <= 0 {
		return title
	}
	parts, longest := strings.Split(title, " · "), 0
	for i := range parts {
		if widget.Width(parts[i]) > widget.Width(parts[longest]) {
			longest = i
		}
	}
	left := widget.Width(parts[longest]) - over
	if left < leastPart {
		return widget.Cut(title, w, ellipsis)
	}
	parts[longest] = widget.Cut(parts[longest], left, ellipsis)
	return strings.Join(parts, " · ")
}

func (f frameStyle) bottom(b []byte, w int) []byte {
	return f.paint(b, f.g.BL, f.rule(w-2), f.g.BR)
}

// line is one row between the borders, with blank cells on either side.
func (f frameStyle) line(b []byte, row string, blanks int) []byte {
	f.open = f.sides
	b = append(f.paint(b, f.g.L), widget.Spaces(blanks)...)
	b = append(b, row...)
	return f.paint(append(b, widget.Spaces(blanks)...), f.g.R)
}
