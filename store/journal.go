package store

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// Change is one entry of the journal.
type Change struct {
	Rev    model.Rev      `cbor:"-"`
	At     time.Time      `cbor:"1,keyasint"`
	Actor  string         `cbor:"2,keyasint"`
	What   string         `cbor:"3,keyasint"`
	Import model.ImportID `cbor:"4,keyasint,omitempty"`
	Quiet  bool           `cbor:"5,keyasint,omitempty"`
	Undoes model.Rev      `cbor:"6,keyasint,omitempty"`  // the change that this one takes back
	Refs   []Ref          `cbor:"7,keyasint,omitempty"`  // what was touched
	Redoes model.Rev      `cbor:"8,keyasint,omitempty"`  // the change that this one brings back, by taking back its undo
	Erases bool           `cbor:"9,keyasint,omitempty"`  // a person was erased
	Erased bool           `cbor:"10,keyasint,omitempty"` // all it touched was erased since
	// Lost are revisions that a repair found missing from the journal.
	Lost []Span `cbor:"11,keyasint,omitempty"`
	// Clock is what followed from dates and facts alone, written down by a sweep.
	Clock bool `cbor:"12,keyasint,omitempty"`
	// Asked is that somebody asked for not being written to any more.
	Asked bool `cbor:"13,keyasint,omitempty"`
}

// Kinds is the set of kinds that the change touched.
func (c *Change) Kinds() KindSet {
	var s KindSet
	for _, r := range c.Refs {
		s = s.with(r.Kind)
	}
	return s
}

// Touches reports whether the change touched a person's record, or what hangs on it.
func (c *Change) Touches(who model.PersonID) bool {
	return slices.ContainsFunc(c.Refs, func(r Ref) bool { return r.isOf(who) })
}

// lastRev is the revision of the last change; 0 for an empty store.
func lastRev(r kv.Reader) model.Rev {
	for k := range r.Descend(kv.Prefix([]byte{spaceJournal})) {
		return model.Rev(lastID(k))
	}
	return 0
}

// journal writes the entry of this transaction and its before-images.
func (tx *Tx) journal(by Actor, now time.Time) error {
	c := Change{At: now, Actor: by.Name, What: by.What, Import: by.Import, Quiet: by.Quiet, Undoes: by.undoes, Redoes: by.redoes, Erases: by.erases, Clock: by.clock, Asked: tx.asked}
	c.Refs = make([]Ref, 0, len(tx.images))
	for _, im := range tx.images {
		r := refOf(im.Kind, im.Key)
		if n := len(c.Refs); n == 0 || c.Refs[n-1] != r {
			c.Refs = append(c.Refs, r)
		}
	}
	if err := tx.putRecord(journalKey(tx.rev), tx.rev, &c); err != nil {
		return err
	}
	for i := range tx.images {
		im := &tx.images[i]
		var err error
		if im.Now, err = tx.stands(im.Key); err != nil {
			return err
		}
		if by.Quiet || by.erases {
			im.Old = nil
		}
	}
	return tx.putImages(tx.rev, tx.images)
}

// stands is the revision of the record that stands under a key, 0 for none.
func (tx *Tx) stands(key []byte) (model.Rev, error) {
	rec := tx.r.Get(key)
	if rec == nil {
		return 0, nil
	}
	rev, _, err := unseal(key, rec)
	return rev, err
}

func (tx *Tx) change(rev model.Rev) (Change, error) {
	var c Change
	key := journalKey(rev)
	rec := tx.r.Get(key)
	if rec == nil {
		return c, fmt.Errorf("revision %d: %w", rev, ErrNotFound)
	}
	_, err := tx.codec.open(key, rec, &c)
	c.Rev = rev
	return c, err
}

// lastTouching is the newest change that touched what ref names.
func (tx *Tx) lastTouching(ref Ref) (Change, error) {
	for c, err := range tx.Changes() {
		if err != nil || slices.Contains(c.Refs, ref) {
			return c, err
		}
	}
	return Change{}, fmt.Errorf("a change of %s %d: %w", ref.Kind, ref.ID, ErrNotFound)
}

// Change reads the journal's entry of one revision.
func (tx *Tx) Change(rev model.Rev) (Change, error) { return tx.change(rev) }

// ChangesSince yields the changes after a revision, oldest first.
func (tx *Tx) ChangesSince(rev model.Rev) iter.Seq2[Change, error] {
	_, end := kv.Prefix([]byte{spaceJournal})
	return tx.changes(tx.r.Ascend(journalKey(rev+1), end))
}

// Changes yields the whole journal, newest first.
func (tx *Tx) Changes() iter.Seq2[Change, error] {
	return tx.changes(tx.r.Descend(kv.Prefix([]byte{spaceJournal})))
}

func (tx *Tx) changes(entries iter.Seq2[[]byte, []byte]) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		for k, rec := range entries {
			var c Change
			_, err := tx.codec.open(k, rec, &c)
			c.Rev = model.Rev(lastID(k)) // also of a damaged entry
			if !yield(c, err) {
				return
			}
		}
	}
}
