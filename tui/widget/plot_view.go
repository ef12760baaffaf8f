package widget

import (
	"fmt"
	"math"
	"slices"

	"talentmap/tui/theme"
)

// Lines appends the plot to lines: exactly its height.
func (p *Plot[ID]) Lines(lines []string) []string {
	w, h := p.room()
	if w < leastPlot {
		return Lines(lines, p.w, p.h)
	}
	label := p.label(w)
	_, at, _ := p.CursorAt()
	for y := range h {
		switch {
		case y == at || y == label.y:
			lines = append(lines, p.row(y, w, label))
		case p.kept[y] == "":
			p.kept[y] = p.row(y, w, tag{y: -1})
			fallthrough
		default:
			lines = append(lines, p.kept[y])
		}
	}
	for _, below := range []string{p.ruler(w), p.numbers(w)} {
		if len(below) > 0 && h > 0 {
			lines = append(lines, p.th.Paint(theme.Dim, below))
		}
	}
	for len(lines) < p.h {
		lines = append(lines, Spaces(p.w))
	}
	return lines[:p.h]
}

// bandRow is what the upright scale shows in a row.
type bandRow struct {
	band *Band // whose name stands here
	tick string
	edge bool // a band begins here
}

func (p *Plot[ID]) bandRows(h int) []bandRow {
	rows := make([]bandRow, h)
	for _, t := range p.y.Ticks {
		if h > 0 {
			rows[h-1-p.y.place(t, h)].tick = fmt.Sprintf("%.0f", t)
		}
	}
	to := p.y.To
	for i := len(p.y.Bands) - 1; i >= 0 && h > 0; i-- {
		b := &p.y.Bands[i]
		rows[h-1-p.y.place((b.From+to)/2, h)].band = b
		if i > 0 {
			rows[h-1-p.y.place(b.From, h)].edge = true
		}
		to = b.From
	}
	return rows
}

// scale draws the upright scale in a row: a band's name, a tick, the axis.
func (p *Plot[ID]) scale(l *Line, r bandRow) {
	if r.band != nil {
		l.Left(r.band.Tok, r.band.Sign+" "+r.band.Name, 7)
	} else {
		l.Left(theme.Dim, "", 7)
	}
	l.Right(theme.Dim, r.tick, 3)
	sign := p.th.Glyphs.Axis.Up
	if r.tick != "" {
		sign = p.th.Glyphs.Axis.UpTick
	}
	l.Left(theme.Border, sign, 1)
}

// row draws a row with its dots, and the label where it stands in this one.
func (p *Plot[ID]) row(y, w int, label tag) string {
	l := NewLine(nil, p.th, false)
	p.scale(&l, p.bands[y])
	for x := 0; x < w; {
		there := p.cells[cell{x, y}]
		switch {
		case label.text != "" && label.y == y && label.x == x:
			l.Left(theme.Strong, label.text, Width(label.text))
			x += Width(label.text)
			continue
		case len(there) > 0:
			p.dot(&l, there)
		case p.bands[y].edge:
			l.Left(theme.Border, p.th.Glyphs.Axis.Line, 1)
		default:
			l.Left(theme.Text, " ", 1)
		}
		x++
	}
	return string(l.Bytes())
}

// dot draws the dots of a cell: that under the cursor, else a marked one, else their
// number, else the only one.
func (p *Plot[ID]) dot(l *Line, there []int) {
	d := &p.dots[there[0]]
	sign, tok, selected := d.Sign, d.Tok, false
	if n := len(there); n > 1 {
		sign = "+"
		if n < 10 {
			sign = string('0' + rune(n))
		}
	}
	for _, i := range there {
		if p.dots[i].Marked {
			tok, sign = theme.Accent, p.th.Glyphs.Mark
		}
	}
	for _, i := range there {
		if p.dots[i].ID == p.cursor {
			selected = true
			if !p.dots[i].Marked && len(there) == 1 {
				sign = p.dots[i].Sign
			}
		}
	}
	if !selected {
		l.Left(tok, sign, 1)
		return
	}
	was := l.selected
	l.selected = !p.blur
	l.Left(theme.Accent, sign, 1)
	l.selected = was
}

// tag is the label of the dot under the cursor, where it stands.
type tag struct {
	x, y int
	text string
}

// label finds the place beside the cursor's dot where its label hides the fewest
// others: on the right, on the left, above, below.
func (p *Plot[ID]) label(w int) tag {
	i := p.index()
	if i < 0 {
		return tag{}
	}
	d := &p.dots[i]
	at := p.cellOf(d)
	text := d.Label
	if n := p.cells[at]; len(n) > 1 {
		text = fmt.Sprintf("%s (%d of %d)", text, slices.Index(n, i)+1, len(n))
	}
	text = " " + Cut(text, w-2, p.th.Glyphs.Ellipsis) + " "
	n := Width(text)
	centre := min(max(at.x-n/2, 0), max(w-n, 0))
	best, least := tag{}, math.MaxInt
	for _, t := range []tag{{at.x + 1, at.y, text}, {at.x - n, at.y, text}, {centre, at.y - 1, text}, {centre, at.y + 1, text}} {
		if _, h := p.room(); t.x < 0 || t.x+n > w || t.y < 0 || t.y >= h {
			continue
		}
		if hidden := p.hidden(t, n); hidden < least {
			best, least = t, hidden
		}
	}
	return best
}

func (p *Plot[ID]) hidden(t tag, n int) (dots int) {
	for x := t.x; x < t.x+n; x++ {
		dots += len(p.cells[cell{x, t.y}])
	}
	return dots
}

// ruler is the lower axis.
func (p *Plot[ID]) ruler(w int) string {
	if w <= 0 {
		return Spaces(p.w)
	}
	g := p.th.Glyphs.Axis
	signs := make([]string, w)
	for i := range signs {
		signs[i] = g.Across
	}
	for _, t := range p.x.Ticks {
		signs[p.x.place(t, w)] = g.AcrossTick
	}
	out := Spaces(plotLeft-1) + g.Corner
	for _, s := range signs {
		out += s
	}
	return out
}

// numbers are those of the lower axis.
func (p *Plot[ID]) numbers(w int) string {
	out := make([]byte, 0, p.w)
	out = append(out, Spaces(plotLeft)...)
	for _, t := range p.x.Ticks {
		text := fmt.Sprintf("%.0f", t)
		at := plotLeft + min(p.x.place(t, w), w-len(text))
		if at >= len(out) {
			out = append(out, Spaces(at-len(out))...)
			out = append(out, text...)
		}
	}
	return Fit(string(out), p.w, "")
}
