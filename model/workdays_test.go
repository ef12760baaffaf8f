package model_test

import (
	"strings"
	"testing"
	"time"

	"talentmap/model"
)

// The days of each list are those that the government of the country has
// published for the year, without those that were kept once.
func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		country string
		year    int
		want    string
	}{
		{"DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"},
		{"AT", 2025, "01-01 01-06 04-21 05-01 05-29 06-09 06-19 08-15 10-26 11-01 12-08 12-25 12-26"},
		{"CH", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 12-25 12-26"},
		{"FR", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25"},
		{"ES", 2025, "01-01 01-06 04-18 05-01 08-15 10-12 11-01 12-06 12-08 12-25"},
		{"GB", 2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"},
		{"GB", 2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"},
		{"GB", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"},
		{"GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"},
		{"US", 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"},
		{"US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"},
		{"US", 1980, "01-01 02-18 05-26 07-04 09-01 10-13 11-11 11-27 12-25"}, // before two of them
		{"XX", 2026, ""},
		{"", 2026, ""},
	} {
		var got []string
		for day := model.Day(c.year, time.January, 1); day < model.Year(c.year+1); day = day.AddDays(1) {
			if (model.Holidays{}).Holiday(c.country, day) != "" {
				got = append(got, day.String()[len("2026-"):])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %d: %s\nwant    %s", c.country, c.year, strings.Join(got, " "), c.want)
		}
	}
}

// The dates of Easter stand in any almanac;
// 22 March and 25 April are the first and the last that there can be.
func TestEaster(t *testing.T) {
	for _, sunday := range []string{
		"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21",
		"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22",
	} {
		monday := model.DateOf(at(t, sunday)).AddDays(1)
		if got := (model.Holidays{}).Holiday("DE", monday); got != "Easter Monday" {
			t.Errorf("the day after %s is %q, want Easter Monday", sunday, got)
		}
	}
}

func TestAddMonthsAndDays(t *testing.T) {
	for _, c := range []struct {
		from         model.Date
		months, days int
		want         string
	}{
		{model.Day(2026, 1, 31), 1, 0, "2026-02-28"},
		{model.Day(2028, 1, 31), 1, 0, "2028-02-29"},
		{model.Day(2026, 3, 2), 24, 0, "2028-03-02"},
		{model.Day(2026, 3, 31), -1, 0, "2026-02-28"},
		{model.Day(2026, 12, 31), 0, 1, "2027-01-01"},
		{model.Day(2026, 3, 1), 0, -1, "2026-02-28"},
		{model.YearMonth(2026, 3), 1, 0, "2026-04-01"},
		{0, 1, 1, ""},
	} {
		got := c.from.AddMonths(c.months)
		if c.days != 0 {
			got = c.from.AddDays(c.days)
		}
		if got.String() != c.want {
			t.Errorf("%v and %d months, %d days: %v, want %s", c.from, c.months, c.days, got, c.want)
		}
	}
}

func daysIn(t *testing.T, location string) model.Days {
	t.Helper()
	return model.DaysOf(&model.Person{Location: location}, model.Holidays{})
}

func TestDaysWorked(t *testing.T) {
	for _, c := range []struct {
		place, from string
		n           int
		want        string
	}{
		{"", "2026-03-02", 10, "2026-03-16"},
		{"", "2026-03-06", 1, "2026-03-09"},                 // from a Friday
		{"", "2026-03-07", 1, "2026-03-09"},                 // from a Saturday
		{"", "2026-03-07", 0, "2026-03-07"},                 // none
		{"", "2026-03-25", 10, "2026-04-08"},                // weekends only
		{"Berlin, Germany", "2026-03-25", 10, "2026-04-10"}, // Good Friday and Easter Monday
		{"Paris", "2026-03-25", 10, "2026-04-09"},           // Easter Monday
		{"Boston, MA", "2026-03-25", 10, "2026-04-08"},      // neither
		{"Tokyo", "2026-12-24", 1, "2026-12-25"},            // not in the table
		{"IL", "2026-07-02", 1, "2026-07-03"},               // Illinois or Israel
		{"Chicago, IL", "2026-07-02", 1, "2026-07-06"},      // Independence Day on a Saturday
		{"London, United Kingdom", "2026-12-24", 1, "2026-12-29"},
	} {
		if got := daysIn(t, c.place).After(model.DateOf(at(t, c.from)), c.n); got.String() != c.want {
			t.Errorf("%s: %d days worked after %s: %v, want %s", c.place, c.n, c.from, got, c.want)
		}
	}
}

type always struct{}

func (always) Holiday(string, model.Date) string { return "rest" }

// A calendar in which nobody ever works hangs nothing.
func TestACalendarWithoutWork(t *testing.T) {
	days := model.Days{Country: "DE", Calendar: always{}}
	if got := days.After(model.Day(2026, 3, 2), 1); got != model.Day(2027, 3, 3) {
		t.Errorf("the next day worked is %v, want the end of the search after 366 days", got)
	}
	if got := mornings().Day(model.Day(2026, 3, 2), days); got != model.Day(2027, 3, 3) {
		t.Errorf("the window is on %v", got)
	}
}

// mornings are Monday to Thursday from eight to eleven.
func mornings() model.SendWindow {
	return model.SendWindow{From: time.Monday, To: time.Thursday, FromHour: 8, ToHour: 11}
}

func TestSendWindow(t *testing.T) {
	for _, c := range []struct{ place, from, want string }{
		{"Berlin", "2026-03-02T06:59:00Z", "2026-03-02T08:00:00+01:00"}, // 7:59 there
		{"Berlin", "2026-03-02T07:30:00Z", "2026-03-02T08:30:00+01:00"}, // within
		{"Berlin", "2026-03-02T09:59:59Z", "2026-03-02T10:59:59+01:00"},
		{"Berlin", "2026-03-02T10:00:00Z", "2026-03-03T08:00:00+01:00"}, // 11:00 there
		{"Berlin", "2026-03-05T20:00:00Z", "2026-03-09T08:00:00+01:00"}, // Thursday evening: Monday
		{"Berlin", "2026-03-26T20:00:00Z", "2026-03-30T08:00:00+02:00"}, // the clocks have changed
		{"Berlin", "2026-04-06T07:00:00Z", "2026-04-07T08:00:00+02:00"}, // Easter Monday
		{"San Francisco", "2026-03-02T09:00:00Z", "2026-03-02T08:00:00-08:00"},
		{"San Francisco", "2026-03-03T01:00:00Z", "2026-03-03T08:00:00-08:00"}, // still Monday there
		{"Tokyo", "2026-03-02T22:30:00Z", "2026-03-03T08:00:00+09:00"},         // Tuesday, 7:30 there
		{"", "2026-03-06T09:00:00Z", "2026-03-09T08:00:00Z"},
	} {
		from, err := time.Parse(time.RFC3339, c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := mornings().Moment(from, daysIn(t, c.place)).Format(time.RFC3339); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.place, c.from, got, c.want)
		}
	}
}

// A time zone that somebody has said comes before that of the place; the holidays stay
// those of the place.
func TestAZoneThatIsSaidComesFirst(t *testing.T) {
	for _, c := range []struct{ place, said, zone, country string }{
		{"Berlin, Germany", "", "Europe/Berlin", "DE"},
		{"Berlin, Germany", "America/Denver", "America/Denver", "DE"},
		{"Remote", "Asia/Tokyo", "Asia/Tokyo", ""},
		{"Berlin, Germany", "Mars/Olympus", "Europe/Berlin", "DE"},
		{"Berlin, Germany", "Local", "Europe/Berlin", "DE"},
	} {
		d := model.DaysOf(&model.Person{Location: c.place, Zone: c.said}, nil)
		if d.Zone == nil || d.Zone.String() != c.zone || d.Country != c.country {
			t.Errorf("%+v: %v in %q", c, d.Zone, d.Country)
		}
	}
	var p model.Person
	for _, f := range model.PersonFields() {
		if f.Name != "time zone" {
			continue
		}
		if err := f.Set(&p, "Central European Time"); err == nil || p.Zone != "" {
			t.Errorf("a zone that is none is set: %q, %v", p.Zone, err)
		}
		if err := f.Set(&p, "Asia/Tokyo"); err != nil || p.Zone != "Asia/Tokyo" {
			t.Errorf("Asia/Tokyo: %q, %v", p.Zone, err)
		}
	}
}
