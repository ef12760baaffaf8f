package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// ErrErased is an undo of an erasure, or of a change of which nothing is left
// because the person was erased.
var ErrErased = errors.New("a person was erased on request, and that stays")

// Erased says what an erasure took away, and what it could not reach.
type Erased struct {
	Records int // hers: record, signals, touches, draft
	Others  int // maps and people that led to her
	// Mentions are records of others in whose free text she is named, such as
	// p12: a person has to look at them.
	Mentions []string
	// Older are copies of the database from before, beside it.
	Older []string
}

// Erase takes a person out of the database: her record, signals, touches and
// draft, her places on maps, the connections of others that lead to her, what
// the journal kept of all these and her name in its texts; then it compacts the
// file, so that no byte of her stays in it. It leaves a tombstone, by which an
// import and an older backup know her again. The journal says "erased a person".
//
// It takes seconds for 100,000 people; others read and write meanwhile. It must
// not be called within a View. An error that comes after the records are gone
// says so: what is left to do is done at the next Open.
func (s *Store) Erase(actor string, id model.PersonID) (out Erased, err error) {
	if err := s.tombs.ready(); err != nil {
		return out, err
	}
	s.erasing.Lock() // two at once would share the mark that a compaction is due
	defer s.erasing.Unlock()
	e := &erasure{store: s, id: id}
	if err := e.run(By(actor, "erased a person")); err != nil {
		return out, fmt.Errorf("erase %s: %w", id, err)
	}
	out = Erased{Records: e.records, Others: e.others, Older: olderCopies(s.path)}
	if err := s.finishErasing(); err != nil {
		return out, fmt.Errorf("%s is erased from all records, but bytes of hers stay in the file until it is compacted, which is tried again at the next start: %w", id, err)
	}
	out.Mentions, err = s.mentions(e.words())
	return out, err
}

// erasure is one person's on its way through one transaction.
type erasure struct {
	store  *Store
	id     model.PersonID
	person model.Person
	names  []string // hers, also former ones

	records, others int
}

func (e *erasure) run(by Actor) error {
	by.erases = true
	_, err := e.store.edit(func(tx *Tx) (Actor, error) {
		e.records, e.others = 0, 0
		var err error
		if e.person, err = tx.Person(e.id); err != nil {
			return by, err
		}
		line, err := e.store.tombs.bury(&e.person)
		if err != nil {
			return by, err
		}
		steps := []func(*Tx) error{
			e.findNames, e.removeRecords, e.clearMaps, e.clearTies, e.scrubImages, e.scrubTexts,
			func(tx *Tx) error { return tx.putTomb(line) },
			func(tx *Tx) error { return tx.w.Put(metaErasing, []byte{1}) },
		}
		for _, step := range steps {
			if err := step(tx); err != nil {
				return by, err
			}
		}
		return by, nil
	})
	return err
}

// removeRecords removes her record and what hangs on it.
func (e *erasure) removeRecords(tx *Tx) error {
	var signs, sent [][]byte
	for k := range tx.r.Ascend(kv.Prefix(signalsOf(spacePerson, uint64(e.id)))) {
		signs = append(signs, slices.Clone(k))
	}
	for k := range tx.r.Ascend(kv.Prefix(touchesOf(e.id))) {
		sent = append(sent, slices.Clone(k))
	}
	for _, k := range signs {
		if err := remove(tx, signals, k); err != nil {
			return err
		}
	}
	for _, k := range sent {
		if err := remove(tx, touches, k); err != nil {
			return err
		}
	}
	e.records = len(signs) + len(sent) + 1
	switch err := tx.RemoveDraft(e.id); {
	case err == nil:
		e.records++
	case !errors.Is(err, ErrNotFound):
		return err
	}
	return remove(tx, people, personKey(e.id))
}

// clearMaps takes her off the maps.
func (e *erasure) clearMaps(tx *Tx) error {
	all, err := collect(tx.Maps())
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.Remove(e.id) != nil {
			continue
		}
		if err := tx.PutMap(&m); err != nil {
			return err
		}
		e.others++
	}
	return nil
}

// clearTies removes the connections of others that lead to her.
func (e *erasure) clearTies(tx *Tx) error {
	ties, err := tx.tiesTo(e.id, e.names)
	if err != nil {
		return err
	}
	done := map[model.PersonID]bool{}
	for _, t := range ties {
		if done[t.Of] {
			continue
		}
		done[t.Of] = true
		p, err := tx.Person(t.Of)
		if err != nil {
			return err
		}
		e.untie(&p)
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		e.others++
	}
	return nil
}

// untie removes from a record the connections that lead to her.
func (e *erasure) untie(p *model.Person) {
	b := &p.Background
	b.Connections = slices.DeleteFunc(b.Connections, func(c model.Connection) bool { return leadsTo(c, e.id, e.names) })
}

// words are what she is called and reached by: what no text may hold.
func (e *erasure) words() []string {
	c := e.person.Contact
	return slices.DeleteFunc(slices.Concat(e.names, c.Emails, c.Links, c.Phones), func(w string) bool { return w == "" })
}

// metaErasing stands from the transaction of an erasure to the end of the
// compaction after it.
var metaErasing = []byte("merasing")

// finishErasing compacts the file when bytes of someone erased may be in it.
func (s *Store) finishErasing() error {
	due := false
	err := s.eng.View(func(r kv.Reader) error {
		due = r.Get(metaErasing) != nil
		return nil
	})
	if err != nil || !due {
		return err
	}
	if err := s.eng.Compact(); err != nil {
		if isFull(err) {
			err = fmt.Errorf("the disk is full (%w)", err)
		}
		return err
	}
	return s.eng.Update(func(w kv.Writer) error { return w.Delete(metaErasing) })
}

// putTomb keeps a tombstone in the database, and so in its backups.
func (tx *Tx) putTomb(line string) error {
	sum := sha256.Sum256([]byte(line))
	key := append([]byte{spaceTomb}, sum[:8]...)
	rec, err := tx.codec.seal(key, 0, line)
	if err != nil {
		return err
	}
	return tx.w.Put(key, rec)
}

// tombLines are the tombstones in the database.
func (tx *Tx) tombLines() (lines []string, err error) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{spaceTomb})) {
		var line string
		if _, err := tx.codec.open(k, rec, &line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// mentions are the records in which one of the words stands.
func (s *Store) mentions(words []string) (found []string, err error) {
	var needles [][]byte
	for _, w := range words {
		needles = append(needles, []byte(w))
	}
	err = s.eng.View(func(r kv.Reader) error {
		for space := byte('a'); space <= 'z'; space++ {
			if tables[space] == nil {
				continue
			}
			for k, rec := range r.Ascend(kv.Prefix([]byte{space})) {
				if containsAny(rec, needles) {
					found = append(found, showKey(k))
				}
			}
		}
		return nil
	})
	return found, err
}

// olderCopies are the files beside the database that were made before: kept
// ones, and automatic backups.
func olderCopies(path string) (files []string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(path)+".before-") {
			files = append(files, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	if all, err := Backups(path); err == nil {
		for _, b := range all {
			files = append(files, b.Path)
		}
	}
	return files
}
