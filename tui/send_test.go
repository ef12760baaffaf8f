package tui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest"
)

func TestLogAsSent(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			o := p.Outreach
			return o.State == model.Active && o.Step == 1 && o.Owner == "ada" && o.Next.Known() && o.Next <= model.DateOf(b.clock.Now())
		})
		before, queued := len(b.touches(p.ID)), strings.Contains(b.queue(), p.Name)
		if !queued {
			t.Fatalf("%s is due and not in the queue:\n%s", p.Name, b.Frame())
		}
		b.write(p)
		b.press("=a_second_thought tab =Hi,_one_more_thing. ctrl+x o =she_knows_me enter S")
		b.Contains("logged e-mail to "+p.Name+", touch 2", "active, touch 2 of 4 sent", "nothing written yet")
		touches := b.touches(p.ID)
		if len(touches) != before+1 {
			t.Fatalf("%d touches, want %d", len(touches), before+1)
		}
		last := touches[len(touches)-1]
		if last.Override.Why != "she knows me" || !strings.Contains(last.Override.Rules, "identity") {
			t.Errorf("kept of what was passed over: %+v", last.Override)
		}
		if last.Subject != "a second thought" || last.Body != "Hi, one more thing." || last.Step != 2 || last.By != "ada" || last.Direction != model.Outbound {
			t.Errorf("the touch is %+v", last)
		}
		// The third touch comes five days after the second; that is a Saturday, so Monday.
		if o := b.person(p.ID).Outreach; o.Step != 2 || o.Next != model.Day(2026, 3, 9) {
			t.Errorf("outreach is %+v", o)
		}
		if d := b.draft(p.ID); !d.Empty() {
			t.Errorf("the draft is still there: %+v", d)
		}
		if strings.Contains(b.queue(), p.Name) {
			t.Errorf("%s was written to and is still in the queue", p.Name)
		}
		b.press("u")
		if len(b.touches(p.ID)) != before || b.person(p.ID).Outreach.Step != 1 || b.draft(p.ID).Body != "Hi, one more thing." {
			t.Errorf("undo left %d touches, %+v and the draft %+v", len(b.touches(p.ID)), b.person(p.ID).Outreach, b.draft(p.ID))
		}
		b.write(p)
		b.Contains("a second thought", "active, touch 1 of 4 sent")
	})
}

// queue is the queue on the whole screen, without what the footer tells.
func (b *bench) queue() string {
	b.t.Helper()
	b.press("2 z")
	frame := b.Frame()
	b.press("z")
	return frame[:strings.LastIndex(frame, "\n")]
}

func TestTheGateSaysWhy(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool { return p.Outreach.Lock == model.OptedOut })
		was := len(b.touches(p.ID))
		b.write(p)
		b.press("=Hi esc S S")
		b.Contains("sent: the gate is closed: opted-out")
		if got := len(b.touches(p.ID)); got != was {
			t.Errorf("%d touches, want %d", got, was)
		}
		if d := b.draft(p.ID); d.Body != "Hi" {
			t.Errorf("the text is gone: %+v", d)
		}
	})
}

// What the law asks of a message is said of this text. An answer and a second touch are
// not searched for it: nothing is claimed of them, and nothing is written down that she
// was not told.
func TestWhatAMessageDoesNotTellIsNotClaimed(t *testing.T) {
	for name, state := range map[string]model.State{"an answer": model.Replied, "a second touch": model.Active} {
		t.Run(name, func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				p := b.who(func(p *model.Person) bool {
					in, _ := model.UnderGDPR(p.Location)
					return in && p.Outreach.State == state && p.Outreach.Owner == "ada" && len(p.Background.Connections) > 0 &&
						!slices.ContainsFunc(b.touches(p.ID), func(t model.Touch) bool { return t.Notice })
				})
				b.write(p)
				if state == model.Active {
					b.press("=a_second_thought tab")
				}
				b.press("=Thanks. ctrl+x")
				b.Contains("she has to be told where her data", "came from by")
				b.Lacks("opt out is in the text", "the text tells where her data came from")
				if state == model.Replied {
					b.Contains("she has answered")
					b.Lacks("that beats any cold message")
					b.press("S")
				} else {
					b.press("o =she_knows_me enter S")
				}
				b.Contains("logged e-mail to " + p.Name)
				if all := b.touches(p.ID); all[len(all)-1].Notice {
					t.Errorf("%q is kept as a message that told where the data came from", all[len(all)-1].Body)
				}
			})
		})
	}
}

// The gate is asked again in the transaction: here grace locks the person while
// ada's screen still shows her as she was.
func TestTheGateIsAskedWhenItCounts(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("=hello tab =Hi esc S o =she_knows_me enter")
		b.lock(p.ID)
		key, err := tuitest.Key("S")
		if err != nil {
			t.Fatal(err)
		}
		_, cmd := b.root.Update(key) // before the change has arrived
		b.Send(cmd())
		b.Contains("the gate is closed: opted-out (said so on the phone)")
		if n := len(b.touches(p.ID)); n != 0 {
			t.Errorf("%d touches to someone who opted out", n)
		}
		if d := b.draft(p.ID); d.Body != "Hi" {
			t.Errorf("the text is gone: %+v", d)
		}
	})
}

