package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// newcomers are n people at a company, the first with the number from.
func newcomers(from, n int, company string) []*model.Person {
	var out []*model.Person
	for i := from; i < from+n; i++ {
		p := model.Person{Name: fmt.Sprint("Person ", i), Positions: []model.Position{{Company: company, Title: "Engineer"}}}
		p.Contact.Emails = []string{fmt.Sprintf("p%d@people.example", i)}
		out = append(out, &p)
	}
	return out
}

// imported makes an import of three chunks that also changes one known person.
func imported(t *testing.T, st *store.Store, known model.Person) *store.Importer {
	t.Helper()
	im := st.Importer("ada", model.Import{Source: "people.csv", Dialect: "generic"})
	known.Headline = "Changed by the import"
	try(t, im.Write(t.Context(), newcomers(0, 10, "Acme Inc")))
	try(t, im.Write(t.Context(), append(newcomers(10, 10, "ACME"), &known)))
	try(t, im.Write(t.Context(), newcomers(20, 5, "Globex")))
	try(t, im.Finish(model.Import{New: 25, Changed: 1}))
	return im
}

func count(t *testing.T, st *store.Store) (people, companies, imports int) {
	t.Helper()
	_ = st.View(func(tx *store.Tx) error {
		for range tx.People(0) {
			people++
		}
		for range tx.Companies() {
			companies++
		}
		for range tx.Imports() {
			imports++
		}
		return nil
	})
	return people, companies, imports
}

func TestImport(t *testing.T) {
	st := storetest.Open(t)
	im := imported(t, st, add(t, st, "ada", "Known"))
	if people, companies, imports := count(t, st); people != 26 || companies != 2 || imports != 1 {
		t.Errorf("%d people, %d companies, %d imports; want 26, 2, 1", people, companies, imports)
	}
	rec := read(t, st, func(tx *store.Tx) (model.Import, error) { return tx.Import(im.ID()) })
	if !rec.Done || rec.New != 25 || rec.Changed != 1 || rec.By != "ada" || !rec.At.Equal(storetest.Now()) || rec.Source != "people.csv" {
		t.Errorf("the import's record is %+v", rec)
	}
	p := person(t, st, byKey(t, st, "e:p13@people.example")[0])
	if p.Origin.Import != im.ID() || p.Positions[0].CompanyID != 1 {
		t.Errorf("a newcomer is of import %s at %s", p.Origin.Import, p.Positions[0].CompanyID)
	}
	if got := person(t, st, 1); got.Origin.Import != 0 || got.Headline == "" {
		t.Errorf("the known person is %+v", got)
	}
	for _, c := range journal(t, st)[1:] {
		if c.Import != im.ID() || c.Actor != "ada" || !strings.HasPrefix(c.What, "imported people.csv") {
			t.Errorf("journal: %+v", c)
		}
	}
}

func TestImportThatWritesNothingLeavesNoTrace(t *testing.T) {
	st := storetest.Open(t)
	im := st.Importer("ada", model.Import{Source: "same.csv"})
	try(t, im.Finish(model.Import{Same: 12}))
	if rev := must(st.Rev())(t); rev != 0 || im.ID() != 0 {
		t.Errorf("revision %d, import %s", rev, im.ID())
	}
}

func TestUndoTakesAnImportAsOne(t *testing.T) {
	for name, undo := range map[string]func(*store.Store, model.ImportID) (store.Undone, error){
		"Undo":       func(st *store.Store, _ model.ImportID) (store.Undone, error) { return st.Undo("ada") },
		"UndoImport": func(st *store.Store, id model.ImportID) (store.Undone, error) { return st.UndoImport("ada", id) },
		"UndoChange": func(st *store.Store, _ model.ImportID) (store.Undone, error) { return st.UndoChange("ben", 3) },
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.Open(t)
			known := add(t, st, "ada", "Known")
			im := imported(t, st, known)
			u := must(undo(st, im.ID()))(t)
			// 25 newcomers, 1 changed, 2 companies, the record twice: made and finished
			if u.Records != 30 || !strings.Contains(u.What, "people.csv") {
				t.Errorf("took back %+v, want 30 records", u)
			}
			for _, c := range journal(t, st)[5:] {
				if c.Undoes == 0 || c.Import != im.ID() || !strings.HasPrefix(c.What, "took back: imported people.csv") {
					t.Errorf("journal: %+v", c)
				}
			}
			if people, companies, imports := count(t, st); people != 1 || companies != 0 || imports != 0 {
				t.Errorf("%d people, %d companies, %d imports stay; want 1, 0, 0", people, companies, imports)
			}
			if got := person(t, st, known.ID); got.Headline != "" || got.Rev != known.Rev {
				t.Errorf("the known person is %+v", got)
			}
			if _, err := st.UndoImport("ada", im.ID()); !errors.Is(err, store.ErrNothingToUndo) {
				t.Errorf("a second time = %v, want ErrNothingToUndo", err)
			}
			if u := must(st.Undo("ada"))(t); u.What != "added Known" {
				t.Errorf("the next undo took %q, want what was before the import", u.What)
			}
		})
	}
}

