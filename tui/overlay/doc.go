// Package overlay holds what opens over the screen: a question ([Confirm]),
// fields to fill in, of one line or of several ([Form]), two versions of a record
// to choose from ([Conflict]), a list that is filtered while typed ([Picker]: the
// palette, the help, "find anyone"), a few things each with its key ([Menu]). They know no domain; the one who opens one
// says what happens with the answer.
//
//	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(env, "Take Ada off the map?", remove)})
package overlay

import (
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// base is what the overlays share.
type base struct {
	env  *pane.Env
	id   int
	w, h int
}

func newBase(env *pane.Env) base { return base{env: env, id: env.NextID()} }

// PaneID makes results find their way.
func (b *base) PaneID() int { return b.id }

// SetSize sets the inner size.
func (b *base) SetSize(w, h int) { b.w, b.h = w, h }

// page assembles lines into exactly the size, each line cut or padded. Lines
// come with their own styles and a width.
type page struct {
	env   *pane.Env
	w, h  int
	lines []string
}

func (b *base) page() *page { return &page{env: b.env, w: b.w, h: b.h} }

func (p *page) text(tok theme.Token, s string) {
	p.lines = append(p.lines, p.env.Theme.Paint(tok, widget.Fit(s, p.w, p.env.Theme.Glyphs.Ellipsis)))
}

func (p *page) wrapped(tok theme.Token, s string) {
	for _, l := range widget.Wrap(s, p.w) {
		p.text(tok, l)
	}
}

func (p *page) gap() { p.lines = append(p.lines, widget.Spaces(p.w)) }

func (p *page) String() string { return widget.Block(p.lines, p.w, p.h) }

// whole are the lines of the page.
func (p *page) whole() []string { return widget.Lines(p.lines, p.w, p.h) }
