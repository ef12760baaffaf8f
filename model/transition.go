package model

// transition is one row of the machine: in one of the states an event leads to
// another, if a condition holds, and then something is next due.
type transition struct {
	from stateSet
	on   EventKind
	when condition
	to   State // "" stays
	step stepping
	next wait
}

// transitions is the machine. It is what the program runs on and what
// docs/outreach.md shows; of several rows that fit the first one counts.
var transitions = [...]transition{
	{in(Mapped), ResearchReady, always, Researched, keepStep, waitReview},
	{in(Mapped, Researched, ReEngage), PathChosen, always, IntroPending, keepStep, waitIntro},
	{in(IntroPending), IntroSilent, always, Researched, keepStep, waitNow},

	{in(Mapped, Researched, IntroPending, ReEngage), Sent, always, Active, firstStep, waitTouch},
	{in(Active), Sent, moreToCome, Active, nextStep, waitTouch},
	{in(Active), Sent, allSent, Nurture, noStep, waitNurture},
	{in(Replied, Interested), Sent, always, "", keepStep, waitSilence},
	{in(Later), Sent, always, "", keepStep, waitOn},
	{in(Nurture), Sent, always, "", keepStep, waitNurture},
	{in(Bounced), Sent, inSequence, Active, keepStep, waitTouch},
	{in(Bounced), Sent, always, Nurture, noStep, waitNurture},

	{in(Nurture), InTouch, always, "", keepStep, waitNurture},
	{in(Replied, Interested), InTouch, always, "", keepStep, waitSilence},
	{in(Pipeline), InTouch, always, "", keepStep, waitStalled},
	{anyState, InTouch, always, "", keepStep, waitOn},

	{in(Active), SequenceSilent, allSent, Nurture, noStep, waitNurture},
	{in(Pipeline, Hired), HumanReply, always, "", keepStep, waitOn},
	{anyState &^ in(Pipeline, Hired), HumanReply, always, Replied, keepStep, waitReply},

	{in(Active, Paused), OutOfOffice, always, Paused, keepStep, waitReturn},
	{in(IntroPending, Replied, Interested, Later, Nurture, ReEngage, Pipeline, Hired, Bounced), OutOfOffice, always, "", keepStep, waitOn},
	{in(Paused), DayReached, moreToCome, Active, keepStep, waitNow},
	{in(Paused), DayReached, allSent, Active, keepStep, waitSilence},

	{in(Active, Paused, Nurture), HardBounce, always, Bounced, keepStep, waitNow},
	{in(Active, Paused, Nurture), SoftBounce, lastSoft, Bounced, keepStep, waitNow},
	{in(Active, Paused, Nurture, IntroPending, Replied, Interested, Later, ReEngage, Pipeline, Hired, Bounced), SoftBounce, always, "", keepStep, waitOn},
	{in(IntroPending, Replied, Interested, Later, ReEngage, Pipeline, Hired, Bounced), HardBounce, always, "", keepStep, waitOn},

	{in(Replied, Interested), SaysInterested, always, Interested, keepStep, waitNow},
	{in(Replied, Interested, Pipeline), SaysLater, always, Later, noStep, waitAsked},
	{in(Replied, Interested, Pipeline), SaysNo, always, Nurture, noStep, waitRefused},

	{in(Later), DayReached, always, ReEngage, noStep, waitUnused},
	{in(Nurture), ValueDue, always, "", keepStep, waitOn},
	{in(Nurture, Later), Triggered, always, ReEngage, noStep, waitUnused},
	{in(ReEngage), LeftUnused, always, Nurture, noStep, waitNurture},

	{in(Interested), ScreenBooked, always, Pipeline, keepStep, waitStalled},
	{in(Interested), Stalled, always, Later, noStep, waitStalled},
	{in(Pipeline), Declined, always, Nurture, noStep, waitNurture},
	{in(Pipeline), GotHired, always, Hired, keepStep, waitRating},
	{in(Hired), GotRated, always, "", keepStep, waitReview},

	{in(Active, Paused, Bounced), TakenOut, inSequence, Nurture, noStep, waitNurture},

	{in(Active, Paused, ReEngage, Bounced), SaysStop, always, Nurture, noStep, waitNurture},
	{in(IntroPending), SaysStop, always, Researched, keepStep, waitReview},
	{anyState, SaysStop, always, "", keepStep, waitOn},
	{in(Active, Paused, ReEngage, Bounced), Forbidden, always, Nurture, noStep, waitNurture},
	{in(IntroPending), Forbidden, always, Researched, keepStep, waitReview},
	{anyState, Forbidden, always, "", keepStep, waitOn},
	{anyState, LockOpened, always, "", keepStep, waitOn},
}

// stateSet is a set of states, a bit each in the order of [States].
type stateSet uint16

// anyState has all states.
const anyState stateSet = 1<<stateCount - 1

const stateCount = 13

func in(states ...State) (set stateSet) {
	for _, s := range states {
		set |= 1 << s.index()
	}
	return set
}

// index is the state's place in [States], stateCount for one that this program
// does not know.
func (s State) index() int {
	switch s {
	case Mapped:
		return 0
	case Researched:
		return 1
	case IntroPending:
		return 2
	case Active:
		return 3
	case Paused:
		return 4
	case Replied:
		return 5
	case Interested:
		return 6
	case Later:
		return 7
	case Nurture:
		return 8
	case ReEngage:
		return 9
	case Pipeline:
		return 10
	case Hired:
		return 11
	case Bounced:
		return 12
	}
	return stateCount
}

func (set stateSet) has(s State) bool { return set&(1<<s.index()) != 0 }

// condition is what must hold beside the state.
type condition uint8

const (
	always     condition = iota
	moreToCome           // of the sequence's touches
	allSent
	inSequence
	lastSoft // one soft bounce more is as good as a hard one
)

func (w condition) holds(c *Cadence, o *Outreach) bool {
	switch w {
	case moreToCome:
		return o.Step < c.TouchesOf(o)
	case allSent:
		return o.Step >= c.TouchesOf(o)
	case inSequence:
		return o.Step > 0
	case lastSoft:
		return o.Trail.Bounced.Soft+1 >= c.SoftBounces
	}
	return true
}

// stepping is what becomes of the count of touches in the sequence.
type stepping uint8

const (
	keepStep stepping = iota
	noStep            // there is no sequence any more
	firstStep
	nextStep
)

// wait is until when nothing has to be done.
type wait uint8

const (
	waitOn      wait = iota // as before
	waitReview              // nothing is due until she is kept or erased
	waitNow                 // something is due at once
	waitReply               // her message waits, if another does already since that one came
	waitIntro               //
	waitTouch               // until the next touch, after the last for silence
	waitSilence             // business days without an answer
	waitNurture             // a quarter after the last contact
	waitRefused             //
	waitReturn              // some business days after the absence
	waitAsked               // the day that she asked for
	waitUnused              //
	waitStalled             //
	waitRating              //
)
