package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong in a config, or with its file.
type Problem struct {
	File         string
	Line, Column int    // from 1; 0 where no place in the file is meant
	What         string // what is wrong
	Do           string // what to do about it; may be empty
	Minor        bool   // it holds nevertheless: worth knowing, and no fault
}

// Error says where, what, and what to do.
func (p Problem) Error() string {
	text := p.What
	if p.Do != "" {
		text += ": " + p.Do
	}
	if p.Line == 0 {
		return p.File + ": " + text
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, text)
}

// Faults are the problems that are not minor.
func Faults(all []Problem) []Problem {
	return slices.DeleteFunc(slices.Clone(all), func(p Problem) bool { return p.Minor })
}

// sorted brings problems into the order of the file. What is wrong with a table is
// said once, and not of each of its lines.
func sorted(all []Problem) []Problem {
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(all)
}

// nearest says which of some words was meant, or, where none is near, which there
// are.
func nearest(word string, among []string) string {
	word = strings.ToLower(word)
	best, least := "", len(word)/3+1
	for _, w := range among {
		d := distance(word, w)
		if len(word) > 2 && strings.HasPrefix(w, word) {
			d = 0
		}
		if d < least {
			best, least = w, d
		}
	}
	switch {
	case best != "":
		return "did you mean " + best + "?"
	case len(among) > 12:
		return ""
	}
	return "there is " + list(among, "and")
}

// list joins words with commas, and the last one with another word.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

// distance is how many letters have to be put in, taken out, changed or swapped with
// their neighbour to make one word of the other (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before []int // the row before the last
	last := make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row := make([]int, len(t)+1)
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}
