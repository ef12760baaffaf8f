package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// AddPerson enters somebody new as a person has typed her, with the companies that
// she brings, and puts her at the end of a talent map where one is given. She gets
// her ID. Nobody is taken for somebody known here: ask before, see [Tx.Namesakes].
//
// Someone who was erased at her own request is refused with [ErrErased], and so is a
// 101st on the map; then nobody was added.
func (s *Store) AddPerson(actor string, p *model.Person, onto model.MapID) error {
	if p.Name == "" {
		return errors.New("a person needs a name")
	}
	if err := s.tombs.ready(); err != nil {
		return err
	}
	s.burying.RLock() // who is being erased is known to be
	defer s.burying.RUnlock()
	_, err := s.edit(func(tx *Tx) (Actor, error) {
		if s.tombs.refuse(p) {
			return Actor{}, fmt.Errorf("%s: %w", p.Name, ErrErased)
		}
		p.Origin = s.entered(actor)
		if err := tx.Employ(p, p.Origin); err != nil {
			return Actor{}, err
		}
		if err := tx.PutPerson(p); err != nil {
			return Actor{}, err
		}
		if onto == 0 {
			return By(actor, "added "+p.Name), nil
		}
		m, err := tx.Map(onto)
		if err == nil {
			err = m.Add(p.ID)
		}
		if err != nil {
			return Actor{}, err
		}
		return By(actor, fmt.Sprintf("added %s to %s", p.Name, m.Name)), tx.PutMap(&m)
	})
	return err
}

// Likeness is why somebody known may be whoever is being entered, the surest last.
type Likeness uint8

// What somebody known has in common with whoever is being entered.
const (
	SameName         Likeness = iota
	SameNameEmployer          // a name and an employer
	SameKey                   // an e-mail address or a profile link, which is one person's
)

// Namesake is somebody known whom a new entry may mean.
type Namesake struct {
	model.Person
	Why Likeness
}

// mostNamesakes is how many are told.
const mostNamesakes = 5

// Namesakes are those who may be the person that is being entered: they have one of
// her keys, or her name. The surest come first, five at most.
func (tx *Tx) Namesakes(p *model.Person) (all []Namesake, err error) {
	seen := map[model.PersonID]bool{}
	add := func(why Likeness, ids []model.PersonID) {
		for _, id := range ids {
			if err != nil || seen[id] || len(all) >= mostNamesakes {
				continue
			}
			seen[id] = true
			var known model.Person
			if known, err = tx.Person(id); err == nil {
				all = append(all, Namesake{known, why})
			}
		}
	}
	for _, k := range p.Keys() {
		add(SameKey, tx.PeopleByKey(k))
	}
	if model.NameKey(p.Name) == "" {
		return all, err
	}
	for _, q := range p.Positions {
		if key := model.CompanyKey(q.Company); key != "" {
			add(SameNameEmployer, tx.namesakesAt(p.Name, key))
		}
	}
	add(SameName, tx.PeopleByName(p.Name))
	return all, err
}

// namesakesAt are the people of a name with an employer, by the indexes alone.
func (tx *Tx) namesakesAt(name, employer string) []model.PersonID {
	companies := indexed[model.CompanyID](tx, textPrefix(indexCompany, employer))
	return slices.DeleteFunc(tx.PeopleByName(name), func(id model.PersonID) bool {
		return !slices.ContainsFunc(companies, func(c model.CompanyID) bool {
			return tx.r.Get(id8(indexEmployer, uint64(c), uint64(id))) != nil
		})
	})
}
