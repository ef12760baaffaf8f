// Package model holds the nouns of passive sourcing and the rules that are
// always true of them: a [Person] with dated positions, a [Signal] that she may
// be receptive now, the [Map] of a segment's top hundred, the [Draft] and the
// [Touch] of outreach, the outreach states and the gate that every send passes.
//
//	p := model.Person{Name: "Ada Example"}
//	p.Contact.Emails = []string{"ada@example.com"}
//	p.Positions = []model.Position{{Company: "Acme", Title: "Staff Engineer", Start: model.YearMonth(2021, 3)}}
//	cur, ok := p.Current(now)
//
// The package does no I/O and knows no clock: the time is an argument. Values
// are plain data; the field numbers in the cbor tags are what stands on disk,
// so a number is never reused and a removed one stays reserved.
//
// Outreach is a machine: [Cadence.Apply] says where an event leaves somebody,
// [Cadence.Settled] where the clock alone has brought her, [Cadence.Gate] whether she
// may be written to. All of it runs on one table and the numbers of a [Cadence].
//
// Text from outside is cleaned by [CleanLine] and [CleanText] on its way in.
package model
