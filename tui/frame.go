package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// frameCache keeps the last frame and what it was made of: as long as no part
// has changed, View costs nothing.
type frameCache struct {
	parts []string
	frame string
	buf   []byte
}

func (c *frameCache) forget() { c.parts = nil }

// same reports whether the parts are those of the last frame.
func (c *frameCache) same(parts []string) bool {
	if len(parts) != len(c.parts) {
		return false
	}
	for i := range parts {
		if parts[i] != c.parts[i] {
			return false
		}
	}
	return true
}

// View is the screen.
func (r *Root) View() tea.View {
	v := tea.NewView(r.content())
	v.AltScreen = true
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
	parts := r.parts()
	if r.frame.same(parts) {
		return r.frame.frame
	}
	r.frame.parts = parts
	b := r.frame.buf[:0]
	if len(r.pages) > 0 {
		b = r.page(b, parts)
	} else {
		b = r.homeScreen(b, parts)
	}
	b = append(b, '\n')
	b = append(b, parts[len(parts)-1]...)
	r.frame.buf = b
	r.frame.frame = string(b)
	for i, o := range r.overlays {
		r.frame.frame = r.over(r.frame.frame, o, i == len(r.overlays)-1)
	}
	if r.cfg.ASCII {
		r.frame.frame = asciiOnly(r.frame.frame)
	}
	return r.frame.frame
}

// parts are the strings that the frame is made of: views and titles, the tab
// line, the overlays' views and titles, and the footer at the end.
func (r *Root) parts() []string {
	parts := make([]string, 0, 10)
	if n := len(r.pages); n > 0 {
		parts = append(parts, r.pages[n-1].View(), r.pages[n-1].Title())
	} else {
		for _, g := range r.screen.regions {
			parts = append(parts, r.home[g.pane].View(), r.home[g.pane].Title())
		}
	}
	for _, o := range r.overlays {
		parts = append(parts, o.View(), o.Title())
	}
	return append(parts, r.footer())
}

// page draws the top page over the whole body.
func (r *Root) page(b []byte, parts []string) []byte {
	f := borders(r.env.Theme, true)
	b = f.top(b, parts[1], r.w)
	rest := parts[0]
	for range r.h - 3 {
		b = append(b, '\n')
		b, rest = f.line(b, rest, 1)
	}
	b = append(b, '\n')
	return f.bottom(b, r.w)
}

// homeScreen draws the panes row by row.
func (r *Root) homeScreen(b []byte, parts []string) []byte {
	rows := r.h - 1
	if r.screen.tabs {
		b = append(b, r.tabs()...)
	}
	var rest [3]string
	for i := range r.screen.regions {
		rest[i] = parts[2*i]
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
			switch y - g.y {
			case 0:
				b = f.top(b, r.paneTitle(g.pane, parts[2*i+1]), g.w)
			case g.h - 1:
				b = f.bottom(b, g.w)
			default:
				b, rest[i] = f.line(b, rest[i], inset(g.pane))
			}
		}
	}
	return b
}

// paneTitle is a pane's key and title, with the sign of the cursor where the
// keys go: colour is not the only one.
func (r *Root) paneTitle(i int, title string) string {
	if i == r.focus {
		return fmt.Sprintf("%s %d %s", r.env.Theme.Glyphs.Pointer, i+1, title)
	}
	return fmt.Sprintf("%d %s", i+1, title)
}

// tabs names the panes where one is shown at a time.
func (r *Root) tabs() string {
	l := widget.NewLine(nil, r.env.Theme, false)
	used := 0
	for i, name := range [...]string{"1 map", "2 queue", "3 composer"} {
		tok, text := theme.Dim, "  "+name+"  "
		if i == r.focus {
			tok, text = theme.Accent, " ["+name+"] "
		}
		l.Left(tok, text, len(text))
		used += len(text)
	}
	l.Left(theme.Dim, "", r.w-used)
	return string(l.Bytes())
}

