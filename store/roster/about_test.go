package roster_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// The critique hears of a person what her record says: what was said before, why the
// gate is closed, and that she is open to work while something is left of it.
func TestAbout(t *testing.T) {
	now := storetest.Now()
	st := storetest.Open(t)
	p := storetest.Person(1)
	_, err := st.Edit(store.Actor{Name: "ada", What: "added"}, func(tx *store.Tx) error {
		if err := tx.PutPerson(&p); err != nil {
			return err
		}
		return tx.PutTouch(&model.Touch{Person: p.ID, At: now.AddDate(0, 0, -9), Channel: model.Email, Body: "Hi"})
	})
	if err != nil {
		t.Fatal(err)
	}
	weights := scoring.Default()
	read := func() *roster.Profile {
		var prof *roster.Profile
		err := st.View(func(tx *store.Tx) (err error) {
			prof, err = roster.ReadProfile(tx, &weights, p.ID, now)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return prof
	}
	a := read().About("ada", model.Email, now)
	if a.Person.Name != p.Name || len(a.Touches) != 1 || a.Gate != "" || a.OpenToWork || !a.Now.Equal(now) {
		t.Errorf("at first %+v", a)
	}
	signal := model.Signal{Kind: model.OpenToWork, Person: p.ID, Date: model.DateOf(now.AddDate(0, 0, -3))}
	if _, err := st.AddSignal("ada", &signal); err != nil {
		t.Fatal(err)
	}
	if !read().About("ada", model.Email, now).OpenToWork {
		t.Error("she is not open to work three days after she said so")
	}
	if read().About("ada", model.Email, now.AddDate(0, 0, 1)).Gate != "" {
		t.Error("the gate is closed")
	}
	if _, err := st.Lock(store.Act{By: "ada", Person: p.ID}, store.Lock{Kind: model.OptedOut}); err != nil {
		t.Fatal(err)
	}
	if a := read().About("ada", model.Email, now); !strings.Contains(a.Gate, "opted-out") {
		t.Errorf("the gate says %q", a.Gate)
	}
}
