package critique

import (
	"time"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// Draft is a message as it would go out: merge fields filled, footer and all.
type Draft struct {
	Channel model.Channel // "" is e-mail
	Subject string
	Body    string
	Lang    prose.Lang // [prose.Unknown]: found out
}

// About is what is known of the person written to and of who writes. The zero
// About knows nobody: what needs facts is then not checked.
type About struct {
	Person     *model.Person // with her facts; nil: not known
	Touches    []model.Touch // with her, oldest first
	FollowUp   bool          // an earlier message went out; without a person nobody else can tell
	OpenToWork bool          // the signal is active
	Gate       string        // why the gate is closed, in words; "" while it is open
	Sender     Sender
	Ours       []string // names that are the sender's side and no mistake: the hiring company, its people
	Now        time.Time
	Limits     Limits // the zero Limits are those of [DefaultLimits]
}

// Sender is who writes. What is not known is looked for by its form.
type Sender struct {
	Name    string
	Company string
	Address string // where post reaches the company
}

// Limits are the numbers of the rules, which a team can change.
type Limits struct {
	Opening     int     // characters at the beginning that announce no vacancy
	Words       Span    // of an e-mail
	Characters  Span    // of an InMail: above the first a warning, above the second no
	Subject     Span    // characters of a subject
	LongAsk     int     // minutes from which an ask is large
	Batch       float64 // share of 5-grams from which a message is a copy of another
	Repeats     float64 // share of the words of the message before from which a follow-up adds nothing
	StaleMonths int     // how old a cited fact may be
	Ready       int     // research items that make a person ready
	Rare        float64 // share of people of whom a rare word is said at most
}

// Span is the least and the most of something.
type Span struct{ Least, Most int }

// DefaultLimits are the numbers as the field has them. Those of lengths come from
// vendors' reports.
func DefaultLimits() Limits {
	return Limits{
		Opening: 80, Words: Span{25, 150}, Characters: Span{800, 1200}, Subject: Span{25, 60},
		LongAsk: 30, Batch: 0.8, Repeats: 0.6, StaleMonths: 18, Ready: model.ReadyAt, Rare: 0.01,
	}
}

// Against is what a draft is compared with: what has been sent to others, and who
// else is known. Its methods are called at every key and answer from memory.
type Against interface {
	// Said is of how many people something is said that has a term, and of how many
	// people that is known.
	Said(term Term) (people, of int)
	// Called is how many people have a full name.
	Called(name Name) int
	// Given is how many people have a given name.
	Given(name Name) int
	// Employs is how many people work for a company of a name now.
	Employs(company Name) int
	// Nearest is the newest message sent to somebody else that has at least enough of
	// some 5-grams, as far as one is found. None: a zero Near.
	Nearest(grams []Gram, enough int, not model.PersonID) Near
}

// Near is a sent message that is like a draft.
type Near struct {
	Person model.PersonID
	Touch  model.TouchID
	Shared int // of the 5-grams asked for
}

// stage is how far the conversation is.
type stage uint8

const (
	firstTouch stage = 1 << iota
	followUp
	reply     // she has written last
	candidate // she is in a process, or said that she would like to be

	anyStage = firstTouch | followUp | reply | candidate
	outreach = firstTouch | followUp
)

// stageOf is how far the conversation is.
func stageOf(a *About) stage {
	if a.Person == nil {
		if a.FollowUp {
			return followUp
		}
		return firstTouch
	}
	switch a.Person.Outreach.Current() {
	case model.Interested, model.Pipeline, model.Hired:
		return candidate
	}
	last := lastTouch(a.Touches, func(t *model.Touch) bool { return t.Auto == "" })
	switch {
	case last == nil && a.FollowUp:
		return followUp
	case last == nil:
		return firstTouch
	case last.Direction == model.Inbound:
		return reply
	}
	return followUp
}

// lastTouch is the newest touch that is wanted; nil where there is none.
func lastTouch(touches []model.Touch, wanted func(*model.Touch) bool) *model.Touch {
	var last *model.Touch
	for i := range touches {
		t := &touches[i]
		if (last == nil || !t.At.Before(last.At)) && wanted(t) {
			last = t
		}
	}
	return last
}

// channels is a set of channels.
type channels uint8

const (
	onEmail channels = 1 << iota
	onInMail
	onMessage
	onPhone
	onIntroduction
	onEvent

	anyChannel = onEmail | onInMail | onMessage | onPhone | onIntroduction | onEvent
	written    = onEmail | onInMail | onMessage
	toHer      = written | onPhone // speaks to the person herself about herself
)

func channelBit(c model.Channel) channels {
	switch c {
	case model.InMail:
		return onInMail
	case model.Message:
		return onMessage
	case model.Phone:
		return onPhone
	case model.Introduction:
		return onIntroduction
	case model.Event:
		return onEvent
	}
	return onEmail
}