// frameStyle draws the border of one pane.
type frameStyle struct {
	th    *theme.Theme
	g     theme.Frame
	open  string
	title theme.Token
}

func borders(th *theme.Theme, focused bool) frameStyle {
	if focused {
		return frameStyle{th, th.Glyphs.FocusFrame, th.Open(theme.Focus, false), theme.Strong}
	}
	return frameStyle{th, th.Glyphs.Frame, th.Open(theme.Border, false), theme.Dim}
}

func (f frameStyle) paint(b []byte, s string) []byte {
	if f.open == "" {
		return append(b, s...)
	}
	b = append(b, f.open...)
	b = append(b, s...)
	return append(b, theme.Reset...)
}

// top is the upper border with the title in it.
func (f frameStyle) top(b []byte, title string, w int) []byte {
	title = widget.Cut(title, w-6, f.th.Glyphs.Ellipsis)
	b = f.paint(b, f.g.TL+f.g.T+" ")
	b = append(b, f.th.Open(f.title, false)...)
	b = append(b, title...)
	b = append(b, theme.Reset...)
	return f.paint(b, " "+strings.Repeat(f.g.T, max(w-5-widget.Width(title), 0))+f.g.TR)
}

func (f frameStyle) bottom(b []byte, w int) []byte {
	return f.paint(b, f.g.BL+strings.Repeat(f.g.B, max(w-2, 0))+f.g.BR)
}

// line is one row between the borders, with blank cells on either side; it
// returns what follows the row.
func (f frameStyle) line(b []byte, view string, blanks int) (out []byte, rest string) {
	row, rest, _ := strings.Cut(view, "\n")
	b = append(f.paint(b, f.g.L), widget.Spaces(blanks)...)
	b = append(b, row...)
	return f.paint(append(b, widget.Spaces(blanks)...), f.g.R), rest
}

// over lays an overlay on the frame.
func (r *Root) over(frame string, o pane.Overlay, focused bool) string {
	w, h := o.Want(r.w-8, r.h-5)
	g := box(r.w, r.h, w, h)
	f := borders(r.env.Theme, focused)
	lines := strings.Split(frame, "\n")
	view := o.View()
	for y := range g.h {
		if g.y+y >= len(lines) {
			break
		}
		var b []byte
		switch y {
		case 0:
			b = f.top(b, o.Title(), g.w)
		case g.h - 1:
			b = f.bottom(b, g.w)
		default:
			b, view = f.line(b, view, 1)
		}
		base := lines[g.y+y]
		lines[g.y+y] = ansi.Truncate(base, g.x, "") + theme.Reset + string(b) + ansi.TruncateLeft(base, g.x+g.w, "")
	}
	return strings.Join(lines, "\n")
}

// cursor is where the terminal's cursor stands: in the text being typed.
func (r *Root) cursor() (x, y int, ok bool) {
	c, is := r.top().(pane.Cursored)
	if !is || r.screen.tooFew {
		return 0, 0, false
	}
	x, y, ok = c.Cursor()
	if !ok {
		return 0, 0, false
	}
	if n := len(r.overlays); n > 0 {
		w, h := r.overlays[n-1].Want(r.w-8, r.h-5)
		g := box(r.w, r.h, w, h)
		return g.x + 2 + x, g.y + 1 + y, true
	}
	for _, g := range r.screen.regions {
		if g.pane == r.focus {
			return g.x + 1 + inset(g.pane) + x, g.y + 1 + y, true
		}
	}
	return 0, 0, false
}

// tooSmall asks for room.
func (r *Root) tooSmall() string {
	lines := []string{
		widget.Fit(fmt.Sprintf("%d×%d is too small", r.w, r.h), r.w, ""),
		widget.Fit(fmt.Sprintf("needs %d×%d", leastW, leastH), r.w, ""),
		widget.Fit("q leaves", r.w, ""),
	}
	return widget.Block(lines[:min(len(lines), r.h)], r.w, r.h)
}
