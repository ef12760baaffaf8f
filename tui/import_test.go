package tui_test

import (
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// people is how many the store has.
func (b *bench) people() int {
	b.t.Helper()
	n := 0
	b.view(func(tx *store.Tx) error {
		for _, err := range tx.People(1) {
			if err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n
}

// rev is the store's revision.
func (b *bench) rev() model.Rev {
	b.t.Helper()
	rev, err := b.store.Rev()
	if err != nil {
		b.t.Fatal(err)
	}
	return rev
}

// testdata/people.csv has six rows: four people, one of them twice and two with
// a cell that can't be taken in, and a row without a name.
func TestImportLooksFirstAndUndoesAsOne(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		before := b.rev()
		b.press("I =testdata/peo tab")
		b.Contains("path  testdata/people.csv")
		b.press("enter")
		b.Contains("Import this?", "generic CSV, UTF-8: 6 rows", "4  new people", "1  rows that add nothing", "1  rows left out",
			"Full Name → name", "Shoe size → custom", "line 4: the row has no name")
		if b.rev() != before {
			t.Fatal("the preview wrote something")
		}
		b.press("y")
		b.Contains("imported 4 new, 0 changed, left out 1 rows · u takes it back")
		if n := b.people(); n != 4 {
			t.Fatalf("%d people, want 4", n)
		}
		b.press("f =mary")
		b.Contains("Mary Beispiel")
		b.press("enter")
		b.Contains("SRE at Borealis Pay", "mary@people.example", "people.csv, 2026-03-02")
		b.press("esc u")
		b.Contains("took back: ")
		if n := b.people(); n != 0 {
			t.Fatalf("after undo %d people are left", n)
		}
		b.press("f =mary")
		b.Contains("Nothing matches")
	})
}

func TestImportAgainAddsNothing(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("I =testdata/people.csv enter y I =testdata/people.csv enter")
		b.Contains("0  new people", "nothing in the file is new")
		b.press("y")
		b.Contains("import: nothing in the file is new")
		if n := b.people(); n != 4 {
			t.Errorf("%d people, want 4", n)
		}
	})
}

func TestImportLeft(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		before := b.rev()
		b.press("I =testdata/people.csv enter n")
		b.Lacks("Import this?")
		b.press("I esc")
		b.Lacks("Import a file")
		if b.rev() != before {
			t.Error("something was written")
		}
	})
}

func TestImportOfWhatIsNoFile(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("I enter")
		b.Contains("type the path of a file")
		b.press("=testdata/nothing.csv enter")
		b.Contains("open testdata/nothing.csv: no such file or directory")
		b.press("tab")
		b.Contains("nothing begins like this")
		b.press("ctrl+u =testdata enter")
		b.Contains("it is a folder")
		b.press("ctrl+u =testdata/welcome tab") // several: what they share, and their names
		b.Contains("path  testdata/welcome_", "welcome_80x24.txt", "welcome_200x50.txt")
	})
}

func TestSampleComesAndGoes(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.Contains("Whom would you hire before the role opens?")
		b.press("L")
		b.Contains("loaded 120 made-up people", "u takes them away", "70 of 100")
		if n := b.people(); n != 120 {
			t.Errorf("%d people, want 120", n)
		}
		b.press("L")
		b.Contains("load sample: the sample is loaded already")
		b.press("u")
		if n := b.people(); n != 0 {
			t.Errorf("after undo %d people are left", n)
		}
		b.clock.Advance(time.Second) // the queue looks at the index four times a second
		b.Contains("Whom would you hire before the role opens?", "Queue · 0 open")
		b.press("u")
		b.Contains("there is nothing of yours to take back")
	})
}

// What grace has changed since is not taken away with ada's import.
func TestUndoIsRefusedWhereOthersWentOn(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		first := b.ranked()[0]
		b.edit("moved to Lyon", func(tx *store.Tx) error {
			p, err := tx.Person(first)
			if err != nil {
				return err
			}
			p.Location = "Lyon, France"
			return tx.PutPerson(&p)
		})
		b.press("u")
		b.Contains("Not done", "changed again since", "grace")
		if n := b.people(); n != 120 {
			t.Errorf("%d people are left of 120", n)
		}
	})
}
