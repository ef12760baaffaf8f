package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// mark writes a note into somebody's record as a change of who's.
func (b *bench) mark(who, what string, id model.PersonID) {
	b.t.Helper()
	_, err := b.store.Edit(store.By(who, what), func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Notes = what
		return tx.PutPerson(&p)
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
}

// notes is what stands in somebody's record.
func (b *bench) notes(id model.PersonID) string {
	b.t.Helper()
	return b.person(id).Notes
}

func TestRedoAcrossSessions(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.ranked()
		first := b.name(was[0])
		b.press("x y")
		b.press("x y")
		b.press("ctrl+r")
		b.Contains("nothing of yours to redo after a new change")
		b.press("u u")
		b.mustRank(was)
		b.reopen()
		b.press("ctrl+r")
		b.Contains("again: took " + first + " off")
		b.mustRank(was[1:])
		b.press("ctrl+r")
		b.mustRank(was[2:])
		b.press("ctrl+r")
		b.Contains("nothing of yours to redo")
		b.press("u ctrl+r u u")
		b.mustRank(was)
	})
}

func TestRedoOfAnImport(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("I =testdata/people.csv enter y u")
		b.Contains("took back: imported people.csv")
		b.press("ctrl+r")
		b.Contains("again: imported people.csv")
		b.view(func(tx *store.Tx) error {
			if tx.LastPerson() == 0 {
				t.Error("nobody came back")
			}
			return nil
		})
	})
}

// A refusal names who and when, also where the footer has no room for it.
func TestARefusalIsReadInFull(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.mark("ada", "a first note", 7)
		b.mark("grace", "a second note", 7)
		b.press("u")
		b.Contains("Not done", b.name(7), "grace", "2026-03-02 09:00", "a second note")
		b.press("esc")
		b.Lacks("Not done")
		if got := b.notes(7); got != "a second note" {
			t.Errorf("the record says %q", got)
		}
	})
}

func TestHistoryListsNewestFirst(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.mark("grace", "met at the fair", 7)
		b.mark("ada", "called back", 8)
		b.press("H")
		b.Contains("History · ", "when", "who", "what", "records")
		rows := strings.Split(b.Frame(), "\n")
		for i, want := range []string{"called back", "met at the fair", "imported sample"} {
			if !strings.Contains(rows[2+i], want) || !strings.Contains(rows[2+i], "today 09:00") {
				t.Errorf("row %d is %q, want %q", i, rows[2+i], want)
			}
		}
		b.press("H")
		b.Contains("this is the history")
		b.press("esc")
		b.Lacks("History · ")
	})
}

func TestHistoryShowsWhatWasTouched(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.mark("grace", "met at the fair", 7)
		b.press("H enter")
		b.Contains("met at the fair", "grace, 2026-03-02 09:00", "1 record", "person", b.name(7)+" (p7)")
		b.press("esc j enter")
		b.Contains("imported sample")
	})
}

func TestHistoryTakesBackAnyChange(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.mark("grace", "met at the fair", 7)
		b.mark("ada", "called back", 8)
		b.press("H j u")
		b.Contains("Take back the change by grace of 2026-03-02 09:00, ", "fair\": 1 record?")
		b.press("n")
		if got := b.notes(7); got != "met at the fair" {
			t.Fatalf("no took it back: %q", got)
		}
		b.press("u y")
		b.Contains("took back: met at the fair", "taken back")
		if b.notes(7) != "" || b.notes(8) != "called back" {
			t.Errorf("the records say %q and %q", b.notes(7), b.notes(8))
		}
		b.press("u") // the cursor stays on the change
		b.Contains("take back: it was taken back before")
		b.press("g u")
		b.Contains("this is an undo: ctrl+r brings back")
		b.press("ctrl+r")
		b.Contains("again: met at the fair", "done again")
		b.Lacks("taken back")
		b.press("g u y")
		b.Contains("took back: met at the fair")
		if got := b.notes(7); got != "" {
			t.Errorf("the record says %q", got)
		}
	})
}

func TestHistoryRefusesWithTheReason(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.mark("ada", "a first note", 7)
		b.mark("grace", "a second note", 7)
		b.press("H j u y")
		b.Contains("Not done", "grace", "a second note")
		if got := b.notes(7); got != "a second note" {
			t.Errorf("the record says %q", got)
		}
	})
}

func TestHistoryTakesBackAWholeImport(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("H G u")
		b.Contains("the whole import?")
		b.press("y")
		b.Contains("took back: ")
		if _, err := b.store.UndoImport("ada", 1); !errors.Is(err, store.ErrNothingToUndo) {
			t.Errorf("some of it stands: %v", err)
		}
	})
}

// Others change things all the time: the page follows, the cursor stays.
func TestHistoryFollows(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.mark("ada", "called back", 8)
		b.press("H")
		b.mark("grace", "met at the fair", 7)
		b.Contains("met at the fair")
		b.press("enter")
		b.Contains(b.name(8) + " (p8)")
	})
}

func TestHistoryReadsMoreAtTheEnd(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		const changes = 1200
		p := model.Person{Name: "Björn Ek"}
		for i := range changes {
			if _, err := b.store.Edit(store.By("ada", fmt.Sprint("change ", i+1)), func(tx *store.Tx) error {
				p.Notes = fmt.Sprint(i)
				return tx.PutPerson(&p)
			}); err != nil {
				t.Fatal(err)
			}
		}
		b.Settle()
		b.press("H")
		b.Contains("History · the newest 500", "change 1200")
		b.press("G")
		b.Contains("History · the newest 1000", "change 701 ")
		b.press("G")
		b.Contains("History · 1200 changes", "change 201 ")
		b.press("G")
		b.Contains("change 1 ")
		b.mark("grace", "one more", p.ID) // and nothing that was shown goes
		b.Contains("History · 1201 changes", "change 1 ")
	})
}

func TestHistoryOfNothing(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("H")
		b.Contains("Nothing has been changed yet.")
		b.press("u")
		b.Contains("take back: nothing has been changed yet")
	})
}
