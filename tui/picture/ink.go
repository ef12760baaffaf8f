package picture

import (
	"fmt"
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// palette is what a terminal's own settings decide.
type palette struct {
	bg, fg, edge, title string
	named               [16]string
}

var darkness = palette{
	bg: "#15181e", fg: "#d5d9e0", edge: "#3a404b", title: "#9aa2af",
	named: [16]string{
		"#2b303b", "#f07178", "#8fcf7b", "#e8c26a", "#6cb2f7", "#c792ea", "#5fcfd0", "#c3c8d1",
		"#6e7685", "#ff8b92", "#a9e296", "#ffd98a", "#8cc6ff", "#dbb0f7", "#84e3e4", "#f2f4f8",
	},
}

var light = palette{
	bg: "#ffffff", fg: "#1f2430", edge: "#c9ced6", title: "#5b6472",
	named: [16]string{
		"#1f2430", "#b3261e", "#2c7a2c", "#8a6100", "#1a5fb4", "#8b3fb0", "#0f7478", "#6b7280",
		"#7d8592", "#d2382f", "#3c963c", "#a87700", "#2c78d6", "#a557cb", "#188f94", "#e5e7eb",
	},
}

// ink is how a cell is painted; equal inks share an element.
type ink struct {
	fg, bg                                 string // bg is "" for the terminal's own
	bold, faint, italic, underline, strike bool
}

// ink resolves the style of a cell.
func (p palette) ink(st uv.Style) ink {
	k := ink{
		fg:     p.hex(st.Fg, p.fg),
		bg:     p.hex(st.Bg, ""),
		bold:   st.Attrs&uv.AttrBold != 0,
		faint:  st.Attrs&uv.AttrFaint != 0,
		italic: st.Attrs&uv.AttrItalic != 0,
		strike: st.Attrs&uv.AttrStrikethrough != 0,
	}
	k.underline = st.Underline != uv.UnderlineNone
	if st.Attrs&uv.AttrReverse != 0 {
		k.fg, k.bg = p.hex(st.Bg, p.bg), k.fg
	}
	return k
}

// hex returns c as #rrggbb, or none where the style sets no colour.
func (p palette) hex(c color.Color, none string) string {
	switch c := c.(type) {
	case nil:
		return none
	case ansi.BasicColor:
		return p.named[c&15]
	case ansi.IndexedColor:
		if c < 16 {
			return p.named[c]
		}
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// paint returns the attributes of a filled shape.
func (k ink) paint() string {
	if k.faint {
		return fmt.Sprintf(` fill="%s" fill-opacity=".6"`, k.fg)
	}
	return fmt.Sprintf(` fill="%s"`, k.fg)
}

// attrs returns the attributes of a text.
func (k ink) attrs() string {
	s := k.paint()
	if k.bold {
		s += ` font-weight="700"`
	}
	if k.italic {
		s += ` font-style="italic"`
	}
	return s
}
