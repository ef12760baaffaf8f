package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// layer is one overlay as it lies on the screen. Only the rows that have changed since are
// laid anew, and only where one below has changed is that cut anew.
type layer struct {
	at      region
	focused bool
	beside  []beside // of each row of the box
	inside  []string // the rows of the box, first the title
	rows    []string // the screen with the overlay on it
}

// beside is what shows of a row of the screen to both sides of a box.
type beside struct{ row, left, right string }

// overlaid is the screen with the overlays on it. below says whether anything has changed
// there since the last frame.
func (r *Root) overlaid(footer string, below bool) string {
	c := &r.frame
	switch blank := r.aloud(); { // what lies below is not to be read in between
	case !below && len(c.layers) > 0 && blank == c.blank:
	case blank:
		c.below = append(strings.Split(widget.Block(nil, r.w, r.h-1), "\n"), footer)
	default:
		c.below = strings.Split(string(r.ground(footer)), "\n")
	}
	c.blank = r.aloud()
	for len(c.layers) < len(r.overlays) {
		c.layers = append(c.layers, layer{})
	}
	c.layers = c.layers[:len(r.overlays)]
	rows := c.below
	for i, o := range r.overlays {
		top := i == len(r.overlays)-1
		if c.blank && !top {
			continue
		}
		rows = c.layers[i].over(rows, c.pieces[len(c.pieces)-len(r.overlays)+i], r.boxOf(o), borders(r.env.Theme, top).whole())
	}
	b := c.buf[:0]
	for y, row := range rows {
		if y > 0 {
			b = append(b, '\n')
		}
		b = append(b, row...)
	}
	c.buf = b
	return string(b)
}

// boxOf is where an overlay stands: in the middle, or at the beginning of a screen
// that is read aloud.
func (r *Root) boxOf(o pane.Overlay) region {
	w, h := o.Want(r.w-8, r.h-len(r.tour.lines)-5)
	g := box(r.w, r.h-len(r.tour.lines), w, h)
	if r.aloud() {
		g.x, g.y = 0, 0
	}
	return g
}

// over lays a piece over rows, and returns those that are seen then.
func (l *layer) over(below []string, p piece, at region, f frameStyle) []string {
	if l.at != at || l.focused != f.focused || len(l.rows) != len(below) {
		*l = layer{at: at, focused: f.focused, beside: make([]beside, at.h), inside: make([]string, at.h), rows: make([]string, len(below))}
	}
	var b []byte
	for y, row := range below {
		in := y - at.y
		if in < 0 || in >= at.h {
			l.rows[y] = row
			continue
		}
		text, as := p.row(in, at.h), &l.beside[in]
		fresh := l.rows[y] == ""
		if !fresh && row == as.row && text == l.inside[in] {
			continue
		}
		if fresh || row != as.row {
			*as = cut(row, at.x, at.w)
		}
		l.inside[in] = text
		b = append(append(b[:0], as.left...), theme.Reset...)
		b = append(f.row(b, text, in, at), as.right...)
		l.rows[y] = string(b)
	}
	return l.rows
}

// row is what changes in a row of the box of a piece that is h high.
func (p *piece) row(y, h int) string {
	switch y {
	case 0:
		return p.title
	case h - 1:
		return ""
	}
	return p.lines[y-1]
}

// row is a whole row of a box: a border with the title, a line, or the lower border.
func (f frameStyle) row(b []byte, text string, y int, at region) []byte {
	switch y {
	case 0:
		return f.top(b, text, at.w)
	case at.h - 1:
		return f.bottom(b, at.w)
	}
	return f.line(b, text, 1)
}

// cut is what shows of a row beside w cells from cell x on. A wide character that is
// covered by half is taken away whole: a space stands for the other half.
func cut(row string, x, w int) beside {
	left, right := ansi.Truncate(row, x, ""), ansi.TruncateLeft(row, x+w, "")
	rest := max(widget.Width(row)-x-w, 0)
	if widget.Width(right) > rest {
		right = ansi.TruncateLeft(row, x+w+1, "")
	}
	return beside{row, left + widget.Spaces(x-widget.Width(left)), widget.Spaces(rest-widget.Width(right)) + right}
}
