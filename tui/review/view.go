package review

import (
	"fmt"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is the rows that wait, and below them the one under the cursor beside
// whom it may mean.
func (p *Pane) View() string {
	return p.Kept(p.draw)
}

func (p *Pane) draw() string {
	if !p.list.Read() || p.W <= 0 || p.H <= 0 {
		return widget.Block(nil, p.W, p.H)
	}
	if p.list.Len() == 0 {
		return p.empty()
	}
	lines := []string{string(p.line(nil, widget.RowState{}, theme.Dim, "in the file", "may mean", "file"))}
	lines = widget.Lines(p.list.Lines(lines), p.W, p.ListHeight(p.list.Len()))
	return widget.Block(append(lines, p.compared(p.H-len(lines))...), p.W, p.H)
}

func (p *Pane) row(b []byte, r *row, _ int, st widget.RowState) []byte {
	tok := theme.Text
	if p.deciding[r.ID] {
		tok = theme.Dim
	}
	return p.line(b, st, tok, inWords(&r.Incoming, p.Env), r.meant(), fmt.Sprintf("%s:%d", r.file, r.Line))
}

func (r *row) meant() string {
	switch n := len(r.like); n {
	case 0:
		return "nobody any more"
	case 1:
		return r.like[0].Name
	default:
		return fmt.Sprintf("%s and %d more", r.like[0].Name, n-1)
	}
}

func inWords(who *model.Person, env *pane.Env) string {
	pos := who.Latest(env.Now())
	switch {
	case pos.Title != "" && pos.Company != "":
		return who.Name + ", " + pos.Title + " at " + pos.Company
	case pos.Title+pos.Company != "":
		return who.Name + ", " + pos.Title + pos.Company
	}
	return who.Name
}

func (p *Pane) line(b []byte, st widget.RowState, tok theme.Token, name, meant, file string) []byte {
	l, cut := widget.NewLine(b, p.Env.Theme, st.Selected), p.Env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	fileW, meantW := min(p.W*9/40, 24), min(p.W*8/25, 30)
	nameW := max(p.W-1-fileW-meantW, 0)
	l.Left(tok, widget.Cut(name, nameW-1, cut), nameW)
	l.Left(theme.Dim, widget.Cut(meant, meantW-1, cut), meantW)
	l.Left(theme.Dim, file, fileW)
	return l.Bytes()
}

// compared is the row beside the person, field by field: each whole where all have room
// in h lines, else cut to one.
func (p *Pane) compared(h int) []string {
	if whole := p.comparing(true); len(whole) <= h {
		return whole
	}
	return p.comparing(false)
}

func (p *Pane) comparing(whole bool) []string {
	r, who := p.list.Current(), p.candidate()
	s := &pane.Sheet{Env: p.Env, W: p.W}
	if r == nil {
		return nil
	}
	s.Gap()
	s.Wrapped(theme.Dim, 1, r.Why)
	if who == nil {
		return s.Lines
	}
	title := fmt.Sprintf("%s (%s)", who.Name, who.ID)
	if len(r.like) > 1 {
		title += fmt.Sprintf("  %d of %d", p.with%len(r.like)+1, len(r.like))
	}
	half := max((p.W-16)/2, 1)
	s.Cells(pane.Cell{W: 3}, pane.Cell{W: 13}, pane.Cell{Tok: theme.Accent, Text: "in the file", W: half}, pane.Cell{Tok: theme.Accent, Text: title})
	for _, e := range model.Compare(&r.Incoming, who, p.Env.Now()) {
		tok, sign := theme.Text, " "
		switch e.Says {
		case model.For:
			tok, sign = theme.Good, "+"
		case model.Against:
			tok, sign = theme.Bad, "-"
		}
		known := e.B
		if e.Reason != "" {
			known += " (" + e.Reason + ")"
		}
		before := [2]pane.Cell{{Tok: tok, Text: " " + sign, W: 3}, {Tok: theme.Dim, Text: e.Field, W: 13}}
		if !whole {
			s.Cells(before[0], before[1], pane.Cell{Tok: tok, Text: e.A, W: half}, pane.Cell{Tok: tok, Text: known})
			continue
		}
		beside(s, half, before, tok, e.A, known)
	}
	return s.Lines
}

// beside adds two texts side by side, in as many lines as they take; what stands before
// them begins the first. The left one has w cells.
func beside(s *pane.Sheet, w int, before [2]pane.Cell, tok theme.Token, left, right string) {
	a := widget.Wrap(left, max(w-1, 1))
	b := widget.Wrap(right, max(s.W-before[0].W-before[1].W-w, 1))
	at := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return ""
	}
	for i := range max(len(a), len(b), 1) {
		s.Cells(before[0], before[1], pane.Cell{Tok: tok, Text: at(a, i), W: w}, pane.Cell{Tok: tok, Text: at(b, i)})
		before[0].Text, before[1].Text = "", ""
	}
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " No row waits for a decision.")
	s.Says(theme.Dim, 1, "When an import has a row of the same name and employer as someone known, and nothing to tell by, it waits here: {review.join} joins it with her, {review.apart} makes someone new of it. Either is remembered.")
	return widget.Block(s.Lines, p.W, p.H)
}
