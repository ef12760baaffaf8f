package pane

import (
	"time"

	"talentmap/model"
	"talentmap/tui/widget"
)

// YearOf is a moment as a year with its fraction, as a [widget.Timeline] counts.
func YearOf(t time.Time) float64 { return float64(t.Year()) + float64(t.YearDay()-1)/365.25 }

// StretchOf is a position on a timeline: a date that is known to the year alone is
// unsure for that year, and one that is not known at all for good.
func StretchOf(q *model.Position, now time.Time) (s widget.Stretch) {
	today := YearOf(now)
	s.To, s.Latest = today, today
	if q.End.Known() {
		s.To, s.Latest = YearOf(q.End.Time()), YearOf(q.End.Last())
	}
	if !q.Start.Known() {
		s.From, s.Earliest, s.NoBegin = s.To, s.To, true
		return s
	}
	const month = 0.1 // a stretch below this is one of a date known to the month
	s.Earliest, s.From = YearOf(q.Start.Time()), YearOf(q.Start.Last())
	if s.From-s.Earliest < month {
		s.From = s.Earliest
	}
	if s.Latest-s.To < month {
		s.To = s.Latest
	}
	s.From = min(s.From, max(s.To, s.Earliest))
	return s
}
