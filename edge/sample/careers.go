package sample

import (
	"math/rand/v2"
	"time"

	"talentmap/model"
)

// course is how a career has gone.
type course int

const (
	growing course = iota
	plateaued
	declining
	undated
)

// drawCourse draws a course: of 20 people 9 grow, 6 stay, 3 decline, and of 2
// no date is known.
func drawCourse(r *rand.Rand) course {
	switch n := r.IntN(20); {
	case n < 9:
		return growing
	case n < 15:
		return plateaued
	case n < 18:
		return declining
	}
	return undated
}

// stint is one job before it has dates: how long ago it began and ended, in
// whole months. end 0 means that it is still held.
type stint struct {
	title      string
	stay       bool // at the same employer as the job before it
	start, end int
}

// career draws a course's jobs, newest first: level by level up a ladder, along
// it, or up and in its second half down. Whoever stays on a level has at most
// four jobs, long ones.
func career(r *rand.Rand, ladder []string, c course, count int, into []stint) []stint {
	if c == plateaued {
		count = min(count, 4)
	}
	level := topLevel(r, c, len(ladder), count)
	ago := 0
	for i := range count {
		months := stay(r, c, i)
		s := stint{title: ladder[level], end: ago, start: ago + months}
		if i > 0 {
			s.end = ago + r.IntN(3)/2
		}
		ago += months
		up := 1
		if c == plateaued && i+1 < count-1 {
			up = 0
		}
		if c == declining && i < count/2 {
			up = -1
		}
		below := min(max(level-up, 0), len(ladder)-1)
		s.stay = c == growing && below != level && r.IntN(2) == 0
		level = below
		into = append(into, s)
	}
	return into
}

// topLevel is the rung held now.
func topLevel(r *rand.Rand, c course, rungs, count int) int {
	switch c {
	case growing:
		return min(count-1, rungs-1)
	case declining:
		return 1 + r.IntN(max(rungs-count, 1))
	default:
		return 1 + r.IntN(2)
	}
}

// stay is how many months the i-th newest job has lasted.
func stay(r *rand.Rand, c course, i int) int {
	switch {
	case c == growing && i == 0:
		return 1 + r.IntN(22)
	case c == plateaued:
		return 30 + r.IntN(42)
	case c == declining && i == 0:
		return 4 + r.IntN(26)
	default:
		return 13 + r.IntN(22)
	}
}

// precision is how well someone's dates are known.
type precision int

const (
	toTheMonth precision = iota
	toTheYear
	notAtAll
)

// calendar turns ages into dates, as of one month.
type calendar struct {
	year  int
	month time.Month
}

func calendarOf(now time.Time) calendar { return calendar{now.Year(), now.Month()} }

// ago is the date so many months ago, to a precision.
func (c calendar) ago(months int, p precision) model.Date {
	n := c.year*12 + int(c.month) - 1 - months
	switch p {
	case toTheMonth:
		return model.YearMonth(n/12, time.Month(n%12+1))
	case toTheYear:
		return model.Year(n / 12)
	}
	return 0
}

// positions gives the stints their dates and employers. employer is asked once
// for each employer, newest first.
func (c calendar) positions(stints []stint, p precision, employer func() (string, model.CompanyID)) []model.Position {
	out := make([]model.Position, len(stints))
	name, id := employer()
	for i, s := range stints {
		pos := model.Position{Company: name, CompanyID: id, Title: s.title, Start: c.ago(s.start, p)}
		if i > 0 || s.end > 0 {
			pos.End = c.ago(s.end, p)
		}
		out[i] = pos
		if !s.stay && i+1 < len(stints) {
			name, id = employer()
		}
	}
	return out
}
