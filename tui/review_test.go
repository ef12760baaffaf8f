package tui_test

import (
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest"
)

// hold keeps two rows for review: one that may mean the first of the map or the
// second, and one that may mean the third.
func hold(b *bench) []model.PersonID {
	b.t.Helper()
	who := b.ranked()
	first, third := b.person(who[0]), b.person(who[2])
	rows := []*model.Review{
		{Line: 7, Why: "the same name and employer as " + who[0].String() + ", and nothing else to tell by", Like: who[:2], Incoming: model.Person{
			Name: first.Name, Location: first.Location, Skills: []string{"Zig"}, Contact: model.Contact{Emails: []string{"new@example.net"}},
			Positions: []model.Position{{Company: first.Positions[0].Company, Title: "Director"}},
		}},
		{Line: 9, Why: "the same name and employer as " + who[2].String() + ", and nothing else to tell by", Like: who[2:3], Incoming: model.Person{
			Name: third.Name, Location: "Nowhere", Positions: []model.Position{{Company: third.Positions[0].Company}},
		}},
	}
	im := b.store.Importer("ada", model.Import{Source: "connections.csv"})
	if err := im.Hold(b.t.Context(), rows); err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
	return who
}

// waiting is how many rows wait for a decision.
func waiting(b *bench) (n int) {
	b.t.Helper()
	err := b.store.View(func(tx *store.Tx) error {
		for range tx.Reviews() {
			n++
		}
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}

func TestReview(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.press("V")
		b.Contains("Review · 0 rows", "No row waits for a decision")
		b.press("y")
		b.Contains("no row waits")
		b.press("esc")
		who := hold(b)
		first, second := b.person(who[0]), b.person(who[1])

		b.press("V")
		b.Contains("Review · 2 rows", "connections.csv:7", first.Name+" ("+first.ID.String()+")  1 of 2", "Zig", "the same name and employer")
		b.press("]")
		b.Contains(second.Name + " (" + second.ID.String() + ")  2 of 2")
		b.press("] y")
		b.Contains("joined with "+first.Name+" · u takes it back", "Review · 1 row")
		if got := b.person(who[0]); got.Skills[len(got.Skills)-1] != "Zig" {
			t.Errorf("skills %v", got.Skills)
		}
		b.press("]")
		b.Contains("it may mean nobody else")
		b.press("d")
		b.Contains("is someone new", "Review · 0 rows")
		b.press("u")
		b.Contains("Review · 1 row")
		b.press("u")
		b.Contains("Review · 2 rows")
		b.press("o")
		b.Contains(first.Name)
		b.press("esc")
		b.Contains("Review · 2 rows")
		if n := waiting(b); n != 2 {
			t.Errorf("%d rows wait", n)
		}
	})
}

// The home screen says that rows wait, until they are decided.
func TestTheHomeScreenCountsWhatWaits(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.Lacks("to review")
		hold(b)
		b.Contains("2 to review · V")
		b.press("V")
		b.Lacks("to review")
		b.press("d esc")
		b.clock.Advance(time.Minute) // what was told goes
		b.Contains("1 to review · V")
		b.press("V d esc")
		b.clock.Advance(time.Minute)
		b.Lacks("to review")
	})
}

// Marked rows are decided together: as the one person each may mean, which of
// several is for a look at each.
func TestSeveralRowsAreDecidedAtOnce(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		who := hold(b)
		third := b.person(who[2])
		before := b.people()
		b.press("V space space")
		b.Contains("Review · 2 rows · 2 marked")
		b.press("esc")
		b.Lacks("marked")
		b.press("g space space y")
		b.Contains("joined with "+third.Name, "Review · 1 row")
		b.press("space y")
		b.Contains("each of them may mean several")
		b.press("esc u")
		b.Contains("Review · 2 rows")
		b.press("g space space d")
		b.Contains("2 people are new · u takes them back one by one", "Review · 0 rows")
		if n := b.people(); n != before+2 {
			t.Errorf("%d people, want %d", n, before+2)
		}
		b.press("u u")
		b.Contains("Review · 2 rows")
	})
}

// What is held about a person counts rows that may mean her.
func TestTheDossierHasWhatMayMeanHer(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		hold(b)
		b.press("V o D")
		b.Contains("that may mean her, 2 journal entries")
		b.press("G")
		b.Contains("row 7 of import", "may mean her: the same name and employer", "new@example.net", "Zig")
	})
}

func TestReviewFrames(t *testing.T) {
	for name, s := range map[string]setup{"80x24": {w: 80, h: 24}, "120x40": {w: 120, h: 40}, "60x15": {w: 60, h: 15}} {
		t.Run(name, func(t *testing.T) {
			at(t, s, func(b *bench) {
				hold(b)
				b.press("V")
				tuitest.Golden(b.t, b.Session, "review_"+name)
			})
		})
	}
}
