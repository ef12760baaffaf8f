package corpus_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/corpus"
	"talentmap/store/storetest"
)

// plain is what a store holds, read in full: the slow answer to every question.
type plain struct {
	people []model.Person
	sent   map[model.TouchID]model.Touch
	rows   map[model.TouchID][]critique.Gram
}

func readPlain(t *testing.T, st *store.Store) *plain {
	t.Helper()
	w := &plain{sent: map[model.TouchID]model.Touch{}, rows: map[model.TouchID][]critique.Gram{}}
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			w.people = append(w.people, p)
			for touch, err := range tx.TouchesOf(p.ID) {
				if err != nil {
					return err
				}
				if touch.Direction == model.Outbound && touch.Auto == "" {
					w.sent[touch.ID], w.rows[touch.ID] = touch, critique.Grams(nil, touch.Body, &p)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// count is how many people have something.
func (w *plain) count(has func(*model.Person) bool) (n int) {
	for i := range w.people {
		if has(&w.people[i]) {
			n++
		}
	}
	return n
}

// agrees compares an index with what the store holds, for words, names and messages
// that are there and for some that were.
func (w *plain) agrees(t *testing.T, s *corpus.Snapshot, words, names, companies []string, texts map[string]bool) {
	t.Helper()
	for _, word := range words {
		term := critique.Terms(nil, &model.Person{Headline: word})[0]
		want := w.count(func(p *model.Person) bool { return slices.Contains(critique.Terms(nil, p), term) })
		if got, of := s.Said(term); got != want || of != len(w.people) {
			t.Errorf("%q is said of %d of %d, want %d of %d", word, got, of, want, len(w.people))
		}
	}
	for _, name := range names {
		want := w.count(func(p *model.Person) bool { return p.Name == name })
		if got := s.Called(critique.NameOf(name)); got != want {
			t.Errorf("%d are called %s, want %d", got, name, want)
		}
		first, _, _ := strings.Cut(name, " ")
		want = w.count(func(p *model.Person) bool { return strings.HasPrefix(p.Name, first+" ") })
		if got := s.Given(critique.NameOf(first)); got != want {
			t.Errorf("%d have the given name %s, want %d", got, first, want)
		}
	}
	for _, name := range companies {
		want := w.count(func(p *model.Person) bool {
			return slices.ContainsFunc(p.Positions, func(q model.Position) bool { return q.Company == name && q.Open(storetest.Now()) })
		})
		if got := s.Employs(critique.NameOf(name)); got != want {
			t.Errorf("%d work for %s, want %d", got, name, want)
		}
	}
	w.agreesOn(t, s, texts)
}

// agreesOn looks for each text as somebody would who copies it.
func (w *plain) agreesOn(t *testing.T, s *corpus.Snapshot, texts map[string]bool) {
	t.Helper()
	nobody := model.Person{Name: "Nobody"}
	for text := range texts {
		rows := critique.Grams(nil, text, &nobody)
		enough := (len(rows)*4 + 4) / 5
		best, whose := 0, model.PersonID(0)
		for id, own := range w.rows {
			n := 0
			for _, row := range rows {
				if slices.Contains(own, row) {
					n++
				}
			}
			if n > best {
				best, whose = n, w.sent[id].Person
			}
		}
		near := s.Nearest(rows, enough, 0)
		if (best >= enough) != (near.Shared >= enough) {
			t.Errorf("%q: %d of %d rows are shared, found %+v", text[:40], best, len(rows), near)
		}
		if near.Touch != 0 && len(w.rows[near.Touch]) == 0 {
			t.Errorf("%q: %+v was never sent, or is no longer there", text[:40], near)
		}
		if best < enough {
			continue
		}
		others := false
		for id, touch := range w.sent {
			others = others || touch.Person != whose && len(w.rows[id]) > 0 && touch.Body == w.sent[near.Touch].Body
		}
		if again := s.Nearest(rows, enough, near.Person); again.Person == near.Person {
			t.Errorf("%q: found what was sent to the person herself", text[:40])
		}
	}
}

// letter is one of a few texts with a first sentence of its own.
func letter(rnd *rand.Rand, word string) string {
	frames := [...]string{
		"I keep a list of how teams in this trade divide their week between new work and old, and what it costs them when nobody does. Four of them let me write it down last winter.",
		"There is a table that we made of release habits in nineteen houses, from the hour of the day to the number of hands on the switch, and it says something odd about Fridays.",
		"Two of our engineers rebuilt an index by night and wrote the story up, wrong turns and all; it is three pages long and nobody has read it outside this building so far.",
	}
	return fmt.Sprintf("The %s of yours stayed with me because of its %d steps. %s May I send it over?", word, rnd.IntN(9000)+1000, frames[rnd.IntN(len(frames))])
}

// The index follows every kind of change, one after the other, and says what
// counting everything again would say.
func TestFollowsTheStore(t *testing.T) {
	names := []string{"Ada Stone", "Ben Kranich", "Cleo Marsh", "Ada Kranich", "Dov Ferro"}
	companies := []string{"Fen Dyers", "Loom Alley", "Quay Works"}
	words := []string{"lanternfish", "postgis", "tidal", "gearbox", "haptics", "zeppelin"}
	st := storetest.Open(t)
	rnd := rand.New(rand.NewPCG(3, 9))
	pick := func(of []string) string { return of[rnd.IntN(len(of))] }
	c := corpus.New(st, storetest.Now)
	texts := map[string]bool{}
	var ids []model.PersonID
	someone := func() model.PersonID {
		if len(ids) == 0 {
			return 0
		}
		return ids[rnd.IntN(len(ids))]
	}
	person := func(p *model.Person) {
		p.Name, p.Headline, p.Skills = pick(names), pick(words)+" and "+pick(words), []string{pick(words)}
		p.Positions = []model.Position{{Company: pick(companies), Title: "Engineer", Start: model.Year(2020)}}
		if rnd.IntN(2) == 0 {
			p.Positions[0].End = model.Year(2024)
		}
	}
	steps := map[string]func() error{
		"somebody new": func() error {
			var p model.Person
			person(&p)
			_, err := st.Edit(store.Actor{Name: "ada", What: "added"}, func(tx *store.Tx) error { return tx.PutPerson(&p) })
			ids = append(ids, p.ID)
			return err
		},
		"changed": func() error {
			id := someone()
			_, err := st.Edit(store.Actor{Name: "ada", What: "changed"}, func(tx *store.Tx) error {
				p, err := tx.Person(id)
				if err != nil {
					return nil
				}
				person(&p)
				return tx.PutPerson(&p)
			})
			return err
		},
		"written to": func() error {
			id, text := someone(), letter(rnd, pick(words))
			if rnd.IntN(3) == 0 {
				for old := range texts {
					text = old // a copy
					break
				}
			}
			texts[text] = true
			_, err := st.Edit(store.Actor{Name: "ada", What: "wrote"}, func(tx *store.Tx) error {
				if _, err := tx.Person(id); err != nil {
					return nil
				}
				return tx.PutTouch(&model.Touch{Person: id, At: storetest.Now(), Direction: model.Outbound, Channel: model.Email, Body: text})
			})
			return err
		},
		"undone": func() error { _, _ = st.Undo("ada"); return nil },
		"redone": func() error { _, _ = st.Redo("ada"); return nil },
		"merged": func() error { _, _ = st.MergePeople("ada", someone(), someone()); return nil },
		"erased": func() error { _, _ = st.Erase("ada", someone()); return nil },
	}
	order := []string{"somebody new", "somebody new", "written to", "written to", "written to", "changed", "undone", "redone", "merged", "erased"}
	for n := range 150 {
		name := "somebody new"
		if n > 5 {
			name = order[rnd.IntN(len(order))]
		}
		if err := steps[name](); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n%10 == 3 {
			continue // two changes at once
		}
		catchUp(t, st, c)
		if readPlain(t, st).agrees(t, c.Snapshot(), words, names, companies, texts); t.Failed() {
			t.Fatalf("after step %d: %s", n, name)
		}
	}
	if _, messages := c.Snapshot().Size(); messages == 0 || len(texts) < 20 {
		t.Errorf("%d messages and %d texts say little", messages, len(texts))
	}
}

// catchUp runs the index until it has read everything.
func catchUp(t *testing.T, st *store.Store, c *corpus.Corpus) {
	t.Helper()
	if err := c.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rev, err := st.Rev(); err != nil || c.Snapshot().Rev() != rev {
		t.Fatalf("revision %d is read of %d: %v", c.Snapshot().Rev(), rev, err)
	}
}

// Run follows by itself, and says when it can be asked.
func TestRun(t *testing.T) {
	st := storetest.Open(t)
	storetest.Fill(t, st, 700)
	c := corpus.New(st, storetest.Now)
	if c.Against() != nil {
		t.Error("it answers before anybody was read")
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	<-c.Loaded()
	if got := c.Against().Called(critique.NameOf("Person 000612")); got != 1 {
		t.Errorf("%d are called Person 000612", got)
	}
	p := model.Person{Name: "Zora Quill"}
	if _, err := st.Edit(store.Actor{Name: "ada"}, func(tx *store.Tx) error { return tx.PutPerson(&p) }); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); c.Against().Called(critique.NameOf("Quill, Zora")) != 1; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("somebody new never arrived")
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
