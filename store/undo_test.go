package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func undo(t *testing.T, st *store.Store, who string) store.Undone {
	t.Helper()
	return must(st.Undo(who))(t)
}

// refusedUndo is the message of an undo that must be refused for a later change.
func refusedUndo(t *testing.T, st *store.Store, who string, words ...string) {
	t.Helper()
	before := must(st.Rev())(t)
	_, err := st.Undo(who)
	if !errors.Is(err, store.ErrChangedSince) {
		t.Fatalf("Undo = %v, want ErrChangedSince", err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("Undo = %q, want it to say %q", err, w)
		}
	}
	if rev := must(st.Rev())(t); rev != before {
		t.Errorf("the refused undo went from revision %d to %d", before, rev)
	}
}

func nothingToUndo(t *testing.T, st *store.Store, who string) {
	t.Helper()
	if _, err := st.Undo(who); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("Undo = %v, want ErrNothingToUndo", err)
	}
}

func TestUndoWalksBack(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	p = rename(t, st, "ada", p, "Two")
	rename(t, st, "ada", p, "Three")
	for _, want := range []string{"Two", "One"} {
		u := undo(t, st, "ada")
		if got := person(t, st, p.ID).Name; got != want || u.Records != 1 {
			t.Errorf("after taking back %q the name is %q, want %q (%d records)", u.What, got, want, u.Records)
		}
	}
	if u := undo(t, st, "ada"); u.What != "added One" || u.Rev != 1 {
		t.Errorf("took back %+v, want the adding", u)
	}
	if err := st.View(func(tx *store.Tx) error { _, err := tx.Person(p.ID); return err }); !isNotFound(err) {
		t.Errorf("the person is still there: %v", err)
	}
	nothingToUndo(t, st, "ada")
	var said []string
	for _, c := range journal(t, st) {
		said = append(said, c.What)
	}
	want := "added One|renamed to Two|renamed to Three|took back: renamed to Three|took back: renamed to Two|took back: added One"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("the journal says\n %s, want\n %s", got, want)
	}
}

func TestUndoIsOfOnesOwn(t *testing.T) {
	st := storetest.Open(t)
	a := add(t, st, "ada", "A")
	b := add(t, st, "ben", "B")
	undo(t, st, "ada")
	if person(t, st, b.ID).Name != "B" {
		t.Error("Ada's undo took Ben's change")
	}
	if err := st.View(func(tx *store.Tx) error { _, err := tx.Person(a.ID); return err }); !isNotFound(err) {
		t.Errorf("Ada's own is still there: %v", err)
	}
	nothingToUndo(t, st, "ada")
	nothingToUndo(t, st, "cleo")
}

func TestUndoAfterAChangeInBetween(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	p = rename(t, st, "ben", p, "Two")
	refusedUndo(t, st, "ada", `"added One"`, "Two (p1)", "ben", "2026-03-02 09:00", "renamed to Two")
	rename(t, st, "ada", p, "Three")
	refusedUndo(t, st, "ben", "ada", "renamed to Three")
	undo(t, st, "ada")
	undo(t, st, "ben")
	undo(t, st, "ada")
	nothingToUndo(t, st, "ada")
}

func TestUndoOfAnUndoIsRefused(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ada", p, "Two")
	undo(t, st, "ada")
	for _, rev := range []model.Rev{2, 3} { // what was taken back, and the taking back
		if _, err := st.UndoChange("ada", rev); !errors.Is(err, store.ErrNothingToUndo) {
			t.Errorf("undo of revision %d = %v, want ErrNothingToUndo", rev, err)
		}
	}
	if got := person(t, st, p.ID).Name; got != "One" {
		t.Errorf("the name is %q", got)
	}
}

func TestUndoRestoresTheIndexes(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Björn Ek", Contact: model.Contact{Emails: []string{"old@people.example"}}}
	edit(t, st, "ada", "x", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	p.Contact.Emails = []string{"new@people.example"}
	rename(t, st, "ada", p, "Other")
	undo(t, st, "ada")
	if len(byKey(t, st, "e:new@people.example")) != 0 || len(byKey(t, st, "e:old@people.example")) != 1 {
		t.Error("the address leads elsewhere than before the change")
	}
}

// A map that somebody else removed must not come back by an undo of its change.
func TestUndoOfAChangeToWhatWasRemovedSince(t *testing.T) {
	st := storetest.Open(t)
	m := model.Map{Name: "Platform"}
	edit(t, st, "ada", "made the map", func(tx *store.Tx) error { return tx.PutMap(&m) })
	m.Name = "Platform Berlin"
	edit(t, st, "ada", "renamed the map", func(tx *store.Tx) error { return tx.PutMap(&m) })
	edit(t, st, "ben", "removed the map", func(tx *store.Tx) error { return tx.RemoveMap(m.ID) })
	refusedUndo(t, st, "ada", "ben", "removed the map")
	undo(t, st, "ben")
	undo(t, st, "ada")
	if got := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m.ID) }); got.Name != "Platform" {
		t.Errorf("the map is %q", got.Name)
	}
}

func TestUndoOfARemoval(t *testing.T) {
	st := storetest.Open(t)
	m := model.Map{Name: "Platform"}
	edit(t, st, "ada", "made", func(tx *store.Tx) error { return tx.PutMap(&m) })
	edit(t, st, "ada", "removed", func(tx *store.Tx) error { return tx.RemoveMap(m.ID) })
	undo(t, st, "ada")
	if got := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m.ID) }); got.Name != "Platform" || got.Rev != m.Rev {
		t.Errorf("the map came back as %+v", got)
	}
}

