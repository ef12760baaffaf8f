package model

import (
	"errors"
	"fmt"
	"time"
)

// State is where a person stands in outreach.
type State string

// The outreach states. The zero State is read as [Mapped].
const (
	Mapped       State = "mapped"
	Researched   State = "researched"
	IntroPending State = "intro-pending"
	Active       State = "active"
	Paused       State = "paused"
	Replied      State = "replied"
	Interested   State = "interested"
	Later        State = "later"
	Nurture      State = "nurture"
	ReEngage     State = "re-engage"
	Pipeline     State = "pipeline"
	Hired        State = "hired"
	Bounced      State = "bounced"
)

// Lock stands above every state: a locked person is never written to.
type Lock string

// The locks; the zero Lock is none.
const (
	Unlocked     Lock = ""
	OptedOut     Lock = "opted-out"
	DoNotContact Lock = "do-not-contact"
)

// Outreach is a person's place in the method.
type Outreach struct {
	State     State     `cbor:"1,keyasint,omitempty"`
	Step      int       `cbor:"2,keyasint,omitempty"` // touches sent in this sequence
	Next      Date      `cbor:"3,keyasint,omitempty"` // when something is next due
	Owner     string    `cbor:"4,keyasint,omitempty"` // the recruiter who is in touch
	LastTouch time.Time `cbor:"5,keyasint,omitzero"`
	Lock      Lock      `cbor:"6,keyasint,omitempty"`
	LockUntil Date      `cbor:"7,keyasint,omitempty"` // zero: without end
	LockWhy   string    `cbor:"8,keyasint,omitempty"`
	Research  Research  `cbor:"9,keyasint,omitzero"`
}

// Current is the state, [Mapped] where none was set.
func (o Outreach) Current() State {
	if o.State == "" {
		return Mapped
	}
	return o.State
}

// Locked reports whether a lock holds on the day of now; LockUntil is its last
// day.
func (o Outreach) Locked(now time.Time) bool {
	return o.Lock != Unlocked && (!o.LockUntil.Known() || DateOf(now) <= DateOf(o.LockUntil.Last()))
}

// Research is the six-item checklist, one slot per [ResearchItem].
type Research [6]Finding

// ResearchItem is one of the six things to look up before writing.
type ResearchItem int

// The six items, in the order of the checklist.
const (
	RoleAndCompany ResearchItem = iota
	Progression
	PublishedContent
	MutualConnections
	CompanyContext
	SkillsAlignment
)

var researchNames = [...]string{
	"current role and company", "earlier progression", "published content",
	"mutual connections", "company context", "skills alignment",
}

func (r ResearchItem) String() string { return researchNames[r] }

// Looked says how far an item of the checklist is.
type Looked uint8

// An item is open until someone looked; then it is found, or there is nothing.
const (
	ItemOpen Looked = iota
	ItemFound
	ItemNone
)

// Finding is the answer to one item of the checklist.
type Finding struct {
	Looked Looked `cbor:"1,keyasint,omitempty"`
	Fact   string `cbor:"2,keyasint,omitempty"`
	Source string `cbor:"3,keyasint,omitempty"`
	Date   Date   `cbor:"4,keyasint,omitempty"`
}

// Done is how many of the six items are no longer open; [ReadyAt] make a
// person ready.
func (r Research) Done() int {
	n := 0
	for _, f := range r {
		if f.Looked != ItemOpen {
			n++
		}
	}
	return n
}

// ReadyAt is how many of the six research items make a person ready.
const ReadyAt = 4

// sequenceDays are the default days of a sequence's touches, counted from the
// first.
var sequenceDays = [...]int{0, 4, 9, 16}

// SequenceLength is the number of touches in the default sequence.
const SequenceLength = len(sequenceDays)

const (
	silenceDays = 14 // ten business days after the last touch
	nurtureDays = 90 // one value touch a quarter
	yearlyCap   = 6  // touches per person in twelve months
)

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

func lockText(o Outreach) string {
	s := string(o.Lock)
	if o.LockUntil.Known() {
		s += " until " + o.LockUntil.String()
	}
	if o.LockWhy != "" {
		s += " (" + o.LockWhy + ")"
	}
	return s
}

// Sent moves the person on after a touch went out at now: to the next step of
// the sequence and the day it is due, moved into the send window, or, after the last, the day on which
// silence means nurture. A touch beyond the sequence begins nurture; outside a
// sequence the nurture time starts again.
func (o *Outreach) Sent(actor string, now time.Time) {
	o.Owner, o.LastTouch = actor, now
	switch o.Current() {
	case Nurture, Later, Interested, Pipeline, Hired, Replied, Paused:
		o.Next = DateOf(now.AddDate(0, 0, nurtureDays))
		return
	}
	if o.State == Active && o.Step >= SequenceLength {
		// The sequence is over: this is a value touch, and her nurture begins.
		o.State, o.Step, o.Next = Nurture, 0, DateOf(now.AddDate(0, 0, nurtureDays))
		return
	}
	if o.State != Active {
		o.Step = 0
	}
	o.State = Active
	o.Step++
	if o.Step < SequenceLength {
		o.Next = sendDay(now.AddDate(0, 0, sequenceDays[o.Step]-sequenceDays[o.Step-1]))
		return
	}
	o.Next = DateOf(now.AddDate(0, 0, silenceDays))
}

// sendDay is the first day from t on that lies in the send window, Monday to
// Thursday.
func sendDay(t time.Time) Date {
	for t.Weekday() == time.Friday || t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return DateOf(t)
}
