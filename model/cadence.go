package model

import (
	"fmt"
	"slices"
	"time"
)

// Cadence is the rules of outreach in numbers, which a team can change: how long
// who waits for what. It is plain data; a configuration is decoded over
// [DefaultCadence], so that what it leaves out keeps its default.
type Cadence struct {
	Ready       int   // research items of six that make a person ready
	Sequence    []int // the days of a sequence's touches, counted from the first
	Intro       int   // days for an introduction
	Silence     int   // business days without an answer after the last touch, or after ours to hers
	Return      int   // business days after she is back from an absence
	Nurture     int   // days between two value touches
	Unused      int   // days in which a re-engagement is used
	Stalled     int   // days without any contact after which someone interested has stalled; then as many again
	SoftBounces int   // soft bounces that count as a hard one
	Rating      int   // months after the hiring until the rating is due
	Review      int   // months without an answer until to keep or to erase is decided
	TakeBack    time.Duration
	Window      SendWindow
	Hold        Hold
}

// Hold is what holds others, or everybody, off a person.
type Hold struct {
	Others      []int // days for which other recruiters wait after touch 1, 2, … the last for all further ones
	Refused     int   // days for which the whole team waits after a no
	Yearly      int   // touches per person in twelve months
	ReEngagings int   // first touches after a trigger in twelve months that do not count
}

// DefaultCadence is the rules as the field has them: DOMAIN's sections 2 and 5.
func DefaultCadence() Cadence {
	return Cadence{
		Ready: ReadyAt, Sequence: []int{0, 4, 9, 16}, Intro: 7, Silence: 10, Return: 2, Nurture: 90, Unused: 14, Stalled: 30,
		SoftBounces: 3, Rating: 6, Review: 24, TakeBack: 20 * time.Minute,
		Window: SendWindow{From: time.Monday, To: time.Thursday, FromHour: 8, ToHour: 11},
		Hold:   Hold{Others: []int{30, 60, 90}, Refused: 180, Yearly: 6, ReEngagings: 1},
	}
}

// ReadyAt is how many of the six research items make a person ready by default.
const ReadyAt = 4

// SequenceLength is the number of touches in the default sequence.
const SequenceLength = 4

// Check names the first number with which nobody could work, and says what to
// give instead.
func (c *Cadence) Check() error {
	for _, n := range []struct {
		name      string
		is, least int
	}{
		{"ready", c.Ready, 0},
		{"intro", c.Intro, 1},
		{"silence", c.Silence, 1},
		{"return", c.Return, 0},
		{"nurture", c.Nurture, 1},
		{"unused", c.Unused, 1},
		{"stalled", c.Stalled, 1},
		{"soft bounces", c.SoftBounces, 1},
		{"rating", c.Rating, 1},
		{"review", c.Review, 1},
		{"yearly", c.Hold.Yearly, 1},
		{"refused", c.Hold.Refused, 0},
		{"re-engagings", c.Hold.ReEngagings, 0},
		{"take back", int(c.TakeBack), 0},
	} {
		if n.is < n.least {
			return fmt.Errorf("the cadence cannot be used: %s is %d, give %d or more", n.name, n.is, n.least)
		}
	}
	switch w := c.Window; {
	case c.Ready > len(Research{}):
		return fmt.Errorf("the cadence cannot be used: ready is %d of %d items", c.Ready, len(Research{}))
	case len(c.Sequence) == 0 || c.Sequence[0] != 0 || !slices.IsSorted(c.Sequence):
		return fmt.Errorf("the cadence cannot be used: sequence is %v, give rising days that begin with 0, such as [0 4 9 16]", c.Sequence)
	case len(c.Hold.Others) == 0 || slices.Min(c.Hold.Others) < 0:
		return fmt.Errorf("the cadence cannot be used: others is %v, give days such as [30 60 90]", c.Hold.Others)
	case w.From < time.Monday || w.To > time.Friday || w.From > w.To:
		return fmt.Errorf("the cadence cannot be used: the window is %s to %s, give days from Monday to Friday", w.From, w.To)
	case w.FromHour < 0 || w.ToHour > 24 || w.FromHour >= w.ToHour:
		return fmt.Errorf("the cadence cannot be used: the window is %d to %d o'clock, give hours such as 8 and 11", w.FromHour, w.ToHour)
	}
	return nil
}

// Touches is how many touches a sequence has.
func (c *Cadence) Touches() int { return len(c.Sequence) }

// gap is the number of days from the k-th touch of a sequence to the next.
func (c *Cadence) gap(k int) int { return c.Sequence[k] - c.Sequence[k-1] }

// heldOff is for how many days others wait after so many touches.
func (h *Hold) heldOff(touches int) int {
	return h.Others[min(max(touches, 1), len(h.Others))-1]
}

// Refuses reports whether the team still waits after a no of hers on the day of
// now.
func (c *Cadence) Refuses(o *Outreach, now time.Time) bool {
	return o.Trail.Refused.Known() && DateOf(now) < o.Trail.Refused.AddDays(c.Hold.Refused)
}

// Due is when something is next due for a person: the date that her state waits
// for, else the day on which the team decides to keep her or to erase her, so many
// months after her last answer or, where she never gave one, after she came in, or
// after it was last decided. It is the day of now where nothing tells for how long she has been held. The
// zero Date is someone locked without end.
func (c *Cadence) Due(p *Person, now time.Time) Date {
	o := &p.Outreach
	switch {
	case o.Locked(now) && !o.LockUntil.Known():
		return 0
	case o.Locked(now):
		return DateOf(o.LockUntil.Last()).AddDays(1)
	case o.Next.Known():
		return o.Next
	}
	return c.ReviewOn(p, now)
}

// ReviewOn is the day on which the team decides to keep a person or to erase her.
func (c *Cadence) ReviewOn(p *Person, now time.Time) Date {
	since := p.HeldSince(now.Location())
	if !since.Known() {
		return DateOf(now)
	}
	return since.AddMonths(c.Review)
}
