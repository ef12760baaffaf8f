package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ParseDate reads a date as people and programs write it, to the precision
// given:
//
//	2024   2024-03   2024-03-12   2024/03/12   2024-03-12T09:30:00Z
//	03/2024   3/6/2023 (month first, as in the US; day first where it must be)
//	12.03.2024 (day first)   Mar 2024   12 Mar 2024   March 12, 2024
//
// A timestamp means the date in its own time zone. Nothing, and the words
// Present, Current and Now, mean no date: the zero [Date]. Years are 1000 to
// 2999. The error quotes what was read and shows a form that works.
func ParseDate(s string) (Date, error) {
	text := strings.ToLower(CleanLine(s))
	switch text {
	case "", "present", "current", "now":
		return 0, nil
	}
	p, ok := dateParts(text)
	if !ok {
		return 0, fmt.Errorf("%.40q is not a date: write it like 2024-03-12, 2024-03 or 2024", s)
	}
	y, m, d := p[0], p[1], p[2]
	if y < 1000 || y > 2999 {
		return 0, fmt.Errorf("%.40q has no year from 1000 to 2999: write it like 2024-03-12", s)
	}
	t := time.Date(y, time.Month(max(m, 1)), max(d, 1), 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(max(m, 1)) {
		return 0, fmt.Errorf("%.40q is not in the calendar: write a day that exists, like 2024-03-12", s)
	}
	return Day(y, time.Month(m), d), nil
}

// dateParts are the year, month and day that s spells, month and day 0 where it
// does not give them; ok is false for no known form.
func dateParts(s string) (p [3]int, ok bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime} {
		if t, err := time.Parse(layout, strings.ToUpper(s)); err == nil {
			return [3]int{t.Year(), int(t.Month()), t.Day()}, true
		}
	}
	words := orderedParts(s)
	for i, w := range words {
		if p[i] = digits(w); p[i] <= 0 || i == 0 && len(w) != 4 || i > 0 && len(w) > 2 {
			return p, false
		}
	}
	return p, len(words) > 0
}

// orderedParts splits a date at its separator into year, month and day as far as
// they are given; nil for no known order.
func orderedParts(s string) []string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }) {
		return namedParts(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,.-", r) }))
	}
	sep := "-"
	if i := strings.IndexAny(s, "/."); i >= 0 {
		sep = s[i : i+1]
	}
	p := strings.Split(s, sep)
	switch {
	case len(p) == 1, len(p) <= 3 && len(p[0]) == 4 && sep != ".":
		return p
	case sep == "-":
		return nil
	case len(p) == 2:
		return []string{p[1], p[0]}
	case len(p) == 3 && sep == "/" && digits(p[0]) <= 12:
		return []string{p[2], p[0], p[1]}
	case len(p) == 3:
		return []string{p[2], p[1], p[0]}
	}
	return nil
}

// namedParts orders the parts of a date whose month is a word.
func namedParts(p []string) []string {
	switch {
	case len(p) == 2:
		return []string{p[1], monthNumber(p[0])}
	case len(p) == 3 && digits(p[0]) < 0:
		return []string{p[2], monthNumber(p[0]), p[1]}
	case len(p) == 3:
		return []string{p[2], monthNumber(p[1]), p[0]}
	}
	return nil
}

// monthNumber is the number of a month's English name or of its abbreviation to
// three letters or more; "" for any other word.
func monthNumber(name string) string {
	for m := time.January; m <= time.December && len(name) >= 3; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), name) {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}

// digits is the number that one to four ASCII digits spell, -1 for anything else.
func digits(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}
