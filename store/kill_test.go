package store_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/storetest"
)

var killCycles = flag.Int("kill.cycles", 5, "how often TestKillLoop kills the writer")

// writeForEver is the child that adds people and types at a draft to each. It
// says so on its standard output only after the store has said "saved".
func writeForEver(path string) error {
	st, err := store.Open(path, store.Options{Clock: storetest.Now})
	if err != nil {
		return err
	}
	for {
		p := model.Person{Name: "New", Positions: []model.Position{{Company: "Acme"}}}
		_, err := st.Edit(store.By("ada", "added"), func(tx *store.Tx) error {
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
			p.Name = fmt.Sprint("Person ", uint64(p.ID))
			return tx.PutPerson(&p)
		})
		if err != nil {
			return err
		}
		fmt.Println("person", uint64(p.ID))
		d := model.Draft{Person: p.ID}
		for n := 1; n <= 3; n++ {
			d.Body = fmt.Sprint("text ", n)
			if _, err := st.SaveDraft("ada", &d); err != nil {
				return err
			}
			fmt.Println("draft", uint64(p.ID), n)
		}
	}
}

// saved is what the writers have acknowledged.
type saved struct {
	people map[model.PersonID]bool
	drafts map[model.PersonID]int // the number of the last text
}

// TestKillLoop kills a writer at random moments: whatever it has acknowledged
// is there afterwards, and the database is sound.
func TestKillLoop(t *testing.T) {
	path := dbPath(t)
	got := saved{people: map[model.PersonID]bool{}, drafts: map[model.PersonID]int{}}
	for cycle := range *killCycles {
		before := len(got.people)
		got.killOne(t, path)
		st := mustOpen(t, path)
		if err := got.allThere(st); err != nil {
			t.Errorf("cycle %d: %v", cycle, err)
		}
		sound(t, st)
		try(t, st.Close())
		if t.Failed() {
			return
		}
		t.Logf("cycle %d: %d people acknowledged", cycle, len(got.people)-before)
	}
	if len(got.people) < *killCycles {
		t.Errorf("only %d people were acknowledged in %d cycles", len(got.people), *killCycles)
	}
}

// killOne starts a writer, kills it up to 150 ms after its first word, and
// takes down what it had said until then.
func (s *saved) killOne(t *testing.T, path string) {
	c := startChild(t, "writer", path)
	c.cmd.Stderr = os.Stderr
	var killer *time.Timer
	for c.lines.Scan() {
		if killer == nil {
			killer = time.AfterFunc(rand.N(150*time.Millisecond), func() { _ = c.cmd.Process.Kill() })
			defer killer.Stop()
		}
		s.note(t, c.lines.Text())
	}
	var exit interface{ ExitCode() int }
	if err := c.cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Errorf("the writer ended by itself: %v", err)
	}
}

// note takes down one line; a line cut short by the kill was not said.
func (s *saved) note(t *testing.T, line string) {
	var id model.PersonID
	var n int
	if _, err := fmt.Sscanf(line, "draft %d %d", (*uint64)(&id), &n); err == nil {
		s.drafts[id] = n
		return
	}
	if _, err := fmt.Sscanf(line, "person %d", (*uint64)(&id)); err != nil {
		t.Errorf("the writer says %q", line)
	}
	s.people[id] = true
}

// allThere reads everybody; one more person, or one more text of the last
// draft, than was acknowledged is fine.
func (s *saved) allThere(st *store.Store) error {
	return st.View(func(tx *store.Tx) error {
		for id := range s.people {
			p, err := tx.Person(id)
			if want := fmt.Sprint("Person ", uint64(id)); err != nil || p.Name != want {
				return fmt.Errorf("%s is %q: %w", id, p.Name, err)
			}
		}
		for id, n := range s.drafts {
			d, err := tx.Draft(id)
			if err != nil || d.Body != fmt.Sprint("text ", n) && d.Body != fmt.Sprint("text ", n+1) {
				return fmt.Errorf("the draft to %s is %q, acknowledged was text %d: %w", id, d.Body, n, err)
			}
		}
		return nil
	})
}
