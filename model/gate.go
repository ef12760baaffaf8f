package model

import (
	"errors"
	"fmt"
	"time"
)

const yearlyCap = 6 // touches per person in twelve months

// heldOff is for how long other recruiters wait after touches 1, 2 and 3+.
var heldOff = [...]int{30, 60, 90}

// ErrGate is the reason behind every refusal of [Gate].
var ErrGate = errors.New("the gate is closed")

// Gate decides whether actor may write to the person at now, given the touches
// that went out to her. nil means yes; otherwise the error wraps [ErrGate] and
// says what blocks, who holds it and when it ends.
func Gate(p *Person, touches []Touch, actor string, now time.Time) error {
	o := p.Outreach
	if o.Locked(now) {
		return fmt.Errorf("%w: %s", ErrGate, lockText(o))
	}
	out, last := 0, Touch{}
	for _, t := range touches {
		if t.Direction == Outbound && t.At.After(now.AddDate(-1, 0, 0)) && !t.At.After(now) {
			out++
		}
		if t.Direction == Outbound && t.At.After(last.At) {
			last = t
		}
	}
	if out >= yearlyCap {
		return fmt.Errorf("%w: %d touches in twelve months is the cap", ErrGate, yearlyCap)
	}
	if o.Owner != "" && o.Owner != actor && !last.At.IsZero() {
		end := last.At.AddDate(0, 0, heldOff[min(max(o.Step, 1), len(heldOff))-1])
		if now.Before(end) {
			return fmt.Errorf("%w: %s is in touch with this person, others wait until %s", ErrGate, o.Owner, DateOf(end))
		}
	}
	return nil
}
