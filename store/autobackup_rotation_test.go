package store_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/store"
)

// every is n times that lie so far apart, the last of them at end.
func every(step time.Duration, n int, end time.Time) (times []time.Time) {
	for i := range n {
		times = append(times, end.Add(-step*time.Duration(n-1-i)))
	}
	return times
}

// shown is a list of times in their zone, as short as it can be.
func shown(times []time.Time, zone *time.Location) string {
	var out []string
	for _, t := range times {
		out = append(out, t.In(zone).Format("06-01-02 15:04"))
	}
	return strings.Join(out, ", ")
}

func TestRotate(t *testing.T) {
	berlin := must(time.LoadLocation("Europe/Berlin"))(t)
	at := func(text string) time.Time { return must(time.ParseInLocation("2006-01-02 15:04", text, berlin))(t) }
	utc := func(text string) time.Time { return must(time.Parse("2006-01-02 15:04", text))(t) }
	tests := []struct {
		name  string
		times []time.Time
		now   time.Time
		stay  string // of Berlin, newest first
	}{
		{"none", nil, at("2026-03-02 09:00"), ""},
		{"one, years old", []time.Time{at("2019-01-01 08:00")}, at("2026-03-02 09:00"), "19-01-01 08:00"},
		{
			"of one hour the newest",
			[]time.Time{at("2026-03-02 08:05"), at("2026-03-02 08:55"), at("2026-03-02 08:30")},
			at("2026-03-02 09:00"), "26-03-02 08:55",
		},
		{
			// 24 hours, and of the two days before the last of each.
			"three days without a night", every(time.Hour, 72, at("2026-03-18 23:00")), at("2026-03-18 23:30"),
			shown(slices.Collect(backwards(every(time.Hour, 24, at("2026-03-18 23:00")))), berlin) + ", 26-03-17 23:00, 26-03-16 23:00",
		},
		{
			// Hours without a backup take no place.
			"a holiday", append(every(time.Hour, 3, at("2026-02-02 17:00")), at("2026-03-02 09:00")), at("2026-03-02 09:30"),
			"26-03-02 09:00, 26-02-02 17:00, 26-02-02 16:00, 26-02-02 15:00",
		},
		{
			// Both hours after two o'clock stay: they are 02:30 summer and winter time.
			"the long night of autumn",
			[]time.Time{utc("2026-10-25 00:30"), utc("2026-10-25 01:30"), utc("2026-10-25 01:45")},
			at("2026-10-25 09:00"), "26-10-25 02:45, 26-10-25 02:30",
		},
		{
			"the short night of spring",
			[]time.Time{utc("2026-03-29 00:30"), utc("2026-03-29 01:30")},
			at("2026-03-29 09:00"), "26-03-29 03:30, 26-03-29 01:30",
		},
		{
			// What the clock can't have seen yet stays and takes no other's place.
			"the clock went back", append(every(time.Hour, 24, at("2026-03-02 12:00")), every(24*time.Hour, 2, at("2030-01-02 00:00"))...),
			at("2026-03-02 12:30"),
			"30-01-02 00:00, 30-01-01 00:00, " + shown(slices.Collect(backwards(every(time.Hour, 24, at("2026-03-02 12:00")))), berlin),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			stay, gone := store.Rotate(tt.times, tt.now)
			if got := shown(stay, berlin); got != tt.stay {
				t.Errorf("stay:\n%s\nwant\n%s", got, tt.stay)
			}
			if len(stay)+len(gone) != len(tt.times) {
				t.Errorf("%d stay and %d go of %d", len(stay), len(gone), len(tt.times))
			}
		})
	}
}

func backwards(times []time.Time) func(func(time.Time) bool) {
	return func(yield func(time.Time) bool) {
		for _, t := range slices.Backward(times) {
			if !yield(t) {
				return
			}
		}
	}
}

// Two years of hourly backups, each rotated when it is made, are as few in the
// end as the promise says: 24 hours, 30 days of which the hours cover two, 12
// months of which the days cover one or two.
func TestRotateForYears(t *testing.T) {
	berlin := must(time.LoadLocation("Europe/Berlin"))(t)
	begin := time.Date(2025, 1, 1, 0, 0, 0, 0, berlin)
	var have []time.Time
	for now := begin; now.Before(begin.AddDate(2, 0, 0)); now = now.Add(time.Hour) {
		have, _ = store.Rotate(append(have, now), now)
		if len(have) > 24+30+12 {
			t.Fatalf("%s: %d stay", now, len(have))
		}
	}
	days, months := map[string]bool{}, map[string]bool{}
	for _, at := range have {
		days[at.In(berlin).Format("2006-01-02")] = true
		months[at.In(berlin).Format("2006-01")] = true
	}
	if got, want := have[23].In(berlin), time.Date(2026, 12, 31, 0, 0, 0, 0, berlin); !got.Equal(want) {
		t.Errorf("the 24th is of %s, want %s", got, want)
	}
	if !days["2026-12-02"] || len(months) != 12 || !months["2026-01"] {
		t.Errorf("30 days and 12 months are to be there: %s", shown(have, berlin))
	}
	if want := 24 + 29 + 11; len(have) != want {
		t.Errorf("%d stay, want %d", len(have), want)
	}
}
