package store

import (
	"fmt"
	"iter"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// Tx is a transaction: one moment to read, and in an Edit what it writes. It
// must not outlive the function it was given to.
type Tx struct {
	r     kv.Reader
	w     kv.Writer // nil in a View
	codec codec
	older bool      // it is read from what an older program wrote: its indexes may be of then
	rev   model.Rev // the revision being written

	images  []image // what was there before, for the journal
	seen    map[string]bool
	later   map[byte][][]byte // index entries to add, by index, see flush
	lag     *lag              // of an import that is alone; else nil
	missing []entry           // what the indexes will miss, see lag
	restore []func()          // puts the caller's values back when the Edit fails
	asked   bool              // somebody asks for not being written to any more

	max     int             // writes it may hold, 0 for any number; see spend
	ops     int             // writes so far, at most
	bytes   int             // of records before and after, at most: what images may need
	numbers map[byte]uint64 // the last ones given in this transaction, by noun
}

// image is one record's key, what stood there before (nil for nothing) and the
// revision that stands there after (0 for nothing). What stands must agree with
// the last image of its key: undo and check rely on it.
type image struct {
	_    struct{} `cbor:",toarray"`
	Kind Kind
	Key  []byte
	Old  []byte
	Now  model.Rev
}

// note keeps the record's first before-image of this transaction.
func (tx *Tx) note(kind Kind, key, old []byte) {
	if tx.seen == nil {
		tx.seen = map[string]bool{}
	}
	if tx.seen[string(key)] {
		return
	}
	tx.seen[string(key)] = true
	tx.ops++
	tx.bytes += len(old)
	tx.images = append(tx.images, image{Kind: kind, Key: key, Old: slices.Clone(old)})
}

// sequence is the next number of a noun.
func (tx *Tx) sequence(space byte) (uint64, error) {
	n, err := tx.lastNumber(space)
	if err != nil {
		return 0, err
	}
	n++
	if tx.numbers == nil {
		tx.numbers = map[byte]uint64{}
	}
	if _, ok := tx.numbers[space]; !ok {
		tx.ops++
	}
	tx.numbers[space] = n
	return n, nil
}

// putNumbers writes the last numbers that were given.
func (tx *Tx) putNumbers() error {
	for space, n := range tx.numbers {
		rec, err := tx.codec.seal(seqKey(space), tx.rev, n)
		if err != nil {
			return err
		}
		if err := tx.w.Put(seqKey(space), rec); err != nil {
			return err
		}
	}
	return nil
}

// lastNumber is the last number that a noun was given.
func (tx *Tx) lastNumber(space byte) (n uint64, err error) {
	if n, ok := tx.numbers[space]; ok {
		return n, nil
	}
	if rec := tx.r.Get(seqKey(space)); rec != nil {
		_, err = tx.codec.open(seqKey(space), rec, &n)
	}
	return n, err
}

// conflict is the error of a write from base over what stands now. A change
// that was taken back left an older revision than base: then the journal says
// who did it.
func (tx *Tx) conflict(kind Kind, key []byte, base, now model.Rev, mine, theirs any) error {
	c, err := tx.change(now)
	if now < base {
		c, err = tx.lastTouching(refOf(kind, key))
	}
	if err != nil {
		return err
	}
	return &ConflictError{What: showKey(key), Mine: mine, Theirs: theirs, Change: c}
}

// Person reads one person.
func (tx *Tx) Person(id model.PersonID) (model.Person, error) { return get(tx, people, personKey(id)) }

// PutPerson writes a person; one with ID 0 is new and gets its ID.
func (tx *Tx) PutPerson(p *model.Person) error { return put(tx, people, p) }

// People yields everyone from the ID given on, in order of ID.
func (tx *Tx) People(from model.PersonID) iter.Seq2[model.Person, error] {
	_, end := kv.Prefix([]byte{spacePerson})
	return scanRange(tx, people, personKey(from), end)
}

// LastPerson is the highest ID in use, 0 in an empty store.
func (tx *Tx) LastPerson() model.PersonID {
	for k := range tx.r.Descend(kv.Prefix([]byte{spacePerson})) {
		return model.PersonID(lastID(k))
	}
	return 0
}

// Rev is the revision of the last change that the transaction sees.
func (tx *Tx) Rev() model.Rev { return lastRev(tx.r) }

// PeopleByKey are the people with a key as [model.Person.Keys] makes them.
func (tx *Tx) PeopleByKey(key string) []model.PersonID {
	return indexed[model.PersonID](tx, textPrefix(indexKey, key))
}

// PeopleByName are the people whose folded name is the one given.
func (tx *Tx) PeopleByName(name string) []model.PersonID {
	return indexed[model.PersonID](tx, textPrefix(indexName, model.NameKey(name)))
}

// PeopleByNamePrefix are up to limit people whose folded name begins as given.
func (tx *Tx) PeopleByNamePrefix(name string, limit int) []model.PersonID {
	from := append([]byte{indexName}, model.NameKey(name)...)
	_ = tx.flush(indexName)
	lo, hi := kv.Prefix(from)
	var ids []model.PersonID
	for k := range tx.r.Ascend(lo, hi) {
		if ids = append(ids, model.PersonID(lastID(k))); len(ids) == limit {
			break
		}
	}
	return ids
}

// PeopleAt are the people who work, or worked, at a company.
func (tx *Tx) PeopleAt(id model.CompanyID) []model.PersonID {
	return indexed[model.PersonID](tx, id8(indexEmployer, uint64(id)))
}

func indexed[ID ~uint64](tx *Tx, prefix []byte) []ID {
	_ = tx.flush(prefix[0]) // what fails stays waiting, and fails the Edit at its end
	var ids []ID
	from, to := kv.Prefix(prefix)
	for k := range tx.r.Ascend(from, to) {
		if len(k) == len(prefix)+8 {
			ids = append(ids, ID(lastID(k)))
		}
	}
	return ids
}

// Company reads one company.
func (tx *Tx) Company(id model.CompanyID) (model.Company, error) {
	return get(tx, companies, companyKey(id))
}

// PutCompany writes a company; one with ID 0 is new and gets its ID.
func (tx *Tx) PutCompany(c *model.Company) error { return put(tx, companies, c) }

// Companies yields every company in order of ID.
func (tx *Tx) Companies() iter.Seq2[model.Company, error] {
	return scan(tx, companies, []byte{spaceCompany})
}

// CompaniesFrom yields the companies from the ID given on, in order of ID.
func (tx *Tx) CompaniesFrom(from model.CompanyID) iter.Seq2[model.Company, error] {
	_, end := kv.Prefix([]byte{spaceCompany})
	return scanRange(tx, companies, companyKey(from), end)
}

// CompanyByName is the company with that name, alias or domain, reduced by
// [model.CompanyKey]; the oldest where several share it.
func (tx *Tx) CompanyByName(name string) (model.CompanyID, bool) {
	key := model.CompanyKey(name)
	if key == "" {
		return 0, false
	}
	ids := indexed[model.CompanyID](tx, textPrefix(indexCompany, key))
	if len(ids) == 0 {
		return 0, false
	}
	return ids[0], true
}

// SignalsOf are the signals on one person, oldest first.
func (tx *Tx) SignalsOf(id model.PersonID) iter.Seq2[model.Signal, error] {
	return scan(tx, signals, signalsOf(spacePerson, uint64(id)))
}

// SignalsAt are the signals on a company, oldest first.
func (tx *Tx) SignalsAt(id model.CompanyID) iter.Seq2[model.Signal, error] {
	return scan(tx, signals, signalsOf(spaceCompany, uint64(id)))
}

// Signals yields every signal.
func (tx *Tx) Signals() iter.Seq2[model.Signal, error] {
	return scan(tx, signals, []byte{spaceSignal})
}

// PutSignal writes a signal; one with ID 0 is new and gets its ID.
func (tx *Tx) PutSignal(s *model.Signal) error {
	if (s.Person == 0) == (s.Company == 0) {
		return fmt.Errorf("a signal concerns a person or a company, one of them: %s", s.Kind)
	}
	if s.Person != 0 {
		if err := tx.stillThere(s.Person); err != nil {
			return err
		}
	}
	return put(tx, signals, s)
}

// TouchesOf are the touches with a person, oldest first.
func (tx *Tx) TouchesOf(id model.PersonID) iter.Seq2[model.Touch, error] {
	return scan(tx, touches, touchesOf(id))
}

// PutTouch writes a touch; one with ID 0 is new and gets its ID.
func (tx *Tx) PutTouch(t *model.Touch) error {
	if err := tx.stillThere(t.Person); err != nil {
		return err
	}
	return put(tx, touches, t)
}

// Draft is the draft to a person; [ErrNotFound] where there is none.
func (tx *Tx) Draft(id model.PersonID) (model.Draft, error) { return get(tx, drafts, draftKey(id)) }

// PutDraft writes a draft.
func (tx *Tx) PutDraft(d *model.Draft) error {
	if err := tx.stillThere(d.Person); err != nil {
		return err
	}
	return put(tx, drafts, d)
}

// stillThere refuses to hang something on a person who has gone, or was erased,
// while it was being written.
func (tx *Tx) stillThere(id model.PersonID) error {
	if tx.r.Get(personKey(id)) == nil {
		return fmt.Errorf("%s is no longer there: %w", id, ErrNotFound)
	}
	return nil
}

// RemoveDraft deletes the draft to a person, unless it is on its way ([ErrOnItsWay]).
func (tx *Tx) RemoveDraft(id model.PersonID) error {
	if d, err := tx.Draft(id); err == nil && d.OnItsWay() {
		return onItsWay(&d)
	}
	return remove(tx, drafts, draftKey(id))
}

// Map reads one talent map.
func (tx *Tx) Map(id model.MapID) (model.Map, error) { return get(tx, maps, mapKey(id)) }

// PutMap writes a talent map; one with ID 0 is new and gets its ID.
func (tx *Tx) PutMap(m *model.Map) error { return put(tx, maps, m) }

// RemoveMap deletes a talent map; its people stay.
func (tx *Tx) RemoveMap(id model.MapID) error { return remove(tx, maps, mapKey(id)) }

// Maps yields every talent map, oldest first.
func (tx *Tx) Maps() iter.Seq2[model.Map, error] { return scan(tx, maps, []byte{spaceMap}) }

// Import reads the record of one import.
func (tx *Tx) Import(id model.ImportID) (model.Import, error) {
	return get(tx, imports, importKey(id))
}

// PutImport writes the record of an import.
func (tx *Tx) PutImport(i *model.Import) error { return put(tx, imports, i) }

// Imports yields the records of all imports, oldest first.
func (tx *Tx) Imports() iter.Seq2[model.Import, error] {
	return scan(tx, imports, []byte{spaceImport})
}
