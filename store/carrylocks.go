package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// CarryLocks takes over into a restored database the locks of the one that was
// in its place, kept under another name: who has opted out since the backup was
// made stays so. Someone who is not in the backup at all comes in with her name,
// her keys and the lock. It is one quiet change of the journal, which no undo takes
// back; nothing is written where all is there already. The error is a database that can't be read or written:
// then nothing was taken over.
func (s *Store) CarryLocks(kept, actor string) (held []Held, err error) {
	old, err := Open(kept, Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	var locked []model.Person
	err = old.View(func(tx *Tx) error {
		for p, err := range tx.People(0) {
			if err == nil && p.Outreach.Locked(s.clock()) {
				locked = append(locked, p)
			}
		}
		return nil
	})
	if err := errors.Join(err, old.Close()); err != nil {
		return nil, err
	}
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		held = nil
		for _, p := range locked {
			h, err := s.carryLock(tx, &p)
			if err != nil {
				return Actor{}, err
			}
			held = append(held, h...)
		}
		what := fmt.Sprintf("locked %d people, who were locked before the restore", len(held))
		return Actor{Name: actor, What: what, Quiet: true}, nil
	})
	return held, err
}

// carryLock locks whoever is meant by someone locked in another database.
func (s *Store) carryLock(tx *Tx, locked *model.Person) (held []Held, err error) {
	ids := tx.sameAs(locked)
	if len(ids) == 0 && s.tombs.refuse(locked) {
		return nil, nil // erased
	}
	if len(ids) == 0 {
		o := locked.Outreach
		p := model.Person{
			Name: locked.Name, Contact: locked.Contact, Origin: model.Origin{Source: "restore", At: s.clock()},
			Outreach: model.Outreach{Lock: o.Lock, LockUntil: o.LockUntil, LockWhy: o.LockWhy},
		}
		err := tx.PutPerson(&p)
		return []Held{{p.ID, p.Name, o.Lock, true}}, err
	}
	for _, id := range ids {
		p, err := tx.Person(id)
		if err != nil {
			return held, err
		}
		o := &p.Outreach
		if o.Lock == model.OptedOut || o.Lock == locked.Outreach.Lock && o.LockUntil == locked.Outreach.LockUntil {
			continue
		}
		o.Lock, o.LockUntil, o.LockWhy = locked.Outreach.Lock, locked.Outreach.LockUntil, locked.Outreach.LockWhy
		if err := tx.PutPerson(&p); err != nil {
			return held, err
		}
		held = append(held, Held{id, p.Name, o.Lock, true})
	}
	return held, nil
}

// sameAs are the people who are someone of another database: of her name, and of
// her number or one of her keys. A couple's shared address alone is not enough.
func (tx *Tx) sameAs(p *model.Person) (ids []model.PersonID) {
	named := tx.PeopleByName(p.Name)
	add := func(id model.PersonID) {
		if slices.Contains(named, id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	add(p.ID)
	for _, k := range p.Keys() {
		for _, id := range tx.PeopleByKey(k) {
			add(id)
		}
	}
	return ids
}
