package talent

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// listName is the name of the map's columns in a person's settings.
const listName = "map"

// Columns names the columns that the map can show.
func (p *Pane) Columns() widget.Listed { return p.cols.Listed(listName) }

// columns are those of the map: the numbers always have room, the names share what
// is left, and what is not needed at every look comes where there is enough.
func (p *Pane) columns() []widget.Column[*row] {
	text := func(tok theme.Token, of func(*row) string) func(*widget.Line, *row, int) {
		return func(l *widget.Line, r *row, w int) { p.text(l, tok, of(r), w) }
	}
	return []widget.Column[*row]{
		{Name: "rank", Head: "#", Right: true, W: 4, Means: "the rank on the map", Draw: func(l *widget.Line, r *row, w int) {
			l.Right(theme.Text, fmt.Sprint(r.rank), w-1)
			l.Left(theme.Text, "", 1)
		}},
		{Name: "tier", Head: "", Extra: true, When: p.tiered, W: 2, Means: "the tier on the map; shown by itself where the map has tiers", Draw: text(theme.Accent, func(r *row) string { return r.tier.String() })},
		{Name: "name", Head: "name", Share: 38, Most: 34, Means: "the person's name", Draw: func(l *widget.Line, r *row, w int) {
			p.text(l, nameToken(r), r.profile.Person.Name, w)
		}},
		{Name: "title", Head: "title", Share: 33, From: 38, Most: 48, Means: "the present title, else the last one", Draw: text(theme.Text, func(r *row) string { return r.profile.Latest.Title })},
		{Name: "company", Head: "company", Share: 29, From: 30, Most: 30, Means: "the present employer, else the last one", Draw: text(theme.Text, func(r *row) string { return r.profile.Latest.Company })},
		{Name: "since", Head: "since", Steps: []widget.Step{{From: 42, W: 8}}, Means: "the month in which that began", Draw: text(theme.Text, func(r *row) string { return month(r.profile.Since) })},
		{Name: "trajectory", Head: "trajectory", Steps: p.trendSteps(), Means: "growing, plateaued or declining", Draw: func(l *widget.Line, r *row, w int) {
			tok, sign := trendSign(p.env.Theme, r.profile.Trend, w > 2)
			if p.env.Aloud {
				sign = r.profile.Trend.String()
			}
			l.Left(tok, sign, w)
		}},
		{Name: "fit", Head: "fit", Right: true, W: 4, Means: "how well the person fits the map, of 100", Draw: func(l *widget.Line, r *row, w int) {
			l.Right(theme.Text, fmt.Sprint(r.fit.Score), w-1)
			l.Left(theme.Text, "", 1)
		}},
		{Name: "receptivity", Head: "recept", Right: true, W: p.scoreWidth(), Means: "how likely an answer is now, of 100, with the sign of its band", Draw: p.score},
		{Name: "place", Head: "place", Extra: true, Share: 22, From: 48, Means: "where the person lives", Draw: text(theme.Dim, func(r *row) string { return r.profile.Person.Location })},
		{Name: "state", Head: "state", Extra: true, Steps: []widget.Step{{From: 36, W: 12}}, Means: "where the person stands in outreach", Draw: text(theme.Dim, func(r *row) string { return string(r.profile.Person.Outreach.Current()) })},
		{Name: "next", Head: "next", Extra: true, Steps: []widget.Step{{From: 40, W: 11}}, Means: "the date of the next step", Draw: text(theme.Dim, func(r *row) string { return r.profile.Person.Outreach.Next.String() })},
		{Name: "owner", Head: "owner", Extra: true, Steps: []widget.Step{{From: 46, W: 10}}, Means: "who is in touch with the person", Draw: text(theme.Dim, func(r *row) string { return r.profile.Person.Outreach.Owner })},
		{Name: "level", Head: "level", Extra: true, Right: true, Steps: []widget.Step{{From: 38, W: 6}}, Means: "the level of the title: 30 an engineer, 40 a senior one, 70 a director", Draw: func(l *widget.Line, r *row, w int) {
			p.number(l, r.level, w)
		}},
		{Name: "months", Head: "months", Extra: true, Right: true, Steps: []widget.Step{{From: 38, W: 7}}, Means: "how many months in the role", Draw: func(l *widget.Line, r *row, w int) {
			p.number(l, r.months, w)
		}},
		{Name: "touched", Head: "touched", Extra: true, Steps: []widget.Step{{From: 44, W: 11}}, Means: "the day of the last touch", Draw: text(theme.Dim, func(r *row) string { return lastTouch(r).String() })},
		{Name: "signals", Head: "sig", Extra: true, Right: true, Steps: []widget.Step{{From: 36, W: 4}}, Means: "how many signals count today", Draw: func(l *widget.Line, r *row, w int) {
			p.number(l, r.signals, w)
		}},
		{Name: "note", Head: "note", Extra: true, Share: 30, From: 44, Means: "the note on the map", Draw: text(theme.Dim, func(r *row) string { return r.note })},
		{Name: "motives", Head: "moved by", Extra: true, Share: 20, From: 56, Means: "what would move the person", Draw: text(theme.Dim, func(r *row) string { return motives(r.profile.Person.Motivators) })},
	}
}

