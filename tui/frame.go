package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// frameCache keeps the last frame and what it was made of: as long as no line
// has changed, View costs nothing.
type frameCache struct {
	pieces   []piece
	now, was []string // all lines and titles, of this frame and the last
	frame    string
	buf      []byte
}

// piece is one pane as it stands on the screen.
type piece struct {
	title string
	lines []string
}

func (c *frameCache) forget() { c.was = c.was[:0] }

// changed takes the lines of a new frame in, and reports whether any differs
// from those of the last one.
func (c *frameCache) changed(footer string) bool {
	c.now = append(c.now[:0], footer)
	for _, p := range c.pieces {
		c.now = append(append(c.now, p.title), p.lines...)
	}
	same := slices.Equal(c.now, c.was)
	c.now, c.was = c.was, c.now
	return !same
}

func pieceOf(p pane.Pane) piece {
	if l, ok := p.(pane.Lined); ok {
		return piece{p.Title(), l.Lines()}
	}
	return piece{p.Title(), strings.Split(p.View(), "\n")}
}

// View is the screen.
func (r *Root) View() tea.View {
	v := tea.NewView(r.content())
	v.AltScreen = true
	if r.mouse.on {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if x, y, ok := r.cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Blink = false
	}
	return v
}

func (r *Root) content() string {
	if r.w == 0 {
		return ""
	}
	if r.screen.tooFew {
		return r.tooSmall()
	}
	r.gather()
	r.spots = r.spots[:0]
	r.tabSpots()
	footer := r.footer()
	if !r.frame.changed(footer) {
		return r.frame.frame
	}
	b := r.frame.buf[:0]
	if len(r.pages) > 0 {
		b = r.page(b, r.frame.pieces[0])
	} else {
		b = r.homeScreen(b, r.frame.pieces)
	}
	for _, line := range r.tour.lines {
		b = append(append(b, '\n'), line...)
	}
	b = append(b, '\n')
	b = append(b, footer...)
	r.frame.buf = b
	r.frame.frame = string(b)
	if r.aloud() && len(r.overlays) > 0 {
		r.frame.frame = widget.Block(nil, r.w, r.h-1) + "\n" + footer
	}
	for i, o := range r.overlays {
		top := i == len(r.overlays)-1
		if r.aloud() && !top {
			continue // what lies below is not to be read in between
		}
		over := r.frame.pieces[len(r.frame.pieces)-len(r.overlays)+i]
		r.frame.frame = r.over(r.frame.frame, o, over, top)
	}
	if r.ascii() {
		r.frame.frame = asciiOnly(r.frame.frame)
	}
	return r.frame.frame
}

// gather collects what the frame is made of: the top page, or the panes of the
// home screen, and then the overlays.
func (r *Root) gather() {
	ps := r.frame.pieces[:0]
	if n := len(r.pages); n > 0 {
		ps = append(ps, pieceOf(r.pages[n-1]))
	} else {
		for _, g := range r.screen.regions {
			ps = append(ps, pieceOf(r.home[g.pane]))
		}
	}
	for _, o := range r.overlays {
		ps = append(ps, pieceOf(o))
	}
	r.frame.pieces = ps
}

// page draws the top page over the whole body.
func (r *Root) page(b []byte, p piece) []byte {
	f := borders(r.env.Theme, true)
	b = f.top(b, p.title, r.w)
	for _, line := range p.lines {
		b = f.line(append(b, '\n'), line, 1)
	}
	return f.bottom(append(b, '\n'), r.w)
}

