package model

import (
	"slices"
	"time"
)

// day is the day that all the words say together.
func (w *whenReader) day() (Date, bool) {
	switch {
	case w.named:
		return w.today.AddDays(w.days), !w.has && !w.onDay && w.unit == noSpan && w.month == 0 && w.quarter == 0 && w.year == 0
	case w.month != 0:
		return w.inMonth()
	case w.quarter != 0:
		return w.inQuarter()
	case w.year != 0:
		return 0, false
	case w.onDay:
		return w.onWeekday()
	case w.unit == noSpan:
		return 0, false
	case w.has:
		return w.after(), !w.next && w.part == wholePart
	}
	return w.beginning()
}

// after is a number of units after today.
func (w *whenReader) after() Date {
	switch w.unit {
	case aWeek:
		return w.today.AddDays(7 * w.number)
	case aMonth:
		return w.today.AddMonths(w.number)
	case aQuarter:
		return w.today.AddMonths(3 * w.number)
	case aYear:
		return w.today.AddMonths(12 * w.number)
	}
	return w.today.AddDays(w.number)
}

// beginning is the first day of the next week, month, quarter or year; or the end
// of this one or of the next, which is Friday for a week; or the middle of a month.
func (w *whenReader) beginning() (Date, bool) {
	n := 0
	if w.next {
		n = 1
	}
	switch {
	case w.part == endPart && w.unit == aWeek:
		return w.firstOf(n).AddDays(4), true
	case w.part == endPart:
		return w.firstOf(n + 1).AddDays(-1), true
	case w.part == middlePart:
		return w.firstOf(n).AddDays(14), w.unit == aMonth
	}
	return w.firstOf(n), w.next
}

// firstOf is the first day of the unit in which today is, or of the n-th after it.
func (w *whenReader) firstOf(n int) Date {
	y, m, _ := w.today.Parts()
	switch w.unit {
	case aWeek:
		return w.today.AddDays(7*n - int(w.today.Time().Weekday()+6)%7)
	case aMonth:
		return Day(y, m, 1).AddMonths(n)
	case aQuarter:
		return Day(y, (m-1)/3*3+1, 1).AddMonths(3 * n)
	case aYear:
		return Day(y, time.January, 1).AddMonths(12 * n)
	}
	return w.today.AddDays(n)
}

func (w *whenReader) onWeekday() (Date, bool) {
	days := (int(w.weekday-w.today.Time().Weekday())+6)%7 + 1
	return w.today.AddDays(days), !w.has && w.unit == noSpan && w.part == wholePart
}

func (w *whenReader) inQuarter() (Date, bool) {
	if w.has || w.onDay || w.unit != noSpan && w.unit != aQuarter {
		return 0, false
	}
	d := w.soon(func(year int) Date {
		first := Day(year, time.Month(3*w.quarter-2), 1)
		if w.part == endPart {
			return first.AddMonths(3).AddDays(-1)
		}
		return first
	})
	return d, true
}

// inMonth is a day of a month, the first where none is said.
func (w *whenReader) inMonth() (Date, bool) {
	if w.onDay && !w.has || w.unit != noSpan || w.has && w.part != wholePart {
		return 0, false
	}
	day := 1
	switch {
	case w.has:
		day = w.number
	case w.part == middlePart:
		day = 15
	}
	if day < 1 || day > 31 {
		w.missing = true
		return 0, true
	}
	return w.soon(func(year int) Date {
		if w.part == endPart {
			return Day(year, w.month, 1).AddMonths(1).AddDays(-1)
		}
		if d := Day(year, w.month, day); DateOf(d.Time()) == d {
			return d
		}
		return 0
	}), true
}

// soon is the day of the year that was said, else the next one after today. There
// is none in nine years: it is no day of the calendar.
func (w *whenReader) soon(of func(year int) Date) Date {
	this, _, _ := w.today.Parts()
	years := []int{w.year}
	if w.year == 0 {
		years = []int{this, this + 1, this + 2, this + 3, this + 4, this + 5, this + 6, this + 7, this + 8}
	}
	i := slices.IndexFunc(years, func(y int) bool { d := of(y); return d.Known() && (w.year != 0 || d > w.today) })
	if i < 0 {
		w.missing = true
		return 0
	}
	return of(years[i])
}
