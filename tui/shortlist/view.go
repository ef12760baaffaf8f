package shortlist

import (
	"fmt"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// listName is the name of the page's columns in a person's settings.
const listName = "shortlist"

// Columns names the columns that the page can show.
func (p *Pane) Columns() widget.Listed { return p.cols.Listed(listName) }

func (p *Pane) showColumns() {
	p.cols = widget.NewColumns(p.columns()...)
	p.cols.Show(p.Env.Columns[listName])
	p.cols.Sort(p.order.Mark())
}

// anyMoved reports whether anybody has won or lost places, or is new, or whether that
// is what the list is ordered by.
func (p *Pane) anyMoved() bool {
	if by, _ := p.order.Mark(); by == "changed" {
		return true
	}
	if p.read == nil {
		return false
	}
	for _, r := range p.read.of {
		if r.change != "" {
			return true
		}
	}
	return false
}

func (p *Pane) columns() []widget.Column[*row] {
	text := func(tok theme.Token, of func(*row) string) func(*widget.Line, *row, int) {
		return func(l *widget.Line, r *row, w int) {
			l.Left(tok, widget.Cut(of(r), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}
	}
	right := func(tok theme.Token, of func(*row) string) func(*widget.Line, *row, int) {
		return func(l *widget.Line, r *row, w int) {
			l.Right(tok, of(r), w-1)
			l.Left(theme.Text, "", 1)
		}
	}
	return []widget.Column[*row]{
		{Name: "rank", Head: "#", Right: true, W: 4, Means: "the rank on the shortlist", Draw: right(theme.Text, rankOf)},
		{Name: "pin", Head: "", W: 2, Means: "a sign for who is pinned", Draw: text(theme.Accent, func(r *row) string {
			if r.Pinned > 0 {
				return "*"
			}
			return ""
		})},
		{Name: "name", Head: "name", Share: 24, Most: 34, Means: "the person's name", Draw: text(theme.Strong, func(r *row) string { return r.prof.Person.Name })},
		{Name: "title", Head: "title", Share: 22, From: 70, Most: 48, Means: "the present title, else the last one", Draw: text(theme.Text, func(r *row) string { return r.prof.Latest.Title })},
		{Name: "company", Head: "company", Share: 16, From: 84, Most: 30, Means: "the present employer, else the last one", Draw: text(theme.Text, func(r *row) string { return r.prof.Latest.Company })},
		{Name: "changed", Head: "moved", Right: true, When: p.anyMoved, Steps: []widget.Step{{From: 50, W: 6}}, Means: "places won or lost since the list was drawn last, or new", Draw: right(theme.Warm, func(r *row) string { return r.change })},
		{Name: "score", Head: "score", Right: true, W: 6, Means: "how well the role and the person suit one another now, of 100", Draw: right(theme.Text, func(r *row) string { return fmt.Sprint(r.Score) })},
		{Name: "map", Head: "map", Right: true, Steps: []widget.Step{{From: 46, W: 5}}, Means: "the best rank on a map of the role", Draw: right(theme.Text, mapRank)},
		{Name: "must", Head: "must", Right: true, Extra: true, Steps: []widget.Step{{From: 40, W: 6}}, Means: "how many must-haves are met", Draw: right(theme.Text, mustOf)},
		{Name: "receptivity", Head: "recept", Right: true, Extra: true, Steps: []widget.Step{{From: 40, W: 7}}, Means: "how likely an answer is now, of 100", Draw: right(theme.Text, func(r *row) string { return fmt.Sprint(r.prof.Receptivity.Score) })},
		{Name: "why", Head: "why", Share: 60, From: 30, Means: "why her, or why she is not on the list", Draw: func(l *widget.Line, r *row, w int) {
			l.Left(theme.Text, widget.Cut(whyOf(r), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}},
	}
}

func rankOf(r *row) string {
	if r.rank == 0 {
		return ""
	}
	return fmt.Sprint(r.rank)
}

func mapRank(r *row) string {
	if best := bestOnMap(r); best > 0 {
		return fmt.Sprint(best)
	}
	return ""
}

func mustOf(r *row) string { return fmt.Sprintf("%d/%d", met(r.Must), len(r.Must)) }

// met is how many of some needs are met.
func met(all []scoring.Need) (n int) {
	for i := range all {
		if all[i].Verdict == scoring.Met {
			n++
		}
	}
	return n
}

// whyOf is why somebody is on the list, or why not.
func whyOf(r *row) string {
	switch {
	case r.Off != "":
		return r.Off
	case r.Apart != "":
		return r.Apart
	}
	return r.Reason
}

// View is the list, and how the role sees whoever is under the cursor.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	switch {
	case p.gone:
		return p.notice("The role has been deleted.", "{undo} brings it back where that was you; {shortlist.close} goes back.")
	case p.read == nil || p.W <= 0 || p.H <= 0:
		return widget.Block(nil, p.W, p.H)
	case p.List().Len() == 0 && !p.Narrow.Shown():
		return p.empty()
	}
	var lines []string
	if p.Narrow.Shown() {
		lines = append(lines, p.Narrow.Line(p.W))
	}
	l := widget.NewLine(nil, p.Env.Theme, false)
	l.Left(theme.Dim, "", 1)
	p.cols.Head(&l)
	lines = append(lines, string(l.Bytes()))
	if p.List().Len() == 0 {
		s := pane.Sheet{Env: p.Env, W: p.W, Lines: lines}
		s.Says(theme.Dim, 1, "Nobody matches: {shortlist.close} shows everyone.")
		return widget.Block(s.Lines, p.W, p.H)
	}
	lines = widget.Lines(p.List().Lines(lines), p.W, p.listHeight())
	return widget.Block(append(lines, p.about()...), p.W, p.H)
}

func (p *Pane) row(b []byte, _ int, id model.PersonID, st widget.RowState) []byte {
	l := widget.NewLine(b, p.Env.Theme, st.Selected)
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	p.cols.Row(&l, p.read.of[id])
	return l.Bytes()
}

// about is how the role sees whoever is under the cursor, as far as there is room: part by
// part, as the reason in her row is made of these, and first why she is not on the list.
func (p *Pane) about() []string {
	r := p.current()
	if r == nil {
		return nil
	}
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Head(fmt.Sprintf(" %s · %d of 100", r.prof.Person.Name, r.Score))
	if r.Off != "" || r.Apart != "" {
		s.Wrapped(theme.Text, 1, whyOf(r))
	}
	parts(s.Cells, r)
	return s.Lines
}

// parts adds one line a part of a judgement.
func parts(add func(...pane.Cell), r *row) {
	for _, part := range r.Parts {
		tok := verdictToken(part.Verdict)
		add(pane.Cell{W: 1}, pane.Cell{Tok: theme.Dim, Text: part.Name, W: 15}, pane.Cell{Tok: tok, Text: fmt.Sprintf("%4.1f of %g", part.Points, part.Of), W: 13}, pane.Cell{Tok: theme.Text, Text: part.Why})
	}
}

func verdictToken(v scoring.Verdict) theme.Token {
	switch v {
	case scoring.Met:
		return theme.Good
	case scoring.NotMet:
		return theme.Bad
	case scoring.Unknown:
		return theme.Dim
	}
	return theme.Text
}

func (p *Pane) empty() string {
	switch p.At {
	case apart:
		return p.notice("Everybody on the list can be written to.", "{shortlist.turn} goes on to who is not on it.")
	case off:
		return p.notice("Nobody was left off.", "{shortlist.turn} goes back to the list; {shortlist.everyone} looks beyond the maps.")
	}
	return p.notice("Nobody comes into question for "+p.read.role.Title+".", "{shortlist.turn} says why of each; {shortlist.everyone} looks beyond the maps.")
}

func (p *Pane) notice(title, more string) string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " "+title)
	s.Says(theme.Dim, 1, more)
	return widget.Block(s.Lines, p.W, p.H)
}
