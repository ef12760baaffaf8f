package store_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// benchPeople is the size of the store that the benchmarks work on.
const benchPeople = 100_000

// BenchmarkEdit is one durable change of one person, in a store of 1000, beside
// a bare bbolt transaction that writes a record of the same size to the same
// disk in turn: what the journal, the indexes and the checksums cost.
func BenchmarkEdit(b *testing.B) {
	st := storetest.Open(b)
	storetest.Fill(b, st, 1000)
	p := person(b, st, 500)
	bare := must(bbolt.Open(dbPath(b), 0o600, nil))(b)
	defer bare.Close()
	record := make([]byte, 400)
	var ours, theirs time.Duration
	for i := 0; b.Loop(); i++ {
		begun := time.Now()
		p.Headline = fmt.Sprint("Headline ", i)
		edit(b, st, "ada", "changed", func(tx *store.Tx) error { return tx.PutPerson(&p) })
		between := time.Now()
		if err := bare.Update(func(tx *bbolt.Tx) error { return putBare(tx, uint64(i), record) }); err != nil {
			b.Fatal(err)
		}
		ours += between.Sub(begun)
		theirs += time.Since(between)
	}
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/edit")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "µs/bare")
	b.ReportMetric(float64(ours)/float64(theirs), "×bare")
}

func putBare(tx *bbolt.Tx, i uint64, record []byte) error {
	bucket, err := tx.CreateBucketIfNotExists([]byte("p"))
	if err != nil {
		return err
	}
	return bucket.Put(binary.BigEndian.AppendUint64(nil, i), record)
}

// BenchmarkReadPerson is one person out of 100,000 in a View of its own.
func BenchmarkReadPerson(b *testing.B) {
	st := storetest.OpenAt(b, ramPath(b))
	storetest.Fill(b, st, benchPeople)
	for i := 0; b.Loop(); i++ {
		id := model.PersonID(i*7919%benchPeople + 1)
		if p := person(b, st, id); p.ID != id {
			b.Fatal(p.ID)
		}
	}
}

// BenchmarkImport is an import of 100,000 people into a new store.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		peak := watchMemory()
		begun := time.Now()
		st := mustOpen(b, dbPath(b))
		storetest.Fill(b, st, benchPeople)
		took := time.Since(begun)
		b.ReportMetric(benchPeople/took.Seconds(), "people/s")
		b.ReportMetric(peak(), "MB-peak")
		if err := st.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// watchMemory samples the memory of the heap and stacks until the returned
// function tells the highest, in megabytes over what it was at the beginning.
func watchMemory() (peak func() float64) {
	runtime.GC()
	stop, highest := make(chan struct{}), make(chan uint64)
	low := memory()
	go func() {
		high := low
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				high = max(high, memory())
			case <-stop:
				highest <- max(high, memory())
				return
			}
		}
	}()
	return func() float64 {
		close(stop)
		return float64(<-highest-low) / 1e6
	}
}

func memory() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() + s[1].Value.Uint64()
}

// BenchmarkOpen opens a store of 100,000 people and reads one.
func BenchmarkOpen(b *testing.B) {
	path := ramPath(b)
	st := mustOpen(b, path)
	storetest.Fill(b, st, benchPeople)
	if err := st.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		st := mustOpen(b, path)
		if err := errors.Join(st.View(func(tx *store.Tx) error { _, err := tx.Person(77); return err }), st.Close()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOutbox reads the 20 messages that wait among 10,000 drafts of 2 KB, beside
// reading all of those.
func BenchmarkOutbox(b *testing.B) {
	const all, waiting = 10_000, 20
	st := storetest.OpenAt(b, ramPath(b))
	storetest.Fill(b, st, all)
	body := strings.Repeat("a word and ", 190)
	edit(b, st, "ada", "wrote", func(tx *store.Tx) (err error) {
		for id := model.PersonID(1); id <= all && err == nil; id++ {
			d := model.Draft{Person: id, Body: body}
			if id <= waiting {
				d.SendAt = storetest.Now()
			}
			err = tx.PutDraft(&d)
		}
		return err
	})
	for _, c := range []struct {
		name string
		read func(*store.Tx) ([]model.Draft, error)
		want int
	}{{"waiting", (*store.Tx).Outbox, waiting}, {"all drafts", (*store.Tx).Drafts, all}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got := read(b, st, c.read); len(got) != c.want {
					b.Fatalf("read %d", len(got))
				}
			}
		})
	}
}

// BenchmarkUndoImport takes an import of 100,000 people back.
func BenchmarkUndoImport(b *testing.B) {
	st := storetest.Open(b)
	for b.Loop() {
		b.StopTimer()
		storetest.Fill(b, st, benchPeople)
		b.StartTimer()
		if u := must(st.Undo("tester"))(b); u.Records < benchPeople {
			b.Fatalf("took back %+v", u)
		}
	}
}

// BenchmarkCheck goes through a store of 100,000 people.
// BenchmarkSweep looks at 100,000 people, of whom nobody has moved on.
func BenchmarkSweep(b *testing.B) {
	st := storetest.Open(b)
	storetest.Fill(b, st, benchPeople)
	for b.Loop() {
		if swept, err := st.Sweep(b.Context()); err != nil || len(swept) > 0 {
			b.Fatal(swept, err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	st := storetest.OpenAt(b, ramPath(b))
	storetest.Fill(b, st, benchPeople)
	for b.Loop() {
		sound(b, st)
	}
}
