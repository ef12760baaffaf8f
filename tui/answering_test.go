package tui_test

import (
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// Who answers has before her what is answered, under the subject that it had; a look at
// it is no draft.
func TestAnAnswerBeginsWithWhatSheWrote(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool { return p.Name == "Ökrös Nóra" })
		b.write(p)
		b.Contains("subject Re: a question about your work", "she wrote  Who else is in the benchmark?", "anonymous I can add our numbers.")
		if d := b.draft(p.ID); !d.Empty() {
			t.Errorf("before anything is typed there is the draft %+v", d)
		}
		b.press("esc")
		b.Contains("nothing written yet")
		b.Lacks("subject Re:")
		b.press("ctrl+x")
		b.Contains("before it leaves: nothing has been written yet")
		b.press("enter =Nine_firms. esc")
		if d := b.draft(p.ID); d.Subject != "Re: a question about your work, nothing to apply for" || d.Body != "Nine firms." || d.Channel != model.Email {
			t.Errorf("the draft is %+v", d)
		}
		b.press("l")
		b.Contains("it is what she wrote: answer it in your own words")
	})
}

// Where all that was typed is taken out again no draft is left, whether or not some of it
// was saved on the way: the subject alone was not written.
func TestAnAnswerTakenOutAgainIsNoDraft(t *testing.T) {
	for _, meanwhile := range []string{"", "ctrl+s "} {
		at(t, setup{}, func(b *bench) {
			p := b.who(func(p *model.Person) bool { return p.Name == "Ökrös Nóra" })
			b.write(p)
			b.press("=x " + meanwhile + "backspace esc")
			if d := b.draft(p.ID); !d.Empty() {
				t.Errorf("%sleft is the draft %+v", meanwhile, d)
			}
			b.Lacks("subject Re:")
			b.press("esc O")
			b.Lacks(p.Name)
		})
	}
}

// The answer goes the way that hers came; where hers has no subject it has that of the
// message before, and what a machine sent for her is not answered.
func TestAnAnswerGoesBackTheWayItCame(t *testing.T) {
	for name, c := range map[string]struct {
		hers    model.Touch
		subject string
		channel model.Channel
	}{
		"by InMail":    {model.Touch{Channel: model.InMail, Subject: "AW: Ledger", Body: "Ja, gern."}, "AW: Ledger", model.InMail},
		"by message":   {model.Touch{Channel: model.Message, Body: "Yes, do."}, "", model.Message},
		"noted only":   {model.Touch{Channel: model.Email, Body: "Yes, do."}, "Re: two pages", model.Email},
		"by phone":     {model.Touch{Channel: model.Phone, Body: "Call me."}, "", model.Email},
		"by a machine": {model.Touch{Channel: model.Email, Subject: "Out of office", Auto: model.AutoReply}, "", model.Email},
	} {
		t.Run(name, func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				p := b.unwritten()
				b.touched(p.ID, model.Touch{Channel: model.Email, Direction: model.Outbound, Subject: "two pages", Body: "Shall I?"}, c.hers)
				b.write(p)
				if c.subject == "" && c.channel == model.Email {
					b.press("tab")
				}
				b.press("=So_be_it. esc")
				if d := b.draft(p.ID); d.Subject != c.subject || d.Channel != c.channel || d.Body != "So be it." {
					t.Errorf("the draft is %+v", d)
				}
				if said := strings.Contains(b.Frame(), "she wrote"); said != (c.hers.Auto == "") {
					t.Errorf("that she wrote is said: %v\n%s", said, b.Frame())
				}
			})
		})
	}
}

// touched writes down touches of a person, the last of them hers, a day apart.
func (b *bench) touched(id model.PersonID, all ...model.Touch) {
	b.t.Helper()
	all[len(all)-1].Direction = model.Inbound
	b.edit("wrote it down", func(tx *store.Tx) error {
		for i := range all {
			t := &all[i]
			t.Person, t.By, t.At = id, "ada", b.clock.Now().Add(time.Duration(i-len(all))*24*time.Hour)
			if err := tx.PutTouch(t); err != nil {
				return err
			}
		}
		return nil
	})
}
