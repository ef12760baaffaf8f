package theme_test

import (
	"bytes"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"talentmap/tui/theme"
)

// palettes are the sixteen colours as terminals have them by default: the VGA
// console, xterm, Windows, GNOME and the BSDs (Tango), Apple's.
var palettes = map[string]string{
	"vga":      "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
	"xterm":    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
	"campbell": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
	"tango":    "000000 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
	"apple":    "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
}

// basic is the colour of a palette that a sequence sets, false for none.
func basic(seq, palette string) (c color.Color, ok bool) {
	m := regexp.MustCompile(`(?:^|[\[;])([39][0-7])m`).FindStringSubmatch(seq)
	if m == nil {
		return nil, false
	}
	n, _ := strconv.Atoi(m[1])
	if n -= 30; n > 7 {
		n -= 52 // 90 is the eighth
	}
	rgb, _ := strconv.ParseUint(strings.Fields(palette)[n], 16, 32)
	return color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}, true
}

// With sixteen colours text is readable on every terminal's own palette: 4 to 1 at
// least, as no choice among them gives more everywhere (WCAG asks for 4.5, or 3 for
// large text). Bold ones of the first eight, which many terminals brighten, are not
// used.
func TestSixteenColoursAreReadable(t *testing.T) {
	for _, base := range []string{"dark", "light"} {
		th := theme.Spec{Base: base}.Theme(base, theme.Sixteen)
		for name, palette := range palettes {
			back := color.Color(color.Black)
			if base == "light" {
				back = color.White
			}
			for token, tok := range texts {
				c, ok := basic(th.Open(tok, false), palette)
				if !ok {
					t.Errorf("%s: %s has no colour of the sixteen: %q", base, token, th.Open(tok, false))
					continue
				}
				if got := contrast(luminanceOf(c), luminanceOf(back)); got < 4 {
					t.Errorf("%s on %s: %s has a contrast of %.1f", base, name, token, got)
				}
			}
		}
		for _, tok := range theme.Tokens() {
			if seq := th.Open(tok, false); strings.Contains(seq, "1;3") {
				t.Errorf("%s: %s is bold in a colour that terminals brighten: %q", base, tok, seq)
			}
			if seq := th.Open(tok, true); !strings.Contains(seq, "7") || regexp.MustCompile(`[349][0-7]m`).MatchString(seq) {
				t.Errorf("%s: on the selected row %s is %q, not reversed and without colours", base, tok, seq)
			}
		}
	}
}

// What is drawn for a terminal passes through as it is: nothing is left to be
// guessed at by whoever knows the terminal's colours.
func TestNothingIsLeftToBeReduced(t *testing.T) {
	for _, c := range []struct {
		depth   theme.Depth
		profile colorprofile.Profile
	}{{theme.Many, colorprofile.TrueColor}, {theme.Many, colorprofile.ANSI256}, {theme.Sixteen, colorprofile.ANSI}} {
		for _, base := range theme.Bases() {
			th := theme.Spec{Base: base}.Theme(base, c.depth)
			for _, tok := range theme.Tokens() {
				for _, selected := range []bool{false, true} {
					var out bytes.Buffer
					seq := th.Open(tok, selected)
					w := colorprofile.Writer{Forward: &out, Profile: c.profile}
					if _, err := w.WriteString(seq); err != nil || out.String() != seq {
						t.Errorf("%s, %s: %s is drawn with %q and arrives as %q (%v)", base, c.profile, tok, seq, out.String(), err)
					}
				}
			}
		}
	}
}

func TestParseColour(t *testing.T) {
	for text, want := range map[string]theme.Colour{
		"#89b4fa": "#89b4fa", "#FFF": "#FFF", "0": "0", "237": "237", "red": "1", "bright-blue": "12", "white": "7", "default": theme.Own,
	} {
		if c, err := theme.ParseColour(text); err != nil || c != want {
			t.Errorf("%q is %q, %v; want %q", text, c, err, want)
		}
	}
	for _, text := range []string{"", "256", "-1", "#12345", "#gggggg", "Red", "bright-", "bright-bright-red", "bright-default", "rgb(1,2,3)", "1;31", "\x1b[31m"} {
		if c, err := theme.ParseColour(text); err == nil {
			t.Errorf("%q is taken for %q", text, c)
		}
	}
}

// A person's colours take the place of the base's, where the terminal has them.
func TestSpec(t *testing.T) {
	spec := theme.Spec{Base: "light", Selected: "#101112", Colours: map[theme.Token]theme.Colour{
		theme.Accent: "#89b4fa", theme.Hot: "9", theme.Strong: "213", theme.Bad: theme.Own,
	}}
	many, few := spec.Theme("mine", theme.Many), spec.Theme("mine", theme.Sixteen)
	for _, c := range []struct {
		got, want string
	}{
		{many.Open(theme.Accent, false), "\x1b[1;38;2;137;180;250m"},
		{many.Open(theme.Hot, false), "\x1b[91m"},
		{many.Open(theme.Bad, false), ""},
		{many.Open(theme.Dim, false), "\x1b[38;5;242m"}, // the base's
		{many.Open(theme.Text, true), "\x1b[48;2;16;17;18m"},
		{few.Open(theme.Accent, false), "\x1b[34m"}, // the base's: the terminal has no #89b4fa
		{few.Open(theme.Hot, false), "\x1b[91m"},
		{few.Open(theme.Strong, false), "\x1b[1m"},
		{few.Open(theme.Bad, false), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if theme.Light().Open(theme.Hot, false) != "\x1b[38;5;130m" {
		t.Error("the base has changed, too")
	}
}
