package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

// kaethe is the person of the sample whom these tests edit.
const kaethe = "Käthe Hoff"

// toHer are the keys that open her page.
const toHer = "f =käthe_hoff enter "

// her is her record.
func (b *bench) her() model.Person {
	b.t.Helper()
	return b.who(func(p *model.Person) bool { return strings.HasPrefix(p.Name, kaethe) })
}

// colleague is grace's session on the same store, in 120 × 40.
func (b *bench) colleague() *bench {
	b.t.Helper()
	g := *b
	g.config.User = "grace"
	g.root = tui.New(g.config)
	b.t.Cleanup(g.shutdown)
	g.Session = tuitest.New(b.t, g.root, 120, 40)
	return &g
}

// change is a change of her by grace, in the store.
func (b *bench) change(what string, fn func(p *model.Person)) {
	b.t.Helper()
	id := b.her().ID
	b.edit(what, func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Skills = slices.Clone(p.Skills)
		fn(&p)
		return tx.PutPerson(&p)
	})
}

// fill goes to a field of the form by its label and types into it, at its end.
func (b *bench) fill(label, text string) {
	b.t.Helper()
	for range 20 {
		if strings.Contains(b.Frame(), "▌"+label+" ") {
			b.Type(text)
			return
		}
		b.Keys(b.key("form.forward"))
	}
	b.t.Fatalf("there is no field %q in\n%s", label, b.Frame())
}

// awake waits until an overlay that opened by itself takes keys.
func (b *bench) awake() { b.clock.Advance(400 * time.Millisecond) }

func TestAnEditIsOneStepWithItsWords(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", " West")
		b.fill("skills", "\nWelding")
		b.fill("notes", "\nLikes tea.\nA lot.")
		b.Keys("ctrl+s")
		b.Contains("edited " + was.Name + ": location, skills, notes · u takes it back")
		b.Lacks("Edit " + was.Name)
		p := b.her()
		if p.Location != was.Location+" West" || p.Skills[len(p.Skills)-1] != "Welding" || !strings.HasSuffix(p.Notes, "Likes tea.\nA lot.") {
			t.Errorf("the store has %q, %q, %q", p.Location, p.Skills, p.Notes)
		}
		b.Contains(p.Location)
		b.press("u")
		b.Contains("took back: edited " + was.Name)
		if p := b.her(); p.Location != was.Location || p.Notes != was.Notes {
			t.Errorf("after undo the store has %q, %q", p.Location, p.Notes)
		}
	})
}

func TestNothingChangedIsNoChange(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		rev, _ := b.store.Rev()
		b.press(toHer + "e ctrl+s")
		b.Contains("nothing to save: " + b.her().Name)
		if now, _ := b.store.Rev(); now != rev {
			t.Errorf("the store is at %d, was at %d", now, rev)
		}
	})
}

func TestBadInputIsNamedAndNothingIsLost(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", "!")
		b.fill("positions", "Acme | Chief | soon\n") // the newest first
		b.Keys("ctrl+s")
		b.Contains(`positions, line 1: from: "soon" is not a date`, "▌positions", "Acme | Chief | soon", was.Location+"!")
		if p := b.her(); p.Location != was.Location {
			t.Errorf("it saved %q", p.Location)
		}
		b.press("end backspace backspace backspace backspace =2020_|_2021 ctrl+s")
		if p := b.her(); p.Location != was.Location+"!" || p.Positions[0] != (model.Position{Company: "Acme", Title: "Chief", Start: model.Year(2020), End: model.Year(2021)}) {
			t.Errorf("the store has %q, %+v", p.Location, p.Positions)
		}
	})
}

// The second of two editors sees both versions, field by field, and loses
// nothing.
func TestTwoEditors(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		g := b.colleague()
		b.press(toHer + "e")
		g.press(toHer + "e")
		b.fill("location", " (Ada)")
		b.fill("skills", "\nWelding")
		b.fill("headline", "!")
		g.fill("location", " (Grace)")
		g.fill("skills", "\nBrazing")
		g.fill("notes", "\nLikes tea.")
		g.Keys("ctrl+s")
		g.Contains("edited " + was.Name + ": location, skills, notes")

		b.Settle() // the watch
		b.Contains("Changed meanwhile by grace", was.Location+" (Ada)", was.Headline+"!")
		b.Lacks("(Grace)")
		b.Keys("ctrl+s")
		b.Contains("Changed meanwhile by grace", "grace at 2026-03-02 09:00: edited "+was.Name+": location, skills, notes",
			"▌location  both changed it: m mine, t theirs", was.Location+" (Ada)", was.Location+" (Grace)",
			"headline  only you changed it", "skills  both changed it: joined item by item", "notes  only they changed it")
		b.awake()
		b.Keys("esc") // back to the form, whole
		b.Contains("Edit "+was.Name, was.Location+" (Ada)")
		b.fill("skills", "")
		b.Contains("Welding")
		b.Keys("ctrl+s")
		b.awake()
		b.Keys("enter")
		b.Contains("choose for location")
		b.Keys("m", "enter")
		b.Contains("edited " + was.Name + ": headline, location, skills")
		p := b.her()
		if p.Location != was.Location+" (Ada)" || p.Headline != was.Headline+"!" || p.Notes != "Likes tea." ||
			!slices.Contains(p.Skills, "Welding") || !slices.Contains(p.Skills, "Brazing") || len(p.Skills) != len(was.Skills)+2 {
			t.Errorf("the store has %q, %q, %q, %q", p.Location, p.Headline, p.Notes, p.Skills)
		}
	})
}

