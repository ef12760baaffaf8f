package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentmap/model"
	"talentmap/store"
)

// TestRandomSourcing drives what files bring and what people make of it — arrivals,
// decisions, merges, splits, erasures — by two people, with undos, redos and
// reopenings in between. After each step what stands names nobody who is not
// there; whatever was just done goes back to the same content, and comes again.
func TestRandomSourcing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &desk{path: ramPath(t), texts: map[string]bool{}}
		m.open(rt)
		defer func() { m.st.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"arrive":          m.arrive,
			"arrive again":    m.arrive,
			"decide":          m.decide,
			"merge people":    m.mergePeople,
			"split":           m.split,
			"merge companies": m.mergeCompanies,
			"edit":            m.edit,
			"hang on":         m.hangOn,
			"put on map":      m.putOnMap,
			"save filter":     m.saveFilter,
			"type":            m.typeDraft,
			"keep version":    m.keepVersion,
			"throw away":      m.throwAway,
			"write template":  m.writeTemplate,
			"put on shelf":    m.putOnShelf,
			"undo":            m.undo,
			"undo twice":      func(t *rapid.T) { m.undo(t); m.undo(t) },
			"redo":            m.redo,
			"erase":           m.erase,
			"reopen":          m.reopen,
			"":                m.lookAround,
		})
	})
}

// desk is the store under test, with what the test has to remember.
type desk struct {
	path  string
	st    *store.Store
	day   int             // counts the files
	made  int             // counts the people, whose names and addresses are all different
	texts map[string]bool // how the rows read that have waited
}

func (m *desk) open(t *rapid.T) {
	var err error
	if m.st, err = openAt(m.path, store.Options{EraseKey: eraseKeyOf(m.path)}); err != nil {
		t.Fatal(err)
	}
}

func (m *desk) reopen(t *rapid.T) {
	before := m.content(t)
	if err := m.st.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
	m.is(t, before, "a reopening")
}

// content is everything but the journal, with whom the rows mean that have waited.
func (m *desk) content(t *rapid.T) string {
	all, err := facts(m.st)
	if err != nil {
		t.Fatal(err)
	}
	_ = m.st.View(func(tx *store.Tx) error {
		for text := range m.texts {
			if id, ok := tx.Identity(text); ok {
				all += fmt.Sprintf("\n%q is %s", text, id)
			}
		}
		return nil
	})
	lines := strings.Split(all, "\n")
	slices.Sort(lines) // the texts come in any order
	return strings.Join(lines, "\n")
}

func (m *desk) is(t *rapid.T, want, after string) {
	t.Helper()
	if got := m.content(t); got != want {
		t.Fatalf("after %s\n%s\nwant\n%s", after, got, want)
	}
}

func (m *desk) rev(t *rapid.T) model.Rev {
	rev, err := m.st.Rev()
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// do does one thing of who's, takes it back and does it again. One that is
// refused, or changes nothing, leaves all as it was.
func (m *desk) do(t *rapid.T, name string, fn func(who string) error) {
	who, before, rev := actors.Draw(t, "who"), m.content(t), m.rev(t)
	err := fn(who)
	switch {
	case errors.Is(err, store.ErrTooMany), errors.Is(err, store.ErrErased), errors.Is(err, store.ErrNothingTaken):
		m.is(t, before, fmt.Sprintf("%s, which was refused (%v)", name, err))
		return
	case err != nil:
		t.Fatalf("%s: %v", name, err)
	case m.rev(t) == rev:
		m.is(t, before, name+", which did nothing")
		return
	}
	done := m.content(t)
	if _, err := m.st.Undo(who); err != nil {
		t.Fatalf("undo of %s: %v", name, err)
	}
	m.is(t, before, "the undo of "+name)
	if _, err := m.st.Redo(who); err != nil {
		t.Fatalf("redo of %s: %v", name, err)
	}
	m.is(t, done, "the redo of "+name)
}

// change is do for one edit.
func (m *desk) change(t *rapid.T, name string, fn func(tx *store.Tx) error) {
	m.do(t, name, func(who string) error {
		_, err := m.st.Edit(store.By(who, name), fn)
		return err
	})
}

// one is one of those that yield tells; false where there is none.
func one[T any](t *rapid.T, m *desk, label string, list func(tx *store.Tx) []T) (v T, ok bool) {
	var all []T
	_ = m.st.View(func(tx *store.Tx) error {
		all = list(tx)
		return nil
	})
	if len(all) == 0 {
		return v, false
	}
	return rapid.SampledFrom(all).Draw(t, label), true
}

func (m *desk) person(t *rapid.T, label string) (model.Person, bool) {
	return one(t, m, label, func(tx *store.Tx) (all []model.Person) {
		for p := range tx.People(0) {
			all = append(all, p)
		}
		return all
	})
}

// newcomer is somebody whose name and address nobody else has.
func (m *desk) newcomer(t *rapid.T) model.Person {
	m.made++
	p := model.Person{Name: fmt.Sprintf("Person%dx Day", m.made), Skills: []string{words.Draw(t, "skill")}}
	p.Contact.Emails = []string{fmt.Sprintf("person%dx@people.example", m.made), fmt.Sprintf("other%dx@people.example", m.made)}
	for range rapid.IntRange(0, 2).Draw(t, "positions") {
		p.Positions = append(p.Positions, model.Position{Company: employer.Draw(t, "company"), Title: words.Draw(t, "title")})
	}
	return p
}

var employer = rapid.SampledFrom([]string{"Acme", "Borealis", "Cormorant"})
