package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// CarryLocks takes over into a restored database the locks of the one that was
// in its place, kept under another name: who has opted out since the backup was
// made stays so, and a company that is left alone. Someone who is not in the backup at all comes in with her name,
// her keys and the lock, a company with its names. It is one quiet change of the journal, which no undo takes
// back; nothing is written where all is there already. The error is a database that can't be read or written:
// then nothing was taken over.
func (s *Store) CarryLocks(kept, actor string) (held []Held, err error) {
	old, err := Open(kept, Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	var locked []model.Person
	var left []model.Company
	err = old.View(func(tx *Tx) error {
		for p, err := range tx.People(0) {
			if err == nil && p.Outreach.Locked(s.clock()) {
				locked = append(locked, p)
			}
		}
		for c, err := range tx.Companies() {
			if err == nil && c.Locked(s.clock()) {
				left = append(left, c)
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
		for i := range left {
			h, err := s.carryCompanyLock(tx, &left[i])
			if err != nil {
				return Actor{}, err
			}
			held = append(held, h...)
		}
		if n := len(slices.DeleteFunc(slices.Clone(held), func(h Held) bool { return h.Company == 0 })); n > 0 {
			what = fmt.Sprintf("locked %d people and %d companies, that were locked before the restore", len(held)-n, n)
		}
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
		p := model.Person{Name: locked.Name, Contact: locked.Contact, Origin: model.Origin{Source: "restore", At: s.clock()}}
		p.Outreach.CopyLock(&locked.Outreach)
		err := tx.PutPerson(&p)
		return []Held{{ID: p.ID, Name: p.Name, Lock: p.Outreach.Lock, Known: true}}, err
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
		o.CopyLock(&locked.Outreach)
		if err := errors.Join(tx.PutPerson(&p), tx.cancelPending(id)); err != nil {
			return held, err
		}
		held = append(held, Held{ID: id, Name: p.Name, Lock: o.Lock, Known: true})
	}
	return held, nil
}

// carryCompanyLock locks the company that has the name, or an alias, of one in
// another database.
func (s *Store) carryCompanyLock(tx *Tx, locked *model.Company) ([]Held, error) {
	c := model.Company{Name: locked.Name, Aliases: locked.Aliases, Domain: locked.Domain, Origin: model.Origin{Source: "restore", At: s.clock()}}
	for _, name := range append([]string{locked.Name}, locked.Aliases...) {
		id, ok := tx.CompanyByName(name)
		if !ok {
			continue
		}
		var err error
		if c, err = tx.Company(id); err != nil {
			return nil, err
		}
		break
	}
	was := c
	c.AbsorbLock(locked)
	if c.Lock == was.Lock && c.LockUntil == was.LockUntil {
		return nil, nil
	}
	err := tx.PutCompany(&c)
	return []Held{{Company: c.ID, Name: c.Name, Lock: c.Lock, Known: true}}, err
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
