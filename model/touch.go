package model

import "time"

// Channel is the way a message goes.
type Channel string

// The channels of a sequence.
const (
	Email        Channel = "e-mail"
	InMail       Channel = "InMail"
	Phone        Channel = "phone"
	Message      Channel = "message"
	Introduction Channel = "introduction"
	Event        Channel = "event"
)

// Channels lists the channels in the order in which they are offered.
func Channels() []Channel { return []Channel{Email, InMail, Message, Phone, Introduction, Event} }

// Direction says who spoke.
type Direction uint8

// A touch goes out from us or comes in from the person.
const (
	Outbound Direction = iota
	Inbound
)

// Touch is one contact that took place. It is never edited: what was sent was
// sent.
type Touch struct {
	ID  TouchID `cbor:"1,keyasint"`
	Rev Rev     `cbor:"-"`

	Person    PersonID  `cbor:"2,keyasint"`
	At        time.Time `cbor:"3,keyasint"`
	By        string    `cbor:"4,keyasint,omitempty"` // the recruiter
	Channel   Channel   `cbor:"5,keyasint,omitempty"`
	Direction Direction `cbor:"6,keyasint,omitempty"`
	Subject   string    `cbor:"7,keyasint,omitempty"`
	Body      string    `cbor:"8,keyasint,omitempty"`
	Step      int       `cbor:"9,keyasint,omitempty"` // which touch of the sequence, from 1
	Origin    Origin    `cbor:"10,keyasint,omitzero"`
	Auto      Auto      `cbor:"11,keyasint,omitempty"` // what a machine sent; "" for a person
	ReEngages bool      `cbor:"12,keyasint,omitempty"` // the first touch after a trigger: the cap leaves one out
	Made      Made      `cbor:"13,keyasint,omitzero"`  // what its text was made from
	Override  Override  `cbor:"14,keyasint,omitzero"`  // what the critique held against it, and why it went out
	MessageID string    `cbor:"15,keyasint,omitempty"` // of an e-mail that the program named, without < and >
	Via       string    `cbor:"16,keyasint,omitempty"` // what sent it, such as a mailer; "": a person did, or it came in
	Shelf     ShelfID   `cbor:"17,keyasint,omitempty"` // what was shared with it
	Notice    bool      `cbor:"18,keyasint,omitempty"` // it told where her data came from, as the law asks
}

// Auto is a message that no person wrote.
type Auto string

// The automatic messages; the zero Auto is none.
const (
	AutoReply Auto = "out of office"
	AutoHard  Auto = "hard bounce"
	AutoSoft  Auto = "soft bounce"
)
