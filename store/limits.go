package store

import (
	"errors"
	"fmt"

	"talentmap/store/kv"
)

// Errors of a change that is more than the engine takes. Nothing of it was
// saved.
var (
	// ErrTooLarge is a record with more bytes, or more addresses, links and
	// employers to be found by, than one may have.
	ErrTooLarge = errors.New("too large")
	// ErrTooMany is a change that writes more than one transaction holds.
	ErrTooMany = errors.New("too many records for one change")
)

// maxRecord is how many bytes a record may have: 1.5 MB, which leaves room for
// what the journal adds when it keeps one.
const maxRecord = 1_500_000

// maxSize is how many bytes the record of a key may have.
func maxSize(key []byte) int {
	if key[0] == spaceImages {
		return kv.MaxValue
	}
	return maxRecord
}

// tooLarge names a record that has too many bytes.
func tooLarge(key []byte, size int) error {
	return fmt.Errorf("%s is %s: %w: a record may have %s at most, so shorten its text", nameOf(key), megabytes(size), ErrTooLarge, megabytes(maxRecord))
}

// megabytes is a number of bytes for people, rounded up: 1.6 MB.
func megabytes(n int) string {
	tenths := (n + 99_999) / 100_000
	return fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)
}

// nameOf is a record's noun with its key: "draft to p17".
func nameOf(key []byte) string {
	switch {
	case key[0] == spaceDraft && len(key) == 9:
		return fmt.Sprintf("the draft to p%d", lastID(key))
	case tables[key[0]] != nil:
		_, kind := tables[key[0]].noun()
		return kind.String() + " " + showKey(key)
	}
	return "record " + showKey(key)
}

// A transaction counts its writes as it goes, so that a change that is too much
// for the engine is refused with nothing written, and one that can be split is
// split where it is full. The count is never below the keys that are written.
//
// What takes a change back writes no more than the change did: so a new person
// counts some more than her record and its index entries, for the draft that
// goes with her.
const (
	journalOps = 3  // the journal's entry, its images and their number
	personOps  = 3  // a draft, or what an erasure notes of her
	recordOps  = 12 // what one record may need beside its index entries
)

// fits refuses what has been written so far when it is too much.
func (tx *Tx) fits() error {
	if tx.max == 0 || tx.room() >= 0 {
		return nil
	}
	return fmt.Errorf("%w: this database takes %d writes at once; make it in smaller parts", ErrTooMany, tx.max)
}

// room is how many more writes the transaction takes. The images of the journal
// come in parts that are half full at least, but for the last.
func (tx *Tx) room() int { return tx.max - tx.ops - journalOps - 2*tx.bytes/kv.MaxValue }

// mayEnter refuses a record to which so many index entries lead that removing it
// would be more than one transaction.
func (tx *Tx) mayEnter(key []byte, entries int) error {
	most := tx.max - recordOps
	if tx.max == 0 || entries <= most {
		return nil
	}
	return fmt.Errorf("%s: %w: %d names, addresses, links and employers lead to it, %d may", nameOf(key), ErrTooLarge, entries, most)
}
