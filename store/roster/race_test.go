package roster_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// A snapshot says the same for as long as it is held, whatever happens to the
// store meanwhile, and each newer one is whole: every edit renames two people
// alike.
func TestSnapshotsDoNotChange(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 1000)
	r := openRoster(t, st)
	held := r.Snapshot()
	want := names(held)
	var wg sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				s := r.Snapshot()
				a, _ := s.Card(10)
				b, _ := s.Card(900)
				if a.Facts != b.Facts || a.Owner != b.Owner {
					t.Errorf("revision %d has %q and %q", s.Rev(), a.Owner, b.Owner)
				}
				s.Search("person 9", 10)
				s.Queue(storetest.Now(), 10)
				held.Queue(storetest.Now(), 10)
				if !slices.Equal(names(held), want) {
					t.Error("the snapshot held has changed")
				}
			}
		})
	}
	for i := range 30 {
		_, err := st.Edit(store.By("ada", "owner"), func(tx *store.Tx) error {
			for _, id := range []model.PersonID{10, 900} {
				p, err := tx.Person(id)
				p.Outreach.Owner = fmt.Sprint("owner ", i)
				if err = errors.Join(err, tx.PutPerson(&p)); err != nil {
					return err
				}
			}
			return signal(tx, model.Signal{Kind: model.OpenToWork, Person: model.PersonID(i + 1), Date: today(-1)})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	s := settled(t, st, r)
	close(done)
	wg.Wait()
	if c, _ := s.Card(900); c.Owner != "owner 29" {
		t.Errorf("the last owner is %q", c.Owner)
	}
}
