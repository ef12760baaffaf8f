package model

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNoFit is the reason behind every refusal of [Cadence.Apply].
var ErrNoFit = errors.New("it does not fit")

// Apply is where an event leaves somebody. One that does not fit her state, or her
// lock, is refused: the error wraps [ErrNoFit] and says what it would follow from.
// Whether a send passes the gate is asked before, see [Cadence.Gate].
//
// What follows by the clock alone happens first, see [Cadence.Settled]. Apply
// allocates nothing but errors.
func (c *Cadence) Apply(o Outreach, e OutreachEvent) (Outreach, error) {
	if err := o.admits(&e); err != nil {
		return o, err
	}
	row := c.row(&o, e.Kind)
	if row == nil {
		return o, fmt.Errorf("%w: %q comes after %s, and she is %s", ErrNoFit, e.Kind, follows(e.Kind), o.Current())
	}
	to := row.to
	if to == "" {
		to = o.Current()
	}
	day := DateOf(e.At)
	if to != o.Current() {
		o.Trail.Since, o.Trail.Cause = day, e.Kind
	}
	t := e.Kind.traits()
	if t.contact && e.At.After(o.LastTouch) {
		o.LastTouch = e.At
	}
	o.note(c, &e, t)
	o.Step = row.step.after(o.Step)
	switch row.step {
	case firstStep:
		o.begins(e.Plan)
	case noStep:
		o.Plan = Plan{}
	}
	o.Next = row.next.until(c, &o, &e)
	o.State = to
	o.dropPlan(e.Kind)
	return o, nil
}

// row is what an event does to someone; nil where it does not fit.
func (c *Cadence) row(o *Outreach, kind EventKind) *transition {
	for i := range transitions {
		row := &transitions[i]
		if row.on == kind && row.from.has(o.Current()) && row.when.holds(c, o) {
			return row
		}
	}
	return nil
}

// follows names the states in which an event may happen.
func follows(kind EventKind) string {
	var set stateSet
	for i := range transitions {
		if transitions[i].on == kind {
			set |= transitions[i].from
		}
	}
	return set.String()
}

// String lists the states.
func (set stateSet) String() string {
	if set == anyState {
		return "any state"
	}
	var names []string
	for _, s := range States() {
		if set.has(s) {
			names = append(names, string(s))
		}
	}
	if len(names) == 0 {
		return "nothing that this program knows"
	}
	return strings.Join(names, ", ")
}

// admits refuses what a lock forbids, and an event that lacks something.
func (o *Outreach) admits(e *OutreachEvent) error {
	switch e.Kind {
	case Sent, PathChosen, Triggered, ScreenBooked:
		if o.Locked(e.At) {
			return fmt.Errorf("%w: she is locked, %s", ErrNoFit, lockText(*o))
		}
	case SaysLater, OutOfOffice:
		if !e.Until.Known() {
			return fmt.Errorf("%w: %q needs a date", ErrNoFit, e.Kind)
		}
		if e.Kind == SaysLater && DateOf(e.Until.Time()) <= DateOf(e.At) {
			return fmt.Errorf("%w: %s is not later than %s", ErrNoFit, e.Until, DateOf(e.At))
		}
	case Forbidden:
		if o.Lock == OptedOut && o.Locked(e.At) {
			return fmt.Errorf("%w: she has opted out, which is stricter than do-not-contact", ErrNoFit)
		}
		if e.Until.Known() && DateOf(e.Until.Last()) < DateOf(e.At) {
			return fmt.Errorf("%w: a lock until %s would be over already", ErrNoFit, e.Until)
		}
	case LockOpened:
		switch {
		case o.Lock == Unlocked:
			return fmt.Errorf("%w: she is not locked", ErrNoFit)
		case o.Lock == OptedOut:
			return fmt.Errorf("%w: she has opted out, and only a new message from her opens that", ErrNoFit)
		}
	}
	return nil
}

// note keeps what an event tells of a person beside the step from state to state.
func (o *Outreach) note(c *Cadence, e *OutreachEvent, t *eventTraits) {
	day := DateOf(e.At)
	switch {
	case e.Kind == Sent:
		o.Owner = e.By
	case t.contact && o.Owner == "":
		o.Owner = e.By
	}
	if t.answer {
		o.Trail.Answered, o.Trail.Refused, o.Trail.Bounced.Soft, o.Deferral = day, 0, 0, Deferral{}
		if o.Lock == OptedOut {
			setLock(o, Outreach{})
		}
	}
	switch e.Kind {
	case SaysNo:
		o.Trail.Refused = day
	case HardBounce:
		o.Trail.Bounced.add(e)
	case SoftBounce:
		o.Trail.Bounced.Soft++
		if o.Trail.Bounced.Soft >= c.SoftBounces {
			o.Trail.Bounced.add(e)
		}
	case GotRated:
		o.Trail.Rating = e.Rating
	case SaysStop:
		o.Deferral = Deferral{}
		setLock(o, Outreach{Lock: OptedOut, LockWhy: e.Why, LockBy: e.By})
	case Forbidden:
		o.Deferral = Deferral{}
		setLock(o, Outreach{Lock: DoNotContact, LockUntil: e.Until, LockWhy: e.Why, LockBy: e.By})
	case LockOpened:
		o.Deferral = Deferral{}
		setLock(o, Outreach{})
	}
}

// add notes that the channel of an event does not deliver.
func (b *Bounces) add(e *OutreachEvent) {
	b.Soft = 0
	for i, ch := range Channels() {
		if ch == e.Channel {
			b.Channels |= 1 << i
		}
	}
	if e.Channel == Email {
		b.Address = e.Address
	}
}

// On reports whether messages on a channel come back: on e-mail only to the
// address that failed.
func (b *Bounces) On(ch Channel, address string) bool {
	for i, have := range Channels() {
		if have == ch && b.Channels&(1<<i) != 0 {
			return ch != Email || b.Address == "" || address == "" || b.Address == address
		}
	}
	return false
}

func (s stepping) after(step int) int {
	switch s {
	case noStep:
		return 0
	case firstStep:
		return 1
	case nextStep:
		return step + 1
	}
	return step
}

// until is the day until which a wait lasts. o is as the event leaves her, but
// for the date itself.
func (w wait) until(c *Cadence, o *Outreach, e *OutreachEvent) Date {
	day := DateOf(e.At)
	switch w {
	case waitReview:
		return 0
	case waitNow:
		return day
	case waitReply:
		if o.State == Replied && o.Next.Known() {
			return min(o.Next, day)
		}
		return day
	case waitIntro:
		return day.AddDays(c.Intro)
	case waitTouch:
		if k := max(o.Step, 1); k < c.TouchesOf(o) {
			return c.Window.Day(day.AddDays(c.gapOf(o, k)), e.Days)
		}
		return e.Days.After(day, c.Silence)
	case waitSilence:
		return e.Days.After(day, c.Silence)
	case waitNurture:
		return max(o.contactDay(e.At.Location()).AddDays(c.Nurture), day)
	case waitRefused:
		return day.AddDays(c.Hold.Refused)
	case waitReturn:
		return c.Window.Day(e.Days.After(DateOf(e.Until.Time()), c.Return), e.Days)
	case waitAsked:
		return DateOf(e.Until.Time())
	case waitUnused:
		return day.AddDays(c.Unused)
	case waitStalled:
		return day.AddDays(c.Stalled)
	case waitRating:
		return day.AddMonths(c.Rating)
	}
	return o.Next
}
