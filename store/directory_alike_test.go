package store_test

import (
	"errors"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// Someone of a name much like another is found at her employer, whether the directory
// has read the indexes or not, and so is who has a mailbox under another address; also
// whom somebody else has put in since.
func TestDirectoryFindsThoseAlike(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 100)
	put := func(name, email, company string) (id model.PersonID) {
		t.Helper()
		_, err := st.Edit(store.By("ben", "added "+name), func(tx *store.Tx) error {
			p := model.Person{Name: name, Positions: []model.Position{{Company: company}}}
			if email != "" {
				p.Contact.Emails = []string{email}
			}
			err := errors.Join(tx.Employ(&p, model.Origin{}), tx.PutPerson(&p))
			id = p.ID
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	bob, jan := put("Bob Martin", "bob.martin@gmail.com", "Acme"), put("Jan Müller", "jan+x@sap.example", "SAP")
	put("Robert Martin", "", "Borealis")
	d := st.Directory()
	check := func(when string) {
		t.Helper()
		for _, c := range []struct {
			name, employer string
			want           []model.PersonID
		}{
			{"Robert J. Martin", "acme", []model.PersonID{bob}},
			{"R. Martin", "acme", nil},
			{"Robert Martin", "nowhere", nil},
			{"Robert Martin", "sap", nil},
			{"Mueller, Jan", "sap", []model.PersonID{jan}},
			{"J. Müller", "sap", []model.PersonID{jan}},
			{"Person 000004", "acme", nil},
		} {
			if got := d.Near(model.NameKey(c.name), model.PartsOf(c.name), c.employer); !slices.Equal(got, c.want) {
				t.Errorf("%s: %s at %s: %v, want %v", when, c.name, c.employer, got, c.want)
			}
		}
		for address, want := range map[string]model.PersonID{"bobmartin@googlemail.com": bob, "jan@sap.example": jan, "bobmartin@example.com": 0, "person000004@people.example": 0} {
			if got, ok := d.ByMailbox(model.Mailbox(address)); got != want || ok != (want != 0) {
				t.Errorf("%s: %s: %s, %v; want %s", when, address, got, ok, want)
			}
		}
	}
	check("asked for the first time")
	for i := range 2500 {
		d.ByName(model.NameKey(storetest.Person(i).Name))
	}
	check("asked often")
	ann := put("Ann Lee", "ann.lee@gmail.com", "Acme")
	if got := d.Near("lee anne", model.PartsOf("Lee, Anne"), "acme"); !slices.Equal(got, []model.PersonID{ann}) {
		t.Errorf("whom Ben has added since: %v", got)
	}
	if got, ok := d.ByMailbox("annlee@gmail.com"); !ok || got != ann {
		t.Errorf("and by her mailbox: %s, %v", got, ok)
	}
}
