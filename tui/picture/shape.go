package picture

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// shape paints the characters that have to meet at the edges of their cells,
// whatever the font, and reports whether run is one of them.
func (p *painter) shape(run glyph, top int) bool {
	r, _ := utf8.DecodeRuneInString(run.text)
	x := run.x * cellW
	switch {
	case arms[r] != "":
		p.lines(arms[r], x, top, run)
	case corners[r] != [2]float64{}:
		p.corner(corners[r], x, top, run.ink)
	case r >= '▀' && r <= '▟':
		p.block(r, x, top, run.ink)
	case r >= 0x2800 && r <= 0x28ff:
		p.braille(r, x, top, run.ink)
	default:
		return false
	}
	return true
}

// arms holds, for each line character, its weight to the left, right, top and
// bottom: 0 none, 1 light, 2 heavy.
var arms = map[rune]string{
	'─': "1100", '│': "0011", '━': "2200", '┃': "0022",
	'┌': "0101", '┐': "1001", '└': "0110", '┘': "1010",
	'├': "0111", '┤': "1011", '┬': "1101", '┴': "1110", '┼': "1111",
	'┏': "0202", '┓': "2002", '┗': "0220", '┛': "2020",
	'┣': "0222", '┫': "2022", '┳': "2202", '┻': "2220", '╋': "2222",
	'╴': "1000", '╶': "0100", '╵': "0010", '╷': "0001",
	'╸': "2000", '╺': "0200", '╹': "0020", '╻': "0002",
	'┝': "0211", '┥': "2011", '┯': "2201", '┷': "2210", '┿': "2211",
	'┠': "0122", '┨': "1022", '┰': "1102", '┸': "1120", '╂': "1122",
}

// corners holds, for each round corner, the sides that it joins: 1 for right
// and for bottom, -1 for left and for top.
var corners = map[rune][2]float64{'╭': {1, 1}, '╮': {-1, 1}, '╰': {1, -1}, '╯': {-1, -1}}

// corner paints a round corner: a quarter turn from the side to the middle,
// then straight on.
func (p *painter) corner(to [2]float64, x, top int, k ink) {
	const turn = cellW / 2.0
	cx, cy := float64(x)+cellW/2.0, float64(top)+cellH/2.0
	p.stroke(fmt.Sprintf("M%g %gQ%g %g %[3]g %[5]gV%[6]g",
		cx+turn*to[0], cy, cx, cy, cy+turn*to[1], cy+cellH/2.0*to[1]), 1, k)
}

// lines paints the arms of a line character; a run of horizontal ones is one
// line.
func (p *painter) lines(arm string, x, top int, run glyph) {
	right := x + run.w*cellW
	cx, cy := float64(x)+cellW/2.0, float64(top)+cellH/2.0
	ends := []string{
		fmt.Sprintf("M%d %gH%g", x, cy, cx),
		fmt.Sprintf("M%g %gH%d", cx, cy, right),
		fmt.Sprintf("M%g %dV%g", cx, top, cy),
		fmt.Sprintf("M%g %gV%d", cx, cy, top+cellH),
	}
	for weight := 1; weight <= 2; weight++ {
		var path strings.Builder
		for i, end := range ends {
			if int(arm[i]-'0') == weight {
				path.WriteString(end)
			}
		}
		if path.Len() > 0 {
			p.stroke(path.String(), 2*weight-1, run.ink)
		}
	}
}

// stroke paints a path of the given width in pixels. Its ends reach half a
// pixel further, which closes the corners.
func (p *painter) stroke(path string, width int, k ink) {
	fmt.Fprintf(&p.buf, `<path d="%s" fill="none" stroke="%s" stroke-width="%d" stroke-linecap="square"`, path, k.fg, width)
	if k.faint {
		p.buf.WriteString(` stroke-opacity=".6"`)
	}
	p.buf.WriteString("/>\n")
}

// quadrants holds, from ▖ to ▟, the quarters that are filled: 1 upper left, 2
// upper right, 4 lower left, 8 lower right.
var quadrants = [...]uint8{4, 8, 1, 1 | 4 | 8, 1 | 8, 1 | 2 | 4, 1 | 2 | 8, 2, 2 | 4, 2 | 4 | 8}

// block paints a block element (U+2580–259F) in eighths of the cell.
func (p *painter) block(r rune, x, top int, k ink) {
	const w, h = float64(cellW), float64(cellH)
	fx, fy := float64(x), float64(top)
	switch {
	case r == '▀':
		p.box(fx, fy, w, h/2, k, 1)
	case r >= '▁' && r <= '█':
		n := h * float64(r-'▀') / 8
		p.box(fx, fy+h-n, w, n, k, 1)
	case r >= '▉' && r <= '▏':
		p.box(fx, fy, w*float64('▐'-r)/8, h, k, 1)
	case r == '▐':
		p.box(fx+w/2, fy, w/2, h, k, 1)
	case r >= '░' && r <= '▓':
		p.box(fx, fy, w, h, k, float64(r-'░'+1)/4)
	case r == '▔':
		p.box(fx, fy, w, h/8, k, 1)
	case r == '▕':
		p.box(fx+w*7/8, fy, w/8, h, k, 1)
	default:
		q := quadrants[r-'▖']
		for i := range 4 {
			if q>>i&1 == 1 {
				p.box(fx+w/2*float64(i%2), fy+h/2*float64(i/2), w/2, h/2, k, 1)
			}
		}
	}
}

// box paints a filled rectangle.
func (p *painter) box(x, y, w, h float64, k ink, opacity float64) {
	if k.faint {
		opacity *= .6
	}
	fmt.Fprintf(&p.buf, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s"`, x, y, w, h, k.fg)
	if opacity < 1 {
		fmt.Fprintf(&p.buf, ` fill-opacity="%.3g"`, opacity)
	}
	p.buf.WriteString("/>\n")
}

// braille paints the dots of a braille pattern: bits 0–2 and 6 are the left
// column from the top, bits 3–5 and 7 the right one.
func (p *painter) braille(r rune, x, top int, k ink) {
	for dots := uint8(r - 0x2800); dots != 0; dots &= dots - 1 {
		i := bits.TrailingZeros8(dots)
		col, row := i/3, i%3
		if i >= 6 {
			col, row = i-6, 3
		}
		fmt.Fprintf(&p.buf, `<circle cx="%g" cy="%g" r="1.2"%s/>`+"\n",
			float64(x)+cellW*(.25+.5*float64(col)), float64(top)+cellH*(.125+.25*float64(row)), k.paint())
	}
}
