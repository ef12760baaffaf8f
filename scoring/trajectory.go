package scoring

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// Trend is the direction of someone's career.
type Trend uint8

// The trends. Growing gained level within the usual time at the new one,
// Declining lost level within it, Plateaued has been there for longer.
const (
	TrendUnknown Trend = iota
	Growing
	Plateaued
	Declining
)

func (t Trend) String() string {
	return [...]string{"unknown", "growing", "plateaued", "declining"}[t]
}

// Trajectory judges dated positions, in any order, on the day of now, and says
// why in a few words. Her level at a time is the highest title that she then
// held, so renewals of a seat, moves at the same level and a lesser post on the
// side change nothing. A missing start, nothing held today, a title without a
// level or a first level not yet outstayed make the trend unknown.
//
// Scope counts as far as titles tell it (Global Head, Group Director); the size
// of the companies is not looked at, so read the reason before the word.
func Trajectory(positions []model.Position, peers Peers, now time.Time) (Trend, string) {
	c, why := climb(positions, now)
	if why != "" {
		return TrendUnknown, why
	}
	cur := c[len(c)-1]
	today := model.DateOf(now)
	least, most := monthsBetween(precise(cur.from), today), monthsBetween(dateOf(dayNumber(cur.from)), today)
	limit := peers.usual(cur.level)
	switch {
	case least <= limit && most > limit:
		return TrendUnknown, fmt.Sprintf("%s since %s: %d to %d months, %d are usual", cur.title, cur.from, least, most, limit)
	case least > limit:
		return Plateaued, fmt.Sprintf("%d months at the level of %s, %d are usual", least, cur.title, limit)
	case len(c) == 1:
		return TrendUnknown, fmt.Sprintf("too early: %d months at the first known level, %s", least, cur.title)
	}
	prev := c[len(c)-2]
	step := fmt.Sprintf("from %s to %s in %s", prev.title, cur.title, cur.from)
	if cur.level > prev.level {
		return Growing, "up " + step
	}
	return Declining, "down " + step
}

// level is a stretch of time at one level.
type level struct {
	level int
	from  model.Date
	title string // the first title of the stretch
}

// held is a position as the stretch of days in which it was held.
type held struct {
	level      int
	start      model.Date
	first, end int // day numbers; on the last it is no longer held, as in the model
	title      string
}

// climb is how someone's level changed over time, oldest first, ending with the
// level held today; otherwise why says what is missing.
func climb(positions []model.Position, now time.Time) (c []level, why string) {
	today := dayNumber(model.DateOf(now))
	seats, why := begun(positions, today)
	if why != "" {
		return nil, why
	}
	// The level can change when a seat begins and when one ends.
	turns := make([]held, 0, 2*len(seats))
	for _, s := range seats {
		turns = append(turns, s)
		if s.end < today {
			turns = append(turns, held{first: s.end, start: dateOf(s.end)})
		}
	}
	slices.SortStableFunc(turns, func(a, b held) int { return a.first - b.first })
	for _, t := range turns {
		top := highest(seats, t.first)
		if top.level > 0 && (len(c) == 0 || c[len(c)-1].level != top.level) {
			c = append(c, level{top.level, t.start, top.title})
		}
	}
	if highest(seats, today).level == 0 {
		return nil, fmt.Sprintf("the title says nothing of level: %s", current(seats, today))
	}
	return c, ""
}

// begun are the positions that began by today; why says what is missing of them.
func begun(positions []model.Position, today int) (all []held, why string) {
	last, undated := model.Date(0), 0
	for _, p := range positions {
		h := held{level: Level(p.Title), start: p.Start, first: dayNumber(p.Start), end: noEnd, title: p.Title}
		if p.End.Known() {
			h.end = lastDay(p.End)
			last = max(last, p.End)
		}
		switch {
		case !p.Start.Known():
			undated++
		case h.first <= today:
			all = append(all, h)
		}
	}
	switch {
	case len(positions) == 0:
		return nil, "no positions known"
	case len(positions) == 1 && undated == 1:
		return nil, "the position has no start date"
	case undated == len(positions):
		return nil, fmt.Sprintf("none of the %d positions has a start date", undated)
	case undated > 0:
		return nil, fmt.Sprintf("%d of %d positions without a start date", undated, len(positions))
	case !slices.ContainsFunc(all, func(h held) bool { return h.end > today }):
		return nil, strings.TrimSuffix("not in a position since "+last.String(), " since ")
	}
	return all, ""
}

// highest is the seat of the highest level held on a day, the zero held for
// none.
func highest(seats []held, day int) held {
	var top held
	for _, s := range seats {
		if s.first <= day && day < s.end && s.level > top.level {
			top = s
		}
	}
	return top
}

// current is the title of the first seat held on a day.
func current(seats []held, day int) string {
	i := slices.IndexFunc(seats, func(s held) bool { return s.end > day })
	if seats[i].title == "" {
		return "(none)"
	}
	return seats[i].title
}
