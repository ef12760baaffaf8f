package person

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// careerPart is the positions, drawn to scale on one axis.
func (p *Pane) careerPart() part {
	list := p.profile.Person.Positions
	c := p.careerOf(list)
	pt := part{sec: career, head: c.head(p), count: numbered(len(list)), add: p.addPosition}
	if len(list) == 0 {
		p.put(&pt, "none", item{edit: p.addPosition, draw: func(s *pane.Sheet) { s.Says(theme.Dim, 0, "none known: {person.insert} enters one") }})
	}
	for i, q := range list {
		draw := c.position(i)
		var whole func(*pane.Sheet)
		if more := joinedBy(" · ", q.Location, q.Summary); more != "" {
			whole = func(s *pane.Sheet) {
				draw(s)
				s.Wrapped(theme.Dim, spanWidth, more)
			}
		}
		p.put(&pt, "p"+q.Company+"|"+q.Title+"|"+q.Start.String(), item{
			draw: draw, whole: whole, edit: func() tea.Cmd { return p.editPosition(i) }, remove: p.removing("the position", func(mine *model.Person) {
				mine.Positions = slices.Delete(mine.Positions, i, i+1)
			}), copies: copying("the position", joinedBy(", ", q.Title, q.Company, spanOf(q, p.Env.Now()))),
		})
		if gap := c.gapBefore(i); gap != "" {
			p.put(&pt, fmt.Sprint("gap", i), item{fixed: true, draw: func(s *pane.Sheet) { s.Text(theme.Dim, gap) }})
		}
	}
	return pt
}

// careerView draws positions on one axis.
type careerView struct {
	p       *Pane
	list    []model.Position
	line    widget.Timeline
	now     time.Time
	bars    bool
	longest int // the cells of the longest company that is told
}

// The cells of a position beside its bar.
const (
	spanWidth  = 18
	levelWidth = 2
	joinWidth  = 2
	barFrom    = 58 // a page narrower than this has no bars
	barRoom    = 90 // one narrower than this has shorter ones
	leastGap   = 4  // months without a position that are told
)

func (p *Pane) careerOf(list []model.Position) *careerView {
	c := &careerView{p: p, list: list, now: p.Env.Now()}
	for i := range list {
		c.longest = max(c.longest, widget.Width(c.company(i)))
	}
	today := pane.YearOf(c.now)
	c.line = widget.Timeline{Begin: today - 1, End: today}
	for _, q := range list {
		s := pane.StretchOf(&q, c.now)
		if q.Start.Known() || q.End.Known() {
			c.line.Begin, c.line.End, c.bars = min(c.line.Begin, s.Earliest), max(c.line.End, s.Latest), true
		}
	}
	c.bars = c.bars && !p.Env.Aloud
	return c
}

// widths are the cells of the bar, of the title and of the company.
func (c *careerView) widths(w int) (bar, title, company int) {
	left := w - spanWidth - levelWidth - joinWidth
	if c.bars && w >= barFrom {
		bar = max(left/3, 12)
	}
	if bar > 0 && w < barRoom {
		bar = max(left/4, 12)
	}
	left -= bar
	company = min(left-left*11/20, c.longest) // the titles have what the companies need not
	return bar, left - company, company
}

// head is the heading, why the trajectory is what it is, and the axis.
func (c *careerView) head(p *Pane) func(*pane.Sheet) {
	return func(s *pane.Sheet) {
		s.Head("Positions · " + p.profile.Trend.String())
		s.Wrapped(theme.Dim, gutter, p.profile.TrendWhy)
		if bar, _, _ := c.widths(s.W - gutter); bar > 0 {
			s.Cells(pane.Cell{W: gutter + spanWidth}, pane.Cell{Tok: theme.Dim, Text: c.line.Axis(bar - 1)})
		}
	}
}

