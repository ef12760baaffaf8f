package talent

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// drawPicture puts the people of the list on fit × receptivity.
func (p *Pane) drawPicture() {
	if id, ok := p.list.Cursor(); ok {
		p.plot.Select(id)
	}
	if p.drawn {
		return
	}
	p.drawn, p.signs = true, p.legend()
	ids := slices.Clone(p.list.IDs())
	slices.SortStableFunc(ids, func(a, b model.PersonID) int { return p.board.rows[a].rank - p.board.rows[b].rank })
	dots := make([]widget.Dot[model.PersonID], 0, len(ids))
	for _, id := range ids {
		r := p.board.rows[id]
		tok, _ := p.env.Theme.Band(int(r.profile.Receptivity.Band))
		_, sign := trendSign(p.env.Theme, r.profile.Trend, false)
		if r.profile.Person.Outreach.Lock != model.Unlocked {
			tok, sign = theme.Bad, lockSign
		}
		label := fmt.Sprintf("%d %s", r.rank, r.profile.Person.Name)
		if r.bench {
			label = "bench " + label
		}
		dots = append(dots, widget.Dot[model.PersonID]{
			ID: id, X: float64(r.fit.Score), Y: float64(r.profile.Receptivity.Score), Tok: tok, Sign: sign,
			Label: label, Marked: p.list.IsMarked(id),
		})
	}
	p.plot.SetAxes(p.axes(dots))
	p.plot.SetDots(dots)
	p.plot.SetSize(p.w, max(p.h-p.filterLines()-1, 0))
}

// axes are fit from the ten below the least, and receptivity with its bands.
func (p *Pane) axes(dots []widget.Dot[model.PersonID]) (x, y widget.Axis) {
	least := 100
	for i := range dots {
		least = min(least, int(dots[i].X))
	}
	x = widget.Axis{From: float64(min(least/10*10, 80)), To: 100}
	for t := x.From; t <= 100; t += 10 {
		x.Ticks = append(x.Ticks, t)
	}
	scale, g := p.deps.Weights.Scale, p.env.Theme.Glyphs
	warm, hot := float64(scale.Warm), float64(scale.Hot)
	return x, widget.Axis{From: 0, To: 100, Ticks: []float64{0, warm, hot, 100}, Bands: []widget.Band{
		{From: 0, Name: "cool", Tok: theme.Cool, Sign: g.Cool},
		{From: warm, Name: "warm", Tok: theme.Warm, Sign: g.Warm},
		{From: hot, Name: "hot", Tok: theme.Hot, Sign: g.Hot},
	}}
}

// picture draws the view.
func (p *Pane) picture(lines []string) []string {
	if p.filterLines() > 0 {
		lines = append(lines, p.filterLine())
	}
	if p.list.Len() == 0 {
		return p.nobodyMatches(lines)
	}
	lines = p.plot.Lines(lines)
	return widget.Lines(append(lines, p.signs), p.w, p.h)
}

// legendSign is a sign of the picture, what it means, and how many there are of it.
type legendSign struct {
	tok         theme.Token
	sign, means string
	n           int
}

func (s legendSign) text(counted bool) string {
	if counted {
		return fmt.Sprintf("%s %d", s.means, s.n)
	}
	return s.means
}

// legendRoom is what w cells have room for: the counts and a wide gap, a narrow one, or
// what the signs mean alone.
func legendRoom(signs []legendSign, w int) (counted bool, gap string) {
	for _, gap := range []string{"  ", " "} {
		need := 1 - len(gap)
		for _, s := range signs {
			need += len(gap) + widget.Width(s.sign) + 1 + widget.Width(s.text(true))
		}
		if need <= w {
			return true, gap
		}
	}
	return false, "  "
}

// legend says what the signs mean, and where there is room how many there are of each.
func (p *Pane) legend() string {
	var n [4]int
	locked := 0
	for _, id := range p.list.IDs() {
		if prof := p.board.rows[id].profile; prof.Person.Outreach.Lock != model.Unlocked {
			locked++
		} else {
			n[prof.Trend]++
		}
	}
	signs := make([]legendSign, 0, len(n)+1)
	for _, t := range []scoring.Trend{scoring.Growing, scoring.Plateaued, scoring.Declining, scoring.TrendUnknown} {
		tok, sign := trendSign(p.env.Theme, t, false)
		signs = append(signs, legendSign{tok, sign, t.String(), n[t]})
	}
	if locked > 0 {
		signs = append(signs, legendSign{theme.Bad, lockSign, "locked", locked})
	}
	l := widget.NewLine(nil, p.env.Theme, false)
	left := p.w
	part := func(tok theme.Token, text string) {
		w := min(widget.Width(text), left)
		l.Left(tok, text, w)
		left -= w
	}
	counted, gap := legendRoom(signs, p.w)
	for i, s := range signs {
		if i == 0 {
			part(theme.Dim, " ")
		} else {
			part(theme.Dim, gap)
		}
		part(s.tok, s.sign)
		part(theme.Dim, " "+s.text(counted))
	}
	const axes = "up: receptivity, right: fit "
	if left > len(axes) {
		l.Right(theme.Dim, axes, left)
		left = 0
	}
	l.Left(theme.Dim, "", left)
	return string(l.Bytes())
}

// followPlot puts the list's cursor on the dot's person.
func (p *Pane) followPlot() {
	if id, ok := p.plot.Cursor(); ok {
		p.list.Select(id)
	}
}

// side goes to the nearest dot on one side; elsewhere it is the key of opening.
func (p *Pane) side(n int) func() tea.Cmd {
	return func() tea.Cmd {
		if p.view != asPicture {
			return p.open()
		}
		p.plot.Side(n)
		p.followPlot()
		return nil
	}
}

func (p *Pane) notSide() string {
	if p.view != asPicture {
		return "left is for the picture: {talent.view} goes on to it"
	}
	return p.nobody()
}

// Click goes to the dot that was clicked on.
func (p *Pane) Click(x, y int) tea.Cmd {
	if p.view == asPicture {
		p.plot.PointAt(x, y-p.filterLines())
		p.followPlot()
	}
	return nil
}

// counted is a number of things.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// joined are the parts that say something.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}
