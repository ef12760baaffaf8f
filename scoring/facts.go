package scoring

import (
	"math"
	"time"

	"talentmap/model"
)

// Facts is what scoring needs to know of a person beside her signals, in 16
// bytes, so that a process can keep it for a million people.
type Facts struct {
	Since   model.Date // start of the current title at the current company, renewals merged; zero: not known, or no position
	Joined  model.Date // start with the current employer; zero: as Since
	Held    model.Date // since when it is not decided to keep her, see [model.Person.HeldSince]; zero: the law asks nobody
	Earlier int16      // mean whole months of the ended stays with earlier employers; 0 not known
}

// hired is the start with the current employer as far as known.
func (f Facts) hired() model.Date {
	if f.Joined.Known() {
		return f.Joined
	}
	return f.Since
}

// rejoinGap is the longest pause in days between two positions that are still
// one stay with an employer; the model merges renewals of a seat by the same
// length.
const rejoinGap = 183

// FactsOf reads the facts out of a person's positions, newest first as
// [model.Person.SortPositions] leaves them.
func FactsOf(p *model.Person, now time.Time) Facts {
	under, _ := model.UnderGDPR(p.Location)
	return FactsUnder(under, p, now)
}

// FactsUnder is FactsOf where it is known whether the law asks to decide on her: to
// read that out of a place takes longer than all the rest.
func FactsUnder(law bool, p *model.Person, now time.Time) Facts {
	f := Facts{Since: p.Since(now)}
	if law {
		f.Held = p.HeldSince(now.Location())
	}
	all, known := stays(p.Positions)
	if cur, ok := p.Current(now); ok && f.Since.Known() {
		for _, s := range all {
			if s.start <= f.Since && s.end >= dayNumber(f.Since) && model.SameText(s.company, cur.Company) {
				f.Joined = s.start
			}
		}
	}
	if known {
		f.Earlier = meanStay(all, dayNumber(model.DateOf(now)))
	}
	return f
}

// stay is all of someone's time with one employer in one go.
type stay struct {
	company string
	start   model.Date
	end     int // day number of the last day; noEnd where it has none
}

const noEnd = math.MaxInt32

// stays puts positions, newest first, together by employer. An older position
// that was never closed counts as held until the next one there. known is false
// if a start is missing, so that lengths say nothing.
func stays(positions []model.Position) (all []stay, known bool) {
	known = true
next:
	for _, q := range positions {
		if !q.Start.Known() {
			known = false
			continue
		}
		end := noEnd
		if q.End.Known() {
			end = lastDay(q.End)
		}
		for i := range all {
			s := &all[i]
			if dayNumber(s.start)-end <= rejoinGap && model.SameText(s.company, q.Company) {
				s.start, s.end = q.Start, max(s.end, end)
				continue next
			}
		}
		all = append(all, stay{q.Company, q.Start, end})
	}
	return all, known
}

// meanStay is the mean length in whole months of the stays that ended before
// today, at least 1; 0 where there are none. Dates known to the month or year
// are read as the longest stay that they allow.
func meanStay(all []stay, today int) int16 {
	months, n := 0, 0
	for _, s := range all {
		if s.end > today {
			continue
		}
		n++
		months += monthsBetween(dateOf(dayNumber(s.start)), dateOf(s.end+1))
	}
	if n == 0 {
		return 0
	}
	return int16(min(max(months/n, 1), math.MaxInt16))
}
