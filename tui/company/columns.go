package company

import (
	"fmt"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// text is how a text is drawn in a column.
func text[R any](p *Pane, tok theme.Token, of func(R) string) func(*widget.Line, R, int) {
	return func(l *widget.Line, r R, w int) {
		l.Left(tok, widget.Cut(of(r), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
	}
}

// staffColumns are those of who works there.
func (p *Pane) staffColumns() []widget.Column[*roster.Profile] {
	return []widget.Column[*roster.Profile]{
		{Name: "name", Head: "name", Share: 3, Most: 34, Means: "the person's name", Draw: text(p, theme.Strong, func(prof *roster.Profile) string { return prof.Person.Name })},
		{Name: "title", Head: "title", Share: 5, Most: 60, Means: "her title there", Draw: text(p, theme.Text, func(prof *roster.Profile) string { return prof.Latest.Title })},
		{Name: "since", Head: "since", Steps: []widget.Step{{From: 42, W: 12}}, Means: "the day on which that began", Draw: text(p, theme.Dim, func(prof *roster.Profile) string { return prof.Since.String() })},
		{Name: "map", Head: "map", Right: true, W: 7, Means: "the best rank on a map", Draw: func(l *widget.Line, prof *roster.Profile, w int) { p.mapRank(l, prof.Person.ID, w) }},
		{Name: "receptivity", Head: "recept", Right: true, W: 7, Means: "how likely an answer is now, of 100", Draw: func(l *widget.Line, prof *roster.Profile, w int) {
			tok, _ := p.Env.Theme.Band(int(prof.Receptivity.Band))
			l.Right(tok, fmt.Sprint(prof.Receptivity.Score), w-1)
			l.Left(theme.Text, "", 1)
		}},
	}
}

// moveColumns are those of who has come and of who has gone; from is what stands above
// the other company.
func (p *Pane) moveColumns(from string) []widget.Column[*roster.Move] {
	return []widget.Column[*roster.Move]{
		{Name: "name", Head: "name", Share: 3, Most: 34, Means: "the person's name", Draw: text(p, theme.Strong, func(m *roster.Move) string { return m.Name })},
		{Name: "where", Head: from, Share: 5, Most: 80, Means: "from which company, or to which, and the title here", Draw: text(p, theme.Text, where)},
		{Name: "on", Head: "on", W: 12, Means: "the first day here, or the last", Draw: text(p, theme.Dim, func(m *roster.Move) string { return m.On.String() })},
		{Name: "map", Head: "map", Right: true, W: 7, Means: "the best rank on a map", Draw: func(l *widget.Line, m *roster.Move, w int) { p.mapRank(l, m.Person, w) }},
	}
}

func where(m *roster.Move) string {
	if m.Where == "" {
		return joined("not known", m.Title)
	}
	return joined(m.Where, m.Title)
}

func (p *Pane) mapRank(l *widget.Line, id model.PersonID, w int) {
	rank := ""
	if best := p.read.BestRank(id); best > 0 {
		rank = fmt.Sprint(best)
	}
	l.Right(theme.Dim, rank, w-1)
	l.Left(theme.Text, "", 1)
}

// heads are the names of the columns of the list that is shown.
func (p *Pane) heads() string {
	l := widget.NewLine(nil, p.Env.Theme, false)
	l.Left(theme.Dim, "", 1)
	if p.At == staff {
		p.staffCols.Head(&l)
	} else {
		p.moveCols[p.At].Head(&l)
	}
	return string(l.Bytes())
}

func (p *Pane) row(b []byte, v int, id model.PersonID, st widget.RowState) []byte {
	l := widget.NewLine(b, p.Env.Theme, st.Selected)
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	if v == staff {
		p.staffCols.Row(&l, p.read.people[id])
	} else {
		p.moveCols[v].Row(&l, p.read.moves[id])
	}
	return l.Bytes()
}
