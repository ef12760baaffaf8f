package model

import "time"

// EventKind is something that happens in outreach. The texts stand on disk.
type EventKind string

// The events, in the order of the method.
const (
	ResearchReady  EventKind = "research ready"
	PathChosen     EventKind = "warm path chosen"
	IntroSilent    EventKind = "introduction silent"
	Sent           EventKind = "sent"
	InTouch        EventKind = "in touch"
	SequenceSilent EventKind = "sequence silent"
	HumanReply     EventKind = "human reply"
	OutOfOffice    EventKind = "out of office"
	DayReached     EventKind = "date reached"
	HardBounce     EventKind = "hard bounce"
	SoftBounce     EventKind = "soft bounce"
	SaysInterested EventKind = "interested"
	SaysLater      EventKind = "later"
	SaysNo         EventKind = "no"
	SaysStop       EventKind = "stop"
	Stalled        EventKind = "stalled"
	ValueDue       EventKind = "value touch due"
	Triggered      EventKind = "trigger"
	LeftUnused     EventKind = "left unused"
	ScreenBooked   EventKind = "screen booked"
	Declined       EventKind = "declined"
	GotHired       EventKind = "hired"
	GotRated       EventKind = "rated"
	TakenOut       EventKind = "taken out"
	Forbidden      EventKind = "do not contact"
	LockOpened     EventKind = "unlocked"
)

// OutreachEvent is something that happened to a person, or that somebody decided.
type OutreachEvent struct {
	Kind    EventKind
	At      time.Time // when; its day is the one in its own location
	By      string    // the recruiter who tells of it; "" for the clock
	Until   Date      // out of office: the day she is back. Later: the day she asked for. A lock: its last day
	Why     string    // of a lock
	Channel Channel   // of a bounce
	Address string    // the e-mail address that a message came back from
	Rating  Rating
	Days    Days // how her days are counted
	Plan    Plan // of a first touch: the sequence that begins; zero: the one into which she was put, else the default one
}

// eventTraits is what an event is beside a step from state to state.
type eventTraits struct {
	kind    EventKind
	text    string // as a table of events has it; the numbers are the cadence's
	clock   bool   // follows from a date alone
	contact bool   // she and we were in touch: the time until the next value touch begins anew
	answer  bool   // a message that she wrote herself
	cancels bool   // what was approved to go out is not sent
}

// eventTable has every event. {intro} and the like stand for a number.
var eventTable = [...]eventTraits{
	{kind: ResearchReady, text: "{ready} of six research items"},
	{kind: PathChosen, text: "warm path chosen", cancels: true},
	{kind: IntroSilent, text: "{intro} d silent", clock: true},
	{kind: Sent, text: "a send passes the gate", contact: true},
	{kind: InTouch, text: "another contact", contact: true},
	{kind: SequenceSilent, text: "{silence} business days silent", clock: true},
	{kind: HumanReply, text: "human reply, introduction", contact: true, answer: true, cancels: true},
	{kind: OutOfOffice, text: "out of office", cancels: true},
	{kind: DayReached, text: "date reached", clock: true},
	{kind: HardBounce, text: "hard bounce", cancels: true},
	{kind: SoftBounce, text: "soft bounce"},
	{kind: SaysInterested, text: "interested", cancels: true},
	{kind: SaysLater, text: "later(date)", cancels: true},
	{kind: SaysNo, text: "no", cancels: true},
	{kind: SaysStop, text: "stop, opt-out", cancels: true},
	{kind: Stalled, text: "{stalled} d stalled", clock: true},
	{kind: ValueDue, text: "due", clock: true},
	{kind: Triggered, text: "trigger: strong signal, or more receptive"},
	{kind: LeftUnused, text: "{unused} d unused", clock: true, cancels: true},
	{kind: ScreenBooked, text: "screen booked", contact: true, cancels: true},
	{kind: Declined, text: "declined", contact: true},
	{kind: GotHired, text: "hired", contact: true},
	{kind: GotRated, text: "rated"},
	{kind: TakenOut, text: "taken out of the sequence", cancels: true},
	{kind: Forbidden, text: "do not contact", cancels: true},
	{kind: LockOpened, text: "unlocked"},
}

// traits are what an event is; nil for one that this program does not know.
func (k EventKind) traits() *eventTraits {
	for i := range eventTable {
		if eventTable[i].kind == k {
			return &eventTable[i]
		}
	}
	return nil
}

// ByClock reports whether the event follows from a date that has come, without
// anybody doing anything.
func (k EventKind) ByClock() bool { t := k.traits(); return t != nil && t.clock }

// Cancels reports whether what was approved to go out to the person is not sent
// any more after the event.
func (k EventKind) Cancels() bool { t := k.traits(); return t != nil && t.cancels }

// Events lists the events in the order of the method.
func Events() []EventKind {
	kinds := make([]EventKind, len(eventTable))
	for i := range eventTable {
		kinds[i] = eventTable[i].kind
	}
	return kinds
}
