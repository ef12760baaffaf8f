package store_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

func redo(t *testing.T, st *store.Store, who string) store.Undone {
	t.Helper()
	return must(st.Redo(who))(t)
}

// refusedRedo is a redo that must be refused, in these words, and change nothing.
func refusedRedo(t *testing.T, st *store.Store, who string, want error, words ...string) {
	t.Helper()
	before := must(st.Rev())(t)
	_, err := st.Redo(who)
	if !errors.Is(err, want) {
		t.Fatalf("Redo = %v, want %v", err, want)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("Redo = %q, want it to say %q", err, w)
		}
	}
	if rev := must(st.Rev())(t); rev != before {
		t.Errorf("the refused redo went from revision %d to %d", before, rev)
	}
}

func TestRedoWalksForward(t *testing.T) {
	path := dbPath(t)
	st := mustOpen(t, path)
	reopen := func() {
		try(t, st.Close())
		st = mustOpen(t, path)
	}
	defer func() { st.Close() }()
	p := add(t, st, "ada", "One")
	p = rename(t, st, "ada", p, "Two")
	rename(t, st, "ada", p, "Three")
	for range 3 { // any number of times
		for range 3 {
			undo(t, st, "ada")
			reopen()
		}
		nothingToUndo(t, st, "ada")
		for i, want := range []string{"One", "Two", "Three"} {
			u := redo(t, st, "ada")
			reopen()
			if got := person(t, st, p.ID); got.Name != want || got.Rev != model.Rev(i+1) || u.Rev != got.Rev || u.Records != 1 {
				t.Errorf("after bringing back %+v the name is %q of revision %d, want %q", u, got.Name, got.Rev, want)
			}
		}
		refusedRedo(t, st, "ada", store.ErrNothingToRedo)
	}
	undo(t, st, "ada")
	redo(t, st, "ada")
	all := journal(t, st)
	if got := all[len(all)-1]; got.What != "again: renamed to Three" || got.Redoes != 3 || got.Undoes != got.Rev-1 || !got.IsRedo() || got.IsUndo() {
		t.Errorf("the journal says %+v", got)
	}
	sound(t, st)
}

func TestRedoEndsWithANewChange(t *testing.T) {
	st := storetest.Open(t)
	refusedRedo(t, st, "ada", store.ErrNothingToRedo)
	p := add(t, st, "ada", "One")
	refusedRedo(t, st, "ada", store.ErrNothingToRedo, `after a new change: "added One" at 2026-03-02 09:00`)
	rename(t, st, "ada", p, "Two")
	undo(t, st, "ada")
	must(st.SaveDraft("ada", &model.Draft{Person: p.ID, Body: "as it is typed"}))(t) // is none
	add(t, st, "ben", "Other")                                                       // is not hers
	redo(t, st, "ada")
	undo(t, st, "ada")
	add(t, st, "ada", "New")
	refusedRedo(t, st, "ada", store.ErrNothingToRedo, "added New")
	undo(t, st, "ada")
	redo(t, st, "ada") // of the new one
	if got := person(t, st, p.ID).Name; got != "One" {
		t.Errorf("the name is %q", got)
	}
}

func TestRedoIsOfOnesOwn(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ben", p, "Two")
	must(st.UndoChange("ada", 2))(t)
	refusedRedo(t, st, "ben", store.ErrNothingToRedo)
	if u := redo(t, st, "ada"); u.What != "renamed to Two" {
		t.Errorf("brought back %+v", u)
	}
	if u := undo(t, st, "ben"); u.What != "renamed to Two" {
		t.Errorf("took back %+v", u)
	}
}

func TestRedoAfterAChangeInBetween(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ada", p, "Two")
	undo(t, st, "ada")
	rename(t, st, "ben", person(t, st, p.ID), "Three")
	refusedRedo(t, st, "ada", store.ErrChangedSince, `"renamed to Two" can't be done again`, "p1", "ben at 2026-03-02 09:00", "renamed to Three")
	undo(t, st, "ben")
	redo(t, st, "ada")
	if got := person(t, st, p.ID).Name; got != "Two" {
		t.Errorf("the name is %q", got)
	}
}