// "Added Björn to Platform Berlin" is one change of two records and goes as one.
func TestUndoOfAPersonAddedToAMap(t *testing.T) {
	st := storetest.Open(t)
	m := model.Map{Name: "Platform"}
	edit(t, st, "ada", "made", func(tx *store.Tx) error { return tx.PutMap(&m) })
	p := model.Person{Name: "Björn Ek"}
	edit(t, st, "ada", "added Björn", func(tx *store.Tx) error {
		return errors.Join(tx.PutPerson(&p), m.Add(p.ID), tx.PutMap(&m))
	})
	if u := undo(t, st, "ada"); u.Records != 2 {
		t.Errorf("%d records, want the person and the map", u.Records)
	}
	if got := read(t, st, func(tx *store.Tx) (model.Map, error) { return tx.Map(m.ID) }); len(got.Entries) != 0 {
		t.Errorf("the map still holds %v", got.Entries)
	}
}

// Nobody is removed on whom somebody's work hangs.
func TestUndoOfAPersonInUse(t *testing.T) {
	tests := []struct {
		name, words string
		use         func(tx *store.Tx, id model.PersonID) error
	}{
		{"on a map", `"Platform"`, func(tx *store.Tx, id model.PersonID) error {
			return tx.PutMap(&model.Map{Name: "Platform", Entries: []model.Entry{{Person: id}}})
		}},
		{"touched", "a touch by ben", func(tx *store.Tx, id model.PersonID) error {
			return tx.PutTouch(&model.Touch{Person: id, By: "ben", At: storetest.Now()})
		}},
		{"with a signal", "open to work", func(tx *store.Tx, id model.PersonID) error {
			return tx.PutSignal(&model.Signal{Person: id, Kind: model.OpenToWork})
		}},
		{"with a draft", "ben is writing", func(tx *store.Tx, id model.PersonID) error {
			return tx.PutDraft(&model.Draft{Person: id, By: "ben", Body: "Hello"})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			st := storetest.Open(t)
			p := add(t, st, "ada", "Björn Ek")
			edit(t, st, "ben", "used", func(tx *store.Tx) error { return tt.use(tx, p.ID) })
			refusedUndo(t, st, "ada", "added Björn Ek", "Björn Ek (p1) was changed again since", tt.words)
			undo(t, st, "ben")
			undo(t, st, "ada")
		})
	}
}

// One's own draft goes with the person, and an empty one of somebody else.
func TestUndoTakesTheDraftAlong(t *testing.T) {
	st := storetest.Open(t)
	for _, d := range []model.Draft{{Body: "mine"}, {By: "ben"}} {
		p := add(t, st, "ada", "Björn Ek")
		d.Person = p.ID
		who := "ada"
		if d.By != "" {
			who = d.By
		}
		must(st.SaveDraft(who, &d))(t)
		undo(t, st, "ada")
		if err := st.View(func(tx *store.Tx) error { _, err := tx.Draft(p.ID); return err }); !isNotFound(err) {
			t.Errorf("the draft stays without its person: %v", err)
		}
	}
}

func TestUndoOfACompanyInUse(t *testing.T) {
	st := storetest.Open(t)
	c := model.Company{Name: "Acme"}
	edit(t, st, "ada", "added Acme", func(tx *store.Tx) error { return tx.PutCompany(&c) })
	p := model.Person{Name: "Björn", Positions: []model.Position{{Company: "Acme", CompanyID: c.ID}}}
	edit(t, st, "ben", "added Björn", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	refusedUndo(t, st, "ada", "c1", "people or signals are at it")
	undo(t, st, "ben")
	edit(t, st, "ben", "logged", func(tx *store.Tx) error { return tx.PutSignal(&model.Signal{Company: c.ID, Kind: model.Layoffs}) })
	refusedUndo(t, st, "ada", "c1")
	undo(t, st, "ben")
	undo(t, st, "ada")
}

// A draft saved as it is typed is no change to take back, and hides none.
func TestUndoPassesOverDrafts(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ada", p, "Two")
	rev := must(st.SaveDraft("ada", &model.Draft{Person: p.ID, Body: "Hello"}))(t)
	if _, err := st.UndoChange("ada", rev); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("undo of a saved draft = %v, want ErrNothingToUndo", err)
	}
	undo(t, st, "ada")
	if got := person(t, st, p.ID).Name; got != "One" {
		t.Errorf("the name is %q", got)
	}
}

// Two sessions of one person press undo at once: two changes go, none twice.
func TestTwoUndosAtOnce(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "0")
	const steps = 20
	for i := range steps {
		p = rename(t, st, "ada", p, strings.Repeat("x", i+1))
	}
	done := make(chan int)
	for range 2 {
		go func() {
			n := 0
			for {
				_, err := st.Undo("ada")
				switch {
				case err == nil:
					n++
				case errors.Is(err, store.ErrNothingToUndo) && !strings.Contains(err.Error(), "taken back before"):
					done <- n
					return
				case !errors.Is(err, store.ErrChangedSince) && !errors.Is(err, store.ErrNothingToUndo):
					t.Error(err)
					done <- n
					return
				}
			}
		}()
	}
	if n := <-done + <-done; n != steps+1 {
		t.Errorf("%d undos of %d changes", n, steps+1)
	}
}
