package scoring

import (
	"time"

	"talentmap/model"
)

// dayNumber counts days from 1970-01-01 to the first day that d can mean. It is
// plain arithmetic of the Gregorian calendar, far cheaper than time.Date; the
// 29th of February of a common year is the 1st of March.
func dayNumber(d model.Date) int {
	y, month, day := d.Parts()
	m := max(int(month), 1)
	if m <= 2 { // the year is counted from March, so that the leap day comes last
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + max(day, 1) - 719469
}

// dateOf is the date of a day number.
func dateOf(day int) model.Date {
	const secondsPerDay = 24 * 60 * 60
	return model.DateOf(time.Unix(int64(day)*secondsPerDay, 0).UTC())
}

// monthsBetween counts whole months from one full date to a later one; 0 when
// the second is the earlier.
func monthsBetween(from, to model.Date) int {
	y1, m1, d1 := from.Parts()
	y2, m2, d2 := to.Parts()
	n := (y2-y1)*12 + int(m2-m1)
	if d2 < d1 {
		n--
	}
	return max(n, 0)
}

// precise is a role's start for counting tenure: the 1st where the day is not
// known, the last day of the year where the month is not known either.
func precise(d model.Date) model.Date {
	y, m, day := d.Parts()
	if m == 0 {
		return model.Day(y, time.December, 31)
	}
	return model.Day(y, m, max(day, 1))
}

// lastDay is the day number of the last day that d can mean.
func lastDay(d model.Date) int {
	y, m, day := d.Parts()
	switch {
	case m == 0, day == 0 && m == time.December:
		return dayNumber(model.Year(y+1)) - 1
	case day == 0:
		return dayNumber(model.YearMonth(y, m+1)) - 1
	}
	return dayNumber(d)
}
