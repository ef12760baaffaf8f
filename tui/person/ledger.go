package person

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// signalsPart is one item for each point of the score, and the sum of them.
func (p *Pane) signalsPart() part {
	rec := &p.profile.Receptivity
	pt := part{sec: signals, count: numbered(len(rec.Points)), add: p.addSignal, head: func(s *pane.Sheet) {
		s.Head(fmt.Sprintf("Signals · receptivity %d, %s", rec.Score, rec.Band))
	}}
	if len(rec.Points) == 0 {
		p.put(&pt, "none", item{edit: p.addSignal, draw: func(s *pane.Sheet) { s.Says(theme.Dim, 0, "no signal counts today: {person.insert} logs one") }})
	}
	for i := range rec.Points {
		one := &rec.Points[i]
		it := item{
			draw: func(s *pane.Sheet) { p.point(s, one, true) }, copies: copying("the source", one.Source),
			whole: func(s *pane.Sheet) {
				p.point(s, one, false)
				s.Wrapped(theme.Dim, 8, joinedBy(" · ", workings(*one), source(*one)))
			},
		}
		if sig := p.signal(one.Signal); sig != nil {
			it.edit = func() tea.Cmd { return p.askSignal(*sig) }
			it.remove = func() tea.Cmd { return p.removeSignal(*sig) }
		}
		p.put(&pt, fmt.Sprintf("%s %d", one.Label, one.Signal), it)
	}
	p.put(&pt, "sum", item{fixed: true, draw: func(s *pane.Sheet) { sum(s, rec) }})
	return pt
}

// signal is a signal that counts, of hers or of her employer's; nil for none.
func (p *Pane) signal(n model.SignalID) *model.Signal {
	for i := range p.profile.Signals {
		if s := &p.profile.Signals[i]; s.ID == n && n != 0 {
			return s
		}
	}
	return nil
}

// point adds the points, for what, and, where from is so, how they come about and from
// where.
func (p *Pane) point(s *pane.Sheet, pt *scoring.Point, from bool) {
	value, tok := fmt.Sprintf("%+.1f", pt.Points-pt.Cut), theme.Text
	if pt.Why != "" {
		value, tok = "0", theme.Dim
	}
	cells := []pane.Cell{{Tok: tok, Text: value, W: -6}, {Tok: tok, Text: "  " + pt.Label, W: 26}}
	if !from {
		s.Cells(cells...)
		return
	}
	if s.W >= 90 {
		cells = append(cells, pane.Cell{Tok: theme.Dim, Text: workings(*pt), W: 22})
	}
	p.told(s, append(cells, pane.Cell{Tok: theme.Dim, Text: source(*pt)})...)
}

// sum adds the sum, the score and the window.
func sum(s *pane.Sheet, rec *scoring.Receptivity) {
	tok, sign := s.Env.Theme.Band(int(rec.Band))
	s.Cells(pane.Cell{Tok: theme.Strong, Text: fmt.Sprintf("%+.1f", rec.Sum), W: -6},
		pane.Cell{Tok: tok, Text: fmt.Sprintf("  makes %d, %s %s", rec.Score, rec.Band, sign)})
	if w := rec.Window; w.Known() {
		s.Wrapped(theme.Dim, 0, w.String())
	}
}

// workings is weight × confidence × decay, and what a cap took off.
func workings(pt scoring.Point) string {
	if pt.Why != "" {
		return ""
	}
	t := fmt.Sprintf("%.4g", pt.Weight)
	if pt.Confidence != 1 {
		t += fmt.Sprintf(" × %.2g", pt.Confidence)
	}
	if pt.Decay != 1 {
		t += fmt.Sprintf(" × %.2f left", pt.Decay)
	}
	if pt.Cut > 0 {
		t += fmt.Sprintf(" − %.1f cap", pt.Cut)
	}
	return t
}

// source is when, why not, on what evidence and from where.
func source(pt scoring.Point) string {
	evidence := pt.Evidence
	if pt.Weak {
		evidence = strings.Join(present(evidence, "evidence: weak"), ", ")
	}
	return strings.Join(present(pt.Date.String(), pt.Why, evidence, pt.Source), " · ")
}

// present are the texts that are not empty.
func present(parts ...string) []string {
	kept := make([]string, 0, len(parts))
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
