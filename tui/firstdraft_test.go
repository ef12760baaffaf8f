package tui_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// From the shortlist one key makes a first draft for the role; a draft that is there
// stays, and the templates are shown for the role or for none.
func TestAFirstDraftFromTheShortlist(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("R enter c")
		b.Contains("3 To Malin Hedlund-Andersson", "a first draft from “")
		her := b.named("Malin Hedlund-Andersson")
		b.press("ctrl+s")
		d := b.draft(her.ID)
		if d.Made.Role != 1 || d.Empty() || !strings.HasPrefix(d.Subject, "One thing to add on Kafka") { // Kafka is a must of the role, and she is in a sequence
			t.Fatalf("the draft is %+v", d)
		}
		b.press("=_mine ctrl+s esc R enter c")
		b.Contains("there is a draft to Malin Hedlund-Andersson already")
		if got := b.draft(her.ID); got.Made != d.Made || !strings.Contains(got.Body, "mine") {
			t.Errorf("the draft is %+v", got)
		}
		b.press("alt+t")
		b.Contains("for the role Staff Engineer, Ledger (1 of 1)")
		b.press("r")
		b.Lacks("for the role Staff Engineer, Ledger")
		b.press("r")
		b.Contains("for the role Staff Engineer, Ledger (1 of 1)")
	})
}

// A value touch shares what fits best, and with a key the next thing of the shelf.
func TestAnotherThingOfTheShelf(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.edit("filled the shelf", func(tx *store.Tx) error {
			for _, title := range []string{"Pay report", "Ledger notes"} {
				if err := tx.PutShelfItem(&model.ShelfItem{Title: title, Link: "https://example.com/" + title[:3]}); err != nil {
					return err
				}
			}
			return nil
		})
		b.press("1 c esc t")
		for range 12 {
			if strings.Contains(b.Frame(), "shares “") {
				break
			}
			b.press("j")
		}
		b.Contains("shares “Ledger notes” (1 of 2)")
		b.press("s")
		b.Contains("shares “Pay report” (2 of 2)")
		b.press("enter ctrl+s")
		b.Contains("https://example.com/Pay")
	})
}
