package tui_test

import (
	"errors"
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// address has somebody of the sample have an e-mail address.
func (b *bench) address(name string) {
	b.t.Helper()
	id := b.named(name).ID
	b.edit("found an address", func(tx *store.Tx) error {
		p, err := tx.Person(id)
		p.Contact.Emails = []string{"mikko@orrery.example"}
		return errors.Join(err, tx.PutPerson(&p))
	})
}

// What is approved waits in the outbox, and can be taken back there.
func TestTheOutbox(t *testing.T) {
	at(t, setup{w: 120, h: 30}, func(b *bench) {
		b.address("Mikko Nieminen-Ojala")
		b.press("O")
		b.Contains("Outbox · 0 messages · 3 begun")
		b.press("esc j c " + goodMail + " ctrl+x enter O")
		b.Contains("Outbox · 1 message", "Tue 3 Mar 08:00 EET", "Mikko Nieminen-Ojala", "waits", "it answers a question")
		b.press("enter")
		b.Contains("Before it leaves · Mikko", "approved for Tue 3 Mar 2026 08:00 EET, by ada")
		b.press("esc x")
		b.Contains("the message to Mikko Nieminen-Ojala is a draft again", "Outbox · 0 messages · 4 begun")
		b.press("u")
		b.Contains("Outbox · 1 message")
		b.clock.Advance(30 * 60 * 60 * 1e9)
		b.press("esc O")
		b.Contains("it is time")
	})
}

// A template that is wrong is told of where it is wrong, and nothing typed is lost;
// an edit makes a version, and an earlier one comes back.
func TestTemplatesAreWritten(t *testing.T) {
	at(t, setup{w: 120, h: 36}, func(b *bench) {
		b.press("P")
		b.Contains("Templates · 12", "First e-mail", "touch 1 of 4 of “Four")
		b.press("i =Two_lines down down down down =Your_work_at_{{company}} down =Hi_{{firstname}}, ctrl+s")
		b.Contains("1:4: there is no field firstname: did you mean first_name?", "Hi {{firstname}},")
		b.press("ctrl+a ctrl+k =Hi_{{name}}, ctrl+s")
		b.Contains("wrote the template “Two lines”", "Templates · 13", "▌Two lines")
		b.press("G e down down down down down ctrl+e =_and_more. ctrl+s")
		b.Contains("changed the template “Two lines”", "version 2 by ada", "Hi {{name}}, and more.")
		b.press("b j enter")
		b.Contains("brought version 1 of the template “Two lines” back", "version 3 by ada")
		b.Lacks("and more.")
		b.press("u u")
		b.Contains("version 1 by ada")
	})
}

// What stands on the shelf is offered with a value touch to whom it fits.
func TestTheShelf(t *testing.T) {
	at(t, setup{w: 120, h: 36}, func(b *bench) {
		b.press("P tab")
		b.Contains("Shelf · 3", "Four payment ledgers compared")
		b.press("i =Running_Helm_at_scale down =briefbrief ctrl+s")
		b.Contains(`there is no kind "briefbrief": it is brief, post,`)
		b.press("ctrl+u =Talk down =nowhere ctrl+s")
		b.Contains("is no link")
		b.press("shift+tab tab ctrl+u =https://example.com/helm down =Helm,_testing down down =What_three_teams_do. ctrl+s")
		b.Contains("put “Running Helm at scale” onto the shelf", "▌Running Helm at scale")
		b.press("G")
		b.Contains("about Helm, testing")
		b.press("esc j c alt+t j j j s")
		b.Contains("shares “Running Helm at scale” (2 of 4): its topic Helm is a")
		b.press("enter ctrl+s")
		mikko := b.who(func(p *model.Person) bool { return strings.HasPrefix(p.Name, "Mikko") })
		if d := b.draft(mikko.ID); d.Shelf == 0 || !strings.Contains(d.Body, "https://example.com/helm") {
			t.Errorf("the draft is %+v", d)
		}
		b.view(func(tx *store.Tx) error {
			n := 0
			for range tx.Shelf() {
				n++
			}
			if n != 4 {
				t.Errorf("%d things on the shelf", n)
			}
			return nil
		})
	})
}

// The key that begins a message elsewhere begins it in the composer, too.
func TestTheComposerBeginsByTheSameKey(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("3 c =A_subject tab =the_text esc c =,_and_more esc")
		p := b.who(func(p *model.Person) bool { return p.ID == b.maps()[0].Entries[0].Person })
		if d := b.draft(p.ID); d.Subject != "A subject" || d.Body != "the text, and more" {
			t.Errorf("the draft is %+v", d)
		}
	})
}

