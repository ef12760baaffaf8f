package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

var errDied = errors.New("died")

// mortal is a database in memory that dies at a commit and can be opened again.
type mortal struct {
	place kvtest.Memory
	path  string
	st    *store.Store
	n     int // commits since it was told when to die
}

func newMortal(t *testing.T) *mortal {
	m := &mortal{path: dbPath(t)}
	m.reopen(t)
	t.Cleanup(func() { m.st.Close() })
	return m
}

func (m *mortal) reopen(t *testing.T) {
	t.Helper()
	if m.st != nil {
		try(t, m.st.Close())
	}
	m.place.Commit = nil
	eng := must(m.place.Open())(t)
	m.st = must(store.OpenEngine(eng, m.path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(m.path)}))(t)
}

// dieAt has the n-th commit from now, and every later one, fail. With kept the
// n-th is written all the same and nobody is told.
func (m *mortal) dieAt(n int, kept bool) {
	m.n = 0
	m.place.Commit = func(int) (bool, error) {
		if m.n++; m.n < n {
			return true, nil
		}
		return kept && m.n == n, fmt.Errorf("%w: %w", store.ErrUnknown, errDied)
	}
}

// eachDeath runs do on a fresh database that dies at its first commit, at its
// second, and so on, until it gets through; after each death it is opened again.
func eachDeath(t *testing.T, prepare func(*mortal), do func(*store.Store) error, after func(m *mortal, died bool)) (deaths int) {
	t.Helper()
	for _, kept := range []bool{false, true} {
		for n := 1; ; n++ {
			m := newMortal(t)
			prepare(m)
			m.dieAt(n, kept)
			err := do(m.st)
			died := m.n >= n
			if died == (err == nil) && !kept {
				t.Fatalf("death %d: %v", n, err)
			}
			m.reopen(t)
			after(m, died)
			sound(t, m.st)
			if !died {
				break
			}
			deaths++
		}
	}
	return deaths
}

// An undo of an import that dies midway goes on where it stopped when it is asked
// for once more, and the history tells how far it came.
func TestUndoOfAnImportThatBreaksOff(t *testing.T) {
	const people = 60
	var said string
	deaths := eachDeath(t,
		func(m *mortal) { storetest.Fill(t, m.st, people) },
		func(st *store.Store) error {
			_, err := st.Undo("tester")
			if err != nil {
				said = err.Error()
			}
			return err
		},
		func(m *mortal, died bool) {
			stand, gone := standing(t, m.st)
			left, _, _ := count(t, m.st)
			if (left == 0) != (stand == 0) {
				t.Errorf("%d people are left and %d parts of the import stand", left, stand)
			}
			if stand > 0 {
				undo(t, m.st, "tester")
			}
			if again, all := standing(t, m.st); again != 0 || all != stand+gone {
				t.Errorf("of %d parts %d stand after the second undo", all, again)
			}
			if p, c, i := count(t, m.st); p+c+i != 0 {
				t.Errorf("%d people, %d companies, %d imports are left", p, c, i)
			}
			redo(t, m.st, "tester")
			if p, _, _ := count(t, m.st); p != people {
				t.Errorf("%d people after a redo, want %d", p, people)
			}
		})
	if deaths < 10 {
		t.Errorf("it died %d times: the import was not in many parts", deaths)
	}
	if want := ` are taken back, undo once more for the rest: `; !strings.Contains(said, want) || !strings.Contains(said, `parts of "imported fill: 60 new`) {
		t.Errorf("the last death said %q, want it to say %q", said, want)
	}
}

// standing counts the parts of the import that stand, and those taken back.
func standing(t *testing.T, st *store.Store) (stand, gone int) {
	t.Helper()
	_ = read(t, st, func(tx *store.Tx) (int, error) {
		for e, err := range tx.History() {
			switch {
			case err != nil:
				return 0, err
			case e.Undoes != 0 || e.Import == 0:
			case e.Gone:
				gone++
			default:
				stand++
			}
		}
		return 0, nil
	})
	return stand, gone
}

func TestRedoOfAnImportThatBreaksOff(t *testing.T) {
	const people = 60
	for name, then := range map[string]func(m *mortal) int{
		"redo again": func(m *mortal) int { redo(t, m.st, "tester"); return people },
		"undo": func(m *mortal) int { // takes back what was brought back
			if stand, _ := standing(t, m.st); stand > 0 {
				undo(t, m.st, "tester")
			}
			return 0
		},
	} {
		t.Run(name, func(t *testing.T) {
			eachDeath(t,
				func(m *mortal) {
					storetest.Fill(t, m.st, people)
					undo(t, m.st, "tester")
				},
				func(st *store.Store) error { _, err := st.Redo("tester"); return err },
				func(m *mortal, died bool) {
					if _, gone := standing(t, m.st); gone == 0 {
						return // it was the last part that was written unsaid
					}
					want := then(m)
					if got, _, _ := count(t, m.st); got != want {
						t.Errorf("%d people, want %d", got, want)
					}
				})
		})
	}
}
