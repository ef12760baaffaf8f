package model

import (
	_ "embed" // the table
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Calendar tells on which days a country does not work, beside weekends. A team
// with days of its own puts another in the place of [Holidays].
type Calendar interface {
	// Holiday is the name of the holiday that falls on a day in a country, given
	// by its ISO 3166-1 code; "" for a day on which people work.
	Holiday(country string, day Date) string
}

// Holidays are the public holidays of the countries in holidays.txt that hold in
// the whole country, or nearly; those of a land, canton or region are not in it. A country that is
// not in the table has none.
type Holidays struct{}

//go:embed holidays.txt
var holidayText string

// holidayRules are the rules of the table by country.
var holidayRules = sync.OnceValue(func() map[string][]holidayRule {
	rules := make(map[string][]holidayRule)
	for line := range dataLines(holidayText) {
		country, rule, err := readHoliday(line)
		if err != nil {
			panic(fmt.Sprintf("holidays.txt: %q: %v", line, err)) // the table is part of the program
		}
		rules[country] = append(rules[country], rule)
	}
	return rules
})

// Holiday looks into the table.
func (Holidays) Holiday(country string, day Date) string {
	for _, r := range holidayRules()[country] {
		if r.on(day) {
			return r.name
		}
	}
	return ""
}

// moved says what becomes of a holiday that falls on a weekend.
type moved uint8

const (
	notMoved moved = iota
	nearest        // from Saturday to the Friday before, from Sunday to the Monday after
	monday         // to the next Monday
	second         // behind one that is kept the day before, on the next day that is free
)

var movedWords = map[string]moved{"nearest": nearest, "monday": monday, "second": second}

// holidayRule is a line of the table.
type holidayRule struct {
	name    string
	month   time.Month // of a fixed or a counted day; 0: from Easter on
	day     int        // of the month; days from Easter Sunday; which weekday of the month, −1 the last
	counted bool       // day counts weekdays
	weekday time.Weekday
	moved   moved
	first   int // the first year in which it was kept; 0: for ever
}

// on reports whether the holiday is kept on a day.
func (r *holidayRule) on(day Date) bool {
	year, _, _ := day.Parts()
	// New Year's Day may be kept in the year before.
	for _, y := range [...]int{year, year + 1} {
		if y >= r.first && r.kept(y) == day {
			return true
		}
	}
	return false
}

// kept is the day on which the holiday is kept in a year.
func (r *holidayRule) kept(year int) Date {
	t := r.falls(year)
	w := t.Weekday()
	free := w == time.Saturday || w == time.Sunday
	days := 0
	switch {
	case r.moved == nearest && w == time.Saturday:
		days = -1
	case r.moved == second && free:
		days = 2
	case r.moved == second && w == time.Monday:
		days = 1
	case r.moved != notMoved && free:
		days = (8 - int(w)) % 7
	}
	return DateOf(t.AddDate(0, 0, days))
}

// falls is the day on which the holiday falls by the calendar.
func (r *holidayRule) falls(year int) time.Time {
	switch {
	case r.month == 0:
		return easter(year).Time().AddDate(0, 0, r.day)
	case !r.counted:
		return time.Date(year, r.month, r.day, 0, 0, 0, 0, time.UTC)
	case r.day < 0:
		last := time.Date(year, r.month+1, 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -(int(last.Weekday()-r.weekday)+7)%7)
	}
	first := time.Date(year, r.month, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (int(r.weekday-first.Weekday())+7)%7+7*(r.day-1))
}

// readHoliday reads a line such as
//
//	DE easter+39 Ascension Day
//	US 4thu11 Thanksgiving
//	GB 12-26 second Boxing Day
//	US 06-19 nearest 2021 Juneteenth
func readHoliday(line string) (country string, r holidayRule, err error) {
	f := strings.Fields(line)
	if len(f) < 3 {
		return "", r, fmt.Errorf("expected a country, a day and a name")
	}
	country = f[0]
	if err := r.readDay(f[1]); err != nil {
		return "", r, err
	}
	f = f[2:]
	if how, ok := movedWords[f[0]]; ok {
		r.moved, f = how, f[1:]
	}
	if n, err := strconv.Atoi(f[0]); err == nil {
		r.first, f = n, f[1:]
	}
	r.name = strings.Join(f, " ")
	return country, r, nil
}

func (r *holidayRule) readDay(s string) (err error) {
	if n, ok := strings.CutPrefix(s, "easter"); ok {
		r.day, err = strconv.Atoi(n)
		return err
	}
	if m, d, ok := strings.Cut(s, "-"); ok && m != "" {
		month, wrong := strconv.Atoi(m)
		r.month = time.Month(month)
		r.day, err = strconv.Atoi(d)
		if err == nil {
			err = wrong
		}
		return err
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if n, m, ok := strings.Cut(s, strings.ToLower(w.String()[:3])); ok {
			month, wrong := strconv.Atoi(m)
			r.counted, r.weekday, r.month = true, w, time.Month(month)
			r.day, err = strconv.Atoi(n)
			if err == nil {
				err = wrong
			}
			return err
		}
	}
	return fmt.Errorf("%q is no day: expected 12-25, easter+1 or 4thu11", s)
}
