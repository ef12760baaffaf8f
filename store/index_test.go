package store_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func byKey(t *testing.T, st *store.Store, key string) []model.PersonID {
	t.Helper()
	return read(t, st, func(tx *store.Tx) ([]model.PersonID, error) { return tx.PeopleByKey(key), nil })
}

func TestPeopleAreFoundAgain(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Björn Ek-Dahl"}
	p.Contact.Emails = []string{"bjorn@people.example", "b@people.example"}
	p.Contact.Links = []string{"linkedin.com/in/bjorn"}
	twin := model.Person{Name: "bjorn ek dahl", Contact: model.Contact{Emails: []string{"b@people.example"}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		return tx.PutPerson(&twin)
	})
	for key, want := range map[string][]model.PersonID{
		"e:bjorn@people.example":  {1},
		"e:b@people.example":      {1, 2},
		"l:linkedin.com/in/bjorn": {1},
		"e:":                      nil,
		"e:b":                     nil,
		"":                        nil,
	} {
		if got := byKey(t, st, key); !slices.Equal(got, want) {
			t.Errorf("by %q: %v, want %v", key, got, want)
		}
	}
	_ = st.View(func(tx *store.Tx) error {
		if got := tx.PeopleByName("BJÖRN EK DAHL"); !slices.Equal(got, []model.PersonID{1, 2}) {
			t.Errorf("by name: %v", got)
		}
		if got := tx.PeopleByNamePrefix("bjö", 1); !slices.Equal(got, []model.PersonID{1}) {
			t.Errorf("by the beginning of the name, one: %v", got)
		}
		return nil
	})
	p.Contact.Emails = []string{"new@people.example"}
	rename(t, st, "ada", p, "Björn Dahl")
	if got := byKey(t, st, "e:bjorn@people.example"); got != nil {
		t.Errorf("the old address still leads to %v", got)
	}
	if got := byKey(t, st, "e:b@people.example"); !slices.Equal(got, []model.PersonID{2}) {
		t.Errorf("the shared address leads to %v, want p2 alone", got)
	}
	if got := byKey(t, st, "e:new@people.example"); !slices.Equal(got, []model.PersonID{1}) {
		t.Errorf("the new address leads to %v", got)
	}
}

// An Edit sees what it has itself written, also through an index.
func TestEditFindsItsOwnWrites(t *testing.T) {
	st := storetest.Open(t)
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		c := model.Company{Name: "Acme, Inc.", Aliases: []string{"Acme Robotics"}, Domain: "acme.example"}
		if err := tx.PutCompany(&c); err != nil {
			return err
		}
		p := model.Person{Name: "Björn Ek", Positions: []model.Position{{Company: "Acme", CompanyID: c.ID}, {Company: "Acme", CompanyID: c.ID}}}
		p.Contact.Emails = []string{"b@people.example"}
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		for _, name := range []string{"ACME", "acme robotics GmbH", "acme.example"} {
			if id, ok := tx.CompanyByName(name); !ok || id != c.ID {
				t.Errorf("the company just written is not found by %q", name)
			}
		}
		one := []model.PersonID{p.ID}
		if !slices.Equal(tx.PeopleByNamePrefix("bjorn", 5), one) || !slices.Equal(tx.PeopleByName("Bjorn Ek"), one) ||
			!slices.Equal(tx.PeopleByKey("e:b@people.example"), one) || !slices.Equal(tx.PeopleAt(c.ID), one) {
			t.Error("the person just written is not found")
		}
		p.Contact.Emails, p.Positions = nil, nil
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		if len(tx.PeopleByKey("e:b@people.example")) != 0 || len(tx.PeopleAt(c.ID)) != 0 {
			t.Error("what was just taken from the person still leads to her")
		}
		return nil
	})
}

func TestOldestCompanyOfAName(t *testing.T) {
	st := storetest.Open(t)
	edit(t, st, "ada", "x", func(tx *store.Tx) error {
		for range 3 {
			if err := tx.PutCompany(&model.Company{Name: "Acme"}); err != nil {
				return err
			}
		}
		if _, ok := tx.CompanyByName(" ,. "); ok {
			t.Error("no name found a company")
		}
		id, ok := tx.CompanyByName("Acme GmbH")
		if !ok || id != 1 {
			t.Errorf("found %s, want c1", id)
		}
		return nil
	})
}

// A text too long for a key, or with a zero byte in it, does no harm.
func TestOddIndexTexts(t *testing.T) {
	st := storetest.Open(t)
	long := strings.Repeat("ä", 1000)
	p := model.Person{Name: long, Contact: model.Contact{Emails: []string{long + "1", long + "2", "a\x00b"}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	for _, key := range []string{"e:" + long + "1", "e:a\x00b"} {
		if got := byKey(t, st, key); !slices.Equal(got, []model.PersonID{1}) {
			t.Errorf("by a key of %d bytes: %v", len(key), got)
		}
	}
	must(st.Undo("ada"))(t)
}
