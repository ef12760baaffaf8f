package tui_test

import (
	"os"
	"path/filepath"
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
		b.Contains("Import this?", "people.csv: generic CSV, UTF-8, 4 people in 6 rows", "4  new people", "0  known people of whom nothing is new", "1  row left out",
			"Full Name → name", "Shoe size → custom", "line 4: the row has no name")
		if b.rev() != before {
			t.Fatal("the preview wrote something")
		}
		b.press("y")
		b.Contains("imported 4 new, 0 changed, 4 people in 6 rows, left out 1 row · u takes it back")
		if n := b.people(); n != 4 {
			t.Fatalf("%d people, want 4", n)
		}
		b.press("f =mary")
		b.Contains("Mary Beispiel")
		b.press("enter")
		b.Contains("SRE at Borealis Pay")
		b.press("G")
		b.Contains("mary@people.example", "people.csv, 2026-03-02")
		b.press("esc u")
		b.Contains("took back: ")
		if n := b.people(); n != 0 {
			t.Fatalf("after undo %d people are left", n)
		}
		b.press("f =mary")
		b.Contains("Nobody matches. Fewer letters find more.")
	})
}

// Who presses the key of the path once more is told what comes next.
func TestThePreviewSaysHowToGoOn(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("I =testdata/people.csv enter enter")
		b.Contains("the file has been read, nothing is in yet: y imports it, esc leaves it")
		b.press("y")
		b.Contains("imported 4 new")
		b.press("I =testdata/people.csv enter enter")
		b.Contains("nothing in it is new: esc leaves it")
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
		b.press("ctrl+u =testdata enter") // a folder is entered
		b.Contains("path  testdata/", "aloud_120x40.txt")
		b.Lacks("it is a folder")
		b.press("ctrl+u =testdata/welcome tab") // several: what they share, and their names
		b.Contains("path  testdata/welcome_", "welcome_80x24.txt", "welcome_200x50.txt")
	})
}

// file writes a text as a file and returns its path.
func (b *bench) file(name, text string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// look opens the preview of a file.
func (b *bench) look(path string) {
	b.t.Helper()
	b.press("I")
	b.Type(path)
	b.press("enter")
}

// Problems are far below in a small terminal: the preview is read line by line.
func TestThePreviewIsRead(t *testing.T) {
	at(t, setup{empty: true, w: 60, h: 15}, func(b *bench) {
		b.press("I =testdata/people.csv enter")
		b.Contains("4  new people", "j reads on")
		b.Lacks("line 6")
		b.press("G")
		b.Contains(`line 6, column "Start date"`, "y imports it")
		b.Lacks("new people", "reads on")
		b.press("g")
		b.Contains("4  new people")
		b.press("y")
		if n := b.people(); n != 4 {
			t.Errorf("%d people, want 4", n)
		}
	})
}

// The second file of a source tells what has changed, and says since when.
func TestThePreviewTellsNews(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.look(b.file("team_2026-01-05.csv", "name,email,company,title\nAda Example,ada@example.com,Acme Looms,Weaver\nBo Day,bo@example.com,Acme Looms,Dyer\n"))
		b.Contains("tells of 2026-01-05; there is no file before to compare it with")
		b.press("y")
		b.look(b.file("team_2026-02-20.csv", "name,email,company,title\nAda Example,ada@example.com,Borealis Pay,Weaver\nBo Day,bo@example.com,Acme Looms,Dyer\n"))
		b.Contains("tells of 2026-02-20, compared with team of 2026-01-05", "1 news since 2026-01-05: 1 moved", "moved, Ada Example: Weaver at Acme Looms → Weaver at Borealis Pay", "Who gains what")
		b.press("y f =ada_ex enter")
		b.press("' =news enter")
		b.Contains("What changed from file to file · 1", "between 2026-01-05 and 2026-02-20", "moved", "% sure", "Weaver at Acme Looms → Weaver at Borealis Pay")
		b.press("D")
		b.Contains("1 piece of news, 2 journal entries")
		b.press("G")
		b.Contains("said by team, 2026-02-20", "compared with the file before")
		b.press("esc esc A enter")
		b.Contains("team_2026-02-20.csv · 1 news", "Ada Example · moved")
	})
}

// A row that may mean someone known waits, and the end of the import says where.
func TestADoubtfulRowWaits(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		who := b.person(b.ranked()[0])
		b.look(b.file("short.csv", "name,company,location\n"+who.Name+","+who.Positions[0].Company+",Nowhere\n"))
		b.Contains("1  row that may mean someone known: V looks at it afterwards")
		b.press("y")
		b.Contains("imported 0 new, 0 changed, 1 to review · V looks at them, u takes it back")
		b.press("V")
		b.Contains("Review · 1 row", who.Name, "short.csv:2")
		b.press("u")
		b.Contains("Review · 0 rows")
	})
}

