package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

// Readers and writers go on while people are erased, and nothing acknowledged
// is lost.
func TestReadAndWriteWhileErasing(t *testing.T) {
	st := eraseStore(t, dbPath(t))
	defer st.Close()
	storetest.Fill(t, st, 500)
	done := make(chan struct{})
	var wg sync.WaitGroup
	var added []model.PersonID
	wg.Go(func() {
		for i := 0; running(done); i++ {
			added = append(added, add(t, st, "ben", fmt.Sprint("Added ", i)).ID)
		}
	})
	reads := 0
	wg.Go(func() {
		for ; running(done); reads++ {
			if p := person(t, st, 400); p.Name != "Person 000399" {
				t.Errorf("read %+v", p)
			}
		}
	})
	for id := range model.PersonID(8) {
		must(st.Erase("ada", id+1))(t)
	}
	close(done)
	wg.Wait()
	if len(added) == 0 || reads == 0 {
		t.Errorf("%d writes and %d reads went on", len(added), reads)
	}
	for _, id := range added {
		person(t, st, id)
	}
	sound(t, st)
}

func running(done <-chan struct{}) bool {
	select {
	case <-done:
		return false
	default:
		return true
	}
}

// eraseEverybody is the child that erases one after the other, and says so.
func eraseEverybody(path string) error {
	st, err := store.Open(path, store.Options{Clock: storetest.Now, EraseKey: eraseKeyOf(path)})
	if err != nil {
		return err
	}
	var last model.PersonID
	for {
		var next model.PersonID
		err := st.View(func(tx *store.Tx) error {
			for p, err := range tx.People(last + 1) {
				next = p.ID
				return err
			}
			return nil
		})
		if err != nil {
			return err
		}
		if _, err := st.Erase("ada", next); err != nil {
			return err
		}
		last = next
		fmt.Println("erased", uint64(next))
	}
}

// TestKillWhileErasing kills the eraser at random moments, most of them within
// a compaction: the database is sound, who was erased stays so to the last
// byte, and everybody else is there.
func TestKillWhileErasing(t *testing.T) {
	path := dbPath(t)
	st := eraseStore(t, path)
	const people = 1500
	storetest.Fill(t, st, people)
	try(t, st.Close())
	acknowledged := 0
	for cycle := range *killCycles {
		c := startChild(t, "eraser", path)
		c.cmd.Stderr = os.Stderr
		for n := 0; c.lines.Scan(); n++ {
			if _, err := fmt.Sscanf(c.lines.Text(), "erased %d", &acknowledged); err != nil {
				t.Errorf("the eraser says %q", c.lines.Text())
			}
			if n == 0 {
				killer := time.AfterFunc(rand.N(150*time.Millisecond), func() { _ = c.cmd.Process.Kill() })
				defer killer.Stop()
			}
		}
		_ = c.cmd.Wait()
		st := eraseStore(t, path)
		sound(t, st)
		left := peopleFrom(t, st)
		if gone := people - len(left); gone < acknowledged || gone > acknowledged+1 || left[0] != model.PersonID(gone+1) {
			t.Errorf("cycle %d: %d are gone and %s is the first, acknowledged were %d", cycle, gone, left[0], acknowledged)
		}
		try(t, st.Close())
		file := content(path)
		for i := range people - len(left) {
			p := storetest.Person(i)
			if bytes.Contains(file, []byte(p.Name)) || bytes.Contains(file, []byte(p.Contact.Emails[0])) {
				t.Errorf("cycle %d: bytes of %s are in the file", cycle, p.Name)
			}
		}
		if _, err := os.Stat(path + ".compacting"); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("cycle %d: half a compaction is left", cycle)
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d erased in %d cycles", acknowledged, *killCycles)
}

func peopleFrom(t *testing.T, st *store.Store) (ids []model.PersonID) {
	t.Helper()
	_ = st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				t.Error(err)
			}
			ids = append(ids, p.ID)
		}
		return nil
	})
	return ids
}

// BenchmarkErase erases people from a store of 100,000, while somebody reads
// and somebody writes: how long it takes, and how long they ever had to wait.
func BenchmarkErase(b *testing.B) {
	st := eraseStore(b, dbPath(b))
	defer st.Close()
	storetest.Fill(b, st, benchPeople)
	done := make(chan struct{})
	var wg sync.WaitGroup
	var read, written time.Duration
	wg.Go(func() {
		for running(done) {
			begun := time.Now()
			person(b, st, benchPeople)
			read = max(read, time.Since(begun))
			time.Sleep(100 * time.Microsecond) // a person reads now and then, a benchmark needs the processor
		}
	})
	wg.Go(func() {
		for i := 0; running(done); i++ {
			begun := time.Now()
			add(b, st, "ben", fmt.Sprint("Added ", i))
			written = max(written, time.Since(begun))
			time.Sleep(time.Millisecond)
		}
	})
	id := model.PersonID(0)
	for b.Loop() {
		id += 7
		must(st.Erase("ada", id))(b)
	}
	close(done)
	wg.Wait()
	b.ReportMetric(float64(read.Milliseconds()), "ms/longest-read")
	b.ReportMetric(float64(written.Milliseconds()), "ms/longest-write")
}
