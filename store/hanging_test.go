package store_test

import (
	"errors"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// A map from which a role takes its people does not go, and a role does not come
// back without its map.
func TestUndoOfAMapThatARoleNames(t *testing.T) {
	st := storetest.Open(t)
	m := model.Map{Name: "Platform"}
	edit(t, st, "ada", "made Platform", func(tx *store.Tx) error { return tx.PutMap(&m) })
	edit(t, st, "ben", "opened a role", func(tx *store.Tx) error {
		return tx.PutRole(&model.Role{Title: "Staff Engineer", Maps: []model.MapID{m.ID}})
	})
	refusedUndo(t, st, "ada", "Platform (a1)", `the role "Staff Engineer" takes its people from it`)
	undo(t, st, "ben")
	undo(t, st, "ada")
	refusedRedo(t, st, "ben", store.ErrChangedSince, "a1, which it needs", "took back: made Platform")
	redo(t, st, "ada")
	redo(t, st, "ben")
}

// A map and its role that came in one change go in one.
func TestUndoOfAMapWithItsRole(t *testing.T) {
	st := storetest.Open(t)
	edit(t, st, "ada", "made both", func(tx *store.Tx) error {
		m := model.Map{Name: "Platform"}
		err := tx.PutMap(&m)
		return errors.Join(err, tx.PutRole(&model.Role{Title: "Staff Engineer", Maps: []model.MapID{m.ID}}))
	})
	undo(t, st, "ada")
	redo(t, st, "ada")
}

// Someone and the company she brought go together, in whichever order they were
// written, and not while others are there.
func TestUndoOfAPersonWithHerCompany(t *testing.T) {
	for name, put := range map[string]func(tx *store.Tx, p *model.Person, c *model.Company) error{
		"company first": func(tx *store.Tx, p *model.Person, c *model.Company) error {
			err := tx.PutCompany(c)
			p.Positions = []model.Position{{Company: c.Name, CompanyID: c.ID}}
			return errors.Join(err, tx.PutPerson(p))
		},
		"person first": func(tx *store.Tx, p *model.Person, c *model.Company) error {
			err := errors.Join(tx.PutPerson(p), tx.PutCompany(c))
			p.Positions = []model.Position{{Company: c.Name, CompanyID: c.ID}}
			return errors.Join(err, tx.PutPerson(p), tx.PutSignal(&model.Signal{Company: c.ID, Kind: model.Layoffs}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.Open(t)
			p, c := model.Person{Name: "Uma Beck"}, model.Company{Name: "Acme"}
			edit(t, st, "ada", "added Uma at Acme", func(tx *store.Tx) error { return put(tx, &p, &c) })
			other := model.Person{Name: "Bo Ek", Positions: []model.Position{{Company: "Acme", CompanyID: c.ID}}}
			edit(t, st, "ben", "added Bo", func(tx *store.Tx) error { return tx.PutPerson(&other) })
			refusedUndo(t, st, "ada", "Acme (c1)", "people or signals are at it now")
			undo(t, st, "ben")
			undo(t, st, "ada")
			if people, companies, _ := count(t, st); people+companies != 0 {
				t.Errorf("%d people and %d companies stay", people, companies)
			}
			redo(t, st, "ada")
			redo(t, st, "ben")
		})
	}
}

// Someone of whom a file has told since stays, and what it told does not come
// back without her.
func TestUndoOfAPersonOfWhomAFileTells(t *testing.T) {
	for name, tell := range map[string]func(tx *store.Tx, id model.PersonID, from model.SourceID) error{
		"statement": func(tx *store.Tx, id model.PersonID, from model.SourceID) error {
			return tx.PutStatement(&model.Statement{Source: from, Person: id, Name: "Uma Beck"})
		},
		"news": func(tx *store.Tx, id model.PersonID, from model.SourceID) error {
			return tx.PutNews(&model.News{Person: id, Kind: model.Moved, Source: from})
		},
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.Open(t)
			src := model.Source{Name: "people"}
			edit(t, st, "cleo", "made a source", func(tx *store.Tx) error { return tx.PutSource(&src) })
			p := add(t, st, "ada", "Uma Beck")
			edit(t, st, "ben", "imported people", func(tx *store.Tx) error { return tell(tx, p.ID, src.ID) })
			refusedUndo(t, st, "ada", "Uma Beck (p1)", "a newer file has told of her")
			undo(t, st, "ben")
			undo(t, st, "ada")
			refusedRedo(t, st, "ben", store.ErrChangedSince, "p1, which it needs", "took back: added Uma Beck")
			redo(t, st, "ada")
			redo(t, st, "ben")
		})
	}
}
