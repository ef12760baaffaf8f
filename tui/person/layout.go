package person

import (
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// From these widths on there are an index of the sections and a second column.
const (
	indexFrom  = 100
	columnFrom = 140
	indexWidth = 20
	between    = 3 // cells between the columns
)

// layout is how the page is divided.
type layout struct {
	index  int    // the cells of the index; 0: there is none
	widths [2]int // of the columns; 0: the second is not there
}

// divide is the layout for a width.
func divide(w int, aloud bool) (l layout) {
	left := w
	if w >= indexFrom && !aloud {
		l.index = indexWidth
		left -= indexWidth
	}
	l.widths[0] = left
	if w >= columnFrom && !aloud {
		l.widths[0] = (left - between) * 11 / 20
		l.widths[1] = left - between - l.widths[0]
	}
	return l
}

// column is the column in which a section stands.
func (l *layout) column(s section) int {
	if l.widths[1] > 0 && s >= touches {
		return 1
	}
	return 0
}

// told adds an item: in a line, or, where two columns leave room below, with all of its text.
func (p *Pane) told(s *pane.Sheet, cells ...pane.Cell) {
	if p.lay.widths[1] > 0 {
		s.Hanging(cells...)
		return
	}
	s.Cells(cells...)
}

// arrange gives the columns their room.
func (p *Pane) arrange() {
	was := p.lay
	p.lay = divide(p.W, p.Env.Aloud)
	for i, c := range p.cols {
		c.SetSize(p.lay.widths[i], p.H)
	}
	if (was.widths[1] > 0) != (p.lay.widths[1] > 0) && p.facts != nil {
		p.regroup()
	}
	p.Stale()
}

// regroup puts the sections into as many columns as there are now; the cursor stays
// on its item.
func (p *Pane) regroup() {
	k, ok := p.cols[p.on].Cursor()
	p.fill(false)
	if ok {
		p.goTo(k)
	}
}

// Lines are the page's lines.
func (p *Pane) Lines() []string {
	if p.Drawn() {
		return p.lines
	}
	switch {
	case p.gone:
		p.lines = p.nobody()
	case p.facts == nil || p.W <= 0:
		p.lines = widget.Lines(nil, p.W, p.H)
	default:
		p.lines = p.compose()
	}
	return p.lines
}

// View is the page.
func (p *Pane) View() string { return widget.Block(p.Lines(), p.W, p.H) }

// compose sets the index and the columns side by side.
func (p *Pane) compose() []string {
	left := p.cols[0].Lines(make([]string, 0, p.H))
	if p.lay.index == 0 && p.lay.widths[1] == 0 {
		return left
	}
	var right []string
	if p.lay.widths[1] > 0 {
		right = p.cols[1].Lines(make([]string, 0, p.H))
	}
	index := p.index()
	b := []byte{}
	for y, l := range left {
		b = append(append(b[:0], index[y]...), l...)
		if right != nil {
			b = append(append(b, widget.Spaces(between)...), right[y]...)
		}
		left[y] = string(b)
	}
	return left
}

// index lists the sections with how much there is in each.
func (p *Pane) index() []string {
	lines := make([]string, 0, p.H)
	here := p.here()
	for i := range p.parts {
		pt := &p.parts[i]
		l := widget.NewLine(nil, p.Env.Theme, false)
		tok, sign := theme.Dim, ""
		if here != nil && here.sec == pt.sec {
			tok, sign = theme.Accent, p.Env.Theme.Glyphs.Pointer
		}
		l.Left(tok, sign, 2)
		l.Left(tok, pt.sec.String(), 12)
		l.Right(theme.Dim, pt.count, 4)
		l.Left(theme.Dim, "", indexWidth-18)
		lines = append(lines, string(l.Bytes()))
	}
	for len(lines) < p.H {
		lines = append(lines, widget.Spaces(indexWidth))
	}
	return lines
}

// nobody says that the person is gone.
func (p *Pane) nobody() []string {
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Says(theme.Dim, 0, "Nobody is here any more: what brought the person in was taken back, or she was erased. {person.close} goes back.")
	return widget.Lines(s.Lines, p.W, p.H)
}
