package store_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
)

// TestRandomEditsAndUndos drives two people's edits, undos, redos and reopenings and
// compares the store with a ledger after every step.
func TestRandomEditsAndUndos(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &twoActors{path: ramPath(t), ledger: newLedger()}
		m.open(rt)
		defer func() { m.st.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"add":        m.add,
			"rename":     m.rename,
			"stale":      m.stale,
			"draft":      m.draft,
			"new map":    m.newMap,
			"put on map": m.putOnMap,
			"remove map": m.removeMap,
			"signal":     m.signal,
			"undo":       m.undo,
			"undo twice": func(t *rapid.T) { m.undo(t); m.undo(t) },
			"redo":       m.redo,
			"redo twice": func(t *rapid.T) { m.redo(t); m.redo(t) },
			"undo one":   m.undoOne,
			"reopen":     m.reopen,
			"":           m.compare,
		})
		done, err := m.st.Check()
		if err != nil || len(done.Faults) > 0 {
			rt.Fatalf("check: %v, %v", done.Faults, err)
		}
	})
}

// twoActors is the store under test beside the ledger of what must be in it.
type twoActors struct {
	path   string
	st     *store.Store
	ledger *ledger
}

var (
	actors = rapid.SampledFrom([]string{"ada", "ben"})
	words  = rapid.StringMatching(`[a-c]{1,3}`)
)

func (m *twoActors) open(t *rapid.T) {
	var err error
	if m.st, err = openAt(m.path, store.Options{}); err != nil {
		t.Fatal(err)
	}
}

func (m *twoActors) reopen(t *rapid.T) {
	if err := m.st.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
}

// edit makes one change in the store; fn returns what it wrote, by the
// ledger's keys; "" is a removal.
func (m *twoActors) edit(t *rapid.T, who string, fn func(tx *store.Tx) (map[string]string, error)) {
	var wrote map[string]string
	rev, err := m.st.Edit(store.By(who, "x"), func(tx *store.Tx) (err error) {
		wrote, err = fn(tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	m.ledger.change(who, false, wrote)
	if want := model.Rev(len(m.ledger.entries)); rev != want {
		t.Fatalf("revision %d, want %d", rev, want)
	}
}

func personFact(p *model.Person) map[string]string {
	return map[string]string{fmt.Sprint("p", uint64(p.ID)): fmt.Sprint(p.Name, p.Contact.Emails)}
}

func (m *twoActors) add(t *rapid.T) {
	p := model.Person{Name: words.Draw(t, "name"), Contact: model.Contact{Emails: []string{words.Draw(t, "mail")}}}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		err := tx.PutPerson(&p)
		return personFact(&p), err
	})
	if !m.ledger.isNew("p", uint64(p.ID)) {
		t.Fatalf("%s was given a second time", p.ID)
	}
}

// known is the number of one record of a kind that stands, 0 for none.
func (m *twoActors) known(t *rapid.T, kind string) uint64 {
	ids := m.ledger.ids(kind)
	if len(ids) == 0 {
		return 0
	}
	return rapid.SampledFrom(ids).Draw(t, kind)
}

func (m *twoActors) rename(t *rapid.T) {
	id := model.PersonID(m.known(t, "p"))
	if id == 0 {
		return
	}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		p, err := tx.Person(id)
		if err != nil {
			return nil, err
		}
		p.Name, p.Contact.Emails = words.Draw(t, "name"), []string{words.Draw(t, "mail")}
		return personFact(&p), tx.PutPerson(&p)
	})
}

// stale writes from a revision that no longer stands.
func (m *twoActors) stale(t *rapid.T) {
	id := model.PersonID(m.known(t, "p"))
	if id == 0 {
		return
	}
	_, err := m.st.Edit(store.By("ada", "x"), func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Rev++
		p.Name = "stale"
		return tx.PutPerson(&p)
	})
	var conflict *store.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("a write from a revision that does not stand = %v", err)
	}
}

func (m *twoActors) draft(t *rapid.T) {
	id := model.PersonID(m.known(t, "p"))
	if id == 0 {
		return
	}
	d := model.Draft{Person: id}
	_ = m.st.View(func(tx *store.Tx) error {
		if have, err := tx.Draft(id); err == nil {
			d = have
		}
		return nil
	})
	who := actors.Draw(t, "who")
	d.Body = words.Draw(t, "body")
	if _, err := m.st.SaveDraft(who, &d); err != nil {
		t.Fatal(err)
	}
	m.ledger.change(who, true, map[string]string{fmt.Sprint("d", uint64(id)): who + ": " + d.Body})
}

