package overlay

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Reader shows a text that is longer than the screen may be.
type Reader struct {
	base
	title string
	draw  func(w int) []string // styled lines of w cells
	lines []string
	wide  int // the cells for which the lines were drawn; 0: they are to be drawn
	top   int
	acts  []action.Action
}

var _ pane.Overlay = (*Reader)(nil)

// NewReader shows the lines that draw makes for a width.
func NewReader(env *pane.Env, title string, draw func(w int) []string) *Reader {
	r := &Reader{base: newBase(env), title: title, draw: draw}
	moves := pane.Moves("reader", r)
	for i := range moves {
		if moves[i].ID == "reader.half-down" {
			moves[i].Footer, moves[i].Why = true, r.atEnd
		}
	}
	r.acts = append(moves, action.Action{
		ID: "reader.close", Group: "read", Short: "close", Long: "Close the text.", Keys: []string{"esc", "q", "enter", "w"}, Footer: true,
		Run: func() tea.Cmd { return pane.Request(pane.Close{}) },
	})
	return r
}

// Title names the overlay, and says how far one has read of a text that is longer.
func (r *Reader) Title() string {
	if r.h == 0 || len(r.lines) <= r.h {
		return r.title
	}
	return fmt.Sprintf("%s · %d of %d lines", r.title, r.top+r.h, len(r.lines))
}

// atEnd is why there is nothing further down.
func (r *Reader) atEnd() string {
	if r.top+r.h < len(r.lines) {
		return ""
	}
	return "this is the end of the text"
}

// Actions are scrolling and closing.
func (r *Reader) Actions() []action.Action { return r.acts }

// Update draws again when the theme has changed.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(pane.Themed); ok {
		r.wide = 0
		r.drawFor(r.w)
	}
	return nil
}

// drawFor draws the lines, unless they were drawn for that width.
func (r *Reader) drawFor(w int) {
	if r.wide != w {
		r.lines, r.wide = r.draw(w), w
	}
}

// SetSize breaks the text for the width.
func (r *Reader) SetSize(w, h int) {
	r.base.SetSize(w, h)
	r.drawFor(w)
	r.scroll(0)
}

// Want is the text's height, up to what there is.
func (r *Reader) Want(w, h int) (int, int) {
	w = min(w, 96)
	r.drawFor(w)
	return w, min(h, len(r.lines))
}

// Move scrolls by lines.
func (r *Reader) Move(n int) { r.scroll(n) }

// Page scrolls by half pages.
func (r *Reader) Page(n int) { r.scroll(n * max(r.h/2, 1)) }

// Home scrolls to the beginning.
func (r *Reader) Home() { r.scroll(-len(r.lines)) }

// End scrolls to the end.
func (r *Reader) End() { r.scroll(len(r.lines)) }

func (r *Reader) scroll(n int) { r.top = max(min(r.top+n, len(r.lines)-r.h), 0) }

// View is the part of the text in view.
func (r *Reader) View() string {
	p := r.page()
	p.lines = r.lines[min(r.top, len(r.lines)):]
	return p.String()
}
