package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// aloneAt begins an import that is alone, of ten people, of whom it then gives one
// another address and another employer.
func aloneAt(t *testing.T, st *store.Store) *store.Importer {
	t.Helper()
	im := st.Importer("ada", model.Import{Source: "people.csv"})
	im.Alone()
	people := newcomers(0, 10, "Acme Inc")
	try(t, im.Write(t.Context(), people))
	moved := *people[3]
	moved.Contact.Emails = []string{"three@people.example"}
	moved.Positions = []model.Position{{Company: "Globex", Title: "Engineer"}}
	try(t, im.Write(t.Context(), []*model.Person{&moved}))
	return im
}

// findable says by what is found who was brought, and that a check finds nothing amiss.
func findable(t *testing.T, st *store.Store) {
	t.Helper()
	for key, want := range map[string]int{"e:p2@people.example": 1, "e:p3@people.example": 0, "e:three@people.example": 1} {
		if got := byKey(t, st, key); len(got) != want {
			t.Errorf("%s leads to %v, want %d", key, got, want)
		}
	}
	_ = st.View(func(tx *store.Tx) error {
		acme, _ := tx.CompanyByName("acme")
		globex, _ := tx.CompanyByName("globex")
		if a, g, n := tx.PeopleAt(acme), tx.PeopleAt(globex), tx.PeopleByName("person 4"); len(a) != 9 || len(g) != 1 || len(n) != 1 {
			t.Errorf("at Acme %v, at Globex %v, called Person 4 %v", a, g, n)
		}
		return nil
	})
	if done := must(st.Check())(t); len(done.Faults) > 0 || done.Lagging {
		t.Errorf("%+v", done)
	}
}

func TestAnImportThatIsAlone(t *testing.T) {
	st := storetest.Open(t)
	im := aloneAt(t, st)
	if got := byKey(t, st, "e:p2@people.example"); len(got) > 0 {
		t.Errorf("the index is kept while the import is at work: %v", got)
	}
	if done := must(st.Check())(t); len(done.Faults) > 0 || !done.Lagging {
		t.Errorf("a check meanwhile: %+v", done)
	}
	try(t, im.CatchUp())
	findable(t, st)
	try(t, im.Write(t.Context(), newcomers(20, 2, "Globex"))) // it may go on
	try(t, im.CatchUp())
	try(t, im.Finish(model.Import{New: 12}))
	if got := byKey(t, st, "e:p21@people.example"); len(got) != 1 {
		t.Errorf("who came after: %v", got)
	}
	undo(t, st, "ada")
	if people, _, _ := count(t, st); people != 0 {
		t.Errorf("%d people after the undo", people)
	}
	if done := must(st.Check())(t); len(done.Faults) > 0 {
		t.Errorf("after the undo: %+v", done)
	}
}

// A database in which such an import died is whole when it is opened again, and what
// the import had brought is taken back as ever.
func TestAnImportThatDiedAlone(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	aloneAt(t, st)
	file := must(os.ReadFile(path))(t)
	try(t, st.Close())
	path = filepath.Join(t.TempDir(), "talent.db")
	try(t, os.WriteFile(path, file, 0o600))

	looking := must(store.Open(path, store.Options{Clock: storetest.Now, ReadOnly: true}))(t)
	if done := must(looking.Check())(t); len(done.Faults) > 0 || !done.Lagging {
		t.Errorf("a check before: %+v", done)
	}
	try(t, looking.Close())

	lines := told(t, path)
	if len(lines) != 1 || !strings.Contains(lines[0], "an import broke off in "+path+": 30 index entries were made") {
		t.Errorf("told %q", lines)
	}
	if lines := told(t, path); len(lines) > 0 {
		t.Errorf("told again: %q", lines)
	}
	st = mustOpen(t, path)
	defer st.Close()
	findable(t, st)
	undo(t, st, "ada")
	if done := must(st.Check())(t); len(done.Faults) > 0 {
		t.Errorf("after the undo: %+v", done)
	}
}