func mapFact(tm *model.Map) map[string]string {
	return map[string]string{fmt.Sprint("m", uint64(tm.ID)): fmt.Sprintf("%s %+v %+v", tm.Name, tm.Entries, tm.Bench)}
}

func (m *twoActors) newMap(t *rapid.T) {
	tm := model.Map{Name: words.Draw(t, "name")}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		err := tx.PutMap(&tm)
		return mapFact(&tm), err
	})
}

// putOnMap puts someone known on a map or its bench, or someone new in the same
// change.
func (m *twoActors) putOnMap(t *rapid.T) {
	id, on := model.PersonID(m.known(t, "p")), model.MapID(m.known(t, "m"))
	if on == 0 {
		return
	}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		tm, err := tx.Map(on)
		if err != nil {
			return nil, err
		}
		wrote := map[string]string{}
		if _, there := tm.Entry(id); id == 0 || there {
			p := model.Person{Name: words.Draw(t, "name")}
			if err := tx.PutPerson(&p); err != nil {
				return nil, err
			}
			wrote, id = personFact(&p), p.ID
		}
		put := tm.Add
		if rapid.Bool().Draw(t, "on the bench") {
			put = tm.ToBench
		}
		err = errors.Join(put(id), tx.PutMap(&tm))
		maps.Copy(wrote, mapFact(&tm))
		return wrote, err
	})
}

func (m *twoActors) removeMap(t *rapid.T) {
	id := m.known(t, "m")
	if id == 0 {
		return
	}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		return map[string]string{fmt.Sprint("m", id): ""}, tx.RemoveMap(model.MapID(id))
	})
}

func (m *twoActors) signal(t *rapid.T) {
	id := m.known(t, "p")
	if id == 0 {
		return
	}
	s := model.Signal{Person: model.PersonID(id), Kind: model.OpenToWork}
	m.edit(t, actors.Draw(t, "who"), func(tx *store.Tx) (map[string]string, error) {
		err := tx.PutSignal(&s)
		return map[string]string{fmt.Sprintf("s%d of %d", s.ID, s.Person): string(s.Kind)}, err
	})
}

// undo takes back, or is refused, exactly as the ledger says.
func (m *twoActors) undo(t *rapid.T) {
	who := actors.Draw(t, "who")
	want := m.ledger.undo(who)
	_, err := m.st.Undo(who)
	if !errors.Is(err, want) || (err == nil) != (want == nil) {
		t.Fatalf("Undo by %s = %v, want %v", who, err, want)
	}
}

// redo brings back, or is refused, exactly as the ledger says.
func (m *twoActors) redo(t *rapid.T) {
	who := actors.Draw(t, "who")
	want := m.ledger.redo(who)
	_, err := m.st.Redo(who)
	if !errors.Is(err, want) || (err == nil) != (want == nil) {
		t.Fatalf("Redo by %s = %v, want %v", who, err, want)
	}
}

// undoOne takes back any change, also somebody else's.
func (m *twoActors) undoOne(t *rapid.T) {
	if len(m.ledger.entries) == 0 {
		return
	}
	who, n := actors.Draw(t, "who"), rapid.IntRange(1, len(m.ledger.entries)).Draw(t, "change")
	want := m.ledger.undoChange(who, n)
	_, err := m.st.UndoChange(who, model.Rev(n))
	if !errors.Is(err, want) || (err == nil) != (want == nil) {
		t.Fatalf("UndoChange of %d by %s = %v, want %v", n, who, err, want)
	}
}

// compare reads everything and looks for it in the ledger, and back.
func (m *twoActors) compare(t *rapid.T) {
	got := map[string]string{}
	err := m.st.View(func(tx *store.Tx) error {
		var all []error
		for p, err := range tx.People(0) {
			maps.Copy(got, personFact(&p))
			all = append(all, err)
			if !slices.Contains(tx.PeopleByName(p.Name), p.ID) {
				all = append(all, fmt.Errorf("%s is not found by her name", p.ID))
			}
			if d, err := tx.Draft(p.ID); err == nil {
				got[fmt.Sprint("d", uint64(p.ID))] = d.By + ": " + d.Body
			}
		}
		for tm, err := range tx.Maps() {
			maps.Copy(got, mapFact(&tm))
			all = append(all, err)
		}
		for s, err := range tx.Signals() {
			got[fmt.Sprintf("s%d of %d", s.ID, s.Person)] = string(s.Kind)
			all = append(all, err)
		}
		return errors.Join(all...)
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := m.ledger.facts(); !maps.Equal(got, want) {
		t.Fatalf("the store holds\n %v, want\n %v", got, want)
	}
}
