package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// narrow opens a store on an engine that takes 128 writes at once.
func narrow(t *testing.T) *store.Store {
	t.Helper()
	return storetest.OpenIn(t, &kvtest.Memory{}, dbPath(t))
}

// engines are an empty store on each engine.
func engines(t *testing.T) map[string]*store.Store {
	return map[string]*store.Store{"bbolt": storetest.OpenAt(t, dbPath(t)), "narrow": narrow(t)}
}

// A record that is too large is refused by name, and what stood before stays.
func TestTooLarge(t *testing.T) {
	for name, st := range engines(t) {
		t.Run(name, func(t *testing.T) {
			p := add(t, st, "ada", "Björn Ek")
			d := model.Draft{Person: p.ID, Body: "Hello"}
			must(st.SaveDraft("ada", &d))(t)
			huge := strings.Repeat("x", 1_520_000)
			typed := d
			typed.Body = huge
			_, draftErr := st.SaveDraft("ada", &typed)
			with := p
			with.Notes = huge
			_, personErr := st.Edit(store.By("ada", "noted"), func(tx *store.Tx) error { return tx.PutPerson(&with) })
			for says, err := range map[string]error{
				"the draft to p1 is 1.6 MB: too large: a record may have 1.5 MB at most": draftErr,
				"person p1 is 1.6 MB: too large: a record may have 1.5 MB at most":       personErr,
			} {
				if !errors.Is(err, store.ErrTooLarge) || !strings.Contains(fmt.Sprint(err), says) {
					t.Errorf("got %v, want %q", err, says)
				}
			}
			if len(typed.Body) != len(huge) || with.Rev != p.Rev || person(t, st, p.ID).Notes != "" || must(draft(st, p.ID))(t).Body != "Hello" {
				t.Error("something was lost, or half saved")
			}
		})
	}
}

// The largest record goes in, is changed, and comes back by undo: what the
// journal keeps of it fits as well.
func TestLargestRecord(t *testing.T) {
	for name, st := range engines(t) {
		t.Run(name, func(t *testing.T) {
			p := add(t, st, "ada", "Björn Ek")
			p.Notes = strings.Repeat("a", 1_499_000)
			p = rename(t, st, "ada", p, "Björn Ekström")
			p.Notes = strings.Repeat("b", 1_499_000)
			rename(t, st, "ada", p, "Björn")
			undo(t, st, "ada")
			if got := person(t, st, p.ID); got.Name != "Björn Ekström" || got.Notes != strings.Repeat("a", 1_499_000) {
				t.Errorf("%q came back with notes of %d bytes", got.Name, len(got.Notes))
			}
			undo(t, st, "ada")
			redo(t, st, "ada")
			undo(t, st, "ada")
			undo(t, st, "ada")
			nothingToUndo(t, st, "ada")
		})
	}
}

// A change of many records that are large is kept in several parts by the
// journal, and goes back and forth as one.
func TestImagesInParts(t *testing.T) {
	for name, st := range engines(t) {
		t.Run(name, func(t *testing.T) {
			var all []*model.Person
			for i := range 9 {
				all = append(all, &model.Person{Name: fmt.Sprint("Person ", i), Notes: strings.Repeat("n", 600_000)})
			}
			put := func(tx *store.Tx) error {
				for _, p := range all {
					if err := tx.PutPerson(p); err != nil {
						return err
					}
				}
				return nil
			}
			edit(t, st, "ada", "added nine", put)
			for _, p := range all {
				p.Headline, p.Notes = "Engineer", strings.Repeat("m", 600_000)
			}
			edit(t, st, "ada", "changed nine", put)
			for range 2 {
				if u := undo(t, st, "ada"); u.Records != 9 || u.What != "changed nine" {
					t.Errorf("took back %+v", u)
				}
				if got := person(t, st, 9); got.Headline != "" || got.Notes[0] != 'n' {
					t.Errorf("the ninth is %q with notes of %q", got.Headline, got.Notes[:1])
				}
				redo(t, st, "ada")
				if got := person(t, st, 9); got.Headline != "Engineer" || got.Notes[0] != 'm' {
					t.Errorf("the ninth is %q again, with notes of %q", got.Headline, got.Notes[:1])
				}
			}
			sound(t, st)
		})
	}
}