// position draws a position: its time, its bar, how high its title stands, whether it
// goes on at the same company, and what it is.
func (c *careerView) position(i int) func(*pane.Sheet) {
	q := c.list[i]
	return func(s *pane.Sheet) {
		g := s.Env.Theme.Glyphs
		tok := theme.Text
		if !q.Open(c.now) {
			tok = theme.Dim
		}
		bar, title, company := c.widths(s.W)
		cells := []pane.Cell{{Tok: theme.Dim, Text: spanOf(q, c.now), W: spanWidth}}
		if bar > 0 {
			drawn := "?"
			if q.Start.Known() || q.End.Known() {
				drawn = c.line.Bar(s.Env.Theme, pane.StretchOf(&q, c.now), bar-1)
			}
			cells = append(cells, pane.Cell{Tok: barTok(q, c.now), Text: drawn, W: bar})
		}
		height := ""
		if l := c.p.titles[q.Title]; l > 0 && !s.Env.Aloud {
			height = g.Height.Of(min(max((l+5)*8/100, 1), 8))
		}
		cells = append(cells, pane.Cell{Tok: theme.Accent, Text: height, W: levelWidth}, pane.Cell{Tok: theme.Dim, Text: c.join(i), W: joinWidth})
		if at := c.company(i); at != "" {
			s.Cells(append(cells, pane.Cell{Tok: tok, Text: q.Title, W: title}, pane.Cell{Tok: tok, Text: at, W: company})...)
			return
		}
		s.Cells(append(cells, pane.Cell{Tok: tok, Text: q.Title})...) // it has the room of the company, too
	}
}

func barTok(q model.Position, now time.Time) theme.Token {
	if q.Open(now) {
		return theme.Accent
	}
	return theme.Dim
}

// same reports whether two positions that follow one another are at one company.
func (c *careerView) same(i, j int) bool {
	return i >= 0 && j < len(c.list) && c.list[i].Company != "" && model.SameText(c.list[i].Company, c.list[j].Company)
}

// join is the sign of positions that follow one another at one company.
func (c *careerView) join(i int) string {
	if c.p.Env.Aloud {
		return ""
	}
	f := c.p.Env.Theme.Glyphs.Frame
	switch newer, older := c.same(i-1, i), c.same(i, i+1); {
	case newer && older:
		return f.L
	case older:
		return f.TL
	case newer:
		return f.BL
	}
	return ""
}

// company is told once for those that follow one another there.
func (c *careerView) company(i int) string {
	if c.same(i-1, i) && !c.p.Env.Aloud {
		return ""
	}
	return c.list[i].Company
}

// gapBefore says how long she held no position before the one at i; "" where that is
// not known, or short.
func (c *careerView) gapBefore(i int) string {
	begin := c.list[i].Start
	if !begin.Known() {
		return ""
	}
	last := model.Date(0)
	for _, q := range c.list[i+1:] {
		switch {
		case !q.Start.Known() || q.Open(c.now):
			return ""
		case q.End.Known():
			last = max(last, q.End)
		}
	}
	if !last.Known() {
		return ""
	}
	if months := model.DateOf(last.Last()).MonthsUntil(begin.Time()); months >= leastGap && last.Last().Before(begin.Time()) {
		return fmt.Sprintf("%s without a position that is known", lasting(months))
	}
	return ""
}

// spanOf is from when to when, a ? for what is not known.
func spanOf(q model.Position, now time.Time) string {
	begin := q.Start.String()
	if begin == "" {
		begin = "?"
	}
	return begin + " – " + until(q, now)
}

func until(q model.Position, now time.Time) string {
	switch {
	case q.End.Known():
		return q.End.String()
	case q.Open(now):
		return "now"
	}
	return "?"
}

// numbered is a count for the index; "" for none.
func numbered(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func (p *Pane) addPosition() tea.Cmd {
	return p.askPosition(len(p.profile.Person.Positions), "A new position of ")
}

func (p *Pane) editPosition(i int) tea.Cmd { return p.askPosition(i, "A position of ") }
