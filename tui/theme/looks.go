package theme

import (
	"cmp"
	"strings"

	"charm.land/lipgloss/v2"
)

// Depth is how many colours a terminal has.
type Depth int

// The depths. Where a terminal has 256 colours and is told of another, it gets the
// nearest.
const (
	Many    Depth = iota // 256 and more
	Sixteen              // those of the first terminals, whose looks are the terminal's own
)

// look is a token's style.
type look struct {
	fg   Colour // "": the terminal's own
	few  Colour // the same where there are sixteen colours
	bold bool
}

// looks are a theme's styles, and the background of the selected row; without one
// it is reversed.
type looks struct {
	tokens   [tokens]look
	selected Colour
	frame    func() Glyphs
}

// bases are the looks that there are, by the name of their theme. Of the sixteen
// colours only those are used that can be read on the terminals' own palettes: on a
// light background there are five.
var bases = map[string]looks{
	"dark": {selected: "237", frame: roundFrames, tokens: [tokens]look{
		Text: {}, Dim: {"245", "7", false}, Strong: {bold: true}, Accent: {"110", "14", true},
		Border: {"239", "8", false}, Focus: {"110", "14", false}, Hot: {"209", "9", false}, Warm: {"179", "11", false}, Cool: {"245", "7", false},
		Good: {"108", "10", false}, Bad: {"203", "9", false},
	}},
	"light": {selected: "254", frame: roundFrames, tokens: [tokens]look{
		Text: {}, Dim: {"242", "8", false}, Strong: {bold: true}, Accent: {"25", "4", true},
		Border: {"250", "8", false}, Focus: {"25", "4", false}, Hot: {"130", "1", false}, Warm: {"94", "5", false}, Cool: {"242", "8", false},
		Good: {"28", "4", false}, Bad: {"160", "1", false},
	}},
	// Without colour the focus has a heavy border.
	"plain": {frame: heavyFocus, tokens: [tokens]look{
		Strong: {bold: true}, Accent: {bold: true}, Focus: {bold: true}, Hot: {bold: true}, Bad: {bold: true},
	}},
}

// Spec is a theme as a person describes it: one of ours with other colours. The
// zero Spec is the dark one.
type Spec struct {
	Base     string           // dark, light or plain; "" is dark
	Colours  map[Token]Colour // in place of the base's
	Selected Colour           // the background of the selected row, in place of the base's
}

// Bases are the names that a [Spec] can begin with.
func Bases() []string { return []string{"dark", "light", "plain"} }

// BaseColours are those of a theme of ours, and the background of its selected row.
func BaseColours(base string) (of map[Token]Colour, selected Colour) {
	of = map[Token]Colour{}
	for tok, l := range bases[base].tokens {
		of[Token(tok)] = cmp.Or(l.fg, Own)
	}
	return of, bases[base].selected
}

// Theme makes a theme of the name, for a terminal with so many colours. Where there
// are sixteen, a colour that is none of them gives way to the base's.
func (s Spec) Theme(name string, depth Depth) *Theme {
	base, ok := bases[s.Base]
	if !ok {
		base = bases["dark"]
	}
	for tok, c := range s.Colours {
		if c.basic() {
			base.tokens[tok].few = c
		}
		base.tokens[tok].fg = c
	}
	if s.Selected != "" {
		base.selected = s.Selected
	}
	return build(name, base, depth)
}

// build compiles the looks to the escape sequences that begin them, once a
// session: what is drawn at every key only copies bytes.
func build(name string, base looks, depth Depth) *Theme {
	t := &Theme{Name: name, Glyphs: base.frame()}
	for tok, l := range base.tokens {
		t.open[0][tok] = opening(l.style(depth))
		t.open[1][tok] = opening(l.selected(depth, base.selected))
	}
	return t.ruled()
}

// style is how a token looks. Many terminals show the bold ones of the first eight
// colours in another colour, so that these stay thin.
func (l look) style(depth Depth) lipgloss.Style {
	if depth == Many {
		return lipgloss.NewStyle().Bold(l.bold).Foreground(l.fg.color())
	}
	dark := len(l.few) == 1 && l.few < "8"
	return lipgloss.NewStyle().Bold(l.bold && !dark).Foreground(l.few.color())
}

// selected is how it looks on the selected row. Of sixteen colours none is a
// background for all the others: the row is reversed, and has no colours.
func (l look) selected(depth Depth, background Colour) lipgloss.Style {
	if depth == Many && background != "" {
		return l.style(depth).Background(background.color())
	}
	return lipgloss.NewStyle().Bold(l.bold).Reverse(true)
}

// opening is the sequence with which a style begins, "" for one that has none.
func opening(s lipgloss.Style) string {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return open
}

// Dark is for terminals with a dark background.
func Dark() *Theme { return Spec{}.Theme("dark", Many) }

// Light is for terminals with a light background.
func Light() *Theme { return Spec{Base: "light"}.Theme("light", Many) }

// Plain uses no colour: for NO_COLOR and for people who want none.
func Plain() *Theme { return Spec{Base: "plain"}.Theme("plain", Many) }
