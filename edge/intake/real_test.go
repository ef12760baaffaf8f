package intake_test

import (
	"strings"
	"testing"
	"time"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/store"
)

var now = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

var opts = intake.Options{Now: now, Chunk: 100}

// counts are the numbers of a preview, to be stated in one line.
type counts struct{ rows, new, changed, same, repeated, review, bad, problems int }

func countsOf(v intake.Outcome) counts {
	return counts{v.Rows, v.New, v.Changed, v.Same, v.Repeated, v.Review, v.Bad, v.ProblemCount}
}

// importTwice previews and applies a file, twice, and checks that each preview
// told what then happened.
func importTwice(t *testing.T, src *format.Source, m *memory, first, second counts) {
	t.Helper()
	for i, want := range []counts{first, second} {
		pre, err := intake.Preview(t.Context(), src, m, opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := countsOf(pre); got != want {
			t.Errorf("preview %d: got %+v, want %+v; problems: %v", i+1, got, want, pre.Problems)
		}
		sum, err := intake.Apply(t.Context(), src, m, m, opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := countsOf(sum); got != want {
			t.Errorf("import %d: got %+v, want %+v; problems: %v", i+1, got, want, sum.Problems)
		}
	}
}

func TestCongressPeople(t *testing.T) {
	src, m := formattest.Public(t, "congress/congress_people.csv"), newMemory()
	if src.Dialect() != "congress people CSV" {
		t.Fatalf("dialect %q", src.Dialect())
	}
	importTwice(t, src, m, counts{rows: 1220, new: 1220}, counts{rows: 1220, same: 1220})

	positions := 0
	for _, p := range m.people {
		positions += len(p.Positions)
	}
	if positions != 6669 { // the terms of the public roster
		t.Errorf("%d positions, want 6669", positions)
	}
	for name, want := range map[string]int{"robert menendez": 2, "mike rogers": 2, "mark pocan": 2, "mike rounds": 2, "gary l ackerman": 1} {
		if got := len(m.names[name]); got != want {
			t.Errorf("%d people named %q, want %d", got, name, want)
		}
	}
	p, _ := m.Person(m.keys["x:person_id:A000022"])
	if p.Name != "Gary L. Ackerman" || p.Location != "NY" || len(p.Positions) != 15 {
		t.Errorf("A000022 is %q in %q with %d positions", p.Name, p.Location, len(p.Positions))
	}
	newest := model.Position{
		Company: "U.S. House of Representatives", Title: "Representative", Location: "NY",
		Start: model.Day(2011, 1, 5), End: model.Day(2012, 12, 31),
	}
	if p.Positions[0] != newest || p.Positions[14].Start != model.Day(1983, 1, 3) {
		t.Errorf("newest %+v, oldest from %s", p.Positions[0], p.Positions[14].Start)
	}
	if p.Background.Custom["terms"] != "15" || p.Background.Custom["nickname"] != "" {
		t.Errorf("custom %v", p.Background.Custom)
	}
}

func TestCNCFPeople(t *testing.T) {
	src, m := formattest.Public(t, "cncf/people_2024-06-17.json"), newMemory()
	if src.Dialect() != "CNCF people JSON" {
		t.Fatalf("dialect %q", src.Dialect())
	}
	// One person stands there twice, with the same accounts. Two rows copied the
	// X account of somebody else: they come in without it.
	importTwice(t, src, m,
		counts{rows: 566, new: 565, repeated: 1, problems: cncfProblems + 2},
		counts{rows: 566, same: 566, problems: cncfProblems + 2})

	p, _ := m.Person(m.keys["l:linkedin.com/in/sabdelfettah"])
	if p.Name != "Abdel SGHIOUAR" || p.Location != "Stockholm, Sweden" || len(p.Skills) != 11 {
		t.Errorf("got %q in %q with skills %v", p.Name, p.Location, p.Skills)
	}
	if len(p.Positions) != 1 || p.Positions[0] != (model.Position{Company: "Google"}) {
		t.Errorf("positions %+v", p.Positions)
	}
	wantBio := "I'm a Cloud Developer Advocate with Google. I co-host for the Kubernetes Podcast by Google and the Cloud Careers Podcast.\n" +
		"Why I am excited to be an ambassador: Learn from the community. Contribute to the Open Source and Cloud Native world and help inspire others to do the same"
	if p.Summary != wantBio {
		t.Errorf("summary %q", p.Summary)
	}
	noJob := 0
	for _, p := range m.people {
		if len(p.Positions) == 0 {
			noJob++
		}
		if strings.Contains(p.Summary, "<") || p.Background.Custom["pronouns"] != "" || p.Background.Custom["image"] != "" {
			t.Errorf("%s: tags or dropped columns: %q %v", p.Name, p.Summary, p.Background.Custom)
		}
	}
	if noJob != 152 {
		t.Errorf("%d people without a position, want 152", noJob)
	}
	jeffrey := m.people[m.names["jeffrey sica"][0]-1]
	if jeffrey.Background.Custom["email"] != "me!jeefy.dev" || len(jeffrey.Contact.Emails) != 0 {
		t.Errorf("masked address: %v, %v", jeffrey.Background.Custom, jeffrey.Contact.Emails)
	}
}

const cncfProblems = 1

// All lists of the congress know a person by the same key: whichever comes
// first, the others add to the same 1,220 people.
func TestCongressIsOnePeople(t *testing.T) {
	st := newStore(t)
	for _, name := range []string{"congress_terms.csv", "congress_people.csv", "legislators_2024-12-20.csv", "legislators_2025-02-01.csv"} {
		_, got, err := intake.Into(t.Context(), st, "ada", formattest.Public(t, "congress/"+name), opts)
		if err != nil || got.LeftOut() != 0 {
			t.Errorf("%s: %+v %v", name, countsOf(got), err)
		}
	}
	people, positions := 0, 0
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			people, positions = people+1, positions+len(p.Positions)
		}
		return nil
	})
	if err != nil || people != 1220 || positions != 6669 {
		t.Errorf("%d people with %d positions, want 1220 with 6669; %v", people, positions, err)
	}
}
