package main

import (
	"fmt"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/person"
)

// The verbs that change one item of a person's record, and leave the rest alone.

// change makes something else of the record of the person meant, as one step that one
// undo takes back, and says which fields have changed.
func (v *acting) change(arg string, fn func(mine *model.Person) error) error {
	return v.with(func(st *store.Store) error {
		base, err := v.meant(st, arg)
		if err != nil {
			return err
		}
		mine := person.Copy(&base)
		if err := fn(&mine); err != nil {
			return fmt.Errorf("nothing was changed: %w", err)
		}
		e := personEdit{app: v.app, json: v.json}
		changed, err := person.Save(st, v.user, &base, &mine)
		if err != nil {
			return err
		}
		now, err := e.read(st, base.ID.String())
		if err != nil {
			return err
		}
		return e.tellChanged(&now.Person, changed)
	})
}

// look reads the person meant, for a verb that shows something of her.
func (v *acting) look(arg string, fn func(*model.Person) error) error {
	return v.with(func(st *store.Store) error {
		w, err := (&personEdit{app: v.app}).read(st, arg)
		if err != nil {
			return err
		}
		return fn(&w.Person)
	})
}

// namedJSON is one item of a list of names.
type namedJSON struct {
	Name string `json:"name"`
}

// sayList prints a list, a line each.
func (v *acting) sayList(all []string) error {
	if v.json {
		var named []namedJSON
		for _, s := range all {
			named = append(named, namedJSON{s})
		}
		return printJSON(v.out, named)
	}
	for _, s := range all {
		fmt.Fprintln(v.out, model.CleanLine(s))
	}
	return nil
}
