package store_test

import (
	"errors"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func TestMergeCompanies(t *testing.T) {
	st := storetest.Open(t)
	staff := make([]*model.Person, 300)
	for i := range staff {
		staff[i] = &model.Person{Name: "Person " + string(rune('A'+i%26)), Positions: []model.Position{{Company: []string{"Cisco", "Cisco Networks"}[i%2], Title: "Engineer"}}}
	}
	arrive(t, st, "people.csv", staff...)
	edit(t, st, "ada", "signals", func(tx *store.Tx) error {
		a, b := model.Signal{Company: 1, Kind: model.Layoffs, Date: model.Year(2025)}, model.Signal{Company: 2, Kind: model.Reorg, Date: model.Year(2025)}
		c, err := tx.Company(2)
		c.Staff, c.Domain, c.Aliases, c.Apart = 900, "cisco.example", []string{"CSCO"}, []model.CompanyID{1, 7}
		return errors.Join(err, tx.PutSignal(&a), tx.PutSignal(&b), tx.PutCompany(&c))
	})
	before := must(everything(st))(t)

	n, err := st.MergeCompanies(t.Context(), "ada", 1, 2)
	if err != nil || n != 150 {
		t.Fatalf("%d people, %v", n, err)
	}
	err = st.View(func(tx *store.Tx) error {
		if _, err := tx.Company(2); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the other is there: %v", err)
		}
		c, err := tx.Company(1)
		if err != nil || c.Name != "Cisco" || !slices.Equal(c.Aliases, []string{"Cisco Networks", "CSCO"}) || c.Staff != 900 || c.Domain != "cisco.example" || !slices.Equal(c.Apart, []model.CompanyID{7}) {
			t.Errorf("%+v, %v", c, err)
		}
		if got := len(tx.PeopleAt(1)); got != 300 {
			t.Errorf("%d people there", got)
		}
		signals := 0
		for range tx.SignalsAt(1) {
			signals++
		}
		if id, ok := tx.CompanyByName("Cisco Networks"); signals != 2 || !ok || id != 1 {
			t.Errorf("%d signals; its old name leads to %s", signals, id)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if u, err := st.Undo("ada"); err != nil || u.What != "merged the company Cisco Networks into Cisco" {
		t.Fatalf("undo: %+v, %v", u, err)
	}
	if after := must(everything(st))(t); cutJournal(after) != cutJournal(before) {
		t.Errorf("after the undo all is not as before")
	}
	if _, err := st.MergeCompanies(t.Context(), "ada", 1, 1); !errors.Is(err, store.ErrSame) {
		t.Errorf("with itself: %v", err)
	}
	if _, err := st.MergeCompanies(t.Context(), "ada", 1, 99); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("with nothing: %v", err)
	}
	if err := errors.Join(st.KeepCompaniesApart("ada", 1, 2), st.KeepCompaniesApart("ada", 1, 2)); err != nil {
		t.Fatal(err)
	}
	one := read(t, st, func(tx *store.Tx) (model.Company, error) { return tx.Company(1) })
	if !slices.Equal(one.Apart, []model.CompanyID{2}) {
		t.Errorf("kept apart from %v", one.Apart)
	}
}

// An import finds the companies that are surely the same, and asks about the
// others.
func TestCompaniesOfLikeNames(t *testing.T) {
	st := storetest.Open(t)
	staff := func(names ...string) (list []*model.Person) {
		for i, n := range names {
			list = append(list, &model.Person{Name: "Person " + string(rune('A'+i)), Positions: []model.Position{{Company: n}}})
		}
		return list
	}
	arrive(t, st, "people.csv", staff("Google", "Cisco Systems Inc.", "株式会社FLUX", "The Open Group", "Cloud")...)
	people := staff("Google LLC", "Cisco", "Flux Systems", "Open Co", "Cloud Software Group")
	arrive(t, st, "more.csv", people...)
	var names []string
	for _, p := range people {
		c := read(t, st, func(tx *store.Tx) (model.Company, error) { return tx.Company(p.Positions[0].CompanyID) })
		names = append(names, c.Name)
	}
	if want := []string{"Google", "Cisco Systems Inc.", "Flux Systems", "Open Co", "Cloud Software Group"}; !slices.Equal(names, want) {
		t.Errorf("they are at %q, want %q", names, want)
	}
	pairs := must(st.LikeCompanies())(t)
	if len(pairs) == 0 {
		t.Fatal("no pair to look at")
	}
	for _, p := range pairs {
		if p.Confidence >= model.Sure || p.Why == "" {
			t.Errorf("%s and %s: %v, %q", p.A.Name, p.B.Name, p.Confidence, p.Why)
		}
	}
	first := pairs[0]
	if err := st.KeepCompaniesApart("ada", first.A.ID, first.B.ID); err != nil {
		t.Fatal(err)
	}
	again := must(st.LikeCompanies())(t)
	if len(again) != len(pairs)-1 {
		t.Errorf("%d pairs after one was kept apart, before %d", len(again), len(pairs))
	}
}
