package model

import "time"

// Deferral is what was decided about a person's place in the queue. It ends with
// her next message and with any change of her lock.
type Deferral struct {
	Until Date      `cbor:"1,keyasint,omitempty"` // snoozed: the day on which she is in the queue again; zero: not
	Skip  Skip      `cbor:"2,keyasint,omitzero"`
	By    string    `cbor:"3,keyasint,omitempty"` // who decided it last
	At    time.Time `cbor:"4,keyasint,omitzero"`
}

// Skip is the reasons that were passed over: those that hold for the same classes
// and from the same cause as then. Whatever comes new is seen.
type Skip struct {
	Classes uint8      `cbor:"1,keyasint,omitempty"` // a bit for each class of the queue
	Next    Date       `cbor:"2,keyasint,omitempty"` // what was due
	Kind    SignalKind `cbor:"3,keyasint,omitempty"` // the signal whose window was open
	Event   Date       `cbor:"4,keyasint,omitempty"` // and its day
}

// Snoozed reports whether a person is out of the queue on a day.
func (d *Deferral) Snoozed(today Date) bool { return d.Until.Known() && today < d.Until }

// Skipping reports whether any reason is passed over.
func (d *Deferral) Skipping() bool { return d.Skip.Classes != 0 }
