package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/picture"
)

// gallery holds one of everything that a picture has to get right.
const gallery = "\x1b[96m╭─ 1 talent map ── \x1b[1m37 of 100\x1b[22m ───────┬──────────╮\x1b[m\n" +
	"\x1b[96m│\x1b[m \x1b[7m▸ 日本 太郎   Staff  88 \x1b[m ████▋    │ ┏━━━┳━━┓ │\n" +
	"│   Zoë Å.  <&>    \x1b[2mcool\x1b[m 12 ▋        │ ┃\x1b[4mab\x1b[m ┃  ┃ │\n" +
	"│ \x1b[48;5;236;38;2;255;200;0m amber on grey \x1b[m \x1b[9mgone\x1b[m \x1b[3mitalic\x1b[m       ├ ┣━━━╋━━┫ ┤\n" +
	"│ ▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉ ░▒▓ ▖▗▘▙▚▛▜▝▞▟   │ ┗━━━┻━━┛ │\n" +
	"│ ⠁⠂⠄⡀⠈⠐⠠⢀⣿ ● ○ ✓ … → \x1b[31mr\x1b[32mg\x1b[33my\x1b[34mb\x1b[35mm\x1b[36mc\x1b[m        │ \x1b[2m╌╌\x1b[m       │\n" +
	"╰───────────────────────────────────┴──────────╯"

func drawn(dark bool, shape tea.CursorShape) []byte {
	v := tea.NewView(gallery)
	v.Cursor = tea.NewCursor(20, 5)
	v.Cursor.Shape = shape
	return picture.SVG(v, 48, 7, "talentmap <demo>", dark)
}

func TestSVGIsWellFormed(t *testing.T) {
	for _, dark := range []bool{true, false} {
		d := xml.NewDecoder(bytes.NewReader(drawn(dark, tea.CursorBar)))
		for {
			_, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The cells are 9 by 19 pixels, so that the numbers below can be worked out.
func TestSVGPaintsEachThingInItsCells(t *testing.T) {
	got := string(drawn(true, tea.CursorBlock))
	for what, want := range map[string]string{
		"a run is held to its cells":          `<text x="171" y="14" textLength="81" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="#84e3e4" font-weight="700">37 of 100</text>`,
		"a wide character takes two":          `<text x="36" y="33" textLength="18"`,
		"reverse paints the ground":           `<rect x="18" y="19" width="216" height="19" fill="#d5d9e0"/>`,
		"markup is escaped":                   `Å.  &lt;&amp;&gt;</text>`,
		"faint is paler":                      `fill="#d5d9e0" fill-opacity=".6">cool</text>`,
		"a colour by its value":               `fill="#ffc800">amber on grey</text>`,
		"a ground by its number":              `<rect x="18" y="57" width="135" height="19" fill="#303030"/>`,
		"underline":                           `<rect x="351" y="54" width="18" height="1" fill="#d5d9e0"/>`,
		"a horizontal run is one line":        `<path d="M9 123.5H`,
		"its far end":                         `H324" fill="none"`,
		"an eighth block is an eighth":        `<rect x="99" y="76" width="1.125" height="19"`,
		"a full block fills its cell":         `<rect x="81" y="76" width="9" height="19"`,
		"the cursor is its cell reversed":     `<rect x="180" y="95" width="9" height="19" fill="#d5d9e0"/>`,
		"a named colour is the terminal's":    `fill="#8fcf7b">g</text>`,
		"the title stands in the window":      `>talentmap &lt;demo&gt;</text>`,
		"a heavy line is three pixels strong": `stroke-width="3"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	if bar := string(drawn(true, tea.CursorBar)); !strings.Contains(bar, `<rect x="180" y="95" width="2" height="19" fill="#d5d9e0"/>`) {
		t.Error("no bar at the cursor")
	}
}
