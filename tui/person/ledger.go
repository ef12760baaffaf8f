package person

import (
	"fmt"
	"strings"

	"talentmap/scoring"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// Ledger draws what a person's score is made of, for a width.
func Ledger(env *pane.Env, prof *roster.Profile) func(w int) []string {
	return func(w int) []string {
		s := &pane.Sheet{Env: env, W: w}
		ledger(s, prof)
		return s.Lines
	}
}

// ledger adds one line a point, then the sum, the score and the window.
func ledger(s *pane.Sheet, prof *roster.Profile) {
	rec := prof.Receptivity
	wide := s.W >= 76
	for _, pt := range rec.Points {
		value, tok := fmt.Sprintf("%+.1f", pt.Points-pt.Cut), theme.Text
		if pt.Why != "" {
			value, tok = "0", theme.Dim
		}
		cells := []pane.Cell{{Tok: tok, Text: value, W: -6}, {Tok: tok, Text: "  " + pt.Label, W: 26}}
		if wide {
			cells = append(cells, pane.Cell{Tok: theme.Dim, Text: workings(pt), W: 22})
		}
		s.Cells(append(cells, pane.Cell{Tok: theme.Dim, Text: source(pt)})...)
	}
	if len(rec.Points) == 0 {
		s.Text(theme.Dim, "no signal counts today")
	}
	tok, sign := s.Env.Theme.Band(int(rec.Band))
	s.Cells(pane.Cell{Tok: theme.Strong, Text: fmt.Sprintf("%+.1f", rec.Sum), W: -6},
		pane.Cell{Tok: tok, Text: fmt.Sprintf("  makes %d, %s %s", rec.Score, rec.Band, sign)})
	if w := rec.Window; w.Known() {
		text := fmt.Sprintf("contact window (%s): opens %s, closes %s", w.Label(), w.Opens, w.Closes)
		if w.Open {
			text = fmt.Sprintf("contact window (%s): open, %d days left, closes %s", w.Label(), w.DaysLeft, w.Closes)
		}
		s.Wrapped(theme.Dim, 0, text)
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
