package store

import (
	"bytes"
	"fmt"
	"slices"

	"talentmap/store/kv"
)

// An import that is alone in the database does not keep the indexes of people as it
// goes: each chunk would go through all of their pages, since names and addresses come
// in any order. What they miss waits in memory and is written at the end, in order. A
// mark says so meanwhile, and a database that has it when it is opened to write, as an
// import died in it, gets its indexes made anew from the records.

// metaLagging is the mark.
var metaLagging = []byte("mlagging")

// lag is what the indexes of people miss.
type lag struct {
	entries []entry // in the order in which they came
	marked  bool    // the mark is set
	unknown bool    // they may miss more: a commit of which nothing is known
}

// entry is an entry of an index that is to come, or to go.
type entry struct {
	key  []byte
	gone bool
}

// mostLagging is how many entries wait at most: some 50 MB.
const mostLagging = 500_000

// lags reports whether an index may miss what this transaction brings.
func (tx *Tx) lags(index byte) bool {
	return tx.lag != nil && (index == indexKey || index == indexName || index == indexEmployer)
}

// mark sets the mark with the first entries that wait.
func (tx *Tx) mark() error {
	if tx.lag == nil || tx.lag.marked || len(tx.missing) == 0 {
		return nil
	}
	return tx.w.Put(metaLagging, []byte{1})
}

// lost takes in that a transaction may have been written.
func (l *lag) lost() {
	if l != nil {
		l.unknown = true
	}
}

// committed takes in what the indexes miss by a transaction that was written.
func (l *lag) committed(tx *Tx) {
	if l == nil {
		return
	}
	l.entries = append(l.entries, tx.missing...)
	l.marked = l.marked || len(tx.missing) > 0
}

// Alone says that nobody else reads or writes until CatchUp: then the indexes of people
// are written by that, which takes a good deal less time and memory than to keep them.
func (im *Importer) Alone() { im.lag = &lag{} }

// CatchUp writes what the indexes miss after Alone. It has to be called when the last
// person is written, and where that failed.
func (im *Importer) CatchUp() error {
	l := im.lag
	if l == nil || !l.marked && !l.unknown {
		return nil
	}
	if l.unknown {
		im.lag = &lag{}
		return im.store.catchUp(func(string) {})
	}
	l.sort()
	err := inChunks(im.store.eng, l.entries, func(w kv.Writer, e entry) error { return e.write(w) })
	if err == nil {
		err = unmark(im.store.eng)
	}
	if err != nil {
		return fmt.Errorf("write the indexes of the people who came: %w; the next start makes what is missing of them", err)
	}
	im.lag = &lag{}
	return nil
}

// sort puts the entries in the order of their keys, of each the last word.
func (l *lag) sort() {
	slices.SortStableFunc(l.entries, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	last := l.entries[:0]
	for _, e := range l.entries {
		if n := len(last); n > 0 && bytes.Equal(last[n-1].key, e.key) {
			last[n-1] = e
			continue
		}
		last = append(last, e)
	}
	l.entries = last
}

func (e entry) write(w kv.Writer) error {
	if e.gone {
		return w.Delete(e.key)
	}
	return w.Put(e.key, nil)
}

// lagging reports whether the mark is set.
func (s *Store) lagging() (set bool, err error) {
	err = s.eng.View(func(r kv.Reader) error {
		set = r.Get(metaLagging) != nil
		return nil
	})
	return set, err
}

// catchUp makes the indexes of a database whole in which an import died.
func (s *Store) catchUp(tell func(string)) error {
	set, err := s.lagging()
	if err != nil || !set {
		return err
	}
	changed, err := reindex(s.eng, s.codec, progress(s.clock, tell))
	if err != nil {
		return fmt.Errorf("make the indexes of %s whole after an import that broke off: %w", s.path, err)
	}
	tell(fmt.Sprintf("an import broke off in %s: %d index entries were made for the people whom it had brought", s.path, changed))
	return nil
}

// unmark takes the mark away: the indexes are whole.
func unmark(eng kv.Engine) error {
	return eng.Update(func(w kv.Writer) error { return w.Delete(metaLagging) })
}
