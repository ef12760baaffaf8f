package main

import (
	"errors"
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/store"
)

// mostNamed is how many candidates an ambiguous name lists.
const mostNamed = 8

// findPerson finds who is meant: an ID such as p17, an e-mail address, a
// profile link, a name, or the beginning of one. Two who fit are told apart by
// the error.
func findPerson(tx *store.Tx, arg string) (model.PersonID, error) {
	id, _, err := meantBy(tx, arg)
	return id, err
}

// meantBy is [findPerson], and whether she was only guessed: by the beginning of
// her name.
func meantBy(tx *store.Tx, arg string) (id model.PersonID, guessed bool, err error) {
	if id, err := model.ParsePersonID(arg); err == nil {
		_, err := tx.Person(id)
		switch {
		case errors.Is(err, store.ErrNotFound):
			return 0, false, fmt.Errorf("there is no person %s", id)
		case err != nil:
			return 0, false, fmt.Errorf("%w; `talentmap check --repair` sets it aside", err)
		}
		return id, false, nil
	}
	ids, guessed := idsOf(tx, arg)
	switch len(ids) {
	case 0:
		return 0, false, fmt.Errorf("nobody is called %q; give a name, an e-mail address, a profile link or an ID such as p17", model.CleanLine(arg))
	case 1:
		return ids[0], guessed, nil
	}
	return 0, false, ambiguous(tx, arg, ids)
}

// idsOf are those whom an address, a link, a name or, where guessed, the beginning
// of one means.
func idsOf(tx *store.Tx, arg string) (ids []model.PersonID, guessed bool) {
	if e, ok := model.NormalizeEmail(arg); ok {
		ids = tx.PeopleByKey("e:" + e)
	} else if l := model.NormalizeLink(arg); l != "" {
		ids = tx.PeopleByKey("l:" + l)
	}
	if len(ids) == 0 {
		ids = tx.PeopleByName(arg)
	}
	if len(ids) == 0 && model.NameKey(arg) != "" {
		return tx.PeopleByNamePrefix(arg, mostNamed+1), true
	}
	return ids, false
}

func ambiguous(tx *store.Tx, arg string, ids []model.PersonID) error {
	var names []string
	for i, id := range ids {
		if i == mostNamed {
			names = append(names, "…")
			break
		}
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		at := ""
		if len(p.Positions) > 0 {
			at = ", " + p.Positions[0].Company
		}
		names = append(names, fmt.Sprintf("%s (%s%s)", id, p.Name, at))
	}
	return fmt.Errorf("%q may be several people: %s", model.CleanLine(arg), strings.Join(names, "; "))
}
