package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
)

// texts are the tokens that letters are drawn with; the others are lines.
var texts = map[string]theme.Token{
	"dim": theme.Dim, "accent": theme.Accent, "hot": theme.Hot, "warm": theme.Warm, "cool": theme.Cool, "good": theme.Good, "bad": theme.Bad,
}

// luminance is that of WCAG 2.2 for a colour of the 256-colour palette.
func luminance(index int) float64 { return luminanceOf(ansi.IndexedColor(index)) }

func luminanceOf(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		c := float64(v) / 0xffff
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// number is the one that follows a part of an escape sequence, -1 without it.
func number(seq, after string) int {
	_, rest, ok := strings.Cut(seq, after)
	n := -1
	if ok {
		_, _ = fmt.Sscanf(rest, "%d", &n)
	}
	return n
}

// Text is readable: 4.5 to 1 on the terminal's background, 3 to 1 on the
// selected row (WCAG 2.2, 1.4.3 and 1.4.11).
func TestTextIsReadable(t *testing.T) {
	for _, c := range []struct {
		th   *theme.Theme
		back int // the palest black, the darkest white that terminals have by default
	}{{theme.Dark(), 234}, {theme.Light(), 231}} {
		for name, tok := range texts {
			fg := number(c.th.Open(tok, false), "38;5;")
			if got := contrast(luminance(fg), luminance(c.back)); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.1f", c.th.Name, name, got)
			}
			row := number(c.th.Open(tok, true), "48;5;")
			if got := contrast(luminance(fg), luminance(row)); got < 3 {
				t.Errorf("%s: %s has a contrast of %.1f on the selected row", c.th.Name, name, got)
			}
		}
	}
}

func TestPlainHasNoColour(t *testing.T) {
	for tok := theme.Text; tok <= theme.Bad; tok++ {
		for _, selected := range []bool{false, true} {
			if seq := theme.Plain().Open(tok, selected); strings.Contains(seq, "38;") || strings.Contains(seq, "48;") {
				t.Errorf("token %d has the colour %q", tok, seq)
			}
		}
	}
	if theme.Plain().Open(theme.Text, true) == "" {
		t.Error("a selected row looks like any other")
	}
	if p := theme.Plain().Glyphs; p.Frame == p.FocusFrame {
		t.Error("without colour nothing shows the focus")
	}
}

func TestASCIIIsASCII(t *testing.T) {
	th := theme.Dark()
	glyphs := th.ASCII().Glyphs
	if glyphs.None != " " {
		t.Errorf("a count of nothing is %q", glyphs.None)
	}
	glyphs.None = glyphs.Unknown
	for _, s := range fields(glyphs) {
		if len(s) != 1 || s[0] < '!' || s[0] > '~' {
			t.Errorf("glyph %q", s)
		}
	}
	if th.Glyphs.Bar == th.ASCII().Glyphs.Bar {
		t.Error("the theme that ASCII was made of has changed too")
	}
}

// Every glyph takes one cell, or the columns would move.
func TestGlyphsTakeOneCell(t *testing.T) {
	for _, s := range fields(theme.Dark().Glyphs) {
		if ansi.StringWidth(s) != 1 {
			t.Errorf("glyph %q takes %d cells", s, ansi.StringWidth(s))
		}
	}
}

// fields are the texts of a struct and of the structs in it.
func fields(v any) []string {
	var out []string
	r := reflect.ValueOf(v)
	for i := range r.NumField() {
		if f := r.Field(i); f.Kind() == reflect.String {
			out = append(out, f.String())
			continue
		}
		out = append(out, fields(r.Field(i).Interface())...)
	}
	return out
}

// Hot, warm and cool are told apart without colour.
func TestBandsHaveSigns(t *testing.T) {
	for _, th := range []*theme.Theme{theme.Dark(), theme.Plain(), theme.Light().ASCII()} {
		seen := map[string]bool{}
		for band := range 3 {
			_, sign := th.Band(band)
			seen[sign] = true
		}
		if len(seen) != 3 {
			t.Errorf("%s: the bands have the signs %v", th.Name, seen)
		}
	}
}

func TestPaint(t *testing.T) {
	if got := theme.Dark().Paint(theme.Dim, "x"); !strings.HasSuffix(got, "x"+theme.Reset) || ansi.Strip(got) != "x" {
		t.Errorf("painted %q", got)
	}
	if got := theme.Dark().Paint(theme.Text, "x"); got != "x" {
		t.Errorf("the terminal's own colour needs no sequence: %q", got)
	}
}
