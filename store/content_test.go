package store_test

import (
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store"
)

// show writes a value out in full, times with their nanoseconds and offset.
func show(v any) string { return fmt.Sprintf("%+v", v) }

// everything writes out all that the store gives to read, one line a fact, for
// comparison: each noun, what the indexes lead to, the journal.
func everything(st *store.Store) (string, error) {
	return written(st, readPeople, readCompanies, readRest, readSources, readJournal)
}

// facts is everything but the journal, in which an undo is a line more.
func facts(st *store.Store) (string, error) {
	return written(st, readPeople, readCompanies, readRest, readSources)
}

func written(st *store.Store, readers ...func(*store.Tx, func(string)) error) (string, error) {
	var out []string
	err := st.View(func(tx *store.Tx) error {
		for _, read := range readers {
			if err := read(tx, func(line string) { out = append(out, line) }); err != nil {
				return err
			}
		}
		return nil
	})
	return strings.Join(out, "\n"), err
}

func readPeople(tx *store.Tx, say func(string)) error {
	for p, err := range tx.People(0) {
		if err != nil {
			return err
		}
		say(show(p))
		for _, k := range p.Keys() {
			say(fmt.Sprint(k, tx.PeopleByKey(k)))
		}
		say(fmt.Sprint("name ", tx.PeopleByName(p.Name)))
		for s, err := range tx.SignalsOf(p.ID) {
			if err != nil {
				return err
			}
			say(show(s))
		}
		for t, err := range tx.TouchesOf(p.ID) {
			if err != nil {
				return err
			}
			say(show(t))
		}
		d, err := tx.Draft(p.ID)
		if err != nil && !isNotFound(err) {
			return err
		}
		say(show(d))
		for v, err := range tx.VersionsOf(p.ID) {
			if err != nil {
				return err
			}
			say(show(v))
		}
	}
	return nil
}

func readCompanies(tx *store.Tx, say func(string)) error {
	for c, err := range tx.Companies() {
		if err != nil {
			return err
		}
		id, ok := tx.CompanyByName(c.Name)
		say(fmt.Sprint(show(c), tx.PeopleAt(c.ID), id, ok))
		for s, err := range tx.SignalsAt(c.ID) {
			if err != nil {
				return err
			}
			say(show(s))
		}
	}
	return nil
}

func readRest(tx *store.Tx, say func(string)) error {
	for m, err := range tx.Maps() {
		if err != nil {
			return err
		}
		say(show(m))
	}
	for r, err := range tx.Roles() {
		if err != nil {
			return err
		}
		say(show(r))
	}
	for i, err := range tx.Imports() {
		if err != nil {
			return err
		}
		say(show(i))
	}
	for t, err := range tx.Templates() {
		if err != nil {
			return err
		}
		say(show(t))
	}
	for s, err := range tx.Sequences() {
		if err != nil {
			return err
		}
		say(show(s))
	}
	for s, err := range tx.Shelf() {
		if err != nil {
			return err
		}
		say(show(s))
	}
	n := 0
	for _, err := range tx.Signals() {
		if err != nil {
			return err
		}
		n++
	}
	say(fmt.Sprint(n, " signals"))
	return nil
}

// readSources are what files have told, and what waits to be decided.
func readSources(tx *store.Tx, say func(string)) error {
	for src, err := range tx.Sources() {
		if err != nil {
			return err
		}
		say(show(src))
		for st, err := range tx.StatementsBy(src.ID) {
			if err != nil {
				return err
			}
			say(show(st))
		}
	}
	for p, err := range tx.People(0) {
		if err != nil {
			return err
		}
		for n, err := range tx.NewsOf(p.ID) {
			if err != nil {
				return err
			}
			say(show(n))
		}
		id, ok := tx.Identity(model.IdentityText(&p))
		say(fmt.Sprint("reads like ", id, ok))
	}
	for r, err := range tx.Reviews() {
		if err != nil {
			return err
		}
		say(show(r))
	}
	for f, err := range tx.Filters() {
		if err != nil {
			return err
		}
		say(show(f))
	}
	return nil
}

func readJournal(tx *store.Tx, say func(string)) error {
	var lines []string
	for c, err := range tx.Changes() {
		if err != nil {
			return err
		}
		lines = append(lines, show(c))
	}
	slices.Reverse(lines)
	for _, l := range lines {
		say(l)
	}
	return nil
}
