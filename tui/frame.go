package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// frameCache keeps the last frame and what it was made of: as long as no line
// has changed, View costs nothing, and as long as only what lies on top changes, what is
// below stays.
type frameCache struct {
	pieces   []piece
	now, was []string // all lines and titles, of this frame and the last
	ground   int      // how many of the last frame's were of what lies below the overlays
	blank    bool     // nothing is to be read below the overlays
	below    []string // the rows below the overlays
	layers   []layer  // the overlays, from the lowest up
	frame    string
	cursor   *tea.Cursor // where it stands on the frame; nil: it is hidden
	buf      []byte
}

// piece is one pane as it stands on the screen.
type piece struct {
	title string
	lines []string
}

func (c *frameCache) forget() { c.was, c.layers = c.was[:0], c.layers[:0] }

// changed takes the lines of a new frame in, and reports whether any differs
// from those of the last one, and whether one does below the overlays, which are the
// last of the pieces.
func (c *frameCache) changed(footer string, overlays int) (changed, below bool) {
	c.now = append(c.now[:0], footer)
	ground := 0
	for i, p := range c.pieces {
		if i == len(c.pieces)-overlays {
			ground = len(c.now)
		}
		c.now = append(append(c.now, p.title), p.lines...)
	}
	if overlays == 0 {
		ground = len(c.now)
	}
	below = ground != c.ground || len(c.was) < ground || !slices.Equal(c.now[:ground], c.was[:ground])
	changed = below || !slices.Equal(c.now, c.was)
	c.now, c.was, c.ground = c.was, c.now, ground
	return changed, below
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
	if !r.awaits() { // else it stays as the screen does
		r.frame.cursor = nil
		if x, y, ok := r.cursor(); ok {
			r.frame.cursor = tea.NewCursor(x, y)
			r.frame.cursor.Blink = false
		}
	}
	v.Cursor = r.frame.cursor
	return v
}

func (r *Root) content() string {
	if r.w == 0 {
		return ""
	}
	if r.screen.tooFew {
		return r.tooSmall()
	}
	if r.awaits() {
		return r.frame.frame
	}
	r.gather()
	r.spots = r.spots[:0]
	r.tabSpots()
	footer := r.footer()
	changed, below := r.frame.changed(footer, len(r.overlays))
	if !changed {
		return r.frame.frame
	}
	if len(r.overlays) == 0 {
		r.frame.layers = r.frame.layers[:0]
		r.frame.frame = string(r.ground(footer))
	} else {
		r.frame.frame = r.overlaid(footer, below)
	}
	if r.ascii() {
		r.frame.frame = asciiOnly(r.frame.frame)
	}
	return r.frame.frame
}

// ground is the screen without what lies on top of it. It is good until the next is made.
func (r *Root) ground(footer string) []byte {
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
	return b
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

// tooSmall asks for room.
func (r *Root) tooSmall() string {
	lines := []string{
		widget.Fit(fmt.Sprintf("%d×%d is too small", r.w, r.h), r.w, ""),
		widget.Fit(fmt.Sprintf("needs %d×%d", leastW, leastH), r.w, ""),
		widget.Fit(r.env.Say("{quit} leaves"), r.w, ""),
	}
	return widget.Block(lines[:min(len(lines), r.h)], r.w, r.h)
}
