package history

import (
	"strconv"
	"time"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The columns beside what was done, in cells.
const (
	whenWidth    = 14
	standsWidth  = 11
	recordsWidth = 8
)

// View is the heading and the rows, or what to do where there are none.
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
	lines := []string{string(p.line(nil, widget.RowState{}, theme.Dim, theme.Dim, "when", "who", "what", "", "records"))}
	return widget.Block(p.list.Lines(lines), p.W, p.H)
}

// row is one change; what does not stand is dim, and says so.
func (p *Pane) row(b []byte, r *row, _ int, st widget.RowState) []byte {
	tok, stands := theme.Text, ""
	switch {
	case r.gone && r.undo:
		tok, stands = theme.Dim, "done again"
	case r.gone:
		tok, stands = theme.Dim, "taken back"
	case r.undo:
		tok = theme.Dim
	}
	return p.line(b, st, tok, theme.Warm, when(r.at, p.Env.Now()), r.who, r.what, stands, strconv.Itoa(r.records))
}

func (p *Pane) line(b []byte, st widget.RowState, tok, mark theme.Token, when, who, what, stands, records string) []byte {
	l, cut := widget.NewLine(b, p.Env.Theme, st.Selected), p.Env.Theme.Glyphs.Ellipsis
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, 1)
	name := min(max(p.W/9, 6), 18)
	l.Left(theme.Dim, when, whenWidth)
	l.Left(theme.Dim, widget.Cut(who, name-1, cut), name)
	free := max(p.W-1-whenWidth-name-recordsWidth, 0)
	if stands != "" {
		free = max(free-standsWidth, 0)
	}
	l.Left(tok, widget.Cut(what, free-1, cut), free)
	if stands != "" {
		l.Left(mark, stands, standsWidth)
	}
	l.Right(theme.Dim, records, recordsWidth)
	return l.Bytes()
}

// when is the time, with as much of the date as it takes.
func when(at, now time.Time) string {
	switch {
	case model.DateOf(at) == model.DateOf(now):
		return at.Format("today 15:04")
	case at.Year() == now.Year():
		return at.Format("Jan 02 15:04")
	}
	return at.Format("2006-01-02")
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	s.Text(theme.Strong, " Nothing has been changed yet.")
	s.Wrapped(theme.Dim, 1, "Every change appears here, with who made it and when, and can be taken back.")
	return widget.Block(s.Lines, p.W, p.H)
}
