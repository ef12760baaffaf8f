package model

import (
	"fmt"
	"time"
)

// MergedCompanies is the dialect of a merger of companies, which goes in like a
// file, in chunks under one ID, and is none.
const MergedCompanies = "merged companies"

// Import is one file that came in: what it was and what it did. The changes
// themselves are in the journal under its ID, and undo as one.
type Import struct {
	ID  ImportID `cbor:"1,keyasint"`
	Rev Rev      `cbor:"-"`

	Source  string           `cbor:"2,keyasint,omitempty"` // the file's name, without its folder
	Dialect string           `cbor:"3,keyasint,omitempty"`
	By      string           `cbor:"4,keyasint,omitempty"`
	At      time.Time        `cbor:"5,keyasint,omitzero"`
	New     int              `cbor:"6,keyasint,omitempty"`
	Changed int              `cbor:"7,keyasint,omitempty"`
	Same    int              `cbor:"8,keyasint,omitempty"`
	Bad     int              `cbor:"9,keyasint,omitempty"`
	Erased  int              `cbor:"11,keyasint,omitempty"` // left out: erased on request
	Review  int              `cbor:"12,keyasint,omitempty"` // rows that waited, or wait, for a decision
	News    map[NewsKind]int `cbor:"13,keyasint,omitempty"` // what had changed since the source's file before
	From    SourceID         `cbor:"14,keyasint,omitempty"` // the source that the file is of
	Done    bool             `cbor:"10,keyasint,omitempty"` // false: interrupted, undo it or import again
	Rows    int              `cbor:"15,keyasint,omitempty"` // of the file; 0: not counted, as before there was this field
	People  int              `cbor:"16,keyasint,omitempty"` // whom the rows tell of, each once
	Noted   int              `cbor:"17,keyasint,omitempty"` // of the same: told of by the source for the first time
}

// PeopleInRows is how much a file tells: "353 rows", and where those that were not
// left out tell of another number of people, "348 people in 353 rows".
func PeopleInRows(people, rows, out int) string {
	noun := func(n int, one, many string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %s", n, many)
	}
	text := noun(rows, "row", "rows")
	if people > 0 && people+out != rows {
		text = noun(people, "person", "people") + " in " + text
	}
	return text
}
