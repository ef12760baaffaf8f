package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

func TestAPersonIsEntered(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	m := model.Map{Name: "Platform"}
	edit(t, st, "ada", "map", func(tx *store.Tx) error { return tx.PutMap(&m) })
	p := model.Person{Name: "Nour Haddad", Positions: []model.Position{{Company: "Loom GmbH", Title: "Staff Engineer"}}}
	if err := st.AddPerson("ada", &p, m.ID); err != nil {
		t.Fatal(err)
	}
	got := person(t, st, p.ID)
	if got.Name != "Nour Haddad" || got.Origin.Source != "entered by ada" || got.Positions[0].CompanyID == 0 {
		t.Errorf("the store has %+v", got)
	}
	m = read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m.ID) })
	if m.Rank(p.ID) != 1 || lastSaid(t, st) != "added Nour Haddad to Platform" {
		t.Errorf("she has rank %d, the journal says %q", m.Rank(p.ID), lastSaid(t, st))
	}
	must(st.Undo("ada"))(t)
	if n := read(t, st, func(tx *store.Tx) (model.PersonID, error) { return tx.LastPerson(), nil }); n != 0 {
		t.Errorf("after the undo %s is left", n)
	}
	if err := st.AddPerson("ada", &model.Person{}, 0); err == nil || !strings.Contains(err.Error(), "needs a name") {
		t.Errorf("nobody: %v", err)
	}
}

// Who was erased at her own request does not come back by being typed, and a full
// map takes nobody: nothing is left of either.
func TestEnteringIsRefused(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	p := placed(t, st, model.Outreach{})
	must(st.Erase("cleo", p.ID))(t)
	full := model.Map{Name: "Full"}
	for i := range model.MapSize {
		full.Entries = append(full.Entries, model.Entry{Person: model.PersonID(i + 100)})
	}
	edit(t, st, "ada", "map", func(tx *store.Tx) error { return tx.PutMap(&full) })
	before := must(everything(st))(t)
	again := model.Person{Name: p.Name, Contact: p.Contact}
	if err := st.AddPerson("ada", &again, 0); !errors.Is(err, store.ErrErased) {
		t.Errorf("entered with %v", err)
	}
	if err := st.AddPerson("ada", &model.Person{Name: "Nour Haddad"}, full.ID); err == nil {
		t.Error("a 101st is on the map")
	}
	if must(everything(st))(t) != before {
		t.Error("something is left of whom was refused")
	}
}

func TestNamesakes(t *testing.T) {
	st, _ := clocked(t, store.Options{})
	put := func(name, mail, company string) model.PersonID {
		p := model.Person{Name: name, Contact: model.Contact{Emails: []string{mail}}, Positions: []model.Position{{Company: company}}}
		if err := st.AddPerson("ada", &p, 0); err != nil {
			t.Fatal(err)
		}
		return p.ID
	}
	far := put("Nour Haddad", "nour@far.example", "Far Inc")
	loom := put("Nour Haddad", "nour@loom.example", "Loom GmbH")
	mail := put("N. Haddad", "nh@mail.example", "Elsewhere")
	put("Someone Else", "else@loom.example", "Loom GmbH")
	typed := model.Person{Name: "nour HADDAD", Contact: model.Contact{Emails: []string{"nh@mail.example"}}, Positions: []model.Position{{Company: "Loom"}}}
	got := read(t, st, func(tx *store.Tx) ([]store.Namesake, error) { return tx.Namesakes(&typed) })
	want := []struct {
		id  model.PersonID
		why store.Likeness
	}{{mail, store.SameKey}, {loom, store.SameNameEmployer}, {far, store.SameName}}
	if len(got) != len(want) {
		t.Fatalf("may be %+v", got)
	}
	for i, w := range want {
		if got[i].ID != w.id || got[i].Why != w.why {
			t.Errorf("%d is %s for %d, want %s for %d", i, got[i].ID, got[i].Why, w.id, w.why)
		}
	}
	if got := read(t, st, func(tx *store.Tx) ([]store.Namesake, error) { return tx.Namesakes(&model.Person{}) }); len(got) != 0 {
		t.Errorf("nobody typed may be %+v", got)
	}
}
