package store

import (
	"slices"
	"time"
)

// How many of the automatic backups stay: one an hour, one a day, one a month.
const (
	keptHours  = 24
	keptDays   = 30
	keptMonths = 12
)

// Rotate divides the times of backups into those that stay and those that go,
// both newest first. The newest of each of the last 24 hours, 30 days and 12
// months in which there are backups stays: hours, days and months without one
// don't count, so that nothing goes because nobody was working. Days and months
// are those of now's zone; the hour that the clocks repeat in autumn is two.
// What is dated after now, by a clock that was wrong, stays until that time has
// come and takes no other's place.
func Rotate(times []time.Time, now time.Time) (stay, gone []time.Time) {
	rules := []struct {
		most   int
		period func(time.Time) int64
		seen   map[int64]bool
	}{
		{keptHours, func(t time.Time) int64 { return t.Unix() / 3600 }, map[int64]bool{}},
		{keptDays, func(t time.Time) int64 { return int64(t.Year())*1000 + int64(t.YearDay()) }, map[int64]bool{}},
		{keptMonths, func(t time.Time) int64 { return int64(t.Year())*100 + int64(t.Month()) }, map[int64]bool{}},
	}
	times = slices.SortedFunc(slices.Values(times), func(a, b time.Time) int { return b.Compare(a) })
	for _, t := range times {
		stays := t.After(now)
		for _, r := range rules {
			period := r.period(t.In(now.Location()))
			if t.After(now) || r.seen[period] || len(r.seen) == r.most {
				continue
			}
			r.seen[period] = true
			stays = true
		}
		if stays {
			stay = append(stay, t)
		} else {
			gone = append(gone, t)
		}
	}
	return stay, gone
}
