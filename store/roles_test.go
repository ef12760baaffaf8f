package store_test

import (
	"errors"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// openedRole makes a role on whose shortlist p1 is pinned and p2 is out.
func openedRole(t *testing.T, st *store.Store) model.Role {
	t.Helper()
	for _, name := range []string{"Ann Lee", "Ann B. Lee", "Bo Day"} {
		add(t, st, "ada", name)
	}
	r := model.Role{Title: "Weaver", List: model.Choices{
		Pinned: []model.Entry{{Person: 1}, {Person: 3}}, Out: []model.Excluded{{Person: 2, Why: "stays"}}, Drawn: []model.Entry{{Person: 2}, {Person: 1}},
	}}
	edit(t, st, "ben", "opened Weaver", func(tx *store.Tx) error { return tx.PutRole(&r) })
	return r
}

// Two people who decide about one shortlist at once both count, and an edit that
// fails changes nothing, not even what was read.
func TestEditRole(t *testing.T) {
	st := storetest.Open(t)
	r := openedRole(t, st)
	pin := func(id model.PersonID) error {
		_, err := st.EditRole(store.By("ada", "pinned"), r.ID, func(_ *store.Tx, r *model.Role) error { return r.List.PinAt(id) })
		return err
	}
	try(t, pin(2))
	if err := pin(3); !errors.Is(err, model.ErrPinned) {
		t.Errorf("pinned twice: %v", err)
	}
	got := read(t, st, func(tx *store.Tx) (model.Role, error) { return tx.Role(r.ID) })
	if got.List.Pin(1) != 1 || got.List.Pin(3) != 2 || got.List.Pin(2) != 3 || len(got.List.Out) != 0 {
		t.Errorf("it is %+v", got.List)
	}
	if _, err := st.EditRole(store.By("ada", "pinned"), 9, func(*store.Tx, *model.Role) error { return nil }); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of a role that is not there: %v", err)
	}
}

// Of two records that are one person one decision is left, in place of the other.
func TestMergeOnAShortlist(t *testing.T) {
	st := storetest.Open(t)
	r := openedRole(t, st)
	must(st.MergePeople("ada", 3, 2))(t)
	got := read(t, st, func(tx *store.Tx) (model.Role, error) { return tx.Role(r.ID) })
	if x, out := got.List.Excluded(3); !out || x.Why != "stays" || got.List.Pin(3) != 0 || got.List.DrawnRank(3) != 1 || got.List.Names(2) {
		t.Errorf("it is %+v", got.List)
	}
	undo(t, st, "ada")
	got = read(t, st, func(tx *store.Tx) (model.Role, error) { return tx.Role(r.ID) })
	if got.List.Pin(3) != 2 || !got.List.Names(2) {
		t.Errorf("taken back it is %+v", got.List)
	}
}

// Somebody about whom a shortlist says something does not go by an undo, and a
// decision does not come back without her.
func TestUndoOfSomebodyOnAShortlist(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Uma Beck")
	r := model.Role{Title: "Weaver", List: model.Choices{Pinned: []model.Entry{{Person: p.ID}}}}
	edit(t, st, "ben", "opened Weaver", func(tx *store.Tx) error { return tx.PutRole(&r) })
	refusedUndo(t, st, "ada", "Uma Beck (p1)", `decided about on the shortlist of "Weaver"`)
	undo(t, st, "ben")
	undo(t, st, "ada")
	refusedRedo(t, st, "ben", store.ErrChangedSince, "p1, which it needs", "took back: ")
	redo(t, st, "ada")
	redo(t, st, "ben")
}

// A role that was deleted comes back with what was decided about its list.
func TestRemoveRole(t *testing.T) {
	st := storetest.Open(t)
	r := openedRole(t, st)
	edit(t, st, "ben", "deleted Weaver", func(tx *store.Tx) error { return tx.RemoveRole(r.ID) })
	if _, err := roleOf(st, r.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("it is there: %v", err)
	}
	undo(t, st, "ben")
	if got, err := roleOf(st, r.ID); err != nil || got.List.Pin(1) != 1 {
		t.Errorf("it came back as %+v, %v", got, err)
	}
}

func roleOf(st *store.Store, id model.RoleID) (r model.Role, err error) {
	err = st.View(func(tx *store.Tx) error {
		r, err = tx.Role(id)
		return err
	})
	return r, err
}
