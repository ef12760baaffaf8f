package main

import (
	"strings"
	"time"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store/roster"
)

// narrowing is what a queue is narrowed to.
type narrowing struct {
	limit     int
	all, mine bool
	of, where string // a class and a query, as given
	class     uint8  // a class + 1; 0: all
}

// classWords are the classes as a verb takes them.
func classWords() (words []string) {
	for c := scoring.ReplyWaiting; c <= scoring.KeepOrErase; c++ {
		first, _, _ := strings.Cut(c.String(), " ")
		words = append(words, first)
	}
	return words
}

// classNamed reads a class, by its first word or by all of its name.
func classNamed(text string) (uint8, error) {
	text = strings.ToLower(model.CleanLine(text))
	if text == "" {
		return 0, nil
	}
	for c := scoring.ReplyWaiting; c <= scoring.KeepOrErase; c++ {
		if strings.HasPrefix(c.String(), text) {
			return uint8(c) + 1, nil
		}
	}
	return 0, usage("there is no class %q: --class is one of %s", text, strings.Join(classWords(), ", "))
}

// narrowed are the rows of a queue; those behind the first shown are deferred. total
// is how many there are of the class, however many are printed.
func (a *app) narrowed(snap *roster.Snapshot, now time.Time, want *narrowing) (rows []roster.Row, shown, total int, err error) {
	query := want.where
	if want.mine {
		query = "owner:me " + query
	}
	to := roster.Narrow{Class: want.class}
	if to.Query, err = snap.Filters().Parse(query, a.user, now); err != nil {
		return nil, 0, 0, usage("--where: %v", err)
	}
	if err := to.Query.Unclosed(); err != nil {
		return nil, 0, 0, usage("--where: %v", err)
	}
	rows, counts := snap.Waiting(now, to, want.limit)
	if shown, total = len(rows), counts.All(); want.class != 0 {
		total = counts[want.class-1]
	}
	if want.all {
		off, _ := snap.PutOff(now, to)
		rows = append(rows, off...)
	}
	return rows, shown, total, nil
}
