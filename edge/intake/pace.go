package intake

import (
	"fmt"
	"time"
)

// Pace makes of what [Options.Progress] tells what a person wants to know: how much
// of it is done, how fast it goes, how long it will take.
//
//	p := intake.NewPace(now)
//	p.Tell(done, now)
//	p.String() // "12,288 rows, 31,000 a second, 4s left"
type Pace struct {
	Done
	from      Done // where this reading began
	since, at time.Time
}

// NewPace begins at a moment.
func NewPace(now time.Time) Pace { return Pace{since: now, at: now} }

// Tell takes in how far it is at a moment.
func (p *Pace) Tell(d Done, now time.Time) {
	if p.Looking && !d.Looking { // the second reading goes at a pace of its own
		p.from, p.since = p.Done, p.at
	}
	p.Done, p.at = d, now
}

// Share is how much is done, from 0 to 1; 0 where that is not known.
func (p *Pace) Share() float64 {
	if p.Total <= 0 {
		return 0
	}
	return min(float64(p.Bytes)/float64(p.Total), 1)
}

// Left is how long it takes from here on, at the pace of this reading; ok is false
// where there is none to tell by.
func (p *Pace) Left() (left time.Duration, ok bool) {
	took, read := p.at.Sub(p.since), p.Bytes-p.from.Bytes
	if read <= 0 || took <= 0 || p.Total <= 0 {
		return 0, false
	}
	left = time.Duration(float64(took) / float64(read) * float64(max(p.Total-p.Bytes, 0)))
	return left.Round(time.Second), true
}

// String is the rows, their pace and what is left.
func (p *Pace) String() string {
	s := grouped(p.Rows) + " rows"
	if took := p.at.Sub(p.since); took > 0 {
		s += fmt.Sprintf(", %s a second", grouped(int(float64(p.Rows)/took.Seconds())))
	}
	if left, ok := p.Left(); ok {
		s += fmt.Sprintf(", %s left", left)
	}
	if p.Looking {
		s = "first look: " + s
	}
	return s
}

// grouped is a number in groups of three digits.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
