// Package picture draws what a terminal shows as an SVG, for the docs and for
// whoever wants to look at a screen without one.
package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Sizes of a picture in pixels. A cell has whole sizes so that lines and bars
// meet at its edges; 15 px is the size at which monospace fonts are 9 wide.
const (
	cellW, cellH = 9, 19
	fontSize     = 15
	baseline     = 14 // below the top of the cell
	margin       = 16
	titleBar     = 34
)

// SVG returns a self-contained picture of a view in a terminal window of w by
// h cells, with its colours, attributes and cursor. The sixteen named colours
// and the background are those of a dark or a light terminal. Text stays text
// in whatever monospace font the reader has, held to its cells; lines, blocks
// and braille dots are drawn, so they join in every font. What does not fit
// is lost.
func SVG(v tea.View, w, h int, title string, dark bool) []byte {
	p := &painter{pal: light}
	if dark {
		p.pal = darkness
	}
	p.open(w, h, title)
	em := Terminal(v.Content, w, h)
	for y := range h {
		p.row(p.cells(em, v.Cursor, y), y)
	}
	if c := v.Cursor; c != nil && c.Shape != tea.CursorBlock {
		p.caret(c)
	}
	p.buf.WriteString("</g>\n</svg>\n")
	return p.buf.Bytes()
}

// painter writes the picture.
type painter struct {
	buf bytes.Buffer
	pal palette
}

// glyph is a cell to be painted, with its column.
type glyph struct {
	text string
	x, w int // cells
	ink  ink
}

// open writes the window and opens the group in which the cells are drawn,
// with the origin at the first cell.
func (p *painter) open(w, h int, title string) {
	width, height := w*cellW+2*margin, h*cellH+titleBar+margin
	name := escape(title)
	fmt.Fprintf(&p.buf, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img" aria-label="%s">`+"\n", width, height, name)
	fmt.Fprintf(&p.buf, `<rect x=".5" y=".5" width="%d" height="%d" rx="8" fill="%s" stroke="%s"/>`+"\n", width-1, height-1, p.pal.bg, p.pal.edge)
	for i, dot := range []string{"#ec6a5e", "#f4bf4f", "#61c554"} {
		fmt.Fprintf(&p.buf, `<circle cx="%d" cy="17" r="5.5" fill="%s"/>`+"\n", 22+18*i, dot)
	}
	fmt.Fprintf(&p.buf, `<text x="%d" y="22" text-anchor="middle" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13" fill="%s">%s</text>`+"\n", width/2, p.pal.title, name)
	fmt.Fprintf(&p.buf, `<g transform="translate(%d %d)" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="%d">`+"\n", margin, titleBar, fontSize)
}

// cells returns row y of the terminal. A block cursor is the cell reversed.
func (p *painter) cells(em *vt.Emulator, cur *tea.Cursor, y int) []glyph {
	var row []glyph
	for x := 0; x < em.Width(); {
		c := em.CellAt(x, y)
		if c == nil || c.Content == "" {
			c = &uv.EmptyCell
		}
		st := c.Style
		if cur != nil && cur.Shape == tea.CursorBlock && cur.X == x && cur.Y == y {
			st.Attrs ^= uv.AttrReverse
		}
		g := glyph{text: c.Content, x: x, w: max(1, c.Width), ink: p.pal.ink(st)}
		row = append(row, g)
		x += g.w
	}
	return row
}

// row paints one row: grounds first, then what stands on them, each run of
// equal style as one element.
func (p *painter) row(cells []glyph, y int) {
	top := y * cellH
	for _, run := range runs(cells, func(a, b glyph) bool { return a.ink.bg == b.ink.bg }) {
		if run.ink.bg != "" {
			fmt.Fprintf(&p.buf, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", run.x*cellW, top, run.w*cellW, cellH, run.ink.bg)
		}
	}
	for _, run := range runs(cells, joins) {
		if !p.shape(run, top) {
			p.text(run, top)
		}
	}
	for _, run := range runs(cells, func(a, b glyph) bool { return a.ink == b.ink }) {
		p.rules(run, top)
	}
}

// runs merges neighbours for which same holds.
func runs(cells []glyph, same func(a, b glyph) bool) []glyph {
	var out []glyph
	last := glyph{}
	for i, c := range cells {
		if i > 0 && same(last, c) {
			run := &out[len(out)-1]
			run.text += c.text
			run.w += c.w
		} else {
			out = append(out, c)
		}
		last = c
	}
	return out
}

// joins reports whether two cells may share a text element. Only letters that
// every monospace font has may; others come from fonts of other widths and
// are placed one by one. Horizontal lines join into one line.
func joins(a, b glyph) bool {
	if a.ink != b.ink {
		return false
	}
	return plain(a.text) && plain(b.text) || a.text == b.text && (a.text == "─" || a.text == "━")
}

// plain reports whether text is one Latin letter, digit or ASCII sign.
func plain(text string) bool {
	r := []rune(text)
	return len(r) == 1 && r[0] < 0x250
}

// text paints a run of characters over exactly its cells.
func (p *painter) text(run glyph, top int) {
	text := strings.TrimLeft(run.text, " ")
	lead := len(run.text) - len(text)
	text = strings.TrimRight(text, " ")
	if text == "" {
		return
	}
	cols := run.w - (len(run.text) - len(text))
	fmt.Fprintf(&p.buf, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`+"\n",
		(run.x+lead)*cellW, top+baseline, cols*cellW, run.ink.attrs(), escape(text))
}

// rules paints the lines under and through a run.
func (p *painter) rules(run glyph, top int) {
	line := func(y int) {
		fmt.Fprintf(&p.buf, `<rect x="%d" y="%d" width="%d" height="1"%s/>`+"\n", run.x*cellW, top+y, run.w*cellW, run.ink.paint())
	}
	if run.ink.underline {
		line(baseline + 2)
	}
	if run.ink.strike {
		line(baseline - 5)
	}
}

// caret paints a cursor that is a bar or a line.
func (p *painter) caret(c *tea.Cursor) {
	x, y, w, h := c.X*cellW, c.Y*cellH, 2, cellH
	if c.Shape == tea.CursorUnderline {
		y, w, h = y+cellH-2, cellW, 2
	}
	fmt.Fprintf(&p.buf, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, y, w, h, p.pal.fg)
}

// escape makes text safe inside an element or an attribute.
func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

// Terminal returns an emulator of w by h cells into which a view is written.
func Terminal(view string, w, h int) *vt.Emulator {
	em := vt.NewEmulator(w, h)
	if c, ok := em.InputPipe().(io.Closer); ok {
		_ = c.Close() // nobody reads its answers
	}
	_, _ = em.WriteString(strings.ReplaceAll(view, "\n", "\r\n"))
	return em
}