// Taking back a redo takes back what it brought; an undo is not taken back by
// its revision.
func TestUndoOfARedo(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ada", p, "Two")
	undo(t, st, "ada") // 3
	redo(t, st, "ada") // 4
	if u := must(st.UndoChange("ben", 4))(t); u.What != "renamed to Two" || u.Rev != 2 {
		t.Errorf("took back %+v", u)
	}
	for rev := model.Rev(2); rev <= 5; rev++ {
		if _, err := st.UndoChange("ben", rev); !errors.Is(err, store.ErrNothingToUndo) {
			t.Errorf("undo of revision %d = %v, want ErrNothingToUndo", rev, err)
		}
	}
	if got := person(t, st, p.ID).Name; got != "One" {
		t.Errorf("the name is %q", got)
	}
}

func TestHistoryTellsWhatStands(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "One")
	rename(t, st, "ada", p, "Two")
	steps := []struct {
		do   func(*testing.T, *store.Store, string) store.Undone
		gone string // by revision: x for what does not stand
	}{{undo, ".x."}, {redo, "..x."}, {undo, ".xxx."}, {redo, "..x.x."}, {undo, ".xxxxx."}}
	for i, step := range steps {
		step.do(t, st, "ada")
		got := read(t, st, func(tx *store.Tx) (s string, err error) {
			for e, err := range tx.History() {
				if err != nil {
					return "", err
				}
				s = map[bool]string{true: "x", false: "."}[e.Gone] + s
			}
			return s, nil
		})
		if got != step.gone {
			t.Errorf("after step %d the history is %s, want %s", i+1, got, step.gone)
		}
	}
}

func TestRedoTakesAnImportAsOne(t *testing.T) {
	st := storetest.Open(t)
	known := add(t, st, "ada", "Known")
	im := imported(t, st, known)
	before := read(t, st, func(tx *store.Tx) (out []model.Person, err error) {
		for p, err := range tx.People(0) {
			if err != nil {
				return nil, err
			}
			out = append(out, p)
		}
		return out, nil
	})
	for range 2 {
		undo(t, st, "ada")
		if u := redo(t, st, "ada"); u.Records != 30 || u.What != "imported people.csv: 25 new, 1 changed" {
			t.Errorf("brought back %+v", u)
		}
		if people, companies, imports := count(t, st); people != 26 || companies != 2 || imports != 1 {
			t.Errorf("%d people, %d companies, %d imports are back; want 26, 2, 1", people, companies, imports)
		}
		for _, want := range before {
			if got := person(t, st, want.ID); got.Name != want.Name || got.Rev != want.Rev || got.Headline != want.Headline {
				t.Errorf("%+v came back as %+v", want, got)
			}
		}
		rec := read(t, st, func(tx *store.Tx) (model.Import, error) { return tx.Import(im.ID()) })
		if !rec.Done {
			t.Errorf("the import's record is %+v", rec)
		}
	}
	sound(t, st)
}

// An import comes back wholly or not at all.
func TestRedoOfAnImportChangedSince(t *testing.T) {
	st := storetest.Open(t)
	known := add(t, st, "ada", "Known")
	imported(t, st, known)
	undo(t, st, "ada")
	rename(t, st, "ben", person(t, st, known.ID), "Other")
	refusedRedo(t, st, "ada", store.ErrChangedSince, "p1", "ben", "renamed to Other")
	if people, _, _ := count(t, st); people != 1 {
		t.Errorf("%d people after the refusal", people)
	}
}

// An import in whose midst somebody else wrote stays whole when it can't go whole.
func TestUndoOfAnImportWithAnothersChangeInItsMidst(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Known")
	im := st.Importer("ada", model.Import{Source: "a.csv"})
	p.Headline = "first"
	try(t, im.Write(t.Context(), []*model.Person{&p}))
	p = rename(t, st, "ben", p, "Other")
	p.Headline = "second"
	try(t, im.Write(t.Context(), []*model.Person{&p}))
	refusedUndo(t, st, "ada", "p1", "ben", "renamed to Other")
	if got := person(t, st, p.ID); got.Headline != "second" {
		t.Errorf("half of the import went: %+v", got)
	}
}

