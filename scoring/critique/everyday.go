package critique

import (
	_ "embed" // the words
	"strings"
	"sync"

	"talentmap/scoring/critique/prose"
)

//go:embed data/everyday.txt
var everydayText string

// everyday is the terms that everybody's facts share, in all languages that are
// known: the trade mixes them.
var everyday = sync.OnceValue(func() map[Term]bool {
	terms := make(map[Term]bool, 1<<13)
	for line := range strings.Lines(everydayText) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' || line[0] == '[' {
			continue
		}
		eachTerm(prose.Words(line), 0, func(t Term, _, _ int) bool {
			terms[t] = true
			return true
		})
	}
	return terms
})

// roundNumbers are said of anything.
var roundNumbers = map[string]bool{"10": true, "15": true, "20": true, "25": true, "30": true, "45": true, "50": true, "60": true, "90": true, "100": true, "1000": true}

// isPlain reports whether a word is one that says nothing of a person whoever she
// is: an everyday one, a year, a round number.
func isPlain(w *prose.Word, term Term) bool {
	if w.Form&prose.Digit == 0 {
		return w.Form&prose.Sign == 0 && len(w.Text) < 3 || everyday()[term]
	}
	t := w.Text
	year := len(t) == 4 && (strings.HasPrefix(t, "19") || strings.HasPrefix(t, "20")) && strings.Trim(t, "0123456789") == ""
	return len(t) < 2 || year || roundNumbers[t]
}
