package tui_test

import (
	"strings"
	"testing"
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
		b.press("1 c esc t")
		for range 12 {
			if strings.Contains(b.Frame(), "shares “") {
				break
			}
			b.press("j")
		}
		b.Contains("(1 of 3)")
		b.press("s s")
		b.Contains("(3 of 3)", "of it is about what is known of her")
		b.press("s")
		b.Contains("(1 of 3)")
		b.press("s enter ctrl+s")
		b.Contains("subject Four payment ledgers compared")
	})
}

// What was written before is on the person's page, to be read and copied.
func TestVersionsOnThePage(t *testing.T) {
	at(t, setup{h: 60, w: 120}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =an_earlier_text ctrl+s alt+t enter ctrl+s esc o")
		b.to("version of")
		b.Contains("version of 2 Mar 09:00", "3 words, by ada")
	})
}

// From a message that was begun on a page one goes back to the page, with its cursor where
// it was: so each of a shortlist is one key from a first draft.
func TestBackToWhereAMessageWasBegun(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("2 j R enter j c")
		b.Contains("3 To ", "a first draft from “")
		b.press("esc ! esc") // the messages take what was told from the footer
		b.Contains("esc back  ? keys")
		b.press("esc")
		b.Contains("on the shortlist", "임현우 · 82 of 100")
		b.press("j c esc")
		b.Resize(80, 24)
		b.press("esc")
		b.Contains("on the shortlist")
		b.press("T esc")
		b.Contains("Roles · 1 open")
		b.press("esc")
		b.Contains("▸ 2 Queue") // who had the keys before has them again
		b.press("esc")
		b.Contains("▸ 2 Queue")
		b.press("enter c esc 1 esc") // gone elsewhere meanwhile
		b.Contains("▸ 1 Platform")
	})
}
