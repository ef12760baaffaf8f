package tui_test

import (
	"testing"

	"talentmap/store"
	"talentmap/tui/tuitest"
)

// The last imports stand in a list; one that was taken back stays there and says
// so, and comes back.
func TestTheImports(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("A")
		b.Contains("Imports · 0 files", "Nothing has been imported yet", "I imports a file")
		b.press("u")
		b.Contains("take back: nothing has been imported yet")
		b.press("esc I =testdata/people.csv enter y")
		b.look(b.file("more.csv", "name,email\nEva Weber,eva@people.example\n"))
		b.press("y A")
		b.Contains("Imports · 2 files", "more.csv", "people.csv", "by ada at 2026-03-02 09:00")
		b.press("enter")
		b.Contains("news: the file told no news")
		b.press("j u")
		b.Contains("Take back the import of people.csv by ada: 4 new, 0 changed?")
		b.press("y")
		b.Contains("Imports · 1 file", "people.csv", "taken back", "4 new, 0 changed", "taken back by ada at 2026-03-02 09:00")
		if n := b.people(); n != 1 {
			t.Errorf("%d people, want 1", n)
		}
		b.press("u")
		b.Contains("take back: it was taken back before")
		b.press("enter")
		b.Contains("news: it was taken back, and its news with it")
		b.press("ctrl+r")
		b.Contains("Imports · 2 files")
		b.Lacks("taken back by")
		if n := b.people(); n != 5 {
			t.Errorf("%d people, want 5", n)
		}
		b.press("esc A")
		b.Contains("Imports · 2 files")
	})
}

// An import that grace has changed since is not taken back, and that is said.
func TestAnImportChangedSinceStays(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("I =testdata/people.csv enter y A")
		b.edit("moved to Lyon", func(tx *store.Tx) error {
			p, err := tx.Person(1)
			if err != nil {
				return err
			}
			p.Location = "Lyon, France"
			return tx.PutPerson(&p)
		})
		b.press("u y")
		b.Contains("changed again since")
		b.press("esc")
		b.Contains("Imports · 1 file")
		b.Lacks("taken back")
	})
}

// What arrives, as a recruiter sees it, also where there is little room.
func TestArrivingFrames(t *testing.T) {
	for _, size := range []string{"60x15", "80x24", "120x40"} {
		for name, show := range map[string]func(b *bench){
			"importing":         func(b *bench) { b.press("I =testdata/people.csv enter") },
			"importing_columns": func(b *bench) { b.look("testdata/liste.csv") },
			"imports": func(b *bench) {
				b.press("I =testdata/people.csv enter y")
				b.look(b.file("more.csv", "name,email\nEva Weber,eva@people.example\n"))
				b.press("y A j u y k")
			},
			"companies": func(b *bench) {
				alike(b)
				b.press("C tab")
			},
			"companies_all": func(b *bench) {
				alike(b)
				b.press("C")
			},
		} {
			t.Run(name+"_"+size, func(t *testing.T) {
				at(t, sized(size, setup{empty: true}), func(b *bench) {
					show(b)
					tuitest.Golden(b.t, b.Session, name+"_"+size)
				})
			})
		}
	}
}

// Two exports whose names begin alike are told apart, also where a row has no room for
// the names.
func TestTheImportUnderTheCursorIsNamed(t *testing.T) {
	at(t, setup{w: 80, h: 24, empty: true}, func(b *bench) {
		for i, name := range []string{"a-long-name-of-an-export-of-january.csv", "a-long-name-of-an-export-of-february.csv"} {
			b.look(b.file(name, "name,email\nEva Weber,eva"+string(rune('a'+i))+"@people.example\n"))
			b.press("y")
		}
		b.press("A")
		b.Contains("a-long-name-of-an-export-of-february.csv")
		b.press("j")
		b.Contains("a-long-name-of-an-export-of-january.csv")
	})
}
