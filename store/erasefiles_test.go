package store_test

import (
	"errors"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// What files have told of someone goes with her: statements, news, decisions
// about rows, and rows that may mean her, also from what the journal keeps.
func TestEraseTakesWhatFilesTold(t *testing.T) {
	m := newMortal(t)
	her, bo, _ := live(t, m.st)
	src := model.Source{Name: "people"}
	v := vilhelmina()
	said := model.Statement{Person: her, Name: "Vilhelmina Quillfeather", Summary: "SUMMARY-of-hers"}
	row := model.Review{Incoming: v, Like: []model.PersonID{bo, her}, Why: "NOTE-of-hers"}
	other := model.Review{Incoming: model.Person{Name: "Cleo Moss"}, Like: []model.PersonID{bo}}
	edit(t, m.st, "ada", "imported people", func(tx *store.Tx) error {
		err := tx.PutSource(&src)
		said.Source = src.ID
		return errors.Join(err, tx.PutStatement(&said), tx.PutReview(&row), tx.PutReview(&other),
			tx.PutNews(&model.News{Person: her, Kind: model.Moved, To: "SIGNAL-note"}),
			tx.PutIdentity("vilhelmina quillfeather\x1facme looms", her), tx.PutIdentity("bo ek", bo))
	})
	said.Summary = "SUMMARY-of-hers, newer"
	row.Why = "NOTE-of-hers, newer"
	edit(t, m.st, "ada", "imported people again", func(tx *store.Tx) error {
		return errors.Join(tx.PutStatement(&said), tx.PutReview(&row), tx.PutIdentity("vilhelmina quillfeather\x1facme looms", bo))
	})
	must(m.st.Erase("cleo", her))(t)
	got := m.holding(t)
	for i, s := range got { // the decision means Bo by now, and is his
		if s != "Vilhelmina" && s != "quillfeather" {
			t.Errorf("left: %q", got[i])
		}
	}
	left := read(t, m.st, func(tx *store.Tx) (n int, err error) {
		for r, err := range tx.Reviews() {
			if n++; err != nil || r.Incoming.Name != "Cleo Moss" {
				t.Errorf("the row %+v is left: %v", r, err)
			}
		}
		return n, nil
	})
	if left != 1 {
		t.Errorf("%d rows wait, want the one that is not hers", left)
	}
	sound(t, m.st)
}
