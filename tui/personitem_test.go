package tui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// to goes to an item of her page by words that stand in its line first of all.
func (b *bench) to(words string) {
	b.t.Helper()
	b.press("g")
	for range 20 {
		if strings.Contains(b.Frame(), words) {
			b.clock.Advance(time.Second) // a click, and no second one
			b.click(words)
			return
		}
		b.press("ctrl+d")
	}
	b.t.Fatalf("there is no item %q in\n%s", words, b.Frame())
}

func TestAPositionIsChangedInPlace(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		was := b.her().Positions
		b.press(toHer)
		b.to("2018-06 – 2020-10")
		b.press("enter")
		b.Contains("A position of Käthe", "company  Coralyte Learning", "from     2018-06")
		b.fill("title", " II")
		b.fill("to", "")
		b.press("ctrl+u =2018-02-30 ctrl+s")
		b.Contains("is not in the calendar", "▌to", "Analytics Engineer II")
		b.press("ctrl+u =2017 ctrl+s")
		b.Contains("it ends (2017) before it begins (2018-06)", "▌to")
		b.press("ctrl+u =2019 ctrl+s")
		b.Contains("edited Käthe Hoffmann-Lehmann: positions", "2018-06 – 2019", "Analytics Engineer II", "9 months without a position")
		now := b.her().Positions
		want := was[4]
		want.Title, want.End = "Analytics Engineer II", model.Year(2019)
		if now[4] != want || len(now) != len(was) {
			t.Errorf("%+v, want %+v", now[4], want)
		}
		b.press("u")
		if !slices.Equal(b.her().Positions, was) {
			t.Errorf("after undo %+v", b.her().Positions)
		}
	})
}

func TestItemsComeAndGo(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer + "tab i ctrl+s")
		b.Contains("it has neither company nor title")
		b.fill("company", "Acme")
		b.fill("from", "2012")
		b.fill("to", "2014")
		b.press("ctrl+s")
		b.Contains("2012 – 2014", "Acme")
		if p := b.her().Positions; len(p) != 7 || p[6] != (model.Position{Company: "Acme", Start: model.Year(2012), End: model.Year(2014)}) {
			t.Errorf("%+v", p)
		}
		b.to("2012 – 2014")
		b.press("x y")
		b.Contains("edited Käthe Hoffmann-Lehmann: positions · u takes it back")
		b.Lacks("2012 – 2014")

		b.to("Jasmine Carter   ")
		b.press("i enter")
		b.press("enter")
		b.Contains("a connection needs a name")
		b.fill("name", "Bruno Marini")
		b.press("tab =met_at_a_fair enter")
		b.Contains("Bruno Marini", "met at a fair · Director") // who he is in the store
		b.to("Bruno Marini   ")
		b.press("enter =open enter")
		b.Contains("─ Bruno Marini ─")
		b.press("esc")
		b.press("enter =ask enter")
		b.Contains("asked Bruno Marini to introduce you; Käthe Hoffmann-Lehmann is intro-pending now")

		b.to("Snowflake, Airflow")
		b.press("i =Rust,_Welding enter")
		if s := b.her().Skills; !slices.Equal(s[len(s)-2:], []string{"Rust", "Welding"}) {
			t.Errorf("%q", s)
		}
		b.to("e-mail      ")
		b.press("i =phone enter =none enter")
		b.Contains(`phones: "none" has no digit`)
		b.press("ctrl+u =+47_1 enter")
		if p := b.her().Contact.Phones; !slices.Equal(p, []string{"+47 1"}) {
			t.Errorf("%q", p)
		}
		b.to("nobody has noted")
		b.press("i =Likes_tea. enter")
		b.Contains("noted · u takes it back")
		b.to("Likes tea.")
	})
}

func TestTheChecklistIsAnsweredInPlace(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer)
		b.to("○ earlier progression")
		b.press("enter enter enter enter")
		b.Contains("what was found? - says that there is nothing")
		b.fill("fact", "Led two teams")
		b.press("enter enter enter")
		b.Contains("a fact without a source is worth nothing")
		b.fill("source", "her talk")
		b.press("ctrl+s")
		b.Contains("Research · 4 of 6, ready", "looked up earlier progression; Käthe Hoffmann-Lehmann is researched now", "Led two teams · her talk · 2026-03-02")
		b.press("y")
		b.Contains("copied the source")
		if b.Clipboard() != "her talk" {
			t.Errorf("copied %q", b.Clipboard())
		}
		b.to("○ company context")
		b.press("-")
		b.Contains("Research · 5 of 6", "looked, nothing there · 2026-03-02", "company context: looked, nothing there · u takes it back")
		b.press("-")
		b.Contains("this is for the items of the research that are not answered so")
		b.press("x")
		b.Contains("Research · 4 of 6", "company context: is open again")
	})
}

func TestSignalsAreLoggedMendedAndRemoved(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer)
		b.to("+8.3  posts more")
		b.press("enter")
		b.Contains("Mend the signal", "▌kind    posts more")
		b.fill("sure", "")
		b.press("ctrl+u =2 ctrl+s")
		b.Contains(`"2" is not above 0 and at most 1`, "▌sure")
		b.press("ctrl+u =0.4 ctrl+s")
		b.Contains("mended the signal", "+4.1  posts more")
		b.press("x y")
		b.Contains("took away the signal posts more · u takes it back")
		b.Lacks("+4.1  posts more")
		b.press("i")
		b.Contains("A signal of Käthe", "d   new duties")
		b.press("d tab tab ctrl+u =2027 ctrl+s")
		b.Contains(`"2027" is still to come`)
		b.press("ctrl+u =2026-02 ctrl+s")
		b.Contains("logged new duties of Käthe", "promoted without title  16 × 0.72 left")
	})
}

