package tui_test

import (
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// undecided is a session with three people of whom two have not answered for two years.
func undecided(t *testing.T, test func(b *bench)) {
	t.Helper()
	at(t, setup{empty: true}, func(b *bench) {
		b.edit("some who came in long ago", func(tx *store.Tx) error {
			for i, where := range []string{"Lyon, France", "Bern, Germany", "Austin, Texas"} {
				p := model.Person{Name: []string{"Ana Reyes", "Ben Haddad", "Cy Tran"}[i], Location: where}
				p.Origin.At = b.clock.Now().AddDate(-3, i, 0)
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
			}
			return nil
		})
		test(b)
	})
}

// Who has not answered for long where the law asks is decided on in the queue: kept
// with a reason, or erased as on her page.
func TestKeepOrEraseInTheQueue(t *testing.T) {
	undecided(t, func(b *bench) {
		b.press("2")
		b.Contains("to keep or to erase 2 ─", "▌Ana Reyes", "no answer in two years", "K keep", "X erase", "ask later")
		b.Lacks("Cy Tran")
		b.press("x")
		b.Contains("that is decided: K keeps her with a reason, X erases her, d asks later")
		b.press("K enter")
		b.Contains("say why: the law asks for the reason")
		b.does("=spring enter")
		b.Contains("kept Ana Reyes: it is asked again in two years", "to keep or to erase 1 ─", "▌Ben Haddad")
		if k := b.named("Ana Reyes").Outreach.Kept; k.Why != "spring" || k.By != "ada" || k.On != model.Day(2026, 3, 2) {
			t.Errorf("she is %+v", k)
		}
		b.does("u")
		b.Contains("to keep or to erase 2 ─")
		b.press("j X")
		b.Contains("Erase Ben Haddad (p2) for good")
		b.press("y")
		b.Contains("Type Haddad, or erase")
	})
}