// A message that was begun and left is found again, also by the next session: behind
// what waits, the newest first, and only one's own.
func TestWhatWasBegunIsFoundAgain(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		all := b.maps()[0].Entries
		first, second, third := b.person(all[0].Person), b.person(all[1].Person), b.person(all[2].Person)
		b.edit("wrote", func(tx *store.Tx) error {
			return tx.PutDraft(&model.Draft{Person: third.ID, Channel: model.Email, Subject: "hers", Body: "Hi.", By: "grace", At: b.clock.Now()})
		})
		b.address(first.Name)
		b.press("1 c =the_older_one tab =Hi. esc")
		b.write(second)
		b.press("=the_newer_one tab =Hello_again")
		b.press("ctrl+c")
		b.reopen()
		b.press("O")
		b.Contains("Outbox · 0 messages · 5 begun", "▌saved 2 Mar 09:00     "+second.Name, "the newer one", " saved 2 Mar 09:00     "+first.Name, "the older one", "Hello again")
		b.Lacks("hers")
		b.press("x")
		b.Contains("take back: it is not approved: c writes on")
		b.press("j c")
		b.Contains("3 To "+first.Name, "Hi.")
		b.press("=_And_more. esc ctrl+x o =she_knows_me enter enter O")
		b.Contains("Outbox · 1 message · 4 begun", "it is time")
		if d := b.draft(first.ID); d.Body != "Hi. And more." || d.OutState() != model.Queued {
			t.Errorf("the draft is %+v", d)
		}
	})
}

func TestAnOutboxWithNothingInIt(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.press("O")
		b.Contains("Nothing waits to leave, and nothing has been begun.")
		b.press("c")
		b.Contains("write: nothing waits to leave")
	})
}

// What is typed where a template has left a field open takes its place, and one step
// brings the field back; any other key leaves it.
func TestTypingFillsAFieldLeftOpen(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.person(b.maps()[0].Entries[1].Person)
		body := func(keys string) string {
			b.press(keys + " ctrl+s")
			return b.draft(p.ID).Body
		}
		open := body("j c alt+t enter")
		before, after, ok := strings.Cut(open, "{{privacy_notice}}")
		if !ok || strings.Contains(before, "{{") {
			t.Fatalf("the first field left open is not {{privacy_notice}}:\n%s", open)
		}
		if got, want := body("=Told."), before+"Told."+after; got != want {
			t.Errorf("filled it reads\n%s\nwant\n%s", got, want)
		}
		if got := body("ctrl+z ctrl+z"); got != open {
			t.Errorf("after two steps back it reads\n%s\nwant\n%s", got, open)
		}
		b.press("esc ]") // the cursor comes back to the field from elsewhere
		b.Contains("E unfilled")
		if got, want := body("enter =Here."), before+"Here."+after; got != want {
			t.Errorf("filled once more it reads\n%s\nwant\n%s", got, want)
		}
		if got := body("ctrl+z ctrl+z esc ] enter left =Y"); strings.Count(got, "{{") != 1 {
			t.Errorf("a key elsewhere has taken the field out:\n%s", got)
		}
	})
}

// A finding at the very beginning is gone to as any other: there one types on.
func TestTypingFillsAFieldAtTheBeginning(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.person(b.maps()[0].Entries[1].Person)
		b.press("j c =A_subject tab ={{company}},_hello. esc ]")
		b.Contains("unfilled")
		b.press("enter =Ann esc")
		if d := b.draft(p.ID); d.Body != "Ann, hello." {
			t.Errorf("the text is %q", d.Body)
		}
	})
}
