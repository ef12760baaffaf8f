package model

import "time"

// Settled is where somebody stands on the day of now by the clock alone: what
// follows from a date that has come has happened, whether or not anybody has
// written it down. It is the rule for whoever looks at her (the queue, the gate,
// a page), and the first step of whoever acts; so it makes no difference when, or
// whether, it is written down. Each step is dated by the day it fell due, not by
// the day on which somebody looked. Time goes on under a lock.
//
// It needs nothing but the record itself, allocates nothing, and looks at no
// calendar: dates that do were worked out when the event before happened.
func (c *Cadence) Settled(o Outreach, now time.Time) Outreach {
	for {
		e, ok := c.Clock(&o, now)
		if !ok {
			return o
		}
		after, err := c.Apply(o, e)
		if err != nil {
			return o
		}
		o = after
	}
}

// Clock is the next thing that has happened to somebody by the clock alone; false
// where nothing has.
func (c *Cadence) Clock(o *Outreach, now time.Time) (OutreachEvent, bool) {
	kind, due := c.clockEvent(o, now)
	if kind == "" || !due.Known() || due > DateOf(now) {
		return OutreachEvent{}, false
	}
	y, m, d := DateOf(due.Time()).Parts()
	return OutreachEvent{Kind: kind, At: time.Date(y, m, d, 0, 0, 0, 0, now.Location())}, true
}

// clockEvent is what a person's state waits for, and its day.
func (c *Cadence) clockEvent(o *Outreach, now time.Time) (EventKind, Date) {
	switch o.State {
	case IntroPending:
		return IntroSilent, o.Next
	case Active:
		if o.Step >= c.TouchesOf(o) {
			return SequenceSilent, o.Next
		}
	case Paused, Later:
		return DayReached, o.Next
	case ReEngage:
		return LeftUnused, o.Next
	case Interested:
		return Stalled, c.StalledOn(o, now.Location())
	}
	return "", 0
}

// StalledOn is the day on which someone interested has stalled: so long after the
// last contact, and after she was. The zero Date where neither is known.
func (c *Cadence) StalledOn(o *Outreach, zone *time.Location) Date {
	return max(o.contactDay(zone), o.Trail.Since).AddDays(c.Stalled)
}