// An import goes wholly or stays wholly, wherever the obstacle is.
func TestUndoOfAnImportChangedSince(t *testing.T) {
	obstacles := map[string]func(tx *store.Tx, p model.Person) error{
		"edited": func(tx *store.Tx, p model.Person) error { p.Notes = "met"; return tx.PutPerson(&p) },
		"with a signal": func(tx *store.Tx, p model.Person) error {
			return tx.PutSignal(&model.Signal{Person: p.ID, Kind: model.OpenToWork})
		},
		"on a map": func(tx *store.Tx, p model.Person) error {
			return tx.PutMap(&model.Map{Name: "Platform", Entries: []model.Entry{{Person: p.ID}}})
		},
	}
	for name, obstacle := range obstacles {
		for _, who := range []int{0, 24} { // of the first chunk and of the last
			t.Run(fmt.Sprint(name, who), func(t *testing.T) {
				st := storetest.Open(t)
				imported(t, st, add(t, st, "ada", "Known"))
				p := person(t, st, byKey(t, st, fmt.Sprintf("e:p%d@people.example", who))[0])
				edit(t, st, "ben", "used", func(tx *store.Tx) error { return obstacle(tx, p) })
				refusedUndo(t, st, "ada", p.ID.String())
				if people, _, _ := count(t, st); people != 26 {
					t.Errorf("%d people after the refusal, want all 26", people)
				}
				undo(t, st, "ben")
				undo(t, st, "ada")
			})
		}
	}
}

// A company that came with the import and where others work by now stays, and
// the undo of the import is done all the same.
func TestUndoOfAnImportLeavesUsedCompanies(t *testing.T) {
	st := storetest.Open(t)
	add(t, st, "ada", "Before")
	im := st.Importer("ada", model.Import{Source: "a.csv"})
	try(t, im.Write(t.Context(), newcomers(0, 1, "Acme")))
	try(t, im.Edit(func(tx *store.Tx) error { return tx.PutCompany(&model.Company{Name: "Globex"}) }))
	other := model.Person{Name: "Other", Positions: []model.Position{{CompanyID: 1}, {CompanyID: 2}}}
	edit(t, st, "ben", "added Other", func(tx *store.Tx) error { return tx.PutPerson(&other) })
	undo(t, st, "ada")
	if people, companies, _ := count(t, st); people != 2 || companies != 2 {
		t.Errorf("%d people, %d companies; want 2 and the companies of the other", people, companies)
	}
	if u := undo(t, st, "ada"); u.What != "added Before" {
		t.Errorf("the next undo took %q", u.What)
	}
}

// Signals and touches that came with an import go with it.
func TestUndoOfAnImportWithSignals(t *testing.T) {
	st := storetest.Open(t)
	im := st.Importer("ada", model.Import{Source: "events.csv"})
	try(t, im.Write(t.Context(), newcomers(0, 2, "Acme")))
	try(t, im.Edit(func(tx *store.Tx) error {
		m := model.Map{Name: "Sample", Entries: []model.Entry{{Person: 1}, {Person: 2}}}
		return errors.Join(tx.PutSignal(&model.Signal{Person: 1, Kind: model.OpenToWork}), tx.PutMap(&m),
			tx.PutTouch(&model.Touch{Person: 2, By: "cleo"}), tx.PutSignal(&model.Signal{Company: 1, Kind: model.Layoffs}),
			tx.PutDraft(&model.Draft{Person: 1, By: "cleo", Body: "Hello"}))
	}))
	undo(t, st, "ada")
	if people, companies, imports := count(t, st); people+companies+imports != 0 {
		t.Errorf("%d people, %d companies, %d imports stay", people, companies, imports)
	}
}

