package roles

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// listName is the name of the page's columns in a person's settings.
const listName = "roles"

// Columns names the columns that the page can show.
func (p *Pane) Columns() widget.Listed { return p.cols.Listed(listName) }

func (p *Pane) showColumns() {
	p.cols = widget.NewColumns(p.columns()...)
	p.cols.Show(p.Env.Columns[listName])
}

func (p *Pane) columns() []widget.Column[*row] {
	text := func(of func(*row) string) func(*widget.Line, *row, int) {
		return func(l *widget.Line, r *row, w int) {
			l.Left(p.token(r, theme.Text), widget.Cut(of(r), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}
	}
	number := func(of func(*row) int) func(*widget.Line, *row, int) {
		return func(l *widget.Line, r *row, w int) {
			l.Right(p.token(r, theme.Text), fmt.Sprint(of(r)), w-1)
			l.Left(theme.Text, "", 1)
		}
	}
	return []widget.Column[*row]{
		{Name: "title", Head: "role", Share: 40, Most: 40, Means: "the title of the role", Draw: func(l *widget.Line, r *row, w int) {
			l.Left(p.token(r, theme.Strong), widget.Cut(r.Title, w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}},
		{Name: "company", Head: "company", Share: 26, From: 24, Most: 30, Means: "who hires", Draw: text(func(r *row) string { return r.Company })},
		{Name: "place", Head: "place", Share: 30, From: 40, Most: 44, Means: "where the work is done", Draw: text(func(r *row) string { return r.Location })},
		{Name: "state", Head: "open since", Steps: []widget.Step{{From: 34, W: 12}}, Means: "since when it is open, or when it was closed", Draw: text(stateOf)},
		{Name: "listed", Head: "listed", Right: true, W: 8, Means: "how many the shortlist has", Draw: number(func(r *row) int { return len(r.list.Listed) })},
		{Name: "contacted", Head: "written", Right: true, W: 8, Means: "how many of them were written to since it opened", Draw: number(func(r *row) int { return r.contacted })},
		{Name: "replied", Head: "replied", Right: true, W: 8, Means: "how many of them have answered since", Draw: number(func(r *row) int { return r.replied })},
		{Name: "apart", Head: "apart", Extra: true, Right: true, W: 7, Means: "how many would be listed and can't be written to now", Draw: number(func(r *row) int { return len(r.list.Apart) })},
	}
}

// token is that of a closed role, else the one given.
func (p *Pane) token(r *row, open theme.Token) theme.Token {
	if !r.Open() {
		return theme.Dim
	}
	return open
}

func stateOf(r *row) string {
	switch {
	case !r.Open():
		return "closed"
	case !r.Opened.Known():
		return "open"
	}
	return r.Opened.String()
}

// View is the roles, and the one under the cursor.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	switch {
	case p.read == nil || p.W <= 0 || p.H <= 0:
		return widget.Block(nil, p.W, p.H)
	case p.list.Len() == 0:
		return p.empty()
	}
	l := widget.NewLine(nil, p.Env.Theme, false)
	l.Left(theme.Dim, "", 1)
	p.cols.Head(&l)
	lines := widget.Lines(p.list.Lines([]string{string(l.Bytes())}), p.W, p.ListHeight(p.list.Len()))
	return widget.Block(append(lines, p.about(p.H-len(lines))...), p.W, p.H)
}

func (p *Pane) row(b []byte, r *row, _ int, st widget.RowState) []byte {
	l := widget.NewLine(b, p.Env.Theme, st.Selected)
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	p.cols.Row(&l, r)
	return l.Bytes()
}

// firstNames is how many of a shortlist the page shows at most: more take long over a slow
// line.
const firstNames = 16

// about is the role under the cursor: what it asks for, and the first of its list, as far
// as there is room in h lines.
func (p *Pane) about(h int) []string {
	r := p.list.Current()
	if r == nil {
		return nil
	}
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Head(" " + r.Title)
	field := func(name, text string) {
		if text != "" {
			s.Hanging(pane.Cell{W: 1}, pane.Cell{Tok: theme.Dim, Text: name, W: 10}, pane.Cell{Tok: theme.Text, Text: text})
		}
	}
	if !r.Open() {
		field("closed", r.Closed.String())
	}
	for _, f := range model.RoleFields(p.read.pool.Maps) {
		if f.Name != "title" {
			field(f.Name, f.Text(r.Role))
		}
	}
	if len(r.Maps) == 0 {
		field("maps", "all")
	}
	s.Head(" " + p.stands(r))
	for i := range r.list.Listed[:max(min(len(r.list.Listed), firstNames, h-len(s.Lines)), 0)] {
		j := &r.list.Listed[i]
		s.Cells(pane.Cell{Tok: theme.Dim, Text: fmt.Sprint(i + 1), W: -4}, pane.Cell{W: 1}, pane.Cell{Tok: theme.Strong, Text: p.read.pool.Profiles[j.Person].Person.Name, W: 26}, pane.Cell{Tok: theme.Text, Text: fmt.Sprint(j.Score), W: -3}, pane.Cell{W: 2}, pane.Cell{Tok: theme.Dim, Text: j.Reason})
	}
	return s.Lines
}

// stands says how the shortlist stands.
func (p *Pane) stands(r *row) string {
	if len(r.list.Listed)+len(r.list.Apart) == 0 {
		return p.Env.Say("Nobody comes into question: {roles.open} says why of each, {roles.edit} asks for less.")
	}
	parts := []string{fmt.Sprintf("Shortlist: %d", len(r.list.Listed))}
	if n := len(r.list.Apart); n > 0 {
		parts = append(parts, fmt.Sprintf("%d apart, as they can't be written to now", n))
	}
	if n := len(r.List.Out); n > 0 {
		parts = append(parts, fmt.Sprintf("%d taken off", n))
	}
	return strings.Join(parts, " · ")
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " No role is open.")
	s.Says(theme.Dim, 1, "When a role opens, its shortlist comes out of the maps, warm, with the reason beside each name. {roles.new} opens one.")
	return widget.Block(s.Lines, p.W, p.H)
}
