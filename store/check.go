package store

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// Fault is one thing that [Store.Check] found to be wrong.
type Fault struct {
	Where string // "pages", a record such as p17, an index
	What  string
}

func (f Fault) String() string { return f.Where + ": " + f.What }

// Checked counts what a check went through.
type Checked struct {
	Records, IndexEntries, Changes int
	// Lost are revisions that are missing from the journal and of which a repair
	// has told so: no faults any more.
	Lost   []LostRevisions
	Faults []Fault
	// Older is the schema of a database that an older program wrote, else 0. Its
	// indexes are built anew when it is next opened to write, and not looked at.
	Older uint64
	// Lagging is a database in which an import died: its indexes are made whole when
	// it is next opened to write, and not looked at.
	Lagging bool
}

// indexed reports whether the indexes are to be looked at.
func (c *Checked) indexed() bool { return c.Older == 0 && !c.Lagging }

// Check verifies the pages, every record's checksum, every index entry against
// its record and back, the journal's order, and that what stands is what the
// journal says must stand: a record lost or replaced by an older one is found
// too. It reads everything: a second or two per 100,000 people, during which
// an Edit may wait. The error is a check that could not be made. bbolt can crash
// on a badly damaged file: look at a suspect one in a process of its own.
func (s *Store) Check() (Checked, error) {
	var out Checked
	if err := s.eng.Check(func(err error) { out.report("pages", err.Error()) }); err != nil {
		return out, err
	}
	if s.outdated() {
		out.Older = s.made.schema
	}
	err := s.View(func(tx *Tx) error {
		out.Lagging = tx.r.Get(metaLagging) != nil
		must, whole := tx.checkJournal(&out)
		if !whole {
			must = nil
		}
		entries := map[byte]int{} // of each index, those that records lead to
		for space := byte('a'); space <= 'z'; space++ {
			if tables[space] != nil {
				tx.checkTable(space, must, entries, &out)
			}
		}
		found := len(out.Faults)
		for key, rev := range must {
			out.report(showKey([]byte(key)), fmt.Sprintf("is missing: revision %d wrote it", rev))
		}
		slices.SortFunc(out.Faults[found:], func(a, b Fault) int { return strings.Compare(a.Where, b.Where) })
		for _, space := range indexSpaces {
			if out.indexed() {
				tx.checkIndex(space, entries[space], &out)
			}
		}
		return nil
	})
	return out, err
}

func (c *Checked) report(where, what string) {
	c.Faults = append(c.Faults, Fault{where, what})
}

// checkTable reads every record of one noun, compares its revision with the one
// that must stand, which it takes out of must, and looks for its index entries.
func (tx *Tx) checkTable(space byte, must map[string]model.Rev, entries map[byte]int, out *Checked) {
	highest := uint64(0)
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{space})) {
		out.Records++
		highest = max(highest, lastID(k))
		rev, known := must[string(k)]
		delete(must, string(k))
		keys, err := tables[space].indexKeys(tx.codec, k, rec)
		if err != nil {
			out.report(showKey(k), err.Error())
			continue
		}
		if have, _ := tx.stands(k); must != nil && (!known || have != rev) {
			out.report(showKey(k), fmt.Sprintf("is of revision %d, the journal says %d", have, rev))
		}
		for _, ix := range keys {
			if !out.indexed() {
				break
			}
			if tx.r.Get(ix) == nil {
				out.report(showKey(k), fmt.Sprintf("is missing from the index %c", ix[0]))
				continue
			}
			entries[ix[0]]++
		}
	}
	if !numbered(space) {
		return
	}
	switch last, err := tx.lastNumber(space); {
	case err != nil:
		out.report(showKey(seqKey(space)), err.Error())
	case last < highest:
		out.report(showKey(seqKey(space)), fmt.Sprintf("the last number given is %d, but there is %d", last, highest))
	}
}

// numbered reports whether a noun gets its numbers from a sequence: a draft has
// its person's.
func numbered(space byte) bool {
	t, ok := tables[space].(interface{ hasSequence() bool })
	return ok && t.hasSequence()
}

func (t *table[T]) hasSequence() bool { return t.number != nil }

// checkIndex counts the entries of an index; only where there are more than
// records lead to, each entry's record is asked whether it leads back.
func (tx *Tx) checkIndex(space byte, known int, out *Checked) {
	have := 0
	for range tx.r.Ascend(kv.Prefix([]byte{space})) {
		have++
	}
	out.IndexEntries += have
	if have == known {
		return
	}
	t := ownerOf(space)
	owner, _ := t.noun()
	where := "index " + string(space)
	for k := range tx.r.Ascend(kv.Prefix([]byte{space})) {
		key := id8(owner, lastID(k))
		rec := tx.r.Get(key)
		if rec == nil {
			out.report(where, fmt.Sprintf("%q leads to %s, which is not there", k, showKey(key)))
			continue
		}
		keys, err := t.indexKeys(tx.codec, key, rec)
		if err == nil && !holds(keys, k) {
			out.report(where, fmt.Sprintf("%q leads to %s, which does not lead back", k, showKey(key)))
		}
	}
}
