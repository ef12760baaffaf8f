package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// awkward are people who are hard to write in a cell and to read back.
func awkward() []model.Person {
	research := model.Research{
		model.RoleAndCompany:    {Looked: model.ItemFound, Fact: "runs \"ledgers\"; since May\nand more", Source: "her page", Date: model.YearMonth(2025, 5)},
		model.Progression:       {Looked: model.ItemNone, Date: model.Day(2026, 1, 9)},
		model.MutualConnections: {Looked: model.ItemFound, Fact: "Bo, at Acme"},
	}
	return []model.Person{
		{
			Name: "=Zoë \"Zo\" Müller, PhD", Location: "Bern; Switzerland", Zone: "Asia/Tokyo", Headline: "[Staff] Engineer", Summary: "  ",
			Skills: []string{"C, C++", "Go|Rust", "a; b", "[lists]", "=SUM(A1)"}, Notes: "-first line\n\n'second; line\", with all",
			Contact: model.Contact{
				Emails: []string{"zoe@example.com", "z+x@example.org"}, Phones: []string{"+44 7700 900123", "030; ext. 5", "1|2"},
				Links: []string{"linkedin.com/in/zoe", "example.com/a,b", "example.com/c;d"}, ExternalIDs: []string{"person_id:7", "gem:a,b;c"},
			},
			Positions: []model.Position{
				{Company: "New & Co", Title: "Advisor"}, // undated, and first because somebody put her there
				{Company: "Acme AG", Title: "Staff Engineer", Location: "Bern", Start: model.YearMonth(2024, 2), Summary: "Leads, \"and\"\nwrites"},
				{Company: "Acme AG", Title: "Engineer", Start: model.Year(2019), End: model.Day(2024, 1, 31)},
				{Title: "Freelance", End: model.Year(2012)},
			},
			Background: model.Background{
				Content: []model.Content{{Kind: "talk", Title: "Ledgers, \"live\"", Link: "https://talks.example/l?a=b;c", Date: model.Year(2025)}, {Title: "A post"}, {Kind: "page", Link: "example.com/x"}},
				Tags:    []string{"My Contacts", "* starred", "a ::: b", "PERSONAL: x", "[\"odd\"]"}, Connections: []model.Connection{{Name: "Bo Day", How: "Acme 2018–20; close"}, {Name: "Cy"}},
				Custom: map[string]string{"Desk; no": "4\nby the window", "hireable": "true", "custom": "=1", "Name": "somebody else", "talentmap.id": "x"},
			},
			Motivators: []model.Motivator{model.CompanyStage, model.Scope},
			Outreach:   model.Outreach{State: model.Nurture, Next: model.Day(2026, 5, 1), Owner: "ada", Lock: model.OptedOut, LockWhy: "asked us, \"kindly\"; to stop", Research: research},
		},
		{Name: "李伟", Outreach: model.Outreach{Lock: model.DoNotContact, LockUntil: model.YearMonth(2026, 12), LockWhy: "=a client"}},
		{Name: "Ann Lee", Positions: []model.Position{{Company: "Acme", Title: "CTO"}}},
		{Name: "Ann Lee", Positions: []model.Position{{Company: "Acme", Title: "CTO"}}},
		{Name: "محمد علي", Outreach: model.Outreach{Lock: model.DoNotContact, LockUntil: model.Year(2024)}},
		{Name: "👩‍💻 Émile d’Örk", Location: "-"},
	}
}

// travels is a person without what no file of people carries: her number and where
// she came from, where she stands in outreach, whom a connection's name means, the
// numbers of companies, a lock that has ended.
func travels(p model.Person) model.Person {
	p.ID, p.Rev, p.Origin = 0, 0, model.Origin{}
	o := &p.Outreach
	*o = model.Outreach{Lock: o.Lock, LockUntil: o.LockUntil, LockWhy: o.LockWhy, Research: o.Research}
	if !o.Locked(testNow()) {
		o.Lock, o.LockUntil, o.LockWhy = model.Unlocked, 0, ""
	}
	p.Positions = slices.Clone(p.Positions)
	for i := range p.Positions {
		p.Positions[i].CompanyID = 0
	}
	p.Background.Connections = slices.Clone(p.Background.Connections)
	for i := range p.Background.Connections {
		p.Background.Connections[i].Person = 0
	}
	return p
}

