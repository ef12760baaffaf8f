package model

import (
	"fmt"
	"time"
)

// beginning are the states from which a first touch begins a sequence.
func beginning() stateSet { return in(Mapped, Researched, IntroPending, ReEngage) }

// Awaiting reports whether somebody has been put into a sequence of which no touch has
// gone out yet.
func (o *Outreach) Awaiting() bool {
	return o.Plan.Touches > 0 && o.Step == 0 && o.MayBegin()
}

// MayBegin reports whether somebody stands where a first touch begins a sequence.
func (o *Outreach) MayBegin() bool { return beginning().has(o.Current()) }

// InSequence reports whether touches of a sequence have gone out to somebody, and it is
// not over.
func (o *Outreach) InSequence() bool {
	switch o.Current() {
	case Active, Paused, Bounced:
		return o.Step > 0
	}
	return false
}

// PutInto has the next touch to somebody begin the sequence of a plan, in place of any
// that she was put into before. Whoever is in the midst of one, in a conversation, or
// locked is refused: the error wraps [ErrNoFit].
func (o *Outreach) PutInto(p Plan, c *Cadence, now time.Time) error {
	switch {
	case o.Locked(now):
		return fmt.Errorf("%w: she is locked, %s", ErrNoFit, lockText(*o))
	case o.InSequence():
		return fmt.Errorf("%w: touch %d of %d of a sequence has gone out to her: take her out of that one first", ErrNoFit, o.Step, c.TouchesOf(o))
	case !o.MayBegin():
		return fmt.Errorf("%w: a sequence begins with a first touch, and she is %s: that is for somebody who is %s", ErrNoFit, o.Current(), beginning())
	}
	o.Plan = p
	return nil
}

// dropPlan forgets a sequence that can't begin any more.
func (o *Outreach) dropPlan(kind EventKind) {
	if o.Step == 0 && (kind == SaysStop || kind == Forbidden || !o.MayBegin()) {
		o.Plan = Plan{}
	}
}

// begins takes the plan of the sequence that a first touch begins. The one into which
// she was put stands above the one of the draft.
func (o *Outreach) begins(p Plan) {
	if o.Plan.Touches == 0 || o.Plan.Sequence == p.Sequence {
		o.Plan = p
	}
}
