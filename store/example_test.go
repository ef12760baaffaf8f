package store_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// A person is added, renamed, and the renaming taken back; the journal keeps
// all three.
func Example() {
	dir, err := os.MkdirTemp("", "talentmap")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	st, err := store.Open(filepath.Join(dir, "talent.db"), store.Options{Clock: time.Now})
	if err != nil {
		log.Fatal(err)
	}
	defer st.Close()

	p := model.Person{Name: "Björn Ek"}
	put := func(tx *store.Tx) error { return tx.PutPerson(&p) }
	if _, err := st.Edit(store.By("ada", "added Björn"), put); err != nil {
		log.Fatal(err)
	}
	p.Name = "Björn Ekström"
	if _, err := st.Edit(store.By("ada", "renamed Björn"), put); err != nil {
		log.Fatal(err)
	}
	if _, err := st.Undo("ada"); err != nil {
		log.Fatal(err)
	}

	err = st.View(func(tx *store.Tx) error {
		p, err := tx.Person(p.ID)
		if err != nil {
			return err
		}
		fmt.Println(p.ID, p.Name)
		for c, err := range tx.ChangesSince(0) {
			if err != nil {
				return err
			}
			fmt.Println(c.Rev, c.Actor, c.What)
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// p1 Björn Ek
	// 1 ada added Björn
	// 2 ada renamed Björn
	// 3 ada took back: renamed Björn
}
