package companies

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The columns beside the names, in cells.
const (
	sureWidth   = 5
	numberWidth = 8
)

// View is all companies, or the pairs with the one under the cursor side by side.
func (p *Pane) View() string {
	return p.Kept(p.draw)
}

func (p *Pane) draw() string {
	switch {
	case p.unread() || p.W <= 0 || p.H <= 0:
		return widget.Block(nil, p.W, p.H)
	case !p.pairwise && p.all.Len() == 0:
		return p.none()
	case !p.pairwise:
		return widget.Block(p.all.Lines([]string{p.companyHead()}), p.W, p.H)
	case p.pairs.Len() == 0:
		return p.empty()
	}
	lines := []string{string(p.pairLine(nil, widget.RowState{}, theme.Dim, "sure", "stays", "people", "goes", "people"))}
	lines = widget.Lines(p.pairs.Lines(lines), p.W, p.ListHeight(p.pairs.Len()))
	return widget.Block(append(lines, p.beside()...), p.W, p.H)
}

func (p *Pane) pairRow(b []byte, c couple, _ int, st widget.RowState) []byte {
	pair := p.found.pairs[c]
	tok := theme.Text
	if p.deciding[c] {
		tok = theme.Dim
	}
	stays, goes := p.keeping(pair)
	return p.pairLine(b, st, tok, percent(pair.Confidence), stays.Name, p.people(stays), goes.Name, p.people(goes))
}

// people is how many work or worked at a company of a pair, "" where that is still to
// be read.
func (p *Pane) people(c *model.Company) string {
	with := p.read.of[c.ID]
	switch {
	case with != nil:
		return fmt.Sprint(with.ever)
	case p.read.first:
		return ""
	}
	return "0"
}

func (p *Pane) pairLine(b []byte, st widget.RowState, tok theme.Token, sure, stays, there, goes, here string) []byte {
	l, cut := widget.NewLine(b, p.Env.Theme, st.Selected), p.Env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	l.Right(theme.Dim, sure, sureWidth)
	rest := max(p.W-1-sureWidth-2*numberWidth-2, 0)
	for _, half := range []struct {
		name, n string
		w       int
	}{{stays, there, rest - rest/2}, {goes, here, rest / 2}} {
		l.Left(tok, "", 1)
		l.Left(tok, widget.Cut(half.name, half.w-1, cut), half.w)
		l.Right(theme.Dim, half.n, numberWidth)
	}
	return l.Bytes()
}

// beside is the pair under the cursor, field by field.
func (p *Pane) beside() []string {
	pair := p.current()
	if pair == nil {
		return nil
	}
	s := &pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Wrapped(theme.Dim, 1, percent(pair.Confidence)+" sure: "+pair.Why)
	stays, goes := p.keeping(pair)
	half := max((p.W-13)/2, 1)
	row := func(tok theme.Token, field, a, b string) {
		if a == "" && b == "" {
			return
		}
		if tok == theme.Text && a != "" && model.SameText(a, b) {
			tok = theme.Good
		}
		s.Cells(pane.Cell{W: 1}, pane.Cell{Tok: theme.Dim, Text: field, W: 12}, pane.Cell{Tok: tok, Text: a, W: half}, pane.Cell{Tok: tok, Text: b})
	}
	row(theme.Accent, "", "stays", "goes")
	row(theme.Strong, "name", fmt.Sprintf("%s (%s)", stays.Name, stays.ID), fmt.Sprintf("%s (%s)", goes.Name, goes.ID))
	row(theme.Text, "also called", strings.Join(stays.Aliases, ", "), strings.Join(goes.Aliases, ", "))
	row(theme.Text, "domain", stays.Domain, goes.Domain)
	row(theme.Text, "people here", p.people(stays), p.people(goes))
	row(theme.Text, "staff", staff(stays), staff(goes))
	row(theme.Text, "industry", stays.Industry, goes.Industry)
	row(theme.Text, "place", stays.Location, goes.Location)
	return s.Lines
}

func staff(c *model.Company) string {
	if c.Staff == 0 {
		return ""
	}
	return fmt.Sprint(c.Staff)
}

func percent(sure float64) string { return fmt.Sprintf("%.0f%%", 100*sure) }

func (p *Pane) companyHead() string {
	l := widget.NewLine(nil, p.Env.Theme, false)
	l.Left(theme.Dim, "", 1)
	p.cols.Head(&l)
	return string(l.Bytes())
}

func (p *Pane) companyRow(b []byte, id model.CompanyID, _ int, st widget.RowState) []byte {
	l := widget.NewLine(b, p.Env.Theme, st.Selected)
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	p.cols.Row(&l, p.read.of[id])
	return l.Bytes()
}

// none says that there is no company.
func (p *Pane) none() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " There is no company yet.")
	s.Says(theme.Dim, 1, "Companies come with the people who work or worked there: {import} brings a file of them, {new} enters one person.")
	return widget.Block(s.Lines, p.W, p.H)
}

// empty says that no pair is left.
func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " No two companies are left that may be one.")
	s.Says(theme.Dim, 1, "What is surely the same is taken as one when a file comes in. Pairs that are less sure wait here: {companies.join} makes one of two, {companies.apart} keeps them apart, either for good. {companies.turn} lists all companies.")
	return widget.Block(s.Lines, p.W, p.H)
}
