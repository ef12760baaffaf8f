package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func isNotFound(err error) bool { return errors.Is(err, store.ErrNotFound) }

// refusedPut writes a person and returns the conflict that it must meet.
func refusedPut(t *testing.T, st *store.Store, who string, p model.Person) *store.ConflictError {
	t.Helper()
	_, err := st.Edit(store.By(who, "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) })
	var conflict *store.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("Edit = %v, want ConflictError", err)
	}
	return conflict
}

func TestConflictCarriesBoth(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	rename(t, st, "ben", p, "Björn Ekström")
	mine := p
	mine.Headline = "Staff engineer"
	c := refusedPut(t, st, "ada", mine)
	if got, ok := c.Mine.(model.Person); !ok || got.Headline != "Staff engineer" || got.Rev != 1 {
		t.Errorf("mine is %+v", c.Mine)
	}
	theirs, ok := c.Theirs.(model.Person)
	if !ok || theirs.Name != "Björn Ekström" || theirs.Rev != 2 {
		t.Errorf("theirs is %+v", c.Theirs)
	}
	if c.Change.Actor != "ben" || c.Change.Rev != 2 || c.What != "p1" {
		t.Errorf("the conflict is over %s with %+v", c.What, c.Change)
	}
	if want := "p1 was changed meanwhile by ben at 09:00:00"; c.Error() != want {
		t.Errorf("it says %q, want %q", c, want)
	}
	// From theirs on it goes.
	theirs.Headline = mine.Headline
	rename(t, st, "ada", theirs, theirs.Name)
}

// What stands after an undo is older than what was read before it; the one who
// took it back is named, not the one who wrote the older state.
func TestConflictWithAnUndo(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	read := rename(t, st, "ben", p, "Björn Ekström")
	must(st.Undo("ben"))(t)
	c := refusedPut(t, st, "ada", read)
	if c.Change.Actor != "ben" || c.Change.Rev != 3 {
		t.Errorf("the conflict names %s at revision %d, want ben at 3", c.Change.Actor, c.Change.Rev)
	}
	if theirs, ok := c.Theirs.(model.Person); !ok || theirs.Name != "Björn Ek" {
		t.Errorf("theirs is %+v", c.Theirs)
	}
}

func TestWriteOfWhatWasRemoved(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	must(st.Undo("ada"))(t)
	_, err := st.Edit(store.By("ada", "x"), func(tx *store.Tx) error { return tx.PutPerson(&p) })
	if !isNotFound(err) || !strings.Contains(err.Error(), "p1 was removed meanwhile") {
		t.Errorf("Edit = %v, want that it was removed", err)
	}
}

func TestDraftConflictCarriesBothTexts(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	a, b := model.Draft{Person: p.ID, Body: "from Ada"}, model.Draft{Person: p.ID, Body: "from Ben"}
	must(st.SaveDraft("ada", &a))(t)
	_, err := st.SaveDraft("ben", &b)
	var c *store.ConflictError
	if !errors.As(err, &c) {
		t.Fatalf("SaveDraft = %v, want ConflictError", err)
	}
	if c.Mine.(model.Draft).Body != "from Ben" || c.Theirs.(model.Draft).Body != "from Ada" || b.Body != "from Ben" || b.Rev != 0 {
		t.Errorf("mine %+v, theirs %+v, b %+v", c.Mine, c.Theirs, b)
	}
	a.Body += ", more"
	must(st.SaveDraft("ada", &a))(t) // one's own next save goes on
}
