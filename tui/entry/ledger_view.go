package entry

import (
	"fmt"
	"strings"

	"talentmap/scoring"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// valueWidth is the room of a point's number, with its bar.
const valueWidth = 9

// point is a point of the score: what it adds, what it is and when; how that is
// reckoned; on what evidence and from where, in full.
func (l *Ledger) point(s *pane.Sheet, pt *scoring.Point, selected bool) {
	value, tok := fmt.Sprintf("%+.1f", pt.Points-pt.Cut), theme.Strong
	if pt.Why != "" {
		value, tok = "0", theme.Dim
	}
	line := widget.NewLine(nil, s.Env.Theme, selected)
	bar, mark := widget.RowState{Cursor: selected, Selected: selected}.Bar(s.Env.Theme)
	line.Left(bar, mark, 1)
	line.Right(tok, value, min(valueWidth-3, s.W-1))
	line.Left(theme.Text, "", 2)
	rest := max(s.W-valueWidth, 0)
	label := min(28, rest)
	line.Left(tok, widget.Cut(kindLabel(pt), label-1, s.Env.Theme.Glyphs.Ellipsis), label)
	date := min(12, rest-label)
	line.Left(theme.Dim, pt.Date.String(), date)
	short := rest-label-date >= 30
	if short {
		line.Left(theme.Dim, workings(pt), rest-label-date)
	} else {
		line.Left(theme.Dim, "", rest-label-date)
	}
	s.Lines = append(s.Lines, string(line.Bytes()))
	if !short || widget.Width(workings(pt)) > rest-label-date {
		s.Wrapped(theme.Dim, valueWidth, workings(pt))
	}
	var from []string
	for _, text := range []string{pt.Evidence, pt.Source} {
		if text != "" {
			from = append(from, text)
		}
	}
	if len(from) > 0 {
		s.Wrapped(theme.Dim, valueWidth, strings.Join(from, " · "))
	}
}

// sum is what the points come to, and how, and until when writing is timely.
func (l *Ledger) sum(s *pane.Sheet) {
	rec := &l.prof.Receptivity
	if len(rec.Points) == 0 {
		s.Text(theme.Dim, "No signal counts today.")
		s.Says(theme.Dim, 0, "{ledger.log} logs one.")
	}
	tok, sign := s.Env.Theme.Band(int(rec.Band))
	s.Gap()
	text := fmt.Sprintf("makes %d, %s %s", rec.Score, rec.Band, sign)
	if rec.Sum > 0 && l.desk.deps.Weights != nil {
		text += fmt.Sprintf("   100 × (1 − e^(−%.1f/%.0f))", rec.Sum, l.desk.deps.Weights.Scale.Divisor)
	}
	s.Cells(pane.Cell{W: 1}, pane.Cell{Tok: theme.Strong, Text: fmt.Sprintf("%+.1f", rec.Sum), W: -(valueWidth - 3)}, pane.Cell{W: 2}, pane.Cell{Tok: tok, Text: text})
	if w := rec.Window; w.Known() {
		tok := theme.Dim
		if w.Open {
			tok = theme.Warm
		}
		s.Wrapped(tok, valueWidth, w.String())
	}
}
