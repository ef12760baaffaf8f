package format

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"talentmap/model"
)

// Problem is something in a file that could not be taken in.
type Problem struct {
	File    string // the entry of an archive; "" for a file of its own
	Line    int    // from 1
	Column  string // the column's header; "" when the whole row is meant
	Reason  string
	Value   string // what stood there, cleaned and shortened
	Skipped bool   // the whole row was left out, not only the cell
}

// Error is the problem in one line.
func (p *Problem) Error() string {
	s := fmt.Sprintf("line %d", p.Line)
	if p.File != "" {
		s = p.File + ", " + s
	}
	if p.Column != "" {
		s += fmt.Sprintf(", column %q", p.Column)
	}
	s += ": " + p.Reason
	if p.Value != "" {
		s += fmt.Sprintf(": %q", p.Value)
	}
	return s
}

// shownRunes is how much of a bad value a problem shows.
const shownRunes = 80

// Shown is a value as a [Problem] shows it: cleaned, and cut to 80 characters.
func Shown(s string) string {
	if len(s) > 8*shownRunes {
		s = s[:8*shownRunes]
	}
	s = model.CleanLine(s)
	if utf8.RuneCountInString(s) <= shownRunes {
		return s
	}
	return model.CleanLine(string([]rune(s)[:shownRunes-1])) + "…"
}

func isProblem(err error) bool {
	var bad *Problem
	return errors.As(err, &bad)
}