func TestAFileOfCompanies(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.look(b.file("layoffs.csv", "Company,Location HQ,# Laid Off,Date,%,Industry,Stage,Country\nAcme Looms,Berlin,120,2026-02-10,0.1,Textile,Post-IPO,Germany\n"))
		b.Contains("layoffs list", "tells what happened to companies", "1  new signal")
		b.press("m")
		b.Contains("columns: the program knows what the columns")
		b.press("t")
		b.Contains("talent map: the file tells of companies")
		b.press("y")
		b.Contains("imported 1 new")
		n := 0
		b.view(func(tx *store.Tx) error {
			for range tx.SignalsAt(1) {
				n++
			}
			return nil
		})
		if n != 1 {
			t.Errorf("%d signals on the company", n)
		}
	})
}

// New people go to the end of the talent map that was chosen; known ones stay.
func TestNewPeopleGoOntoTheMap(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		m := b.maps()[0]
		var known model.Person
		for _, e := range m.Entries {
			if known = b.person(e.Person); len(known.Contact.Emails) > 0 {
				break
			}
		}
		text := "name,email\nAda Example,ada@people.example\nBo Day,bo@people.example\n" + known.Name + "," + known.Contact.Emails[0] + "\n"
		b.look(b.file("more.csv", text))
		b.press("t")
		b.Contains("Put new people onto", m.Name, "70 of 100")
		b.press("down enter")
		b.Contains("new people go onto " + m.Name + ", ranks 71 to 72")
		b.press("y")
		b.Contains("imported 2 new", "2 onto "+m.Name)
		if got := b.maps()[0].Entries; len(got) != 72 {
			t.Fatalf("%d people are on the map", len(got))
		}
		if who := b.person(b.maps()[0].Entries[70].Person); who.Name != "Ada Example" {
			t.Errorf("rank 71 is %s", who.Name)
		}
		b.press("u")
		if got := b.maps()[0].Entries; len(got) != 70 {
			t.Errorf("after the undo %d are on the map", len(got))
		}
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

// Without a map the screen after the first import says that the people are in,
// and how to go on.
func TestAfterTheFirstImport(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.Contains("L  load the sample")
		b.press("I =testdata/people.csv enter y")
		b.Contains("The people are in.", "M  start a map", "f  find anyone", "A  what each import brought")
		b.press("u")
		b.Contains("L  load the sample")
		b.Lacks("The people are in.")
	})
}

// The export of a talent map goes onto another one by its ranks, with its notes; and
// says what it would leave otherwise.
func TestAMapsExportGoesOntoAMap(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		m := b.maps()[1]
		first, second := m.Entries[0].Person, m.Entries[1].Person
		line := func(rank string, p model.Person, note, lock string) string {
			return rank + "," + p.Name + "," + p.ID.String() + "," + p.Contact.Emails[0] + ",growing,90,60," + note + "," + lock + "\n"
		}
		b.look(b.file("shortlist.csv", "rank,person,id,e-mail,trajectory,fit,receptivity,map note,lock\n"+
			"2,Ada Example,p9000,ada@people.example,growing,90,60,ask her first,opted-out\n"+line("1", b.person(second), "call", "")+line("3", b.person(first), "", "")))
		b.Contains("shortlist.csv: talentmap map CSV", "1  new person", "1  of these it locks", "its 3 ranks and notes are of a talent map: t puts the people onto one")
		b.press("t")
		b.press("down down enter")
		b.Contains("3 people go onto "+m.Name+" by the ranks of the file, with its", "2 of them are on it and change places")
		b.press("y")
		b.Contains("imported 1 new", "1 onto "+m.Name)
		got := b.maps()[1].Entries
		if got[0] != (model.Entry{Person: second, Note: "call"}) || b.person(got[1].Person).Name != "Ada Example" || got[len(got)-1] != (model.Entry{Person: first, Note: m.Entries[0].Note}) {
			t.Errorf("ranked %+v", got)
		}
		if ada := b.person(got[1].Person); ada.Outreach.Lock != model.OptedOut || got[1].Note != "ask her first" {
			t.Errorf("%+v, note %q", ada.Outreach, got[1].Note)
		}
		b.press("u")
		if back := b.maps()[1].Entries; back[0].Person != first || len(back) != len(m.Entries) {
			t.Errorf("after the undo %+v", back)
		}
	})
}