// homeScreen draws the panes row by row.
func (r *Root) homeScreen(b []byte, ps []piece) []byte {
	rows := r.h - 1 - len(r.tour.lines)
	if r.screen.tabs {
		b = append(b, r.tabs()...)
	}
	for y := range rows {
		if y == 0 && r.screen.tabs {
			continue
		}
		if y > 0 {
			b = append(b, '\n')
		}
		for i, g := range r.screen.regions {
			if y < g.y || y >= g.y+g.h {
				continue
			}
			f := borders(r.env.Theme, g.pane == r.focus)
			switch at := y - g.y; at {
			case 0:
				b = f.top(b, r.paneTitle(g.pane, ps[i].title), g.w)
			case g.h - 1:
				b = f.bottom(b, g.w)
			default:
				b = f.line(b, ps[i].lines[at-1], inset(g.pane))
			}
		}
	}
	return b
}

// paneTitle is a pane's key and title, with the sign of the cursor where the
// keys go: colour is not the only one.
func (r *Root) paneTitle(i int, title string) string {
	if i == r.focus && !r.aloud() {
		return r.env.Theme.Glyphs.Pointer + " " + r.paneKeys[i] + title
	}
	return r.paneKeys[i] + title
}

// tabText is the text of a tab, of which the focused one has brackets.
func (r *Root) tabText(i int) string {
	name := r.paneKeys[i] + [...]string{mapPane: "map", queuePane: "queue", composerPane: "composer"}[i]
	switch {
	case r.aloud() && i == r.focus:
		return "here: " + name + "  "
	case r.aloud():
		return name + "  "
	case i == r.focus:
		return " [" + name + "] "
	}
	return "  " + name + "  "
}

// tabSpots notes where the tabs stand, for a click.
func (r *Root) tabSpots() {
	if !r.screen.tabs || len(r.pages)+len(r.overlays) > 0 {
		return
	}
	x := 0
	for i, id := range [...]string{mapPane: "go.map", queuePane: "go.queue", composerPane: "go.composer"} {
		w := widget.Width(r.tabText(i))
		r.spots = append(r.spots, spot{0, x, x + w, byID(r.acts, id)})
		x += w
	}
}

// tabs names the panes where one is shown at a time.
func (r *Root) tabs() string {
	l := widget.NewLine(nil, r.env.Theme, false)
	left := r.w
	for i := range r.home {
		tok, text := theme.Dim, r.tabText(i)
		if i == r.focus {
			tok = theme.Accent
		}
		w := min(widget.Width(text), left)
		l.Left(tok, text, w)
		left -= w
	}
	l.Left(theme.Dim, "", left)
	return string(l.Bytes())
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

// over lays an overlay on the frame.
func (r *Root) over(frame string, o pane.Overlay, p piece, focused bool) string {
	g := r.boxOf(o)
	f := borders(r.env.Theme, focused)
	lines := strings.Split(frame, "\n")
	for y := range g.h {
		if g.y+y >= len(lines) {
			break
		}
		var b []byte
		switch y {
		case 0:
			b = f.top(b, p.title, g.w)
		case g.h - 1:
			b = f.bottom(b, g.w)
		default:
			b = f.line(b, p.lines[y-1], 1)
		}
		lines[g.y+y] = inlay(lines[g.y+y], string(b), g)
	}
	return strings.Join(lines, "\n")
}

// inlay puts one line of a box on the line below it. A character of two cells that the
// edge of the box cuts in half leaves a blank.
func inlay(base, line string, g region) string {
	left, right := ansi.Truncate(base, g.x, ""), ansi.TruncateLeft(base, g.x+g.w, "")
	l := widget.Spaces(g.x - ansi.StringWidth(left))
	r := widget.Spaces(ansi.StringWidth(base) - g.x - g.w - ansi.StringWidth(right))
	return left + theme.Reset + l + line + r + right
}

// tooSmall asks for room.
func (r *Root) tooSmall() string {
	lines := []string{
		widget.Fit(fmt.Sprintf("%d×%d is too small", r.w, r.h), r.w, ""),
		widget.Fit(fmt.Sprintf("needs %d×%d", leastW, leastH), r.w, ""),
		widget.Fit(r.env.Say("{quit} leaves"), r.w, ""),
	}
	return widget.Block(lines[:min(len(lines), r.h)], r.w, r.h)
}
