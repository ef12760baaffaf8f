package model

import (
	"cmp"
	"slices"
	"time"
)

// Person is someone on the market, with the facts that the team holds of her.
// Everything derived — scores, tenure, "due" — is computed, never stored here.
type Person struct {
	ID  PersonID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"` // the revision read; a write from an older one is a conflict

	Name     string   `cbor:"2,keyasint"`
	Contact  Contact  `cbor:"3,keyasint,omitzero"`
	Location string   `cbor:"4,keyasint,omitempty"`
	Headline string   `cbor:"5,keyasint,omitempty"`
	Summary  string   `cbor:"6,keyasint,omitempty"`
	Skills   []string `cbor:"7,keyasint,omitempty"`
	Notes    string   `cbor:"8,keyasint,omitempty"`

	Positions  []Position  `cbor:"9,keyasint,omitempty"` // newest first, see [Person.SortPositions]
	Background Background  `cbor:"10,keyasint,omitzero"`
	Motivators []Motivator `cbor:"11,keyasint,omitempty"`
	Outreach   Outreach    `cbor:"12,keyasint,omitzero"`
	Origin     Origin      `cbor:"13,keyasint,omitzero"`

	// Zone is the time zone that somebody has said, by its IANA name; "": that of
	// the location counts.
	Zone string `cbor:"14,keyasint,omitempty"`
}

// Contact is how a person is reached and recognized again.
type Contact struct {
	Emails      []string `cbor:"1,keyasint,omitempty"` // lower case
	Phones      []string `cbor:"2,keyasint,omitempty"`
	Links       []string `cbor:"3,keyasint,omitempty"` // normalized profile URLs, see [NormalizeLink]
	ExternalIDs []string `cbor:"4,keyasint,omitempty"` // "column:value" of a source's own key, such as person_id:A000022
}

// Background is what research found beyond the positions.
type Background struct {
	Content     []Content         `cbor:"1,keyasint,omitempty"`
	Connections []Connection      `cbor:"2,keyasint,omitempty"`
	Custom      map[string]string `cbor:"3,keyasint,omitempty"` // unknown columns of an import, kept as they came
	Tags        []string          `cbor:"4,keyasint,omitempty"`
}

// Content is something a person has published.
type Content struct {
	Kind  string `cbor:"1,keyasint,omitempty"` // article, talk, open source, podcast …
	Title string `cbor:"2,keyasint"`
	Link  string `cbor:"3,keyasint,omitempty"`
	Date  Date   `cbor:"4,keyasint,omitempty"`
}

// Connection is a mutual connection: someone who could introduce us.
type Connection struct {
	Name   string   `cbor:"1,keyasint"`
	How    string   `cbor:"2,keyasint,omitempty"` // "worked together at Acme 2018–20"
	Person PersonID `cbor:"3,keyasint,omitempty"` // when she is in the store herself
}

// Origin says where a record came from, for the law's "a source for every datum".
type Origin struct {
	Source string    `cbor:"1,keyasint,omitempty"` // file name, "sample", "entered by ada"
	Import ImportID  `cbor:"2,keyasint,omitempty"`
	At     time.Time `cbor:"3,keyasint,omitzero"`
	MadeUp bool      `cbor:"4,keyasint,omitempty"` // part of the shipped sample
}

// Motivator is what would move a person.
type Motivator string

// The four motivators of the field.
const (
	Scope        Motivator = "scope"
	Compensation Motivator = "compensation"
	Technology   Motivator = "technology"
	CompanyStage Motivator = "company stage"
)

// Motivators lists what may move people, in the order of the field's table.
func Motivators() []Motivator { return []Motivator{Scope, Compensation, Technology, CompanyStage} }

// Position is one job: a title at a company over a stretch of time.
type Position struct {
	Company   string    `cbor:"1,keyasint,omitempty"`
	CompanyID CompanyID `cbor:"2,keyasint,omitempty"`
	Title     string    `cbor:"3,keyasint,omitempty"`
	Location  string    `cbor:"4,keyasint,omitempty"`
	Start     Date      `cbor:"5,keyasint,omitempty"`
	End       Date      `cbor:"6,keyasint,omitempty"` // zero: not ended, as far as known
	Summary   string    `cbor:"7,keyasint,omitempty"`
}

// renewalGap is how long a pause between two positions of the same title at the
// same company may be for the second to count as going on with the first, such
// as the next term of the same seat.
const renewalGap = 183 * 24 * time.Hour

// Open reports whether the position is held at now: it has not ended and has
// not yet to begin. An end in the future is a term still running.
func (p Position) Open(now time.Time) bool {
	if p.Start.Known() && p.Start.Time().After(now) {
		return false
	}
	return !p.End.Known() || p.End.Last().After(now)
}

// SortPositions orders the positions newest first: open-ended ones before ended
// ones of the same start, unknown starts last.
func (p *Person) SortPositions() {
	slices.SortStableFunc(p.Positions, func(a, b Position) int {
		if c := cmp.Compare(b.Start, a.Start); c != 0 {
			return c
		}
		return cmp.Compare(openEnd(b), openEnd(a))
	})
}

func openEnd(p Position) Date {
	if !p.End.Known() {
		return 99991231
	}
	return p.End
}

// Current is the position held at now, the newest one where there are several.
// ok is false for someone who holds none.
func (p *Person) Current(now time.Time) (pos Position, ok bool) {
	for _, q := range p.Positions {
		if q.Open(now) {
			return q, true
		}
	}
	return Position{}, false
}

// Since is when the person began the title she now holds at the company she now
// works for; renewals of the same seat count as one stretch unless she held
// something else in the pause. The zero Date when she holds no position or the
// start is unknown.
func (p *Person) Since(now time.Time) Date {
	cur, ok := p.Current(now)
	if !ok || !cur.Start.Known() {
		return 0
	}
	start := cur.Start
	for _, q := range p.Positions {
		if !q.sameSeat(cur) || !q.Start.Known() || q.Start >= start || !q.End.Known() {
			continue
		}
		if start.Time().Sub(q.End.Last()) <= renewalGap && !p.heldBetween(q, start) {
			start = q.Start
		}
	}
	return start
}

func (p Position) sameSeat(q Position) bool {
	return SameText(p.Title, q.Title) && SameText(p.Company, q.Company)
}

// heldBetween reports whether a position other than q's lies wholly between the
// end of q and start.
func (p *Person) heldBetween(q Position, start Date) bool {
	return slices.ContainsFunc(p.Positions, func(r Position) bool {
		return r.Start >= q.End && r.End.Known() && r.End <= start && !r.sameSeat(q)
	})
}

// Latest is the current position at now, else the one that ended last, else
// whatever there is: what to show for a person in one line.
func (p *Person) Latest(now time.Time) Position {
	if cur, ok := p.Current(now); ok {
		return cur
	}
	var best Position
	for _, q := range p.Positions {
		if q.End > best.End && !q.Start.Time().After(now) {
			best = q
		}
	}
	if best == (Position{}) && len(p.Positions) > 0 {
		return p.Positions[0]
	}
	return best
}
