package person_test

import (
	"regexp"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/tuitest"
)

// Positions stand on one axis from 2010 to today, March 2026: what is not known is not
// drawn as if it were, those at one company are joined, and a gap is told.
func TestPositionsAreDrawnToScale(t *testing.T) {
	p := grace()
	p.Positions = []model.Position{
		{Company: "Fen", Title: "Board Member", Start: model.YearMonth(2022, 3)}, // beside the next
		{Company: "Acme", Title: "Principal Engineer", Start: model.YearMonth(2022, 3)},
		{Company: "acme", Title: "Senior Engineer", Start: model.YearMonth(2018, 3), End: model.YearMonth(2022, 2)},
		{Company: "Oak", Title: "Engineer", Start: model.Year(2012), End: model.Year(2016)},
		{Company: "Elm", Title: "Weaver", End: model.YearMonth(2012, 1)},
		{Company: "Ash", Title: "Dyer"},
	}
	at(t, p, func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		for title, want := range map[string]string{
			"Principal Engineer": `^2022-03 – now +[▐▏]█+ . ╭ `,
			"Board Member":       `^2022-03 – now +[▐▏]█+ `,
			"Senior Engineer":    `^2018-03 – 2022-02 +▐?█+.? +. +`,
			"  Engineer  ":       `^2012 – 2016 +░+▐?█+.?░+ +. +`, // either year as a whole is unsure
			"Weaver":             `^\? – 2012-01 +\?`,
			"Dyer":               `^\? – now +\?`,
		} {
			if l := lineWith(s.Frame(), title); !regexp.MustCompile(want).MatchString(l) {
				t.Errorf("%q is drawn as %q, want %s", title, l, want)
			}
		}
		s.Lacks("without a position") // two of them may have been held then
	})
	p.Positions = p.Positions[:4]
	at(t, p, func(s *tuitest.Session, _ *panetest.Host, _ *store.Store) {
		s.Contains("1 year 2 months without a position that is known")
	})
}

// lineWith is what stands in the line with a text, from the item on.
func lineWith(frame, text string) string {
	for l := range strings.SplitSeq(frame, "\n") {
		if strings.Contains(l, text) && strings.Contains(l, " – ") {
			if len(l) > 22 {
				l = string([]rune(l)[22:])
			}
			return strings.TrimSpace(strings.Trim(l, "│|"))
		}
	}
	return ""
}
