package talent

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// columns are the widths of the map's columns; 0 for one that has no room.
type columns struct {
	rank, name, title, company, since, trend, fit, score int
}

// layoutColumns gives each column its width: the numbers first, then the name,
// the company and the title share what is left.
func layoutColumns(w int) columns {
	c := columns{rank: 4, fit: 4, score: 7}
	free := w - 1 - c.rank - c.fit - c.score
	if free >= 34 {
		c.trend = 2
		free -= c.trend
	}
	if free >= 42 {
		c.since = 8
		free -= c.since
	}
	if free >= 80 {
		c.trend = 12
		free -= 10
	}
	switch {
	case free >= 38:
		c.name, c.company = free*38/100, free*29/100
	case free >= 30:
		c.name = free * 55 / 100
		c.company = free - c.name
	default:
		c.name = max(free, 0)
	}
	c.title = max(free-c.name-c.company, 0)
	return c
}

// View is the header and the list, or what to do where there is nothing.
func (p *Pane) View() string { return strings.Join(p.Lines(), "\n") }

// Lines are the view's, kept until something changes.
func (p *Pane) Lines() []string {
	if !p.stale {
		return p.lines
	}
	p.stale = false
	switch {
	case p.board == nil:
		p.lines = widget.Lines(nil, p.w, p.h)
	case p.board.Map.ID == 0:
		p.lines = p.welcome()
	case len(p.board.Map.Entries) == 0:
		p.lines = p.empty()
	default:
		p.lines = p.table(p.lines[:0])
	}
	return p.lines
}

func (p *Pane) table(lines []string) []string {
	if p.headLines() > 1 {
		lines = append(lines, p.filterLine())
	}
	lines = append(lines, p.header())
	if p.list.Len() > 0 {
		return p.list.Lines(lines)[:p.h]
	}
	nobody := p.env.Theme.Paint(theme.Dim, widget.Fit("  Nobody matches: esc shows everyone.", p.w, p.env.Theme.Glyphs.Ellipsis))
	return widget.Lines(append(lines, widget.Spaces(p.w), nobody), p.w, p.h)
}

func (p *Pane) filterLine() string {
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Accent, " / ", 3)
	typed := p.filterWidth()
	l.Left(theme.Text, p.filter.input.View(typed, p.env.Theme.Glyphs.Ellipsis), typed)
	rest := max(p.w-3-typed, 0)
	if p.filter.completes() {
		p.filter.words.Draw(&l, "tab", rest)
	} else {
		l.Left(theme.Dim, p.filter.wrong, rest)
	}
	return string(l.Bytes())
}

// filterWidth is the room that the filter's text has.
func (p *Pane) filterWidth() int { return min(widget.Width(p.filter.text)+2, max(p.w-3, 0)) }

// Cursor is in the open filter.
func (p *Pane) Cursor() (x, y int, ok bool) {
	return 3 + p.filter.input.Cursor(p.filterWidth()), 0, p.filter.open
}

func (p *Pane) header() string {
	c := p.cols
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Dim, "", 1)
	l.Right(theme.Dim, "#", c.rank-1)
	l.Left(theme.Dim, " name", c.name+1)
	l.Left(theme.Dim, "title", c.title)
	l.Left(theme.Dim, "company", c.company)
	l.Left(theme.Dim, "since", c.since)
	l.Left(theme.Dim, trendHead(c.trend), c.trend)
	l.Right(theme.Dim, "fit", c.fit-1)
	l.Left(theme.Dim, "", 1)
	l.Right(theme.Dim, "recept", c.score-1)
	l.Left(theme.Dim, "", 1)
	return string(l.Bytes())
}

func trendHead(w int) string {
	if w > 2 {
		return "trajectory"
	}
	return ""
}

