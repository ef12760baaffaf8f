// Package theme holds the tokens that everything on the screen is drawn with: a
// [Theme] maps each [Token] to a style and each sign to a glyph.
//
//	th := theme.Dark()
//	line := th.Paint(theme.Dim, "since 2021")
//
// A theme belongs to one session, never to the package: two people share a
// process. Colours are of the 256-colour palette, which costs half the bytes of
// true colour on the wire. Terminals with sixteen get colours that were chosen for
// them, as the nearest ones are not always to be read. Colour is never the only
// sign: bands, trends and the focus have glyphs too.
//
// A person's own theme is a [Spec]: one of ours with other colours.
package theme

import "strings"

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

// tokenNames are those of the tokens in their order.
var tokenNames = [tokens]string{"text", "dim", "strong", "accent", "border", "focus", "hot", "warm", "cool", "good", "bad"}

// String is the token's name in a person's settings.
func (t Token) String() string { return tokenNames[t] }

// Tokens are all tokens.
func Tokens() []Token {
	all := make([]Token, tokens)
	for i := range all {
		all[i] = Token(i)
	}
	return all
}

// Means says what a token is for.
func (t Token) Means() string {
	return [tokens]string{
		"text", "secondary text", "what the eye should find first", "keys, and the sign of what is selected", "the frame of a pane",
		"the frame of the pane that has the keys", "receptivity: hot", "receptivity: warm", "receptivity: cool", "what is well", "what is wrong",
	}[t]
}

// Reset ends any style.
const Reset = "\x1b[m"

// Theme is one look.
type Theme struct {
	Name   string
	Glyphs Glyphs
	open   [2][tokens]string // SGR prefix by selected or not
	ascii  bool
	rules  [2]string // a long rule, of the frame and of the focused one
}

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
