package model

import (
	"slices"
	"strings"
)

// Review is a row of a file that may mean someone known, and that a person must
// look at: same name and employer and no key to tell by. It is not among the
// people until it is joined to one of them or kept apart.
type Review struct {
	ID  ReviewID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"`

	Import   ImportID   `cbor:"2,keyasint,omitempty"`
	Source   SourceID   `cbor:"3,keyasint,omitempty"`
	AsOf     Date       `cbor:"8,keyasint,omitempty"` // the day that the file tells of
	Line     int        `cbor:"4,keyasint,omitempty"` // in the file, from 1
	Incoming Person     `cbor:"5,keyasint"`           // the row
	Like     []PersonID `cbor:"6,keyasint,omitempty"` // whom it may mean, the likeliest first
	Why      string     `cbor:"7,keyasint,omitempty"` // what speaks for and against
}

// Identity is a remembered decision: a row that reads like this means this
// person. It answers for rows that have no key of their own.
type Identity struct {
	Hash uint64 `cbor:"1,keyasint"` // of Text
	Rev  Rev    `cbor:"-"`

	Text   string   `cbor:"2,keyasint"` // see [IdentityText]
	Person PersonID `cbor:"3,keyasint"`
}

// IdentityText is what a row is remembered by: its name, its employers and its
// keys, reduced for comparison.
func IdentityText(p *Person) string {
	parts := make([]string, 0, 1+len(p.Positions)+2)
	for i := range p.Positions {
		if k := CompanyKey(p.Positions[i].Company); k != "" {
			parts = append(parts, k)
		}
	}
	slices.Sort(parts)
	parts = slices.Compact(parts)
	keys := p.Keys()
	slices.Sort(keys)
	parts = append(parts, keys...)
	return NameKey(p.Name) + "\x1f" + strings.Join(parts, "\x1f")
}
