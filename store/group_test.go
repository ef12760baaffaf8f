package store_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// Writers at once share commits: every one of them has its own revision and
// journal entry, and one that fails leaves the others alone.
func TestManyWritersAtOnce(t *testing.T) {
	st := storetest.Open(t)
	refused := errors.New("refused")
	const writers, each = 16, 20
	var mu sync.Mutex
	revs := map[model.Rev]string{}
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				p := model.Person{Name: fmt.Sprintf("Writer %d Person %d", w, i)}
				fail := (w+i)%5 == 0
				rev, err := st.Edit(store.By("ada", "added "+p.Name), func(tx *store.Tx) error {
					if err := tx.PutPerson(&p); err != nil || !fail {
						return err
					}
					return refused
				})
				switch {
				case fail && (!errors.Is(err, refused) || p.ID != 0 || rev != 0):
					t.Errorf("refused: rev %d, %s, %v", rev, p.ID, err)
				case !fail && err != nil:
					t.Error(err)
				case !fail:
					mu.Lock()
					if other, taken := revs[rev]; taken {
						t.Errorf("revision %d is of %s and %s", rev, other, p.Name)
					}
					revs[rev] = p.Name
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	people := 0
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			people++
			if revs[p.Rev] != p.Name {
				t.Errorf("%s stands at revision %d, which is of %q", p.Name, p.Rev, revs[p.Rev])
			}
		}
		return nil
	})
	if err != nil || people != len(revs) || people != writers*each*4/5 {
		t.Errorf("%d people, %d revisions, want %d: %v", people, len(revs), writers*each*4/5, err)
	}
}

// BenchmarkEditors is 64 writers that edit people of their own.
func BenchmarkEditors(b *testing.B) {
	st := storetest.Open(b)
	storetest.Fill(b, st, 64*16)
	const writers = 64
	waits := make([][]time.Duration, writers)
	var wg sync.WaitGroup
	b.ResetTimer()
	for w := range writers {
		wg.Go(func() {
			for i := w; i < b.N; i += writers {
				begun := time.Now()
				_, err := st.Edit(store.By("ada", "noted"), func(tx *store.Tx) error {
					p, err := tx.Person(model.PersonID(1 + w*16 + i/writers%16))
					if err != nil {
						return err
					}
					p.Notes = fmt.Sprint(i)
					return tx.PutPerson(&p)
				})
				if err != nil {
					b.Error(err)
				}
				waits[w] = append(waits[w], time.Since(begun))
			}
		})
	}
	wg.Wait()
	b.StopTimer()
	all := slices.Concat(waits...)
	slices.Sort(all)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "edits/s")
	b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "p99-ms")
}
