package store

import (
	"errors"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// Each phase of an erasure looks for what is left of hers and takes it out until
// there is no more, or the transaction is full. What is too damaged to be read is
// nobody's to see, and is passed over: [Erased] names it where it holds bytes of
// hers.

// removeRecords removes her record and what hangs on it.
func (e *erasure) removeRecords(tx *Tx) (full bool, err error) {
	for _, key := range e.keysOfHers(tx) {
		if key[0] != spacePerson && tx.room() < 1 {
			return true, nil
		}
		t := tables[key[0]]
		err := remove(tx, t, key)
		if errors.Is(err, ErrDamaged) { // it has no index entries that could be known
			_, kind := t.noun()
			tx.note(kind, key, nil)
			err = tx.w.Delete(key)
		}
		if err != nil {
			return false, err
		}
		e.records++
	}
	return false, nil
}

// keysOfHers are the keys of all records of hers that are there, her own first:
// then nothing new can hang on it.
func (e *erasure) keysOfHers(tx *Tx) (keys [][]byte) {
	id := uint64(e.id)
	add := func(from, to []byte, hers func(key, rec []byte) bool) {
		for k, rec := range tx.r.Ascend(from, to) {
			if hers == nil || hers(k, rec) {
				keys = append(keys, slices.Clone(k))
			}
		}
	}
	for _, prefix := range [][]byte{personKey(e.id), draftKey(e.id), signalsOf(spacePerson, id), touchesOf(e.id), newsOf(e.id), versionsOf(e.id)} {
		from, to := kv.Prefix(prefix)
		add(from, to, nil)
	}
	for space, hers := range map[byte]func(key, rec []byte) bool{
		spaceStatement: func(key, _ []byte) bool { return lastID(key) == id },
		spaceIdentity:  func(key, rec []byte) bool { return e.hersInside(tx.codec, key, rec) },
		spaceReview:    func(key, rec []byte) bool { return e.hersInside(tx.codec, key, rec) },
	} {
		from, to := kv.Prefix([]byte{space})
		add(from, to, hers)
	}
	return keys
}

// hersInside reports whether a record that is numbered by something else is of
// her: a decision that a row means her, or a row that may.
func (e *erasure) hersInside(c codec, key, rec []byte) bool {
	switch key[0] {
	case spaceIdentity:
		var i model.Identity
		_, err := c.open(key, rec, &i)
		return err == nil && (slices.Contains(e.numbers(), i.Person) || e.keyed(strings.Split(i.Text, "\x1f")))
	case spaceReview:
		var r model.Review
		_, err := c.open(key, rec, &r)
		may := slices.ContainsFunc(e.numbers(), func(id model.PersonID) bool { return slices.Contains(r.Like, id) })
		return err == nil && (may || e.keyed(r.Incoming.Keys()))
	}
	return false
}

// clearMaps takes her off the maps.
func (e *erasure) clearMaps(tx *Tx) (full bool, err error) {
	var on []model.Map
	for m, err := range tx.Maps() {
		switch {
		case errors.Is(err, ErrDamaged):
		case err != nil:
			return false, err
		case m.Remove(e.id) == nil:
			on = append(on, m)
		}
	}
	for _, m := range on {
		if tx.room() < 1 {
			return true, nil
		}
		if err := tx.PutMap(&m); err != nil {
			return false, err
		}
		e.others++
	}
	return false, nil
}

// clearRoles takes her out of what was decided about shortlists.
func (e *erasure) clearRoles(tx *Tx) (full bool, err error) {
	var on []model.Role
	for r, err := range tx.Roles() {
		switch {
		case errors.Is(err, ErrDamaged):
		case err != nil:
			return false, err
		case r.List.Forget(e.id):
			on = append(on, r)
		}
	}
	for _, r := range on {
		if tx.room() < 1 {
			return true, nil
		}
		if err := tx.PutRole(&r); err != nil {
			return false, err
		}
		e.others++
	}
	return false, nil
}

// clearTies removes the connections of others that lead to her.
func (e *erasure) clearTies(tx *Tx) (full bool, err error) {
	for _, id := range e.tied(tx) {
		if tx.room() < 1 {
			return true, nil
		}
		p, err := tx.Person(id)
		if err != nil {
			return false, err
		}
		e.untie(&p)
		if err := tx.PutPerson(&p); err != nil {
			return false, err
		}
		e.others++
	}
	return false, nil
}

// tied are the people who have a connection that leads to her.
func (e *erasure) tied(tx *Tx) (ids []model.PersonID) {
	needles := tieNeedles(e.id, e.Names)
	for key, rec := range tx.r.Ascend(kv.Prefix([]byte{spacePerson})) {
		if lastID(key) == uint64(e.id) || !containsAny(rec, needles) {
			continue
		}
		var p model.Person
		if _, err := tx.codec.open(key, rec, &p); err == nil && e.untie(&p) {
			ids = append(ids, model.PersonID(lastID(key)))
		}
	}
	return ids
}

// untie removes from a record the connections that lead to her.
func (e *erasure) untie(p *model.Person) (changed bool) {
	b := &p.Background
	before := len(b.Connections)
	b.Connections = slices.DeleteFunc(b.Connections, func(c model.Connection) bool {
		return slices.ContainsFunc(e.numbers(), func(id model.PersonID) bool { return leadsTo(c, id, e.Names) })
	})
	return len(b.Connections) < before
}

// words are what she is called and reached by: what no text may hold.
func (e *erasure) words() []string {
	return slices.DeleteFunc(slices.Concat(e.Names, e.Reached), func(w string) bool { return w == "" })
}