// An import is split where a transaction is full, undoes as one and comes back
// as one.
func TestImportInManyTransactions(t *testing.T) {
	st := narrow(t)
	storetest.Fill(t, st, 500)
	before := len(journal(t, st))
	if before < 20 {
		t.Errorf("500 people went in with %d changes: the engine can't have taken so much", before)
	}
	for range 2 {
		if u := undo(t, st, "tester"); u.Records < 1000 {
			t.Errorf("took back %+v", u)
		}
		if people, companies, imports := count(t, st); people+companies+imports != 0 {
			t.Errorf("%d people, %d companies, %d imports stay", people, companies, imports)
		}
		redo(t, st, "tester")
		if people, companies, imports := count(t, st); people != 500 || companies != 507 || imports != 1 {
			t.Errorf("%d people, %d companies, %d imports came back; want 500, 507, 1", people, companies, imports)
		}
	}
}

// People to whom their importer writes meanwhile make the undo of a full
// transaction no larger than the transaction was.
func TestUndoOfAFullTransactionWithDrafts(t *testing.T) {
	st := narrow(t)
	im := st.Importer("ada", model.Import{Source: "a.csv"})
	var all []*model.Person
	for i := range 90 {
		all = append(all, &model.Person{Name: fmt.Sprint("Person ", i)})
	}
	try(t, im.Write(t.Context(), all))
	for _, p := range all {
		must(st.SaveDraft("ada", &model.Draft{Person: p.ID, Body: "Hi"}))(t)
	}
	undo(t, st, "ada")
	redo(t, st, "ada")
	if d := must(draft(st, all[89].ID))(t); d.Body != "Hi" {
		t.Errorf("the draft came back as %+v", d)
	}
}

// Someone whose employers alone fill a transaction goes in all the same; whom
// one transaction could not take out again is refused by name.
func TestImportOfOnePersonWithVeryMuch(t *testing.T) {
	st := narrow(t)
	im := st.Importer("ada", model.Import{Source: "a.csv"})
	much := &model.Person{Name: "Cleo Moss"}
	for i := range 60 {
		much.Positions = append(much.Positions, model.Position{Company: fmt.Sprint("Loom ", i), Title: "Weaver"})
	}
	too := &model.Person{Name: "Uma Beck"}
	for i := range 130 {
		too.Contact.Emails = append(too.Contact.Emails, fmt.Sprintf("u%d@people.example", i))
	}
	all := append(newcomers(0, 3, "Acme"), much)
	all = append(all, newcomers(3, 3, "Acme")...)
	try(t, im.Write(t.Context(), all))
	for i, p := range all {
		if p.ID != model.PersonID(i+1) {
			t.Errorf("%s is %s", p.Name, p.ID)
		}
	}
	err := im.Write(t.Context(), append(newcomers(6, 3, "Acme"), too))
	if !errors.Is(err, store.ErrTooLarge) || !strings.Contains(err.Error(), "import Uma Beck: ") || !strings.Contains(err.Error(), "131 names, addresses, links and employers lead to it, 116 may") {
		t.Errorf("Write = %v, want ErrTooLarge that names Uma Beck", err)
	}
	undo(t, st, "ada")
	if people, companies, _ := count(t, st); people+companies != 0 {
		t.Errorf("%d people and %d companies stay", people, companies)
	}
}

// What can't be split is refused before anything of it is saved.
func TestTooManyForOneChange(t *testing.T) {
	st := narrow(t)
	p := add(t, st, "ada", "Björn Ek")
	_, err := st.Edit(store.By("ada", "noticed"), func(tx *store.Tx) error {
		for range 200 {
			if err := tx.PutSignal(&model.Signal{Person: p.ID, Kind: model.OpenToWork}); err != nil {
				return err
			}
		}
		return nil
	})
	if !errors.Is(err, store.ErrTooMany) || !strings.Contains(err.Error(), "128 writes at once; make it in smaller parts") {
		t.Errorf("Edit = %v, want ErrTooMany", err)
	}
	_, heedless := st.Edit(store.By("ada", "noticed"), func(tx *store.Tx) error {
		for range 200 {
			_ = tx.PutSignal(&model.Signal{Person: p.ID, Kind: model.OpenToWork})
		}
		return nil
	})
	if rev := must(st.Rev())(t); rev != 1 || !errors.Is(heedless, store.ErrTooMany) {
		t.Errorf("revision %d after the refusals, of which who did not heed them is told %v", rev, heedless)
	}
}

func TestImportCountsTheErased(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	her, _, _ := live(t, st)
	must(st.Erase("cleo", her))(t)
	im := st.Importer("ada", model.Import{Source: "again.csv"})
	again := vilhelmina()
	try(t, im.Write(t.Context(), []*model.Person{{Name: "Uma Beck"}, &again}))
	try(t, im.Finish(model.Import{New: 1, Erased: 2}))
	rec := read(t, st, func(tx *store.Tx) (model.Import, error) { return tx.Import(im.ID()) })
	if rec.Erased != 3 || rec.New != 1 {
		t.Errorf("the import's record is %+v, want 3 erased: two that the reader left out and one the store", rec)
	}
}
