package overlay

import (
	"strings"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Want is as much as it gets: texts are compared here.
func (c *Conflict) Want(w, h int) (int, int) { return min(w, longWidth), h }

// SetSize sets the inner size.
func (c *Conflict) SetSize(w, h int) {
	c.base.SetSize(w, h)
	c.draw()
}

// room is how many lines of the rows are in view: all but the last.
func (c *Conflict) room() int { return max(c.h-2, 1) }

// draw lays the rows out, with the one under the cursor in view.
func (c *Conflict) draw() {
	if c.w <= 0 {
		return
	}
	p := c.page()
	for _, s := range c.since {
		p.wrapped(theme.Dim, s)
	}
	c.starts = c.starts[:0]
	for i := range c.rows {
		p.gap()
		c.starts = append(c.starts, len(p.lines))
		c.row(p, i)
	}
	if len(c.rows) == 0 {
		p.gap()
		p.text(theme.Text, c.env.Say("Nothing of yours stands against it: {conflict.save} saves."))
	}
	c.lines = p.lines
	c.reveal()
}

// reveal scrolls as little as may be to show the row under the cursor, at least
// its beginning; who changed it is shown with the first.
func (c *Conflict) reveal() {
	if len(c.rows) == 0 || c.at == 0 {
		c.scroll(0)
		return
	}
	first, end := c.starts[c.at], len(c.lines)
	if c.at+1 < len(c.starts) {
		end = c.starts[c.at+1] - 1
	}
	c.scroll(min(max(c.top, end-c.room()), first))
}

func (c *Conflict) scroll(top int) { c.top = max(min(top, len(c.lines)-c.room()), 0) }

// row is a field's name with what stands, and its versions.
func (c *Conflict) row(p *page, i int) {
	r, g := &c.rows[i], p.env.Theme.Glyphs
	l := widget.NewLine(nil, p.env.Theme, false)
	bar := " "
	if i == c.at {
		bar = g.Bar
	}
	tok, verdict := c.verdict(i)
	name := min(widget.Width(r.Field)+2, max(c.w-1, 0))
	l.Left(theme.Accent, bar, 1)
	l.Left(theme.Strong, r.Field, name)
	l.Left(tok, verdict, max(c.w-1-name, 0))
	p.lines = append(p.lines, string(l.Bytes()))
	c.version(p, "was", r.Base, false)
	c.version(p, "theirs", r.Theirs, c.chosen[i] == Theirs)
	c.version(p, "mine", r.Mine, c.chosen[i] == Mine)
	if r.Unites && (c.chosen[i] == Both || c.chosen[i] == Undecided) {
		c.version(p, "both", r.Both, c.chosen[i] == Both)
	}
}

// verdict says what stands in a row, and why.
func (c *Conflict) verdict(i int) (theme.Token, string) {
	r, side := &c.rows[i], c.chosen[i]
	keys := "{conflict.mine} mine, {conflict.theirs} theirs"
	if r.Unites {
		keys += ", {conflict.both} both"
	}
	switch {
	case side == Undecided:
		return theme.Bad, c.env.Say("both changed it: " + keys)
	case r.Fixed:
		return theme.Good, "stays"
	case side != r.Stands:
		return theme.Good, [...]string{Mine: "mine stands", Theirs: "theirs stands", Both: "both stand"}[side]
	case side == Mine:
		return theme.Dim, "only you changed it"
	case side == Theirs:
		return theme.Dim, "only they changed it"
	}
	return theme.Dim, "both changed it: joined item by item"
}

// versionWidth is the width of a version's sign and name.
const versionWidth = 11

// version is one version of a field; the one that stands has a sign.
func (c *Conflict) version(p *page, name, text string, stands bool) {
	tok, sign := theme.Dim, " "
	if stands {
		tok, sign = theme.Text, p.env.Theme.Glyphs.Done
	}
	if text == "" {
		text = "(empty)"
	}
	head := "  " + sign + " " + name
	for _, line := range splitLines(text) {
		for _, l := range wrap(line, max(c.w-versionWidth, 1)) {
			p.text(tok, widget.Fit(head, versionWidth, "")+l)
			head = ""
		}
	}
}

// View is the rows in view, and what is to be done.
func (c *Conflict) View() string {
	p := c.page()
	p.lines = widget.Lines(append([]string(nil), c.lines[min(c.top, len(c.lines)):]...), c.w, c.room())
	p.gap()
	tok, text := theme.Dim, []string{}
	switch next := c.open(); {
	case next >= 0 && c.asked:
		tok = theme.Bad
		fallthrough
	case next >= 0:
		text = append(text, "choose for "+c.rows[next].Field)
	default:
		text = append(text, c.env.Say("{conflict.save} saves"))
	}
	if c.top+c.room() < len(c.lines) {
		text = append(text, "more below")
	}
	text = append(text, c.env.Say("{conflict.back} back"))
	p.text(tok, strings.Join(text, "   "))
	return p.String()
}