// lock opts a person out behind the session's back.
func (b *bench) lock(id model.PersonID) {
	b.t.Helper()
	if _, err := b.store.Edit(store.By("grace", "opted out"), func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Outreach.Lock, p.Outreach.LockWhy = model.OptedOut, "said so on the phone"
		return tx.PutPerson(&p)
	}); err != nil {
		b.t.Fatal(err)
	}
}

func TestDiscardAsksAndComesBack(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =three_little_words esc x")
		b.Contains("Throw away the draft to " + p.Name + ", 3 words?")
		b.press("y")
		b.Contains("nothing written yet")
		if d := b.draft(p.ID); !d.Empty() {
			t.Fatalf("the store has %+v", d)
		}
		b.press("u")
		b.Contains("three little words")
	})
}

func TestCopy(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("=the_subject tab =the_text esc y")
		if got := b.Clipboard(); got != "the subject\n\nthe text" {
			t.Errorf("copied %q", got)
		}
		b.Contains("copied the message to "+p.Name, "4 words")
	})
}

func TestChannelWithoutASubject(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("esc v v") // e-mail, InMail, message
		b.Contains("via message", "no subject on this channel")
		b.clock.Advance(time.Second)
		if d := b.draft(p.ID); d.Channel != model.Message {
			t.Errorf("the store has %q", d.Channel)
		}
		b.press("e =straight_to_the_text esc")
		if d := b.draft(p.ID); d.Body != "straight to the text" {
			t.Errorf("the store has %+v", d)
		}
	})
}

// A message whose time has come is a due touch: first of them, with when it was approved
// for, and the page from which it is sent one key away.
func TestAnApprovedMessageIsDueInTheQueue(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			return p.Outreach.Current() == model.Mapped && len(p.Contact.Emails) > 0 && p.Outreach.Lock == model.Unlocked
		})
		b.write(p)
		b.press("=hello tab =Hi. ctrl+x o =she_knows_me enter d ctrl+u =tomorrow enter enter")
		b.Contains("approved e-mail to " + p.Name + " for Tue 3 Mar 2026")
		if strings.Contains(b.queue(), "approved for") {
			t.Fatalf("it is due already:\n%s", b.Frame())
		}
		b.clock.Advance(b.draft(p.ID).SendAt.Sub(b.clock.Now()))
		if got := b.queue(); !strings.Contains(got, "approved for today 0") && !strings.Contains(got, "approved for today 1") {
			t.Fatalf("it is not due:\n%s", got)
		}
		for range 10 {
			if b.next() == p.Name {
				break
			}
			b.press("j")
		}
		b.Contains("S send it", "where she lives: it is time")
		b.press("x")
		b.Contains("her message waits to be sent: S sends it, or takes it back")
		b.press("S S")
		b.Contains("logged e-mail to " + p.Name)
		b.clock.Advance(time.Second)
		if got := b.queue(); strings.Contains(got, "approved for today") {
			t.Errorf("it is still due:\n%s", got)
		}
	})
}

// An e-mail to somebody without an address is not approved: when its time comes nobody
// would know where to send it.
func TestNoAddressNoApproval(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			return p.Outreach.Current() == model.Mapped && len(p.Contact.Emails) == 0 && p.Outreach.Lock == model.Unlocked
		})
		b.write(p)
		b.press("=hello tab =Hi. ctrl+x o =she_knows_me enter enter")
		b.Contains("approve: no e-mail address of hers is known: p opens her page")
		if d := b.draft(p.ID); !d.SendAt.IsZero() {
			t.Errorf("it was approved for %s", d.SendAt)
		}
	})
}

// The moment is typed anew, as one says it; nothing typed leaves it as it was.
func TestWhenItGoesOutIsTypedAsOneSaysIt(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool { // Helsinki is two hours before the clock
			return strings.Contains(p.Location, "Finland") && p.Outreach.Current() == model.Mapped
		})
		b.write(p)
		b.press("=hello tab =Hi. ctrl+x d")
		b.Contains("It stands at Tue 3 Mar 2026 08:00 EET", "Europe/Helsinki")
		b.press("enter")
		b.Contains("when      Tue 3 Mar 2026 08:00 EET")
		for typed, want := range map[string]string{
			"monday_9": "Mon 9 Mar 2026 09:00 EET", "wednesday_10:30": "Wed 4 Mar 2026 10:30 EET", "tomorrow_9:15": "Tue 3 Mar 2026 09:15 EET",
			"12_Mar": "Thu 12 Mar 2026 08:00 EET", "12_Mar_10": "Thu 12 Mar 2026 10:00 EET", "2026-03-10_8:30": "Tue 10 Mar 2026 08:30 EET",
			"next_month": "Wed 1 Apr 2026 08:00 EEST", "1_week": "Mon 9 Mar 2026 08:00 EET",
		} {
			b.press("d =" + typed + " enter")
			b.Contains("when      " + want)
		}
		b.press("d =some_day_9 enter")
		b.Contains(`"some day 9" is no date`, "a time goes behind it")
	})
}
