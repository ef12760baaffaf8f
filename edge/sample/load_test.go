package sample_test

import (
	"path/filepath"
	"testing"

	"talentmap/edge/sample"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// The sample goes in, and back out by one undo, whatever the engine takes at
// once.
func TestLoad(t *testing.T) {
	for name, st := range map[string]*store.Store{
		"bbolt":  storetest.Open(t),
		"narrow": storetest.OpenIn(t, &kvtest.Memory{}, filepath.Join(t.TempDir(), "talent.db")),
	} {
		t.Run(name, func(t *testing.T) {
			done, err := sample.Load(t.Context(), st, "ada", storetest.Now())
			if err != nil {
				t.Fatal(err)
			}
			if done.People != 120 || done.Maps != 2 || done.Import != 1 {
				t.Errorf("loaded %+v, want 120 people and 2 maps", done)
			}
			people, placed := look(t, st)
			if people != 120 || placed != 70+25 {
				t.Errorf("%d people, %d of them on maps by their own IDs", people, placed)
			}
			if _, err := st.Undo("ada"); err != nil {
				t.Fatal(err)
			}
			if people, _ := look(t, st); people != 0 {
				t.Errorf("%d people stay after the undo", people)
			}
			if _, err := st.Redo("ada"); err != nil {
				t.Fatal(err)
			}
			if people, again := look(t, st); people != 120 || again != placed {
				t.Errorf("%d people, %d on maps after the redo", people, again)
			}
		})
	}
}

// look counts the people, and the places on maps that are of someone.
func look(t *testing.T, st *store.Store) (people, placed int) {
	t.Helper()
	err := st.View(func(tx *store.Tx) error {
		for _, err := range tx.People(0) {
			if err != nil {
				return err
			}
			people++
		}
		for m, err := range tx.Maps() {
			if err != nil {
				return err
			}
			for _, e := range m.Entries {
				if p, err := tx.Person(e.Person); err != nil || p.Origin.Import == 0 {
					return err
				}
				placed++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return people, placed
}
