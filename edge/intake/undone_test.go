package intake_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"talentmap/edge/intake"
	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
	"talentmap/store/kv/kvtest"
	"talentmap/store/storetest"
)

// fromSource imports a text as a source's file of a day.
func fromSource(t *testing.T, st *store.Store, source, day, text string) (model.ImportID, intake.Outcome) {
	t.Helper()
	src, err := format.Read(strings.NewReader(text), source+"_"+day+".csv", format.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	o := opts
	o.From = source
	id, sum, err := intake.Into(t.Context(), st, "ada", src, o)
	if err != nil {
		t.Fatal(err)
	}
	return id, sum
}

// everybody is who is there, by ID, and the rows that wait.
func everybody(t *testing.T, st *store.Store) (all []model.Person, waiting []model.Review) {
	t.Helper()
	err := st.View(func(tx *store.Tx) error {
		for p, err := range tx.People(0) {
			if err != nil {
				return err
			}
			all = append(all, p)
		}
		for r, err := range tx.Reviews() {
			if err != nil {
				return err
			}
			waiting = append(waiting, r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, waiting
}

// An import of which a row was joined in review, or kept apart, is not taken back over
// the head of whoever decided that; after the decision is taken back it goes, and
// nothing of either stays. What was decided is forgotten with it.
func TestUndoOfAnImportWhoseRowsWereDecided(t *testing.T) {
	for name, decide := range map[string]func(*store.Store, model.ReviewID, model.PersonID) error{
		"joined": func(st *store.Store, row model.ReviewID, who model.PersonID) error {
			_, err := intake.Join(st, "ben", row, who)
			return err
		},
		"kept apart": func(st *store.Store, row model.ReviewID, _ model.PersonID) error {
			_, err := st.KeepApart("ben", row)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.OpenIn(t, &kvtest.Memory{}, "undone")
			fromSource(t, st, "one", "2025-03-01", "name,company,title\nAnn Lee,Acme,Engineer\n")
			before, _ := everybody(t, st)
			id, sum := fromSource(t, st, "two", "2025-04-01", "name,company,title,email\nAnn Lee,Acme,Engineer,ann@example.com\nBo Day,Acme,Clerk,bo@example.com\n")
			people, waiting := everybody(t, st)
			if sum.Review != 1 || sum.New != 1 || len(people) != 2 || len(waiting) != 1 {
				t.Fatalf("%+v: %d people, %d wait", countsOf(sum), len(people), len(waiting))
			}
			if err := decide(st, waiting[0].ID, before[0].ID); err != nil {
				t.Fatal(err)
			}
			decided, _ := everybody(t, st)
			if _, err := st.UndoImport("ada", id); !errors.Is(err, store.ErrChangedSince) || !strings.Contains(err.Error(), "by ben") {
				t.Errorf("the import is taken back under the decision: %v", err)
			}
			if now, _ := everybody(t, st); len(now) != len(decided) {
				t.Errorf("a refused undo left %d people of %d", len(now), len(decided))
			}
			if _, err := st.Undo("ben"); err != nil {
				t.Fatal(err)
			}
			if _, waiting := everybody(t, st); len(waiting) != 1 {
				t.Errorf("%d rows wait after the decision was taken back", len(waiting))
			}
			if _, err := st.UndoImport("ada", id); err != nil {
				t.Fatal(err)
			}
			after, waiting := everybody(t, st)
			if len(waiting) != 0 || len(after) != 1 || after[0].Rev != before[0].Rev || len(after[0].Contact.Emails) != 0 {
				t.Errorf("after both: %+v, %d wait", after, len(waiting))
			}
			if _, sum := fromSource(t, st, "two", "2025-04-01", "name,company,title,email\nAnn Lee,Acme,Engineer,ann@example.com\n"); sum.Review != 1 {
				t.Errorf("the row means somebody without being asked about: %+v", countsOf(sum))
			}
		})
	}
}

// Whom a row that waits may mean is taken away with her import: the row still waits,
// can be kept apart, and joins nobody. Decided rows mean nobody who is gone either.
func TestARowThatMayMeanSomebodyWhoIsGone(t *testing.T) {
	st := storetest.OpenIn(t, &kvtest.Memory{}, "undone")
	first, _ := fromSource(t, st, "one", "2025-03-01", "name,company\nAnn Lee,Acme\nTom Roe,Acme\n")
	people, _ := everybody(t, st)
	_, sum := fromSource(t, st, "two", "2025-04-01", "name,company,email\nAnn Lee,Acme,ann@example.com\nTom Roe,Acme,tom@example.com\n")
	if sum.Review != 2 {
		t.Fatalf("%+v", countsOf(sum))
	}
	if _, err := st.UndoImport("ada", first); err != nil {
		t.Fatal(err)
	}
	left, waiting := everybody(t, st)
	if len(left) != 0 || len(waiting) != 2 {
		t.Fatalf("%d people, %d rows", len(left), len(waiting))
	}
	if _, err := intake.Join(st, "ben", waiting[0].ID, people[0].ID); err == nil {
		t.Error("a row was joined with nobody")
	}
	ann, err := st.KeepApart("ben", waiting[0].ID)
	if err != nil || ann.Name != "Ann Lee" || len(ann.Contact.Emails) != 1 {
		t.Fatalf("%+v, %v", ann, err)
	}
	if _, err := st.Undo("ben"); err != nil {
		t.Fatal(err)
	}
	if _, sum := fromSource(t, st, "three", "2025-05-01", "name,company,email\nAnn Lee,Acme,ann@example.com\n"); sum.New != 1 || sum.Review != 0 {
		t.Errorf("a row means somebody who is gone: %+v", countsOf(sum))
	}
}

// Two sources that disagree do not move anybody to and fro: each is compared with what
// it said itself, and only what changes in one is news.
func TestTwoSourcesThatDisagree(t *testing.T) {
	st := storetest.OpenIn(t, &kvtest.Memory{}, "undone")
	at := func(company string) string {
		return "name,email,title,company\nAnn Lee,ann@example.com,Engineer," + company + "\nBo Day,bo@example.com,Clerk,Cobalt\n"
	}
	now := func() (current []string, n int) {
		people, _ := everybody(t, st)
		for _, pos := range people[0].Positions {
			if !pos.End.Known() {
				current = append(current, pos.Company)
			}
		}
		slices.Sort(current)
		return current, len(people[0].Positions)
	}
	fromSource(t, st, "one", "2025-01-01", at("Acme"))
	fromSource(t, st, "two", "2025-02-01", at("Borealis"))
	stands, positions := now()
	for i, turn := range []struct{ source, day, company string }{
		{"one", "2025-03-01", "Acme"}, {"two", "2025-04-01", "Borealis"}, {"one", "2025-05-01", "Acme"}, {"two", "2025-06-01", "Borealis"},
	} {
		_, sum := fromSource(t, st, turn.source, turn.day, at(turn.company))
		if len(sum.Told) != 0 || sum.Changed != 0 {
			t.Errorf("turn %d: %+v, told %v", i, countsOf(sum), sum.Told)
		}
		if got, n := now(); !slices.Equal(got, stands) || n != positions {
			t.Errorf("turn %d: she is at %v (%d positions), was at %v (%d)", i, got, n, stands, positions)
		}
	}
	_, sum := fromSource(t, st, "two", "2025-07-01", at("Dune"))
	if len(sum.Told) != 1 || sum.Told[0].Kind != model.Moved || sum.Told[0].From != "Engineer at Borealis" || sum.Told[0].To != "Engineer at Dune" {
		t.Errorf("the move that one of them tells: %+v", sum.Told)
	}
	if _, sum := fromSource(t, st, "one", "2025-08-01", at("Acme")); len(sum.Told) != 0 {
		t.Errorf("the other says the same as ever, and that is news: %+v", sum.Told)
	}
	// The other learns of it late: that is the same move, and none of its own.
	_, sum = fromSource(t, st, "one", "2025-09-01", at("Dune"))
	moved := 0
	for _, n := range sum.Told {
		if n.Kind == model.Moved {
			moved++
		}
	}
	if got, _ := now(); moved > 1 || !slices.Contains(got, "Dune") || slices.Contains(got, "Borealis") {
		t.Errorf("at %v, told %+v", got, sum.Told)
	}
}
