package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/pane"
)

// cursor is where the terminal's cursor stands: in the text being typed. Where the
// screen is read aloud it is always somewhere, as a screen reader says what is there:
// on a message until the next key, else on the row under the cursor of a list, else at
// the beginning of what has the keys.
func (r *Root) cursor() (x, y int, ok bool) {
	if r.screen.tooFew {
		return 0, 0, false
	}
	top := r.top()
	x0, y0 := r.origin()
	if c, is := top.(pane.Cursored); is {
		x, y, ok = c.Cursor()
	}
	if ok && !(r.aloud() && walked(top)) {
		return x0 + x, y0 + y, true
	}
	if !r.aloud() {
		return 0, 0, false
	}
	if r.toast.there() {
		return 0, r.h - 1, true
	}
	return x0, y0 + r.readFrom(top), true
}

// readFrom is the line of a pane's view at which one begins to read it: the row under
// the cursor, else the first line that says something.
func (r *Root) readFrom(p pane.Pane) int {
	if line, ok := rowLine(p); ok {
		return line
	}
	for i, line := range r.topLines() {
		if strings.TrimSpace(ansi.Strip(line)) != "" {
			return i
		}
	}
	return 0
}

// topLines are the lines of what has the keys, as they were drawn last.
func (r *Root) topLines() []string {
	switch ps := r.frame.pieces; {
	case len(ps) == 0:
		return nil
	case len(r.overlays) > 0:
		return ps[len(ps)-1].lines
	default: // a page, or the one pane that is shown
		return ps[0].lines
	}
}

// origin is the cell at which the view of what has the keys begins.
func (r *Root) origin() (x, y int) {
	if n := len(r.overlays); n > 0 {
		g := r.boxOf(r.overlays[n-1])
		return g.x + 2, g.y + 1
	}
	if len(r.pages) > 0 {
		return 2, 1
	}
	for _, g := range r.screen.regions {
		if g.pane == r.focus {
			return g.x + 1 + inset(g.pane), g.y + 1
		}
	}
	return 0, 0
}

func walked(p pane.Pane) bool {
	w, is := p.(pane.Walked)
	return is && w.Walked()
}

// rowLine is the line of a pane's view at which the row under the cursor stands;
// false where there is none.
func rowLine(p pane.Pane) (line int, ok bool) {
	l, is := p.(pane.Listing)
	if !is {
		return 0, false
	}
	rows := l.Rows()
	if rows.List == nil {
		return 0, false
	}
	line, ok = rows.List.CursorLine()
	return rows.Line + line, ok
}
