package model

import "time"

// Days is how a person's days are counted: by which country's holidays, and in
// which time zone. The zero Days knows weekends only, and the zone of whoever asks.
type Days struct {
	Country  string         // ISO 3166-1 code; "": weekends only
	Zone     *time.Location // nil: not known
	Calendar Calendar       // nil: weekends only
}

// DaysOf is how the days of a person are counted, by her place as far as that
// tells a country and a time zone; a time zone that somebody has said comes first.
func DaysOf(p *Person, calendar Calendar) Days {
	place := ParsePlace(p.Location)
	d := Days{Calendar: calendar}
	if place.Confidence >= placeConflict { // else IL may be Illinois or Israel
		d.Country = place.Country
		d.Zone, _ = place.Location()
	}
	if said, ok := ZoneNamed(p.Zone); ok {
		d.Zone = said
	}
	return d
}

// ZoneNamed is the time zone of an IANA name, such as Europe/Berlin; ok is false for
// what is none.
func ZoneNamed(name string) (zone *time.Location, ok bool) {
	if name == "" || name == "Local" { // which Go takes for UTC, and for this machine's
		return nil, false
	}
	zone, err := time.LoadLocation(name)
	return zone, err == nil
}

// Worked reports whether a day is one from Monday to Friday and no holiday. Of a
// date that is not known to the day it is the first.
func (w Days) Worked(day Date) bool {
	switch day.Time().Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	return !w.holiday(day)
}

func (w Days) holiday(day Date) bool {
	return w.Calendar != nil && w.Country != "" && w.Calendar.Holiday(w.Country, day) != ""
}

// mostSearched bounds how many days are looked at for one that is free: a
// calendar in which nobody ever works must not hang the program.
const mostSearched = 366

// After is the n-th day worked after a day; the day itself for n ≤ 0.
func (w Days) After(day Date, n int) Date {
	for searched := 0; n > 0 && searched < mostSearched; searched++ {
		if day = day.AddDays(1); w.Worked(day) {
			n, searched = n-1, 0
		}
	}
	return day
}

// SendWindow is when messages go out, in the person's own time zone.
type SendWindow struct {
	From, To         time.Weekday // the first and the last day, both Monday to Friday
	FromHour, ToHour int          // from the first hour to before the second
}

// Day is the first day from one on that lies in the window and is no holiday.
func (s SendWindow) Day(day Date, days Days) Date {
	for range mostSearched {
		if w := day.Time().Weekday(); s.From <= w && w <= s.To && !days.holiday(day) {
			return day
		}
		day = day.AddDays(1)
	}
	return day
}

// Moment is the first moment from t on that lies in the window, in the person's
// time zone; in t's where hers is not known.
func (s SendWindow) Moment(t time.Time, days Days) time.Time {
	zone := t.Location()
	if days.Zone != nil {
		zone = days.Zone
	}
	t = t.In(zone)
	day := s.Day(DateOf(t), days)
	if day == DateOf(t) {
		switch h := t.Hour(); {
		case h >= s.ToHour:
			day = s.Day(day.AddDays(1), days)
		case h >= s.FromHour:
			return t
		}
	}
	y, m, d := day.Parts()
	return time.Date(y, m, d, s.FromHour, 0, 0, 0, zone)
}