func TestWhereSheStandsIsChangedInPlace(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer)
		b.to("outreach: mapped")
		b.press("enter =hand enter =grace enter")
		b.Contains("outreach: mapped, with grace")
		b.press("enter =lock enter tab =3m tab =asked_for_quiet enter")
		b.Contains("locked: do-not-contact, until 2026-06-02, asked for quiet, by ada")
		b.to("locked:")
		b.press("x =spoke_to_her enter")
		b.Contains("unlocked · u takes it back")
		b.Lacks("locked: do-not")
		b.to("moved by company stage")
		b.press("enter =scope enter")
		if m := b.her().Motivators; !slices.Equal(m, []model.Motivator{model.Scope, model.CompanyStage}) {
			t.Errorf("%q", m)
		}
		b.press("esc")
		b.to("none yet")
		b.press("i ctrl+u =ev tab tab ctrl+u =2027-01-01 enter")
		b.Contains(`"2027-01-01" is still to come`)
		b.press("ctrl+u =2026-02-20 tab tab =Spoke_at_length. enter")
		b.Contains("Touches · 1", "2026-02-20  → event")
		b.to("2026-02-20  →")
		b.press("enter")
		b.Contains("▌     Spoke at length.")
		b.press("space")
		b.Lacks("▌     Spoke at length.")
	})
}

// Who was put off says so, and until when.
func TestWhoWasPutOff(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		if _, err := b.store.Snooze(store.Act{By: "grace", Person: b.her().ID}, model.Day(2026, 4, 1)); err != nil {
			t.Fatal(err)
		}
		b.press(toHer)
		b.Contains("out of the queue until 2026-04-01, by grace")
		b.Lacks("Open to work, seen")
	})
}

// One walks through the list from which the page was opened, and comes back to whom
// one has read last.
func TestWalkingThroughTheList(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("enter ctrl+p")
		b.Contains("Bruno Marini · 1 of 70 · Platform & data", "she is the first of this list")
		b.press("tab tab ctrl+n")
		b.Contains("Mikko Nieminen-Ojala · 2 of 70", "▸ signals")
		b.press("ctrl+n ctrl+n ctrl+p esc")
		b.Contains("▌  3 Patrícia")
		b.press("f =käthe_hoff enter ctrl+n")
		b.Contains("she was not opened from a list: f finds someone")
		b.press("f =staff enter ctrl+n")
		b.Contains(" · 2 of ", " · found: staff")
	})
}

// What others do is marked, and moves nothing.
func TestAChangeByAColleagueMovesNothing(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer)
		b.to("○ company context")
		x, y := b.on("▌ ○ company context")
		b.change("moved", func(p *model.Person) {
			p.Location = "Bergen, Norway"
			p.Positions = append(slices.Clone(p.Positions), model.Position{Company: "Acme", Title: "Clerk", Start: model.Year(2010), End: model.Year(2012)})
		})
		b.Contains("changed by grace", "▌ ○ company context")
		if nx, ny := b.on("▌ ○ company context"); nx != x || ny != y {
			t.Errorf("the cursor was at %d, %d and is at %d, %d", x, y, nx, ny)
		}
		b.Contains("● Bergen, Norway", "● 2010 – 2012")
		b.to("Bergen")
		b.press("j")
		b.Lacks("● Bergen, Norway")
	})
}

func TestTheJournalTakesBackWhatIsOnesOwn(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.change("renamed her", func(p *model.Person) { p.Headline = "Weaver" })
		b.press(toHer)
		b.to("Zürich")
		b.press("enter =! enter")
		b.Contains("Zürich, Switzerland!")
		b.press("G")
		b.to("2026-03-02 09:00  ada         edited")
		b.press("x")
		b.Contains("Take back your change of")
		b.press("y")
		b.Contains("took back: edited Käthe Hoffmann-Lehmann: location")
		b.to("2026-03-02 09:00  grace")
		b.press("x")
		b.Contains("this change is by grace")
		b.to("2026-03-02 09:00  ada         imported")
		b.press("x")
		b.Contains("it came with an import")
		if her := b.her(); her.Location != "Zürich, Switzerland" || her.Headline != "Weaver" {
			t.Errorf("%q, %q", her.Location, her.Headline)
		}
	})
}

// On a wide screen the sections stand in two columns, with an index beside them.
func TestTwoColumns(t *testing.T) {
	at(t, setup{w: 200, h: 50}, func(b *bench) {
		b.press(toHer + "tab tab tab tab")
		b.Contains("▸ touches", "▌ none yet")
		b.press("[")
		b.Contains("▸ research", "▌ ✓ current role")
		b.press("k k k k k k k")
		b.Contains("▸ positions")
		b.click("skills")
		b.Contains("▸ skills", "▌ Snowflake")
		b.click("2021-12 – 2024-06")
		b.Contains("▸ positions", "▌ 2021-12")
		b.press("' =jour enter")
		b.Contains("▸ journal")
		b.Resize(80, 24)
		b.Contains("▌ 2026-03-02 09:00")
		b.Resize(200, 50)
		b.Contains("▸ journal", "▌ 2026-03-02 09:00")
		b.wheel("Journal", 3)
		b.press("j")
		b.Contains("▌ 2026-03-02 09:00")
	})
}

// A conflict in the form of one item is shown as in that of all.
func TestAConflictInPlace(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press(toHer)
		b.to("Zürich")
		b.press("enter =_West")
		b.change("moved", func(p *model.Person) { p.Location = "Bergen" })
		b.Keys("ctrl+s")
		b.Contains("Changed meanwhile by grace", "theirs Bergen")
		b.awake()
		b.press("m enter")
		if l := b.her().Location; l != "Zürich, Switzerland West" {
			t.Errorf("%q", l)
		}
	})
}