// After a Write that failed the people are as the caller made them, so that
// trying again does not lead to companies that were never stored.
func TestFailedImportCanBeTriedAgain(t *testing.T) {
	st := storetest.Open(t)
	im := st.Importer("ada", model.Import{Source: "a.csv"})
	chunk := newcomers(0, 3, "Acme")
	chunk = append(chunk, &model.Person{ID: 99, Name: "Nobody"})
	if err := im.Write(t.Context(), chunk); err == nil || !strings.Contains(err.Error(), "Nobody") {
		t.Fatalf("Write = %v, want an error that names the person", err)
	}
	if rev := must(st.Rev())(t); rev != 0 || im.ID() != 0 {
		t.Errorf("revision %d, import %s after the failure", rev, im.ID())
	}
	for _, p := range chunk[:3] {
		if p.ID != 0 || p.Rev != 0 || p.Origin.Import != 0 || p.Positions[0].CompanyID != 0 {
			t.Errorf("left as %+v", *p)
		}
	}
	edit(t, st, "ben", "added Globex", func(tx *store.Tx) error { return tx.PutCompany(&model.Company{Name: "Globex"}) })
	try(t, im.Write(t.Context(), chunk[:3]))
	at := read(t, st, func(tx *store.Tx) ([]model.PersonID, error) {
		id, _ := tx.CompanyByName("Acme")
		return tx.PeopleAt(id), nil
	})
	if !slices.Equal(at, []model.PersonID{1, 2, 3}) {
		t.Errorf("at Acme are %v, want the three", at)
	}
}

func TestImportStopsWhenAskedTo(t *testing.T) {
	st := storetest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := st.Importer("ada", model.Import{}).Write(ctx, newcomers(0, 1, "Acme")); !errors.Is(err, context.Canceled) {
		t.Errorf("Write = %v, want Canceled", err)
	}
}

func TestDirectory(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 10)
	d := st.Directory()
	id, ok := d.ByKey("e:person000004@people.example")
	if !ok || id != 5 {
		t.Errorf("by key: %s, %v; want p5", id, ok)
	}
	if _, ok := d.ByKey("e:nobody@people.example"); ok {
		t.Error("nobody was found")
	}
	for employer, want := range map[string][]model.PersonID{"company 4": {5}, "company 11": {5}, "company 5": nil, "nowhere": nil} {
		if got := d.Near("person 000004", model.PartsOf("Person 000004"), employer); !slices.Equal(got, want) {
			t.Errorf("by name at %q: %v, want %v", employer, got, want)
		}
	}
	if got := d.ByName("person 000004"); !slices.Equal(got, []model.PersonID{5}) {
		t.Errorf("by name: %v", got)
	}
	if p, err := d.Person(5); err != nil || p.Name != "Person 000004" {
		t.Errorf("person: %+v, %v", p, err)
	}
	if _, err := d.Person(99); !isNotFound(err) {
		t.Errorf("Person = %v, want ErrNotFound", err)
	}
}

// A directory that is asked often answers from what it remembers, and still
// finds whom somebody else has put in since.
func TestDirectoryRemembers(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 100)
	d := st.Directory()
	for i := range 5000 {
		p := storetest.Person(i)
		_, ok := d.ByKey(p.Keys()[0])
		if ids := d.ByName(model.NameKey(p.Name)); ok != (i < 100) || len(ids) > 0 != (i < 100) {
			t.Fatalf("person %d: by key %v, by name %v", i, ok, ids)
		}
		here, elsewhere := model.CompanyKey(p.Positions[i%2].Company), model.CompanyKey(fmt.Sprintf("Company %d", i%90+9))
		if ids := d.Near(model.NameKey(p.Name), model.PartsOf(p.Name), here); len(ids) > 0 != (i < 100) {
			t.Fatalf("person %d at %s: %v", i, here, ids)
		}
		if ids := d.Near(model.NameKey(p.Name), model.PartsOf(p.Name), elsewhere); len(ids) > 0 && elsewhere != here && elsewhere != model.CompanyKey(p.Positions[1-i%2].Company) {
			t.Fatalf("person %d at %s: %v", i, elsewhere, ids)
		}
	}
	p := storetest.Person(4000)
	p.Positions[0].Company = "Brand New Inc."
	if _, err := st.Edit(store.By("ben", "added"), func(tx *store.Tx) error { return errors.Join(tx.Employ(&p, model.Origin{}), tx.PutPerson(&p)) }); err != nil {
		t.Fatal(err)
	}
	if id, ok := d.ByKey(p.Keys()[0]); !ok || id != p.ID {
		t.Errorf("whom Ben has added is found as %s, %v", id, ok)
	}
	if ids := d.ByName(model.NameKey(p.Name)); !slices.Equal(ids, []model.PersonID{p.ID}) {
		t.Errorf("and by name as %v", ids)
	}
	if ids := d.Near(model.NameKey(p.Name), model.PartsOf(p.Name), "brand new"); !slices.Equal(ids, []model.PersonID{p.ID}) {
		t.Errorf("and by name and employer as %v", ids)
	}
}
