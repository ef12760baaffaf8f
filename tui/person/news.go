package person

import (
	"fmt"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// changes is what files have told to have changed, newest first; nothing where
// they have told nothing.
func (p *Pane) changes(s *pane.Sheet) {
	if len(p.news) == 0 {
		return
	}
	s.Head(fmt.Sprintf("What changed · %d", len(p.news)))
	for i := range p.news {
		n := &p.news[i]
		s.Cells(pane.Cell{Tok: theme.Dim, Text: when(n), W: 36}, pane.Cell{Tok: theme.Strong, Text: string(n.Kind), W: 18},
			pane.Cell{Tok: theme.Dim, Text: fmt.Sprintf("%.0f%% sure", 100*n.Confidence)})
		if line := fromTo(n); line != "" {
			s.Wrapped(theme.Text, 2, line)
		}
		s.Wrapped(theme.Dim, 2, joined(n.Evidence, n.Meaning))
	}
}

// when is the day of news, or the days between which it was.
func when(n *model.News) string {
	switch {
	case n.NotBefore.Known() && n.Date.Known() && n.NotBefore != n.Date:
		return fmt.Sprintf("between %s and %s", n.NotBefore, n.Date)
	case n.Date.Known():
		return n.Date.String()
	case n.Seen.Known():
		return "seen " + n.Seen.String()
	}
	return "some time"
}

// fromTo is what was and what is.
func fromTo(n *model.News) string {
	if n.From != "" && n.To != "" {
		return n.From + " → " + n.To
	}
	return n.From + n.To
}
