package model

import (
	"fmt"
	"slices"
	"time"
)

// How many touches a sequence has.
const (
	LeastTouches = 3
	MostTouches  = 5
)

// mostGap is how many days may lie between two touches of a sequence.
const mostGap = 90

// Sequence is a plan of touches: by which channel, how many days apart, from which
// template. An edit makes a new version; whoever is in a sequence goes on by the days
// with which it began.
type Sequence struct {
	ID  SequenceID `cbor:"1,keyasint"`
	Rev Rev        `cbor:"-"`

	Name    string      `cbor:"2,keyasint"`
	Steps   []Step      `cbor:"3,keyasint"`
	Version int         `cbor:"4,keyasint"` // of Steps, from 1
	By      string      `cbor:"5,keyasint,omitempty"`
	At      time.Time   `cbor:"6,keyasint,omitzero"`
	Past    []PastSteps `cbor:"7,keyasint,omitempty"` // earlier versions, oldest first
	Shipped bool        `cbor:"8,keyasint,omitempty"` // it came with the program
}

// Step is one touch of a sequence.
type Step struct {
	Channel  Channel    `cbor:"1,keyasint,omitempty"`
	Gap      int        `cbor:"2,keyasint,omitempty"` // days after the touch before; 0 for the first
	Template TemplateID `cbor:"3,keyasint,omitempty"` // 0: written from nothing
}

// PastSteps is an earlier version of a sequence.
type PastSteps struct {
	Version int       `cbor:"1,keyasint"`
	Steps   []Step    `cbor:"2,keyasint"`
	By      string    `cbor:"3,keyasint,omitempty"`
	At      time.Time `cbor:"4,keyasint,omitzero"`
}

// Called reports whether the sequence has a name, whatever the case.
func (s *Sequence) Called(name string) bool { return SameText(s.Name, name) }

// Check says what is wrong with a sequence.
func (s *Sequence) Check() error {
	if err := checkName("sequence", s.Name); err != nil {
		return err
	}
	if n := len(s.Steps); n < LeastTouches || n > MostTouches {
		return fmt.Errorf("the sequence has %d touches, and needs %d to %d", n, LeastTouches, MostTouches)
	}
	for i, st := range s.Steps {
		switch {
		case !slices.Contains(Channels(), st.Channel):
			return fmt.Errorf("touch %d has no channel %q: it is e-mail, InMail, message, phone, introduction or event", i+1, CleanLine(string(st.Channel)))
		case i == 0 && st.Gap != 0:
			return fmt.Errorf("touch 1 is on the first day: give 0 days, and not %d", st.Gap)
		case i > 0 && (st.Gap < 1 || st.Gap > mostGap):
			return fmt.Errorf("touch %d comes %d days after the one before: give 1 to %d", i+1, st.Gap, mostGap)
		}
	}
	return nil
}

// Days are the days of the touches, counted from the first: 0 4 9 16.
func (s *Sequence) Days() []int {
	days, day := make([]int, len(s.Steps)), 0
	for i, st := range s.Steps {
		day += st.Gap
		days[i] = day
	}
	return days
}

// Revise puts other steps in the place of those that stand, which are kept. changed
// is false for the same steps. A new sequence gets its first ones.
func (s *Sequence) Revise(steps []Step, by string, at time.Time) (changed bool) {
	if slices.Equal(steps, s.Steps) {
		return false
	}
	if s.Version > 0 {
		s.Past = append(slices.Clone(s.Past), PastSteps{s.Version, s.Steps, s.By, s.At})
	}
	if n := len(s.Past) - MostTemplateVersions; n > 0 {
		s.Past = s.Past[n:]
	}
	s.Steps, s.By, s.At = slices.Clone(steps), by, at
	s.Version++
	return true
}

// Plan is the plan by which somebody is written to in the sequence that is running.
func (s *Sequence) Plan() Plan {
	p := Plan{Sequence: s.ID, Version: s.Version, Touches: min(len(s.Steps), MostTouches)}
	for i, st := range s.Steps[:min(len(s.Steps), MostTouches)] {
		p.Gaps[i] = st.Gap
	}
	return p
}

// Plan is the days of the sequence in which somebody is: they stay what they were
// when it began. The zero Plan is the default of the team, [Cadence.Sequence].
type Plan struct {
	Sequence SequenceID       `cbor:"1,keyasint,omitempty"`
	Version  int              `cbor:"2,keyasint,omitempty"`
	Touches  int              `cbor:"3,keyasint,omitempty"`
	Gaps     [MostTouches]int `cbor:"4,keyasint"` // days before each touch; the first is 0
}

// TouchesOf is how many touches the sequence has in which somebody is.
func (c *Cadence) TouchesOf(o *Outreach) int {
	if o.Plan.Touches > 0 {
		return min(o.Plan.Touches, MostTouches)
	}
	return c.Touches()
}

// gapOf is the number of days from the k-th touch of somebody's sequence to the next.
func (c *Cadence) gapOf(o *Outreach, k int) int {
	if o.Plan.Touches > 0 {
		return o.Plan.Gaps[min(k, MostTouches-1)]
	}
	return c.gap(k)
}
