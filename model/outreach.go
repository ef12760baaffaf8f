package model

import "time"

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

// States lists the outreach states in the order of the method.
func States() []State {
	return []State{
		Mapped, Researched, IntroPending, Active, Paused, Replied, Interested, Later, Nurture, ReEngage, Pipeline, Hired, Bounced,
	}
}

// Outreach is a person's place in the method. It changes by [Cadence.Apply].
type Outreach struct {
	State     State     `cbor:"1,keyasint,omitempty"`
	Step      int       `cbor:"2,keyasint,omitempty"` // touches sent in this sequence
	Next      Date      `cbor:"3,keyasint,omitempty"` // when something is next due; zero: see [Cadence.Due]
	Owner     string    `cbor:"4,keyasint,omitempty"` // the recruiter who is in touch
	LastTouch time.Time `cbor:"5,keyasint,omitzero"`  // the last contact, out or in
	Lock      Lock      `cbor:"6,keyasint,omitempty"`
	LockUntil Date      `cbor:"7,keyasint,omitempty"` // the last day of the lock; zero: without end
	LockWhy   string    `cbor:"8,keyasint,omitempty"`
	Research  Research  `cbor:"9,keyasint,omitzero"`
	Trail     Trail     `cbor:"10,keyasint,omitzero"`
	Deferral  Deferral  `cbor:"11,keyasint,omitzero"`
	LockBy    string    `cbor:"12,keyasint,omitempty"` // who set the lock
	Plan      Plan      `cbor:"20,keyasint,omitzero"`  // the sequence that is running, or with Step 0 the one to begin; zero: the team's default
	Kept      Kept      `cbor:"21,keyasint,omitzero"`  // when it was last decided to keep her
}

// Trail is what led a person to where she stands. Older programs did not keep it:
// there it is empty, and what follows from it does not hold.
type Trail struct {
	Since    Date      `cbor:"1,keyasint,omitempty"` // the day on which she came into the state
	Cause    EventKind `cbor:"2,keyasint,omitempty"` // what brought her there
	Refused  Date      `cbor:"3,keyasint,omitempty"` // the day of her no; zero: none, or she has written since
	Answered Date      `cbor:"4,keyasint,omitempty"` // the day of her last answer
	Bounced  Bounces   `cbor:"5,keyasint,omitzero"`
	Rating   Rating    `cbor:"6,keyasint,omitempty"` // of someone hired, after six months
}

// Bounces are the channels on which messages came back.
type Bounces struct {
	Channels uint8  `cbor:"1,keyasint,omitempty"` // a bit for each of [Channels]
	Address  string `cbor:"2,keyasint,omitempty"` // the e-mail address that failed; another one is open
	Soft     int    `cbor:"3,keyasint,omitempty"` // soft bounces since the last answer
}

// Rating is how someone hired does after six months.
type Rating string

// The ratings; the zero Rating is none yet.
const (
	RatedStrong   Rating = "strong"
	RatedAdequate Rating = "adequate"
	RatedWeak     Rating = "weak"
)

// Ratings lists the ratings, the best first.
func Ratings() []Rating { return []Rating{RatedStrong, RatedAdequate, RatedWeak} }

// Current is the state, [Mapped] where none was set.
func (o Outreach) Current() State {
	if o.State == "" {
		return Mapped
	}
	return o.State
}

// contactDay is the day of the last contact as a calendar in the zone has it.
func (o *Outreach) contactDay(zone *time.Location) Date {
	if o.LastTouch.IsZero() {
		return 0
	}
	return DateOf(o.LastTouch.In(zone))
}
