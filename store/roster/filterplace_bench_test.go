package roster_test

import (
	"fmt"
	"testing"

	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/store/storetest"
)

// BenchmarkLocations is the worst case of a search by place: 100,000 people in one
// country, no two of whose texts are the same.
func BenchmarkLocations(b *testing.B) {
	const n = 100_000
	st := storetest.Open(b)
	for at := 0; at < n; at += 5000 {
		_, err := st.Edit(store.By("tester", "crowd"), func(tx *store.Tx) error {
			for i := at; i < at+5000; i++ {
				p := employee(i)
				p.Location = fmt.Sprintf("Palo Alto %d, California", i)
				p.Positions[0].Title += fmt.Sprintf(", Team %d", i)
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.Run("load", func(b *testing.B) { benchLoad(b, st) })
	s := openRoster(b, st).Snapshot()
	for _, text := range []string{"location:americas", `location:"bay area"`} {
		find := func() *roster.Query {
			q, err := roster.ParseQuery(text, "", storetest.Now())
			if err != nil {
				b.Fatal(err)
			}
			s.Find(q, 50)
			return &q
		}
		b.Run("first/"+text, func(b *testing.B) { perCPU(b, func() { find() }) })
		q := find()
		b.Run("again/"+text, func(b *testing.B) { perCPU(b, func() { s.Find(*q, 50) }) })
	}
}