// row draws one of the hundred.
func (p *Pane) row(b []byte, id model.PersonID, _ int, st widget.RowState) []byte {
	r, c, g := p.board.rows[id], p.cols, p.env.Theme.Glyphs
	l := widget.NewLine(b, p.env.Theme, st.Selected)
	bar, sign := st.Bar(p.env.Theme)
	l.Left(bar, sign, 1)
	l.Right(theme.Dim, fmt.Sprint(p.board.Map.Rank(id)), c.rank-1)
	l.Left(theme.Dim, "", 1)
	l.Left(nameToken(r), gap(r.profile.Person.Name, c.name, g.Ellipsis), c.name)
	l.Left(theme.Text, gap(r.profile.Latest.Title, c.title, g.Ellipsis), c.title)
	l.Left(theme.Text, gap(r.profile.Latest.Company, c.company, g.Ellipsis), c.company)
	l.Left(theme.Dim, month(r.profile.Since), c.since)
	tok, trend := trendSign(p.env.Theme, r.profile.Trend, c.trend > 2)
	l.Left(tok, trend, c.trend)
	l.Right(theme.Text, fmt.Sprint(r.fit.Score), c.fit-1)
	l.Left(theme.Text, "", 1)
	p.score(&l, r)
	return l.Bytes()
}

func nameToken(r *row) theme.Token {
	if r.profile.Person.Outreach.Lock != model.Unlocked {
		return theme.Dim
	}
	return theme.Strong
}

// score is the number and the sign of its band.
func (p *Pane) score(l *widget.Line, r *row) {
	tok, sign := p.env.Theme.Band(int(r.profile.Receptivity.Band))
	if r.profile.Person.Outreach.Lock != model.Unlocked {
		tok, sign = theme.Bad, "×"
	}
	w := p.cols.score
	l.Right(tok, fmt.Sprint(r.profile.Receptivity.Score), w-3)
	l.Left(tok, " "+sign, 3)
}

// gap cuts text so that a blank stays before the next column.
func gap(s string, w int, ellipsis string) string { return widget.Cut(s, w-1, ellipsis) }

// month is a date to the month.
func month(d model.Date) string {
	s := d.String()
	return s[:min(len(s), 7)]
}

// trendSign is the sign of a trend, with its word where there is room.
func trendSign(th *theme.Theme, t scoring.Trend, word bool) (theme.Token, string) {
	g := th.Glyphs
	tok, sign := theme.Dim, g.Unknown
	switch t {
	case scoring.Growing:
		tok, sign = theme.Good, g.Up
	case scoring.Plateaued:
		sign = g.Flat
	case scoring.Declining:
		tok, sign = theme.Bad, g.Down
	}
	if word {
		return tok, sign + " " + t.String()
	}
	return tok, sign
}

// welcome is the screen of a workbench without a map: the first one, and the one
// after the first import.
func (p *Pane) welcome() []string {
	if p.board.some {
		return p.notice("The people are in. Whom would you hire before the role opens?", "",
			"M  start a map: a function, a domain, a geography",
			"f  find anyone by name, title, company, place or skill",
			"I  import more: CSV, cards, an archive, JSON",
			"A  what each import brought", "",
			"?  lists every key    :  finds every command")
	}
	return p.notice("Whom would you hire before the role opens?", "",
		"I  import a file of people: CSV, cards, an archive, JSON",
		"L  load the sample: 120 made-up people to try things on",
		"M  start a map: a function, a domain, a geography", "",
		"?  lists every key    :  finds every command")
}

// empty is a map without people.
func (p *Pane) empty() []string {
	return p.notice(p.board.Map.Name+" is empty.", segment(&p.board.Map), "",
		"a  find someone and put them on the map",
		"I  import a file of people first", "m  another map")
}

// notice is a few lines in the upper third, the first one strong.
func (p *Pane) notice(lines ...string) []string {
	out := make([]string, 0, p.h)
	for range max((p.h-len(lines))/3, 0) {
		out = append(out, widget.Spaces(p.w))
	}
	pad := 2
	for i, s := range lines {
		l := widget.NewLine(nil, p.env.Theme, false)
		l.Left(theme.Text, "", pad)
		switch key, rest, ok := strings.Cut(s, "  "); {
		case i == 0:
			l.Left(theme.Strong, s, p.w-pad)
		case ok:
			l.Left(theme.Accent, key, 3)
			l.Left(theme.Text, rest, p.w-pad-3)
		default:
			l.Left(theme.Dim, s, p.w-pad)
		}
		out = append(out, string(l.Bytes()))
	}
	return widget.Lines(out, p.w, p.h)
}
