package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/store/corpus"
	"talentmap/store/storetest"
)

// sameOnce compares a reading in one pass with one beside the index.
func sameOnce(t *testing.T, st *store.Store, index *corpus.Snapshot, d critique.Draft, to model.Person) critique.Report {
	t.Helper()
	about := critique.About{Person: &to, Now: storetest.Now()}
	want := critique.Read(d, about, index)
	got, err := corpus.ReadOnce(t.Context(), st, d, about, storetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("to %s, %.60q: in one pass there is\n%+v\nbeside the index\n%+v", to.Name, d.Body, got.Findings, want.Findings)
	}
	return got
}

func found(r critique.Report, rule string) (n int) {
	for _, f := range r.Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

// messages are the texts of the critique's own corpus, and the people to whom they go.
func messages(t *testing.T) (bodies []string, people []model.Person) {
	t.Helper()
	folder := filepath.Join("..", "..", "scoring", "critique", "testdata")
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.Split("\n"+string(data), "\n=== ")[1:] {
			_, rest, _ := strings.Cut(text, "\n\n")
			body, _, _ := strings.Cut(rest, "\n--- expected")
			bodies = append(bodies, body)
		}
	}
	data, err := os.ReadFile(filepath.Join(folder, "people.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch parts := strings.Split(value, " | "); key {
		case "name":
			people = append(people, model.Person{Name: value})
		case "skills":
			people[len(people)-1].Skills = strings.Split(value, ", ")
		case "job":
			p := &people[len(people)-1]
			p.Positions = append(p.Positions, model.Position{Title: parts[0], Company: strings.Trim(parts[1], " |")})
		}
	}
	return bodies, people
}

// A reading in one pass finds what one beside the index finds: of every message of the
// corpus, of which some were sent to others, word for word or with words of theirs.
func TestOnceOnTheCorpus(t *testing.T) {
	bodies, people := messages(t)
	st := storetest.Open(t)
	rnd := rand.New(rand.NewPCG(4, 7))
	_, err := st.Edit(store.Actor{Name: "ada"}, func(tx *store.Tx) error {
		for i := range people {
			if err := tx.PutPerson(&people[i]); err != nil {
				return err
			}
		}
		for range len(bodies) {
			body := bodies[rnd.IntN(len(bodies))]
			if rnd.IntN(2) == 0 {
				words := strings.Fields(body)
				for range len(words) / 20 {
					words[rnd.IntN(len(words))] = "otherwise"
				}
				body = strings.Join(words, " ")
			}
			touch := model.Touch{Person: people[rnd.IntN(len(people))].ID, At: storetest.Now(), Direction: model.Outbound, Channel: model.Email, Body: body}
			if err := tx.PutTouch(&touch); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	c := corpus.New(st, storetest.Now)
	catchUp(t, st, c)
	copies, wrong := 0, 0
	for i, body := range bodies {
		r := sameOnce(t, st, c.Snapshot(), critique.Draft{Channel: model.Email, Subject: "a brief for you", Body: body}, people[i%len(people)])
		copies, wrong = copies+found(r, "batch-smell"), wrong+found(r, "wrong-person")
	}
	if copies < 20 || wrong < 20 {
		t.Errorf("%d copies and %d wrong names say little", copies, wrong)
	}
}

// The same of random letters, also where the index has followed many changes.
func TestOnceAtRandom(t *testing.T) {
	names := []string{"Ada Stone", "Ben Kranich", "Cleo Marsh", "Ada Kranich", "Dov Ferro", "Élise Müller"}
	companies := []string{"Fen Dyers", "Loom Alley", "Quay Works", "Grün & Söhne"}
	words := []string{"lanternfish", "postgis", "tidal", "gearbox", "haptics", "zeppelin", "straßenbahn"}
	st, rnd := storetest.Open(t), rand.New(rand.NewPCG(8, 1))
	pick := func(of []string) string { return of[rnd.IntN(len(of))] }
	c := corpus.New(st, storetest.Now)
	var people []model.Person
	copies, sent := 0, ""
	for range 60 {
		_, err := st.Edit(store.Actor{Name: "ada"}, func(tx *store.Tx) error {
			p := model.Person{Name: pick(names), Headline: pick(words) + " and " + pick(words), Positions: []model.Position{{Company: pick(companies), Title: "Engineer"}}}
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
			people = append(people, p)
			for range rnd.IntN(4) {
				sent = letter(rnd, pick(words))
				touch := model.Touch{Person: people[rnd.IntN(len(people))].ID, At: storetest.Now(), Direction: model.Outbound, Body: sent}
				if err := tx.PutTouch(&touch); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if rnd.IntN(3) > 0 {
			continue
		}
		catchUp(t, st, c)
		body := fmt.Sprintf("Hi %s,\n\nhow is your team at %s? %s %s sends regards.", pick(names), pick(companies), letter(rnd, pick(words)), pick(names))
		if rnd.IntN(2) == 0 {
			body = fmt.Sprintf("Hi %s,\n\n%s", pick(names), sent)
		}
		r := sameOnce(t, st, c.Snapshot(), critique.Draft{Channel: model.Email, Body: body}, people[rnd.IntN(len(people))])
		copies += found(r, "batch-smell")
	}
	if copies == 0 {
		t.Error("no draft was a copy")
	}
}
