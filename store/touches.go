package store

import (
	"iter"

	"talentmap/model"
)

// TouchesIn yields the touches with the people with from ≤ ID < to, person by
// person in order of ID, each person's oldest first. A damaged one comes with its
// error.
func (tx *Tx) TouchesIn(from, to model.PersonID) iter.Seq2[model.Touch, error] {
	return scanRange(tx, touches, touchesOf(from), touchesOf(to))
}
