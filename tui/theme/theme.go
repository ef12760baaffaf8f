// Package theme holds the tokens that everything on the screen is drawn with: a
// [Theme] maps each [Token] to a style and each sign to a glyph.
//
//	th := theme.Dark()
//	line := th.Paint(theme.Dim, "since 2021")
//
// A theme belongs to one session, never to the package: two people share a
// process. Colours are of the 256-colour palette, which costs half the bytes of
// true colour on the wire; terminals with fewer get the nearest. Colour is
// never the only sign: bands, trends and the focus have glyphs too.
package theme

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// Token names a role on the screen, not a colour.
type Token int

// The tokens.
const (
	Text   Token = iota
	Dim          // secondary text
	Strong       // what the eye should find first
	Accent       // keys, the thing selected
	Border
	Focus // the border of the focused pane
	Hot
	Warm
	Cool
	Good
	Bad
	tokens
)

// Reset ends any style.
const Reset = "\x1b[m"

// Theme is one look.
type Theme struct {
	Name   string
	Glyphs Glyphs
	open   [2][tokens]string // SGR prefix by selected or not
	rules  [2]string         // a long rule, of the frame and of the focused one
}

// Glyphs are the signs, which have an ASCII form.
type Glyphs struct {
	Frame, FocusFrame   Frame
	Bar, Mark, Ellipsis string // the cursor's row, a marked row, cut text
	Pointer             string // the pane that has the keys
	Hot, Warm, Cool     string
	Up, Flat, Down      string
	Unknown, Dot        string
	Done, Open          string
	Full, Empty         string // a bar's cells
}

// Frame is the eight parts of a box.
type Frame struct{ TL, T, TR, L, R, BL, B, BR string }

// longest is the widest rule that is drawn.
const longest = 512

// Rule is n cells of a horizontal line, as in a frame.
func (t *Theme) Rule(n int) string { return cut(t.rules[0], n) }

// FocusRule is the same as in a focused frame.
func (t *Theme) FocusRule(n int) string { return cut(t.rules[1], n) }

func cut(rule string, n int) string {
	return rule[:min(max(n, 0), longest)*(len(rule)/longest)]
}

func (t *Theme) ruled() *Theme {
	t.rules = [2]string{strings.Repeat(t.Glyphs.Frame.T, longest), strings.Repeat(t.Glyphs.FocusFrame.T, longest)}
	return t
}

// Open is the escape sequence that begins a token, on a selected row or not;
// "" where the token has no style.
func (t *Theme) Open(tok Token, selected bool) string {
	if selected {
		return t.open[1][tok]
	}
	return t.open[0][tok]
}

// Paint wraps text in a token's style.
func (t *Theme) Paint(tok Token, text string) string {
	open := t.open[0][tok]
	if open == "" {
		return text
	}
	return open + text + Reset
}

// Band is the token and the sign of a band of receptivity: 0 cool, 1 warm,
// 2 hot, the order of the bands.
func (t *Theme) Band(band int) (Token, string) {
	switch band {
	case 2:
		return Hot, t.Glyphs.Hot
	case 1:
		return Warm, t.Glyphs.Warm
	}
	return Cool, t.Glyphs.Cool
}

// look is a token's style: a palette index, -1 for the terminal's own colour.
type look struct {
	fg   int
	bold bool
}

// build compiles the looks to the escape sequences that begin them, once a
// session: what is drawn at every key only copies bytes.
func build(name string, g Glyphs, selectedBG int, looks [tokens]look) *Theme {
	t := &Theme{Name: name, Glyphs: g}
	for tok, l := range looks {
		s := lipgloss.NewStyle().Bold(l.bold)
		if l.fg >= 0 {
			s = s.Foreground(lipgloss.Color(strconv.Itoa(l.fg)))
		}
		t.open[0][tok] = opening(s)
		if selectedBG >= 0 {
			s = s.Background(lipgloss.Color(strconv.Itoa(selectedBG)))
		} else {
			s = s.Reverse(true)
		}
		t.open[1][tok] = opening(s)
	}
	return t.ruled()
}

// opening is the sequence with which a style begins, "" for one that has none.
func opening(s lipgloss.Style) string {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return open
}

// Dark is for terminals with a dark background.
func Dark() *Theme {
	return build("dark", unicodeGlyphs(), 237, [tokens]look{
		Text: {fg: -1}, Dim: {fg: 245}, Strong: {fg: -1, bold: true}, Accent: {fg: 110, bold: true},
		Border: {fg: 239}, Focus: {fg: 110}, Hot: {fg: 209}, Warm: {fg: 179}, Cool: {fg: 245},
		Good: {fg: 108}, Bad: {fg: 203},
	})
}

// Light is for terminals with a light background.
func Light() *Theme {
	return build("light", unicodeGlyphs(), 254, [tokens]look{
		Text: {fg: -1}, Dim: {fg: 242}, Strong: {fg: -1, bold: true}, Accent: {fg: 25, bold: true},
		Border: {fg: 250}, Focus: {fg: 25}, Hot: {fg: 130}, Warm: {fg: 94}, Cool: {fg: 242},
		Good: {fg: 28}, Bad: {fg: 160},
	})
}

// Plain uses no colour: for NO_COLOR and for people who want none. The focus
// has a heavy border.
func Plain() *Theme {
	g := unicodeGlyphs()
	g.FocusFrame = Frame{"┏", "━", "┓", "┃", "┃", "┗", "━", "┛"}
	return build("plain", g, -1, [tokens]look{
		Text: {fg: -1}, Dim: {fg: -1}, Strong: {fg: -1, bold: true}, Accent: {fg: -1, bold: true},
		Border: {fg: -1}, Focus: {fg: -1, bold: true}, Hot: {fg: -1, bold: true}, Warm: {fg: -1}, Cool: {fg: -1},
		Good: {fg: -1}, Bad: {fg: -1, bold: true},
	})
}

// ASCII is the theme with every glyph in ASCII, for terminals without more.
func (t *Theme) ASCII() *Theme {
	a := *t
	box := Frame{"+", "-", "+", "|", "|", "+", "-", "+"}
	a.Glyphs = Glyphs{
		Frame: box, FocusFrame: Frame{"#", "=", "#", "#", "#", "#", "=", "#"},
		Bar: ">", Pointer: ">", Mark: "*", Ellipsis: "~", Hot: "!", Warm: "+", Cool: "-",
		Up: "^", Flat: "=", Down: "v", Unknown: "?", Dot: "-", Done: "x", Open: "o", Full: "#", Empty: ".",
	}
	a.Name += " ascii"
	return a.ruled()
}

func unicodeGlyphs() Glyphs {
	box := Frame{"╭", "─", "╮", "│", "│", "╰", "─", "╯"}
	return Glyphs{
		Frame: box, FocusFrame: box,
		Bar: "▌", Pointer: "▸", Mark: "●", Ellipsis: "…", Hot: "●", Warm: "◐", Cool: "○",
		Up: "▲", Flat: "▬", Down: "▼", Unknown: "·", Dot: "·", Done: "✓", Open: "○", Full: "█", Empty: "░",
	}
}
