package model

import "time"

// Draft is the message being written to a person. There is at most one a
// person, kept as it is typed.
type Draft struct {
	Person PersonID `cbor:"1,keyasint"`
	Rev    Rev      `cbor:"-"`

	Channel Channel   `cbor:"2,keyasint,omitempty"`
	Subject string    `cbor:"3,keyasint,omitempty"`
	Body    string    `cbor:"4,keyasint,omitempty"`
	By      string    `cbor:"5,keyasint,omitempty"`
	At      time.Time `cbor:"6,keyasint,omitzero"`

	// SendAt is when the message is approved to go out; zero: it is being written.
	SendAt time.Time `cbor:"7,keyasint,omitzero"`

	Made     Made     `cbor:"8,keyasint,omitzero"`
	Shelf    ShelfID  `cbor:"9,keyasint,omitempty"` // what is shared with it
	Override Override `cbor:"10,keyasint,omitzero"`
	Notice   bool     `cbor:"11,keyasint,omitempty"` // it tells where her data came from
	Out      Outgoing `cbor:"12,keyasint,omitzero"`
}

// Empty reports whether nothing has been written.
func (d *Draft) Empty() bool { return d.Subject == "" && d.Body == "" }

// SameText reports whether two drafts say the same on the same channel.
func (d *Draft) SameText(other *Draft) bool {
	return d.Channel == other.Channel && d.Subject == other.Subject && d.Body == other.Body
}

// Made is what a text was made from. It is kept with the touch, so that templates can
// be compared by the answers they get.
type Made struct {
	Template TemplateRef `cbor:"1,keyasint,omitzero"`
	Sequence SequenceID  `cbor:"2,keyasint,omitempty"` // the one to begin with a first touch
	Role     RoleID      `cbor:"3,keyasint,omitempty"`
}

// Override is why a message goes out although the critique holds against it what
// blocks. The zero Override is none.
type Override struct {
	Rules string `cbor:"1,keyasint,omitempty"` // the rules passed over: "why-them, no-resume"
	Why   string `cbor:"2,keyasint,omitempty"` // the reason, as typed
}

// OutState is how far a message is on its way out:
//
//	Drafting ──approve──▶ Queued ──begin──▶ Sending ──▶ sent: a [Touch], and no draft
//	    ▲                    │                 ├──▶ Unknown: a person looks, and says
//	    └──take back, reply, lock, typing ◀────┘    failed: it did not leave
type OutState string

// The states of a message that is not sent.
const (
	Drafting OutState = ""        // it is being written
	Queued   OutState = "queued"  // approved: it waits for its time, and for who sends it
	Sending  OutState = "sending" // handed over: whether it left is not known yet
	Unknown  OutState = "unknown" // handed over, and nobody knows whether it left: never sent again by the program
)

// Outgoing is what is known of a message on its way out.
type Outgoing struct {
	State     OutState  `cbor:"1,keyasint,omitempty"` // [Sending], [Unknown] or ""; see [Draft.OutState]
	MessageID string    `cbor:"2,keyasint,omitempty"` // given before anything is handed over
	To        string    `cbor:"3,keyasint,omitempty"` // the address it was handed over for
	Via       string    `cbor:"4,keyasint,omitempty"` // what sends it
	Since     time.Time `cbor:"5,keyasint,omitzero"`  // when it came into the state
	Failed    string    `cbor:"6,keyasint,omitempty"` // why it did not leave the last time
}

// OutState is how far the message is on its way out.
func (d *Draft) OutState() OutState {
	switch {
	case d.Out.State != "":
		return d.Out.State
	case !d.SendAt.IsZero():
		return Queued
	}
	return Drafting
}

// OnItsWay reports whether the message was handed over, and nobody knows yet, or at
// all, whether it left: nothing of it may change.
func (d *Draft) OnItsWay() bool { return d.Out.State != "" }

// MostDraftVersions is how many versions of the drafts to a person are kept.
const MostDraftVersions = 20

// DraftVersion is a text that a draft had at a moment that mattered.
type DraftVersion struct {
	Person PersonID  `cbor:"1,keyasint"`
	ID     VersionID `cbor:"2,keyasint"`
	Rev    Rev       `cbor:"-"`

	Channel  Channel   `cbor:"3,keyasint,omitempty"`
	Subject  string    `cbor:"4,keyasint,omitempty"`
	Body     string    `cbor:"5,keyasint,omitempty"`
	By       string    `cbor:"6,keyasint,omitempty"` // who had written it
	At       time.Time `cbor:"7,keyasint,omitzero"`  // when it was kept
	Occasion Occasion  `cbor:"8,keyasint,omitempty"`
	Made     Made      `cbor:"9,keyasint,omitzero"`
	Shelf    ShelfID   `cbor:"10,keyasint,omitempty"`
}

// Occasion is why a version was kept.
type Occasion string

// The occasions.
const (
	BeforeTemplate Occasion = "before a template"
	FromTemplate   Occasion = "from a template"
	WhenSaved      Occasion = "saved"
	WhenLeft       Occasion = "left"
	BeforeEditor   Occasion = "before the editor"
	BeforeRestore  Occasion = "before a restore"
	BeforeDiscard  Occasion = "thrown away"
)

// VersionOf is a draft as a version of it.
func VersionOf(d *Draft, why Occasion) DraftVersion {
	return DraftVersion{
		Person: d.Person, Channel: d.Channel, Subject: d.Subject, Body: d.Body, By: d.By, Occasion: why, Made: d.Made, Shelf: d.Shelf,
	}
}

// Restore gives a draft the text of a version.
func (d *Draft) Restore(v *DraftVersion) {
	d.Channel, d.Subject, d.Body, d.Made, d.Shelf = v.Channel, v.Subject, v.Body, v.Made, v.Shelf
}