// While the versions are compared a third change comes: it is compared too.
func TestAFurtherConflictShowsAgain(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", " mine")
		b.change("moved", func(p *model.Person) { p.Location = "Bergen" })
		b.Keys("ctrl+s")
		b.awake()
		b.change("moved again", func(p *model.Person) { p.Location = "Rome" })
		b.Keys("m", "enter")
		b.Contains("grace at 2026-03-02 09:00: moved again", "was    Bergen", "theirs Rome", "mine   "+was.Location+" mine")
		b.awake()
		b.Keys("t", "enter")
		b.Contains("nothing to save")
		if p := b.her(); p.Location != "Rome" {
			t.Errorf("the store has %q", p.Location)
		}
	})
}

// Of many changes the newest are named, and how many there were before.
func TestManyChangesMeanwhile(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer + "e")
		b.fill("location", " mine")
		for _, place := range strings.Fields("Bergen Rome Porto Ghent Turku Graz Lyon") {
			b.change("moved to "+place, func(p *model.Person) { p.Location = place })
		}
		b.Keys("ctrl+s")
		b.Contains("moved to Lyon", "moved to Porto", "and 2 before", "theirs Lyon")
		b.Lacks("moved to Rome")
	})
}

// A lock that somebody sets meanwhile is seen, and stays.
func TestALockSetMeanwhileStays(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", "!")
		b.change("opted out", func(p *model.Person) { p.Outreach.Lock, p.Outreach.LockWhy = model.OptedOut, "by mail" })
		b.Keys("ctrl+s")
		b.Contains("lock  stays", "opted-out (by mail)")
		b.awake()
		b.Keys("m", "enter")
		b.Keys("enter")
		if p := b.her(); p.Outreach.Lock != model.OptedOut || p.Outreach.LockWhy != "by mail" || p.Location != was.Location+"!" {
			t.Errorf("the store has %+v at %q", p.Outreach, p.Location)
		}
	})
}

// What others do beside the fields is no conflict, and stands.
func TestATouchMeanwhileIsNoConflict(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", "!")
		b.change("moved on", func(p *model.Person) { p.Outreach.Owner = "grace" })
		b.Contains("Changed meanwhile by grace")
		b.Keys("ctrl+s")
		b.Contains("edited " + was.Name + ": location")
		if p := b.her(); p.Location != was.Location+"!" || p.Outreach.Owner != "grace" {
			t.Errorf("the store has %q with %q", p.Location, p.Outreach.Owner)
		}
	})
}

func TestWhatIsTypedOutlivesThePerson(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her()
		b.press(toHer + "e")
		b.fill("location", "!")
		if _, err := b.store.Undo("ada"); err != nil { // the sample goes
			t.Fatal(err)
		}
		b.Keys("ctrl+s")
		b.Contains("is no longer there", was.Location+"!")
		b.press("esc y")
		b.Contains("Nobody is here any more")
		b.press("e")
		b.Contains("edit all: the person is no longer there")
	})
}

// conflict is an edit of hers, with grace's of other and of the same fields before
// it was saved.
func conflict(b *bench) {
	b.press("e")
	b.fill("location", " mine")
	b.fill("skills", "\nWelding")
	b.fill("notes", "\nLikes tea.")
	b.change("moved", func(p *model.Person) {
		p.Location, p.Notes = "Bergen, Norway", strings.TrimLeft(p.Notes+"\nMet at a fair.", "\n")
		p.Skills = append(p.Skills, "Brazing")
	})
	b.Keys("ctrl+s")
}

// The frames of editing, of two versions, of the dossier and of an erasure.
func TestPersonWorkFrames(t *testing.T) {
	for _, size := range []string{"60x15", "80x24", "120x40"} {
		for _, c := range []struct {
			name string
			do   func(b *bench)
		}{
			{"edit", func(b *bench) { b.press("e tab tab tab") }},
			{"conflict", conflict},
			{"dossier", func(b *bench) { b.press("D") }},
			{"erase", func(b *bench) { b.press("X y =hoff") }},
		} {
			t.Run(c.name+"_"+size, func(t *testing.T) {
				s := setup{}
				if _, err := fmt.Sscanf(size, "%dx%d", &s.w, &s.h); err != nil {
					t.Fatal(err)
				}
				at(t, s, func(b *bench) {
					b.press(toHer)
					c.do(b)
					tuitest.Golden(b.t, b.Session, "person_"+c.name+"_"+size)
				})
			})
		}
	}
}
