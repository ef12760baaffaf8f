package widget

import (
	"slices"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
)

// Span marks text[Start:End] of an [Editor], in bytes of its Text. Open is the
// style that its clusters are drawn in, an SGR sequence without any width.
type Span struct {
	Start, End int
	Open       string
}

// screen is the part of the text that is in view and how it was drawn.
type screen struct {
	w, h  int
	top   place // the start of a row
	lines []string
	blank string // an empty line
	turn  int    // counts what makes every row look anew: sizes and marks
	buf   []byte // a row being drawn
}

// cells is how wide text is wrapped. The last column is kept for the cursor at
// the end of a row and for the space that hangs there.
func (s *screen) cells() int { return max(s.w-1, 1) }

// SetSize sets the cells that the editor fills, 1 by 1 at least. Text is
// wrapped one cell earlier, so that the cursor has room at the end of a row.
func (e *Editor) SetSize(w, h int) {
	w, h = max(w, 1), max(h, 1)
	if w == e.screen.w && h == e.screen.h {
		return
	}
	e.screen.w, e.screen.h = w, h
	e.screen.turn++
	e.screen.lines = make([]string, h)
	e.screen.blank = Spaces(w)
	e.scroll()
}

// scroll moves the view as little as may be so that it holds the cursor and,
// where the text is long enough, is full.
func (e *Editor) scroll() {
	top, cursor, rows := spot{}, e.spotOf(e.cursor), e.screen.h-1
	if e.screen.top.line < len(e.paragraphs) {
		top = e.spotOf(e.screen.top)
	}
	if highest := e.walk(cursor, -rows); top.before(highest) {
		top = highest
	}
	if cursor.before(top) {
		top = cursor
	}
	top = e.walk(e.walk(top, rows), -rows) // there and back again: full if it can be
	e.screen.top = place{top.line, e.wrapped(top.line).rows[top.row].start}
}

// Cursor is the cursor's cell in the view, from 0. In spaces that hang beyond
// the edge it is the last cell; where the view was scrolled away from it, y is out
// of the view.
func (e *Editor) Cursor() (x, y int) {
	at, cursor := e.spotOf(e.screen.top), e.spotOf(e.cursor)
	if cursor.before(at) {
		return 0, -1
	}
	for at.before(cursor) {
		at = e.walk(at, 1)
		y++
	}
	return min(e.column(), e.screen.w-1), y
}

// Mark replaces the marks. They move along with the text that is edited, until
// the next Mark; where they overlap, the last given is seen. A cluster that is
// marked in part is marked.
func (e *Editor) Mark(spans []Span) {
	if slices.Equal(e.spans, spans) {
		return
	}
	e.spans = append(e.spans[:0], spans...)
	e.screen.turn++
}

// follow moves the marks along with an edit.
func (e *Editor) follow(from, to place, inserted int) {
	if len(e.spans) == 0 {
		return
	}
	start, stop := e.offsetOf(from), e.offsetOf(to)
	moved := func(p int) int { return p + inserted - (stop - start) }
	for i := range e.spans {
		s := &e.spans[i]
		switch {
		case s.Start >= stop:
			s.Start = moved(s.Start)
		case s.Start > start:
			s.Start = start + inserted
		}
		switch {
		case s.End <= start:
		case s.End >= stop:
			s.End = moved(s.End)
		default:
			s.End = start
		}
	}
}

// View is the editor's lines, exactly as many as its height, each exactly as
// wide as its width. They are the editor's own, valid until its next View.
func (e *Editor) View() []string {
	at, offset := e.spotOf(e.screen.top), 0
	if len(e.spans) > 0 {
		offset = e.offsetOf(place{at.line, 0})
	}
	for y := range e.screen.lines {
		if at.line == len(e.paragraphs) {
			e.screen.lines[y] = e.screen.blank
			continue
		}
		p := e.wrapped(at.line)
		e.screen.lines[y] = e.row(p, at.row, offset)
		if at.row++; !p.has(at.row) {
			offset += len(p.text) + 1
			at = spot{at.line + 1, 0}
		}
	}
	return e.screen.lines
}

// row is a row of a paragraph that begins at a byte offset of the text.
func (e *Editor) row(p *paragraph, row, offset int) string {
	r := &p.rows[row]
	if r.turn != e.screen.turn {
		e.draw(p.text[r.start:p.rowStop(row)], offset+r.start)
		if r.turn = e.screen.turn; r.drawn != string(e.screen.buf) {
			r.drawn = string(e.screen.buf)
		}
	}
	return r.drawn
}

// draw draws the text of a row, which begins at a byte offset, into buf.
func (e *Editor) draw(text []byte, offset int) {
	b, x, open := e.screen.buf[:0], 0, ""
	for i := 0; i < len(text); {
		n, w := firstCluster(text[i:])
		if x+w > e.screen.w {
			break
		}
		if style := e.styleAt(offset+i, n); style != open {
			if open != "" {
				b = append(b, theme.Reset...)
			}
			b = append(b, style...)
			open = style
		}
		b = append(b, text[i:i+n]...)
		i, x = i+n, x+w
	}
	if open != "" {
		b = append(b, theme.Reset...)
	}
	b = append(b, e.screen.blank[x:]...)
	// A few characters of Indic scripts swallow the space that follows them.
	if len(text) > 0 && text[len(text)-1] >= utf8.RuneSelf && ansi.StringWidth(string(b)) < e.screen.w {
		b = append(b, ' ')
	}
	e.screen.buf = b
}

// styleAt is the style of a cluster of n bytes at a byte offset of the text.
func (e *Editor) styleAt(offset, n int) string {
	for i := len(e.spans) - 1; i >= 0; i-- {
		if s := &e.spans[i]; s.Start < offset+n && s.End > offset && s.Open != "" {
			return s.Open
		}
	}
	return ""
}
