package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
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

// lonely is an import that is alone, of people at two companies of whom it then gives
// each another address.
func lonely(ctx context.Context, st *store.Store) (err error) {
	im := st.Importer("ada", model.Import{Source: "people.csv"})
	im.Alone()
	defer func() { err = errors.Join(err, im.CatchUp()) }()
	people := newcomers(0, 40, "Acme Inc")
	if err := im.Write(ctx, people); err != nil {
		return err
	}
	for _, p := range people {
		p.Contact.Emails = []string{"new-" + p.Contact.Emails[0]}
	}
	return im.Write(ctx, people)
}

// whole says that a check looks at the indexes, and finds nothing amiss; and that
// everybody who is there is found.
func whole(t *testing.T, st *store.Store) {
	t.Helper()
	if done := must(st.Check())(t); len(done.Faults) > 0 || done.Lagging {
		t.Errorf("%+v", done)
	}
	_ = st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if got := tx.PeopleByKey("e:" + p.Contact.Emails[0]); err != nil || !slices.Equal(got, []model.PersonID{p.ID}) {
				t.Errorf("%s leads to %v, %v", p.Contact.Emails[0], got, err)
			}
		}
		return nil
	})
}

// Wherever an import that is alone dies, the next start finds whoever it had brought.
func TestAnImportThatDiesAloneAnywhere(t *testing.T) {
	deaths := eachDeath(t, func(*mortal) {},
		func(st *store.Store) error { return lonely(t.Context(), st) },
		func(m *mortal, _ bool) { whole(t, m.st) })
	if deaths < 10 {
		t.Errorf("it died %d times: the import was not in many parts", deaths)
	}
}

// One commit of an import that is alone fails, with an outcome that is not known or
// without; be it of people or of the indexes. The program goes on, and once the indexes
// have been caught up with everybody is found who is there.
func TestAnImportThatIsAloneFails(t *testing.T) {
	for name, fails := range map[string]struct {
		kept bool
		err  error
	}{
		"it is there":     {true, store.ErrUnknown},
		"it is not there": {false, store.ErrUnknown},
		"it is refused":   {false, errDied},
	} {
		for n, done := 1, false; !done; n++ {
			m := newMortal(t)
			m.place.Commit = func(int) (bool, error) {
				if m.n++; m.n == n {
					return fails.kept, fails.err
				}
				return true, nil
			}
			im := m.st.Importer("ada", model.Import{Source: "people.csv"})
			im.Alone()
			people := newcomers(0, 40, "Acme Inc")
			errs := errors.Join(im.Write(t.Context(), people), im.Write(t.Context(), newcomers(40, 20, "Globex")), im.CatchUp())
			try(t, im.CatchUp())
			done = m.n < n
			if done != (errs == nil) {
				t.Errorf("%s: commit %d: %v", name, n, errs)
			}
			whole(t, m.st)
		}
	}
}

// The indexes of a database that is repaired are whole: nothing says any more that they
// lag, and a check looks at them.
func TestRepairAfterAnImportThatDied(t *testing.T) {
	path := ramPath(t)
	st := mustOpen(t, path)
	aloneAt(t, st)
	file := must(os.ReadFile(path))(t)
	try(t, st.Close())
	try(t, os.WriteFile(path, file, 0o600))
	flipValue(key("p", 5), 30)(t, path)
	done := must(store.Repair(path, "ada", storetest.Now()))(t)
	if !done.Before.Lagging || len(done.Before.Faults) != 1 || done.After.Lagging || len(done.After.Faults) > 0 {
		t.Errorf("before %+v, after %+v", done.Before, done.After)
	}
	if lines := told(t, path); len(lines) > 0 {
		t.Errorf("told %q", lines)
	}
}
