package store_test

import (
	"errors"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// A map that is deleted is in no role, and an undo puts it back into each.
func TestDeleteMap(t *testing.T) {
	st := storetest.Open(t)
	looms, mills := model.Map{Name: "Looms"}, model.Map{Name: "Mills"}
	edit(t, st, "ada", "made two", func(tx *store.Tx) error { return errors.Join(tx.PutMap(&looms), tx.PutMap(&mills)) })
	role := model.Role{Title: "Weaver", Maps: []model.MapID{looms.ID, mills.ID}}
	edit(t, st, "ada", "opened a role", func(tx *store.Tx) error { return tx.PutRole(&role) })
	edit(t, st, "ada", "deleted Looms", func(tx *store.Tx) error { return tx.DeleteMap(looms.ID) })
	maps := func() (out []model.MapID, err error) {
		r := read(t, st, func(tx *store.Tx) (model.Role, error) { return tx.Role(role.ID) })
		err = st.View(func(tx *store.Tx) error { _, err := tx.Map(looms.ID); return err })
		return r.Maps, err
	}
	if left, err := maps(); !slices.Equal(left, []model.MapID{mills.ID}) || !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the role names %v; the map: %v", left, err)
	}
	if _, err := st.Undo("ada"); err != nil {
		t.Fatal(err)
	}
	if back, err := maps(); !slices.Equal(back, role.Maps) || err != nil {
		t.Errorf("after the undo the role names %v; the map: %v", back, err)
	}
}
