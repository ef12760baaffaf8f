package store_test

import (
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"

	"talentmap/model"
)

// The records of outreach as the release before had them.
type (
	oldPerson struct {
		ID       uint64      `cbor:"1,keyasint"`
		Name     string      `cbor:"2,keyasint"`
		Outreach oldOutreach `cbor:"12,keyasint,omitzero"`
	}
	oldOutreach struct {
		State     string    `cbor:"1,keyasint,omitempty"`
		Step      int       `cbor:"2,keyasint,omitempty"`
		Next      uint32    `cbor:"3,keyasint,omitempty"`
		Owner     string    `cbor:"4,keyasint,omitempty"`
		LastTouch time.Time `cbor:"5,keyasint,omitzero"`
		Lock      string    `cbor:"6,keyasint,omitempty"`
		LockUntil uint32    `cbor:"7,keyasint,omitempty"`
		LockWhy   string    `cbor:"8,keyasint,omitempty"`
	}
)

// What the release before wrote is read as it was, and what this one writes can be
// read by that one: it does not know the new fields, and needs none of them.
func TestRecordsOfTheReleaseBefore(t *testing.T) {
	at := time.Date(2026, 2, 20, 9, 0, 0, 0, time.UTC)
	old := oldPerson{3, "Björn Ek", oldOutreach{"active", 2, 20260302, "ada", at, "do-not-contact", 20260630, "client"}}
	data, err := cbor.Marshal(old)
	try(t, err)
	var p model.Person
	try(t, cbor.Unmarshal(data, &p))
	want := model.Outreach{
		State: model.Active, Step: 2, Next: model.Day(2026, 3, 2), Owner: "ada", LastTouch: p.Outreach.LastTouch,
		Lock: model.DoNotContact, LockUntil: model.Day(2026, 6, 30), LockWhy: "client",
	}
	if p.Name != "Björn Ek" || p.Outreach != want || !p.Outreach.LastTouch.Equal(at) {
		t.Errorf("read as %+v", p.Outreach)
	}
	c := model.DefaultCadence()
	if got := c.Settled(p.Outreach, at.AddDate(1, 0, 0)); got != p.Outreach {
		t.Errorf("a year later she is %+v: a touch that is due moves by nobody's clock", got)
	}
	p.Outreach.Trail = model.Trail{Since: model.Day(2026, 2, 1), Cause: model.Sent, Refused: model.Year(2025), Bounced: model.Bounces{Channels: 1}, Rating: model.RatedWeak}
	p.Outreach.Deferral = model.Deferral{Until: model.Day(2026, 4, 1), By: "ben", At: at, Skip: model.Skip{Classes: 1}}
	p.Outreach.LockBy = "cleo"
	data, err = cbor.Marshal(p)
	try(t, err)
	var again oldPerson
	try(t, cbor.Unmarshal(data, &again))
	again.Outreach.LastTouch = at
	if again != old {
		t.Errorf("the release before reads %+v, want %+v", again, old)
	}
}
