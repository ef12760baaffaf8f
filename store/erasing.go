package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// An erasure goes through its phases in one transaction where the engine takes
// so many writes, as bbolt nearly always does, else in several:
//
//	first   tombstone, intent, her record …   from here on it is binding
//	next    what hangs on her, maps, ties, images, texts
//	last    the intent goes, a compaction is due
//
// The intent stands in the database as long as there is more to do, and keeps
// what she is found by: after a death in between the next start goes on. Before
// the first transaction is there nobody has heard of the erasure.
type erasure struct {
	store *Store
	id    model.PersonID
	by    Actor
	intent

	line    string // her tombstone; "" for an erasure that goes on
	beside  error  // why the file beside the database did not take it
	begun   bool
	kept    bool // the intent is in the database
	phase   int
	partial bool // this pass through the phases began in an earlier transaction
	done    bool

	records, others int
}

// intent is what an erasure must know of a person whose record is gone.
type intent struct {
	Actor   string   `cbor:"1,keyasint"`
	Names   []string `cbor:"2,keyasint"` // hers, also former ones
	Reached []string `cbor:"3,keyasint"` // addresses, links, numbers

	Was  []model.PersonID `cbor:"4,keyasint,omitempty"` // records that were merged into hers
	Keys []string         `cbor:"5,keyasint,omitempty"` // hers, see [model.Person.Keys]
}

// eraseOps is what a transaction of an erasure writes for the erasure itself.
const eraseOps = 3 // tombstone, intent, the mark that a compaction is due

// run carries the erasure out, or what is left of it.
func (e *erasure) run() error {
	e.store.burying.Lock()
	err := e.step()
	// Of an unknown outcome it may be there and not be durable: it binds, and is
	// not called done.
	if e.line != "" && (err == nil || errors.Is(err, ErrUnknown) && e.isBinding()) {
		e.store.tombs.bury(e.line)
	}
	e.store.burying.Unlock()
	if err != nil {
		return err
	}
	if e.line != "" {
		e.beside = e.store.tombs.keep([]string{e.line})
	}
	for !e.done {
		if err := e.step(); err != nil {
			return fmt.Errorf("the record is erased, the rest is not yet: erase %s again, or it is done at the next start: %w", e.id, err)
		}
	}
	return nil
}

// step is one transaction.
func (e *erasure) step() error {
	var next erasure
	defer func() { *e = next }()
	_, err := e.store.edit(func(tx *Tx) (Actor, error) {
		next = *e // it may run twice
		next.by.erases = true
		return next.by, next.work(tx)
	})
	if err != nil && !errors.Is(err, ErrUnknown) {
		next = *e
	}
	return err
}

// isBinding reports whether the first transaction is there.
func (e *erasure) isBinding() bool {
	found := false
	err := e.store.View(func(tx *Tx) error {
		found = e.line != "" && tx.r.Get(tombKey(e.line)) != nil
		return nil
	})
	return err == nil && found
}

// work goes through the phases as far as the transaction goes, and then once
// more where others could write in between.
func (e *erasure) work(tx *Tx) error {
	tx.ops += eraseOps
	if err := e.begin(tx); err != nil {
		return err
	}
	phases := []func(*Tx) (full bool, err error){e.removeRecords, e.clearMaps, e.clearRoles, e.clearTies, e.scrubImages, e.scrubTexts}
	for ; e.phase < len(phases); e.phase++ {
		full, err := phases[e.phase](tx)
		if err != nil {
			return err
		}
		if full {
			e.partial = true
			return e.keepIntent(tx)
		}
	}
	if e.partial {
		e.phase, e.partial = 0, false
		return e.keepIntent(tx)
	}
	e.done = true
	if err := tx.w.Delete(intentKey(e.id)); err != nil {
		return err
	}
	return tx.w.Put(metaErasing, []byte{1})
}

// begin takes up an erasure that was broken off, or begins one with what makes
// it binding.
func (e *erasure) begin(tx *Tx) error {
	if e.begun {
		e.by.Quiet = true // the journal has told it
		return nil
	}
	e.begun = true
	if rec := tx.r.Get(intentKey(e.id)); rec != nil {
		e.kept, e.by.Quiet = true, true
		_, err := tx.codec.open(intentKey(e.id), rec, &e.intent)
		return err
	}
	p, err := tx.Person(e.id)
	if err != nil {
		return err
	}
	was, err := tx.mergedInto(e.id)
	if err != nil {
		return err
	}
	former, err := tx.formerNumbers(&p, was)
	if err != nil {
		return err
	}
	c := p.Contact
	e.intent = intent{
		Actor: e.by.Name, Names: tx.namesOf(&p, was), Was: former,
		Reached: slices.Concat(c.Emails, c.Links, c.Phones), Keys: p.Keys(),
	}
	e.line = e.store.tombs.line(&p, was)
	return tx.putTomb(e.line)
}

func (e *erasure) keepIntent(tx *Tx) error {
	if e.kept {
		return nil
	}
	e.kept = true
	return tx.putRecord(intentKey(e.id), tx.rev, &e.intent)
}

// intentPrefix begins the keys of the intents of erasures on their way.
var intentPrefix = []byte("mgoing:")

func intentKey(id model.PersonID) []byte {
	return binary.BigEndian.AppendUint64(slices.Clone(intentPrefix), uint64(id))
}

// resumeErasures goes on with erasures that were broken off.
func (s *Store) resumeErasures() error {
	var all []*erasure
	err := s.View(func(tx *Tx) error {
		for k, rec := range tx.r.Ascend(kv.Prefix(intentPrefix)) {
			e := &erasure{store: s, id: model.PersonID(lastID(k))}
			if _, err := tx.codec.open(k, rec, &e.intent); err != nil {
				return err
			}
			e.by = By(e.Actor, "erased a person")
			all = append(all, e)
		}
		return nil
	})
	for _, e := range all {
		err = errors.Join(err, e.run())
	}
	return err
}