// showColumns shows those that the person has chosen, or ours: with the tiers where
// the map has some.
func (p *Pane) showColumns() {
	p.cols.Show(p.env.Columns[listName])
	p.cols.Layout(p.w - 1)
}

func (p *Pane) tiered() bool { return p.board != nil && p.board.Map.Tiered() }

// number appends a number, nothing for one that is not known.
func (p *Pane) number(l *widget.Line, n, w int) {
	text := ""
	if n > 0 {
		text = fmt.Sprint(n)
	}
	l.Right(theme.Dim, text, w-1)
	l.Left(theme.Dim, "", 1)
}

// text appends a text so that a blank stays before the next column.
func (p *Pane) text(l *widget.Line, tok theme.Token, s string, w int) {
	l.Left(tok, widget.Cut(s, w-1, p.env.Theme.Glyphs.Ellipsis), w)
}

func nameToken(r *row) theme.Token {
	if r.profile.Person.Outreach.Lock != model.Unlocked {
		return theme.Dim
	}
	return theme.Strong
}

// lockSign stands where nobody may be written to.
const lockSign = "×"

// signWidth and wordWidth are those of a band's sign and of its word, with the
// blanks beside it.
const (
	signWidth = 3
	wordWidth = 8
)

// trendSteps give the trend room for its sign first; where it is read aloud for its
// word at once.
func (p *Pane) trendSteps() []widget.Step {
	if p.env.Aloud {
		return []widget.Step{{From: 34, W: 11}}
	}
	return []widget.Step{{From: 34, W: 2}, {From: 80, W: 12}}
}

func (p *Pane) scoreWidth() int {
	if p.env.Aloud {
		return 4 + wordWidth
	}
	return 4 + signWidth
}

// score is the number and the sign of its band, or its word.
func (p *Pane) score(l *widget.Line, r *row, w int) {
	tok, sign := p.env.Theme.Band(int(r.profile.Receptivity.Band))
	width, locked := signWidth, lockSign
	if p.env.Aloud {
		sign, width, locked = r.profile.Receptivity.Band.String(), wordWidth, "locked"
	}
	if r.profile.Person.Outreach.Lock != model.Unlocked {
		tok, sign = theme.Bad, locked
	}
	l.Right(tok, fmt.Sprint(r.profile.Receptivity.Score), w-width)
	l.Left(tok, " "+sign, width)
}

// month is a date to the month.
func month(d model.Date) string {
	s := d.String()
	return s[:min(len(s), 7)]
}

func motives(all []model.Motivator) string {
	words := make([]string, len(all))
	for i, m := range all {
		words[i] = string(m)
	}
	return strings.Join(words, ", ")
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
