package pane

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Gravest puts findings in the order in which they are shown: the gravest first, else
// by their place.
func Gravest(found []critique.Finding) {
	slices.SortStableFunc(found, func(a, b critique.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
}

// SeverityToken is how a severity looks.
func SeverityToken(s critique.Severity) theme.Token {
	switch s {
	case critique.Error:
		return theme.Bad
	case critique.Warning:
		return theme.Warm
	}
	return theme.Dim
}

// Marks of what is found in a text, to be told apart without colour, too.
const (
	Underlined = "\x1b[4m"
	reversed   = "\x1b[7m"
)

// FindingSpans are the marks of findings, the gravest first, in the body of a message:
// underlined in the colour of their severity, and turned over the one at an index, -1
// for none.
func FindingSpans(th *theme.Theme, found []critique.Finding, at int) []widget.Span {
	spans := make([]widget.Span, 0, len(found)+1)
	mark := func(f *critique.Finding, how string) {
		if f.Place == critique.Body {
			spans = append(spans, widget.Span{Start: f.Start, End: f.End, Open: th.Open(SeverityToken(f.Severity), false) + how})
		}
	}
	for i := len(found) - 1; i >= 0; i-- { // the last is seen where they overlap
		if found[i].Severity > critique.Note {
			mark(&found[i], Underlined)
		}
	}
	if at >= 0 && at < len(found) {
		mark(&found[at], reversed)
	}
	return spans
}

// longestQuote is how many bytes of a text stand before what is said of it.
const longestQuote = 60

// FindingText is what was found, with the words that it is about before the reason.
func FindingText(f *critique.Finding) string {
	if f.Text == "" || len(f.Text) > longestQuote {
		return f.Reason
	}
	return "“" + model.CleanLine(f.Text) + "” " + f.Reason
}