// What comes back must find what it names.
func TestRedoOfWhatNamesTheGone(t *testing.T) {
	m := model.Map{Name: "Platform"}
	for name, use := range map[string]func(tx *store.Tx, id model.PersonID, at model.CompanyID) error{
		"a signal": func(tx *store.Tx, id model.PersonID, _ model.CompanyID) error {
			return tx.PutSignal(&model.Signal{Person: id, Kind: model.OpenToWork})
		},
		"a touch": func(tx *store.Tx, id model.PersonID, _ model.CompanyID) error {
			return tx.PutTouch(&model.Touch{Person: id, By: "ada", At: storetest.Now()})
		},
		"a map": func(tx *store.Tx, id model.PersonID, _ model.CompanyID) error {
			with := m
			return errors.Join(with.Add(id), tx.PutMap(&with))
		},
		"a signal at a company": func(tx *store.Tx, _ model.PersonID, at model.CompanyID) error {
			return tx.PutSignal(&model.Signal{Company: at, Kind: model.Layoffs})
		},
		"a position": func(tx *store.Tx, _ model.PersonID, at model.CompanyID) error {
			return tx.PutPerson(&model.Person{Name: "Uma", Positions: []model.Position{{Company: "Acme", CompanyID: at}}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.Open(t)
			m.ID, m.Rev, m.Entries = 0, 0, nil
			edit(t, st, "ada", "made the map", func(tx *store.Tx) error { return tx.PutMap(&m) })
			p, c := model.Person{Name: "Björn Ek"}, model.Company{Name: "Acme"}
			edit(t, st, "ben", "added Björn", func(tx *store.Tx) error { return tx.PutPerson(&p) })
			edit(t, st, "ben", "added Acme", func(tx *store.Tx) error { return tx.PutCompany(&c) })
			edit(t, st, "ada", "used", func(tx *store.Tx) error { return use(tx, p.ID, c.ID) })
			undo(t, st, "ada")
			undo(t, st, "ben")
			undo(t, st, "ben")
			refusedRedo(t, st, "ada", store.ErrChangedSince, "which it needs", "ben at", "took back: added")
			redo(t, st, "ben")
			redo(t, st, "ben")
			redo(t, st, "ada")
		})
	}
}

// The same holds for an undo that brings something back.
func TestUndoOfARemovalThatNamesTheGone(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ben", "Björn Ek")
	m := model.Map{Name: "Platform", Entries: []model.Entry{{Person: p.ID}}}
	edit(t, st, "ada", "made", func(tx *store.Tx) error { return tx.PutMap(&m) })
	edit(t, st, "ada", "removed", func(tx *store.Tx) error { return tx.RemoveMap(m.ID) })
	undo(t, st, "ben")
	refusedUndo(t, st, "ada", "p1, which it needs", "ben", "took back: added Björn Ek")
}

// A draft that went with its person comes back with her.
func TestRedoBringsTheDraftBack(t *testing.T) {
	st := storetest.Open(t)
	p := add(t, st, "ada", "Björn Ek")
	must(st.SaveDraft("ada", &model.Draft{Person: p.ID, Body: "mine"}))(t)
	for range 2 {
		undo(t, st, "ada")
		redo(t, st, "ada")
		d := read(t, st, func(tx *store.Tx) (model.Draft, error) { return tx.Draft(p.ID) })
		if d.Body != "mine" || d.By != "ada" {
			t.Errorf("the draft is %+v", d)
		}
	}
}

// Nobody is there twice: who came in again meanwhile does not come back too.
func TestRedoOfSomeoneWhoCameAgain(t *testing.T) {
	st := storetest.Open(t)
	p := model.Person{Name: "Björn Ek", Contact: model.Contact{Emails: []string{"bjorn@people.example"}}}
	again := p
	edit(t, st, "ada", "added Björn", func(tx *store.Tx) error { return tx.PutPerson(&p) })
	undo(t, st, "ada")
	edit(t, st, "ben", "added him too", func(tx *store.Tx) error { return tx.PutPerson(&again) })
	refusedRedo(t, st, "ada", store.ErrChangedSince, "Björn Ek (p2) has the same address", "ben", "added him too")
	undo(t, st, "ben")
	redo(t, st, "ada")
	if got := byKey(t, st, "e:bjorn@people.example"); len(got) != 1 || got[0] != p.ID {
		t.Errorf("the address leads to %v", got)
	}
}
