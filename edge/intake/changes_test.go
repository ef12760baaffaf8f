package intake_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format/formattest"
	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store"
	"talentmap/store/storetest"
)

// edition reads a file as one edition of its source; mend adds to a person what
// its dialect does not read.
func edition(t *testing.T, name string, asOf model.Date, mend func(*model.Person)) scoring.Edition {
	t.Helper()
	e := scoring.Edition{AsOf: asOf}
	for rec, bad := range formattest.Public(t, name).Records() {
		if bad == nil {
			mend(&rec.Person)
			e.People = append(e.People, &rec.Person)
		}
	}
	return e
}

// truth reads a file of what really changed: its rows by the header.
func truth(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open(formattest.PublicPath(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := make(map[string]string)
		for i, header := range rows[0] {
			m[header] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// events are what happened, by kind and the people's names reduced.
type events map[model.NewsKind]map[string]bool

func (e events) add(kind model.NewsKind, name string) {
	if e[kind] == nil {
		e[kind] = make(map[string]bool)
	}
	e[kind][model.NameKey(name)] = true
}

func (e events) drop(kind model.NewsKind, name string) { delete(e[kind], model.NameKey(name)) }

// eventsOf is what a comparison tells and is at least so sure of; a promotion
// counts as a title changed.
func eventsOf(res scoring.EditionChanges, atLeast float64) events {
	e := make(events)
	for _, p := range res.People {
		who := p.After
		if who == nil {
			who = p.Before
		}
		for _, c := range p.Changes {
			kind := c.Kind
			if kind == model.Promoted {
				kind = model.TitleChanged
			}
			if c.Confidence >= atLeast {
				e.add(kind, who.Name)
			}
		}
	}
	return e
}

// imported is what importing one file into a store and then the other tells, and
// is at least so sure of. Rows that a person must look at are joined with whom
// they may mean.
func imported(t *testing.T, atLeast float64, first, second string) events {
	t.Helper()
	st := storetest.Open(t)
	if _, _, err := intake.Into(t.Context(), st, "ada", formattest.Public(t, first), opts); err != nil {
		t.Fatal(err)
	}
	var known model.PersonID
	var waiting []model.Review
	view := func(fn func(tx *store.Tx) error) {
		if err := st.View(fn); err != nil {
			t.Fatal(err)
		}
	}
	view(func(tx *store.Tx) error { known = tx.LastPerson(); return nil })
	_, sum, err := intake.Into(t.Context(), st, "ada", formattest.Public(t, second), opts)
	if err != nil {
		t.Fatal(err)
	}
	view(func(tx *store.Tx) error {
		for r, err := range tx.Reviews() {
			if err != nil {
				return err
			}
			waiting = append(waiting, r)
		}
		return nil
	})
	for _, r := range waiting {
		t.Logf("joined after review: %s: %s", r.Incoming.Name, r.Why)
		if _, err := intake.Join(st, "ada", r.ID, r.Like[0]); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("compared with %s of %s; %d rows for review", sum.Source, sum.Since, sum.Review)
	e := make(events)
	view(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			if p.ID > known {
				e.add(scoring.NewInSource, p.Name)
			}
			for n, err := range tx.NewsOf(p.ID) {
				if err != nil {
					return err
				}
				if n.Kind == model.Promoted {
					n.Kind = model.TitleChanged
				}
				if n.Confidence >= atLeast {
					e.add(n.Kind, p.Name)
				}
			}
		}
		return nil
	})
	return e
}

// measure prints precision and recall of each kind, with what is told wrongly
// and what is missed, and fails below the goal.
func measure(t *testing.T, title string, want, got events, goal float64) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%-14s %6s %6s %6s %10s %7s\n", title, "", "truth", "told", "both", "precision", "recall")
	for _, kind := range []model.NewsKind{model.Moved, model.TitleChanged, scoring.NewInSource, model.Gone} {
		both := 0
		var wrong, missed []string
		for name := range got[kind] {
			if want[kind][name] {
				both++
			} else {
				wrong = append(wrong, name)
			}
		}
		for name := range want[kind] {
			if !got[kind][name] {
				missed = append(missed, name)
			}
		}
		slices.Sort(wrong)
		slices.Sort(missed)
		precision, recall := share(both, len(got[kind])), share(both, len(want[kind]))
		fmt.Fprintf(&b, "%-14s %6d %6d %6d %9.1f%% %6.1f%%\n", kind, len(want[kind]), len(got[kind]), both, precision, recall)
		if len(wrong)+len(missed) > 0 {
			fmt.Fprintf(&b, "    wrong %q\n    missed %q\n", wrong, missed)
		}
		if min(precision, recall) < goal {
			t.Errorf("%s, %s: %.1f%% and %.1f%%, the goal is %v%%", title, kind, precision, recall, goal)
		}
	}
	t.Log(b.String())
}

func share(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

func TestChangesInCongress(t *testing.T) {
	seat := func(p *model.Person) {
		job := model.Position{Company: "U.S. House of Representatives", Title: "Representative", Location: p.Location}
		if p.Background.Custom["type"] == "sen" {
			job.Company, job.Title = "U.S. Senate", "Senator"
		}
		if len(p.Positions) == 0 {
			p.Positions = []model.Position{job}
		}
	}
	numbered := func(p *model.Person) {
		seat(p)
		p.Contact.ExternalIDs = []string{"bioguide_id:" + p.Background.Custom["bioguide_id"]}
	}
	want := make(events)
	kinds := map[string]model.NewsKind{"joined": scoring.NewInSource, "left": model.Gone, "moved house to senate": model.Moved}
	for _, row := range truth(t, "congress/truth_2024-12-20_to_2025-02-01.csv") {
		if kind, ok := kinds[row["change"]]; ok { // a new term of the same seat is no news, nor is another district
			want.add(kind, row["name"])
		}
	}
	measure(t, "congress, six weeks, imported one after the other", want, imported(t, 0, "congress/legislators_2024-12-20.csv", "congress/legislators_2025-02-01.csv"), 100)
	for title, mend := range map[string]func(*model.Person){"by number": numbered, "by links and names alone": seat} {
		res := scoring.CompareEditions(
			edition(t, "congress/legislators_2024-12-20.csv", model.Day(2024, 12, 20), mend),
			edition(t, "congress/legislators_2025-02-01.csv", model.Day(2025, 2, 1), mend), scoring.Likeness{})
		measure(t, "congress, six weeks, "+title, want, eventsOf(res, 0), 100)
	}
}

func TestChangesInCNCF(t *testing.T) {
	asItCame := func(*model.Person) {}
	res := scoring.CompareEditions(
		edition(t, "cncf/people_2024-06-17.json", model.Day(2024, 6, 17), asItCame),
		edition(t, "cncf/people_2025-06-25.json", model.Day(2025, 6, 25), asItCame), scoring.Likeness{})
	file, byHand := make(events), make(events)
	for _, row := range truth(t, "cncf/truth_2024-06-17_to_2025-06-25.csv") {
		kind, apart := cncfKind(row)
		if kind == "" {
			continue
		}
		file.add(kind, row["name"])
		if apart {
			kind = model.TitleChanged
		}
		byHand.add(kind, row["name"])
	}
	told := eventsOf(res, 0)
	for name := range told[model.TitleChanged] { // the file has one column for both
		told.add(model.Moved, name)
	}
	delete(told, model.TitleChanged)
	measure(t, "CNCF, a year, by the truth file", file, told, 0)
	correct(byHand)
	measure(t, "CNCF, a year, by the truth file read with both lists by hand", byHand, eventsOf(res, 0.5), 98)
	measure(t, "the same, imported one after the other", byHand, imported(t, 0.5, "cncf/people_2024-06-17.json", "cncf/people_2025-06-25.json"), 98)
}

// cncfKind is what a row of the truth file tells; title says that the column of
// companies had a title in it, as it has for the foundation's own staff.
func cncfKind(row map[string]string) (kind model.NewsKind, title bool) {
	switch {
	case row["change"] == "added":
		return scoring.NewInSource, false
	case row["change"] == "removed":
		return model.Gone, false
	case row["change"] != "company" || row["from"] == "" || row["to"] == "":
		return "", false // first told, or no longer: no move that anybody knows of
	}
	for _, word := range []string{"Planner", "Event Coordinator", "Event Manager", "Director of CNCF Events", "Developer Advocate"} {
		title = title || strings.Contains(row["from"], word)
	}
	return model.Moved, title
}

// correct mends what the truth file, made from GitHub accounts or else from
// spelled names, has wrong.
func correct(e events) {
	// The same people with an account more or another one: a LinkedIn or X account,
	// or a rare name with the same place or employer, stands in both lists.
	for _, name := range []string{
		"Aniket Kanade", "Ankit Kumar", "Chad Beaudin", "Chris Short", "Dotan Horovits", "Florian Feldmann",
		"Niki Manoledaki", "Shivanshu Raj Shrivastava", "Tal Yitzhak",
	} {
		e.drop(scoring.NewInSource, name)
		e.drop(model.Gone, name)
	}
	// Two of them changed their employer.
	e.add(model.Moved, "Niki Manoledaki")
	e.add(model.Moved, "Shivanshu Raj Shrivastava")
	// Accounts pasted after github.com/github.com/ were taken for one person's, who
	// so "moved" from Insurity to Red Hat; he is there in both lists, and the
	// others are new.
	e.drop(model.Moved, "Nattapong Ekudomsuk")
	for _, name := range []string{"Nattapong Ekudomsuk", "Edward Pike", "John Monteiro", "Vinod Sr"} {
		e.add(scoring.NewInSource, name)
	}
	// MIA s.r.l. trades as Mia-Platform; VMware had been bought by Broadcom.
	e.drop(model.Moved, "Michel Murabito")
	e.drop(model.Moved, "Amim Moises Salum Knabben")
}
