package intake

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"talentmap/model"
)

// dateInName finds 2025-06-25, 20250625, 2025_06 or 2025 in a file's name; the
// digits around it must not go on.
var dateInName = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?)?(?:\D|$)`)

// usDateInName finds the 01-15-2026 of LinkedIn's own archives.
var usDateInName = regexp.MustCompile(`(?:^|\D)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-((?:19|20)\d\d)(?:\D|$)`)

// copyMark is what a browser or a person adds to a name: " (1)", "-copy", "_v2".
var copyMark = regexp.MustCompile(`(?i)[-_ ]*(?:\(\d+\)|\bcopy\b|\bfinal\b|\bv\d+)$`)

// asOf is the day that a file tells of: the one in its name, else the day it
// was written, else today. None is after today.
func asOf(name string, written, now time.Time) model.Date {
	today := model.DateOf(now)
	if d, _, _ := findDate(stripped(name)); d.Known() && d <= today {
		return d
	}
	if !written.IsZero() && !written.After(now) {
		return model.DateOf(written)
	}
	return today
}

// findDate is the date in a name and where it stands; to is 0 when there is none.
func findDate(s string) (d model.Date, from, to int) {
	if m := usDateInName.FindStringSubmatchIndex(s); m != nil {
		return dateOfParts(s[m[6]:m[7]], s[m[2]:m[3]], s[m[4]:m[5]]), m[2], m[7]
	}
	m := dateInName.FindStringSubmatchIndex(s)
	if m == nil {
		return 0, 0, 0
	}
	part := func(i int) string {
		if m[i] < 0 {
			return ""
		}
		return s[m[i]:m[i+1]]
	}
	return dateOfParts(part(2), part(4), part(6)), m[2], max(m[3], m[5], m[7])
}

func dateOfParts(year, month, day string) model.Date {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case m == 0:
		return model.Year(y)
	case d == 0:
		return model.YearMonth(y, time.Month(m))
	case time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d:
		return 0
	}
	return model.Day(y, time.Month(m), d)
}

// stem is a file's name without what changes from one export to the next: its
// date, its ending, the mark of a copy.
func stem(name string) string {
	s := stripped(name)
	if _, from, to := findDate(s); to > 0 {
		s = s[:from] + s[to:]
	}
	for {
		cut := strings.Trim(copyMark.ReplaceAllString(s, ""), "-_. ")
		if cut == s {
			break
		}
		s = cut
	}
	return strings.ToLower(s)
}

// stripped is a name without its endings, such as .csv.gz.
func stripped(name string) string {
	for {
		ext := filepath.Ext(name)
		if ext == "" || len(ext) > 6 || strings.ContainsAny(ext, " 0123456789") {
			return name
		}
		name = strings.TrimSuffix(name, ext)
	}
}
