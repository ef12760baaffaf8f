package store

import (
	"bytes"
	"fmt"

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
	Faults                         []Fault
}

// Check verifies the pages, every record's checksum, every index entry against
// its record and back, and the journal's order. It reads everything: about a
// second per 100,000 people. The error is a check that could not be made.
func (s *Store) Check() (Checked, error) {
	var out Checked
	report := func(where, what string) { out.Faults = append(out.Faults, Fault{where, what}) }
	if err := s.eng.Check(func(err error) { report("pages", err.Error()) }); err != nil {
		return out, err
	}
	err := s.View(func(tx *Tx) error {
		for space, t := range tables {
			out.Records += tx.checkTable(space, t, &out, report)
		}
		for _, space := range []byte{indexKey, indexName, indexEmployer, indexCompany} {
			tx.checkIndex(space, &out, report)
		}
		tx.checkJournal(&out, report)
		return nil
	})
	return out, err
}

// checkTable reads every record of one noun and looks for its index entries.
func (tx *Tx) checkTable(space byte, t indexer, out *Checked, report func(where, what string)) (n int) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{space})) {
		n++
		keys, err := t.indexKeys(tx.codec, k, rec)
		if err != nil {
			report(showKey(k), err.Error())
			continue
		}
		for _, ix := range keys {
			if tx.r.Get(ix) == nil {
				report(showKey(k), fmt.Sprintf("is missing from the index %c", ix[0]))
			}
		}
	}
	return n
}

// checkIndex asks of every index entry whether its record leads back to it.
func (tx *Tx) checkIndex(space byte, out *Checked, report func(where, what string)) {
	owner, t := byte(spacePerson), indexer(people)
	if space == indexCompany {
		owner, t = spaceCompany, companies
	}
	for k := range tx.r.Ascend(kv.Prefix([]byte{space})) {
		out.IndexEntries++
		if len(k) < 10 {
			report("index "+string(space), fmt.Sprintf("entry %q is cut short", k))
			continue
		}
		key := id8(owner, lastID(k))
		rec := tx.r.Get(key)
		if rec == nil {
			report("index "+string(space), fmt.Sprintf("leads to %s, which is not there", showKey(key)))
			continue
		}
		keys, err := t.indexKeys(tx.codec, key, rec)
		if err == nil && !holds(keys, k) {
			report("index "+string(space), fmt.Sprintf("leads to %s, which does not lead back", showKey(key)))
		}
	}
}

// checkJournal reads every entry: the revisions follow one another, nothing is
// newer than the last, and what can be undone has its before-images.
func (tx *Tx) checkJournal(out *Checked, report func(where, what string)) {
	last := model.Rev(0)
	for c, err := range tx.ChangesSince(0) {
		out.Changes++
		where := fmt.Sprintf("journal revision %d", c.Rev)
		if err != nil {
			report(where, err.Error())
			continue
		}
		if c.Rev != last+1 {
			report(where, fmt.Sprintf("does not follow revision %d", last))
		}
		last = c.Rev
		if c.Quiet {
			continue
		}
		if _, err := tx.imagesOf(c.Rev); err != nil {
			report(where, err.Error())
		}
	}
	newest := lastRev(tx.r)
	for space := range tables {
		for k, rec := range tx.r.Ascend(kv.Prefix([]byte{space})) {
			if rev, _, err := unseal(bytes.Clone(k), rec); err == nil && rev > newest {
				report(showKey(k), fmt.Sprintf("is of revision %d, the journal ends at %d", rev, newest))
			}
		}
	}
}