// everyoneIn is everyone in a database, as far as she travels.
func everyoneIn(t *testing.T, db string) (all []model.Person) {
	t.Helper()
	read(t, db, func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			all = append(all, travels(p))
		}
		return nil
	})
	return all
}

func read(t *testing.T, db string, fn func(*store.Tx) error) {
	t.Helper()
	st, err := store.Open(db, store.Options{Clock: testNow, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if err := st.View(fn); err != nil {
		t.Fatal(err)
	}
}

// fullDB is a database with the sample and awkward people, and a talent map of some of
// them with notes.
func fullDB(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "full.db")
	must(t, db, "sample")
	st, err := store.Open(db, store.Options{Clock: testNow})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	_, err = st.Edit(store.By("ada", "awkward people"), func(tx *store.Tx) error {
		m := model.Map{Name: "Odd ones"}
		for i, p := range awkward() {
			p.Summary = model.CleanLine(p.Summary)
			if err := tx.PutPerson(&p); err != nil {
				return err
			}
			m.Entries = append(m.Entries, model.Entry{Person: p.ID, Tier: model.Tier(i % 4), Note: fmt.Sprintf("=note %d, \"quoted\"", i)})
		}
		m.Entries = append(m.Entries, model.Entry{Person: 5}, model.Entry{Person: 3, Note: "third"})
		slices.Reverse(m.Entries)
		return tx.PutMap(&m)
	})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// exported writes what a verb printed to a file.
func exported(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Everyone goes out and comes into an empty database, as CSV and as JSON: she is what
// she was, and coming in again she changes nothing, there as in the first.
func TestPeopleComeBackWhole(t *testing.T) {
	db := fullDB(t)
	want := everyoneIn(t, db)
	for _, form := range []string{"csv", "json"} {
		path := exported(t, "people."+form, must(t, db, "export", "people", "--format", form))
		other := filepath.Join(t.TempDir(), "other.db")
		must(t, other, "import", path)
		got := everyoneIn(t, other)
		if len(got) != len(want) {
			t.Errorf("%s: %d people of %d", form, len(got), len(want))
		}
		for i := range min(len(got), len(want)) {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("%s: got\n%+v\nwant\n%+v", form, got[i], want[i])
			}
		}
		for _, there := range []string{db, other} {
			must(t, there, "import", path)
			if again := everyoneIn(t, there); !reflect.DeepEqual(again, want) {
				t.Errorf("%s: in again, people of %s are not the same", form, filepath.Base(there))
			}
		}
	}
}

// A talent map goes out and comes into an empty database: its people are what they
// were, and with --map they have their ranks and notes.
func TestAMapComesBackWhole(t *testing.T) {
	db := fullDB(t)
	type line struct {
		who  model.Person
		note string
	}
	ranked := func(db, name string) (lines []line) {
		read(t, db, func(tx *store.Tx) error {
			m, err := findMap(tx, name)
			if err != nil {
				return err
			}
			for _, e := range m.Entries {
				p, err := tx.Person(e.Person)
				if err != nil {
					return err
				}
				lines = append(lines, line{travels(p), e.Tier.String() + " " + e.Note})
			}
			return nil
		})
		return lines
	}
	want := ranked(db, "Odd ones")
	for _, form := range []string{"csv", "json"} {
		path := exported(t, "map."+form, must(t, db, "export", "map", "Odd ones", "--format", form))
		other := filepath.Join(t.TempDir(), "other.db")
		must(t, other, "map", "new", "Elsewhere")
		for range 2 {
			must(t, other, "import", path, "--map", "Elsewhere")
			if got := ranked(other, "Elsewhere"); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: got\n%+v\nwant\n%+v", form, got, want)
			}
		}
		if n := len(everyoneIn(t, other)); n != len(want) {
			t.Errorf("%s: %d people of %d", form, n, len(want))
		}
	}
}
