package model

import (
	"fmt"
	"time"
)

// Date is a calendar date that may be known only to the month or the year, as
// year·10000 + month·100 + day with 0 for what is unknown. The zero Date is
// wholly unknown. Dates compare as numbers; 2024 sorts before 2024-01.
type Date uint32

// Year is a date known to the year.
func Year(y int) Date { return Date(y * 10000) }

// YearMonth is a date known to the month.
func YearMonth(y int, m time.Month) Date { return Date(y*10000 + int(m)*100) }

// Day is a date known to the day.
func Day(y int, m time.Month, d int) Date { return Date(y*10000 + int(m)*100 + d) }

// DateOf is the calendar date of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Day(y, m, d)
}

// Known reports whether at least the year is known.
func (d Date) Known() bool { return d >= 10000 }

// Parts are the year, month and day; the latter two are 0 where unknown.
func (d Date) Parts() (year int, month time.Month, day int) {
	return int(d / 10000), time.Month(d / 100 % 100), int(d % 100)
}

// Time is the first moment (UTC) that the date can mean: January or the 1st
// where month or day is unknown. The zero Date is the zero time.
func (d Date) Time() time.Time {
	if !d.Known() {
		return time.Time{}
	}
	y, m, day := d.Parts()
	return time.Date(y, max(m, 1), max(day, 1), 0, 0, 0, 0, time.UTC)
}

// Last is the last day (UTC midnight) that the date can mean.
func (d Date) Last() time.Time {
	if !d.Known() {
		return time.Time{}
	}
	y, m, day := d.Parts()
	switch {
	case m == 0:
		return time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)
	case day == 0:
		return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return d.Time()
}

// AddDays is the date so many days after the first that d can mean, before it for
// a negative number; the zero Date where d is unknown.
func (d Date) AddDays(n int) Date {
	if !d.Known() {
		return 0
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// AddMonths is the date so many months after the first day that d can mean, on
// the last day of a month that is too short: a month after 31 January is 28 or 29
// February. It is the zero Date where d is unknown.
func (d Date) AddMonths(n int) Date {
	if !d.Known() {
		return 0
	}
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(first.Year(), first.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	return Day(first.Year(), first.Month(), min(t.Day(), last.Day()))
}

// String is the date as ISO 8601 to the precision known: 2024-03-12, 2024-03,
// 2024, or "" for the zero Date.
func (d Date) String() string {
	y, m, day := d.Parts()
	switch {
	case !d.Known():
		return ""
	case m == 0:
		return fmt.Sprintf("%04d", y)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", y, int(m))
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

// MonthsUntil is the number of whole months from the start of d to t, never
// negative; 0 when d is unknown or later than t.
func (d Date) MonthsUntil(t time.Time) int {
	if !d.Known() {
		return 0
	}
	s := d.Time()
	n := (t.Year()-s.Year())*12 + int(t.Month()) - int(s.Month())
	if t.Day() < s.Day() {
		n--
	}
	return max(n, 0)
}

// Common is what two dates have in common, which is what is known of a day
// between them: the day, the month or the year; unknown when not even that.
func Common(a, b Date) Date {
	switch {
	case a == b:
		return a
	case a/100 == b/100 && a%10000/100 != 0:
		return a / 100 * 100
	case a/10000 == b/10000:
		return a / 10000 * 10000
	}
	return 0
}
