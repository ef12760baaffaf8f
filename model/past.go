package model

import (
	"fmt"
	"strings"
	"time"
)

// ParsePast reads the day on which something has happened, as people say it on the
// day of now: what [ParseDate] reads, to the precision given, and
//
//	today   yesterday   3d   2 weeks ago   monday   1 Feb
//
// A weekday is the last one, today among them, a day without a year the last such day. A
// day to come is an error, as is what can't be read, with forms that can.
func ParsePast(s string, now time.Time) (Date, error) {
	today, text := DateOf(now), CleanLine(s)
	d, err := ParseDate(text)
	if err == nil && d.Known() {
		return d, notToCome(d, today, text)
	}
	words := strings.TrimSpace(strings.TrimSuffix(strings.ToLower(text), " ago"))
	if words == "yesterday" {
		return today.AddDays(-1), nil
	}
	if d, err = ParseWhen(words, now); err != nil {
		return 0, fmt.Errorf("%.40q is no date: write it as today, yesterday, 3d, 2 weeks ago, monday, 1 Feb, 2026-02 or 2026-02-03", text)
	}
	_, near := whenDays[NameKey(words)]
	switch n, unit := leadingNumber(strings.ReplaceAll(words, " ", "")); {
	case d <= today, near:
		return d, notToCome(d, today, text)
	case n != "" && whenUnits()[unit] != noSpan:
		return before(today, d, whenUnits()[unit]), nil
	case !strings.ContainsAny(words, " 0123456789") && d <= today.AddDays(7): // a weekday
		return d.AddDays(-7), nil
	}
	d = d.AddMonths(-12)
	return d, notToCome(d, today, text)
}

// before is as long before today as d is after it.
func before(today, d Date, unit span) Date {
	if unit == aDay || unit == aWeek {
		days := int(d.Time().Sub(today.Time()).Hours()+12) / 24
		return today.AddDays(-days)
	}
	y, m, _ := d.Parts()
	ty, tm, _ := today.Parts()
	return today.AddMonths(-((y-ty)*12 + int(m) - int(tm)))
}

func notToCome(d, today Date, text string) error {
	if d > today {
		return fmt.Errorf("%.40q is still to come: give the day on which it happened", text)
	}
	return nil
}
