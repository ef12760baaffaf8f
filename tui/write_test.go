package tui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/tuitest"
)

// draft is the draft to a person in the store; the zero Draft where there is
// none.
func (b *bench) draft(id model.PersonID) model.Draft {
	b.t.Helper()
	var d model.Draft
	b.view(func(tx *store.Tx) (err error) {
		if d, err = tx.Draft(id); errors.Is(err, store.ErrNotFound) {
			return nil
		}
		return err
	})
	return d
}

// touches are the contacts with a person, oldest first.
func (b *bench) touches(id model.PersonID) []model.Touch {
	b.t.Helper()
	var out []model.Touch
	b.view(func(tx *store.Tx) error {
		for touch, err := range tx.TouchesOf(id) {
			if err != nil {
				return err
			}
			out = append(out, touch)
		}
		return nil
	})
	return out
}

// who is the first person of the sample of whom want is true.
func (b *bench) who(want func(p *model.Person) bool) model.Person {
	b.t.Helper()
	var found model.Person
	b.view(func(tx *store.Tx) error {
		for p, err := range tx.People(1) {
			if err != nil {
				return err
			}
			if want(&p) {
				found = p
				return nil
			}
		}
		b.t.Fatal("the sample has nobody like that")
		return nil
	})
	return found
}

// unwritten is somebody to whom nobody has begun to write.
func (b *bench) unwritten() model.Person {
	return b.who(func(p *model.Person) bool {
		d := b.draft(p.ID)
		return p.Outreach.State == model.Researched && p.Outreach.Lock == model.Unlocked && d.Empty()
	})
}

// write begins a message to someone, wherever one is.
func (b *bench) write(p model.Person) {
	b.t.Helper()
	b.Keys("f")
	b.Type(p.Name)
	b.Keys("enter", "c")
	b.Contains("3 To " + p.Name)
}

func TestADraftIsSavedSixTenthsOfASecondAfterTheFirstKey(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("=your_talk") // the subject comes first
		b.clock.Advance(599 * time.Millisecond)
		if d := b.draft(p.ID); !d.Empty() {
			t.Fatalf("saved too early: %+v", d)
		}
		b.clock.Advance(time.Millisecond)
		if d := b.draft(p.ID); d.Subject != "your talk" || d.By != "ada" {
			t.Fatalf("the store has %+v", d)
		}
		b.press("enter =Hi")
		b.clock.Advance(600 * time.Millisecond)
		if d := b.draft(p.ID); d.Body != "Hi" {
			t.Fatalf("the store has %+v", d)
		}
	})
}

func TestADraftIsSavedAtTheTwentiethKey(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =1234567890123456789")
		if d := b.draft(p.ID); !d.Empty() {
			t.Fatalf("saved too early: %+v", d)
		}
		b.press("=0")
		if d := b.draft(p.ID); d.Body != "12345678901234567890" {
			t.Fatalf("the store has %+v", d)
		}
	})
}

func TestAPasteIsTypedAndSaved(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.Paste("lost?") // nowhere to go, and it says so
		b.Contains("a paste goes into a text")
		b.write(p)
		b.press("tab")
		b.Paste("Hi\tthere,\r\nodd\u202e and\x1b\x07 \u200bends")
		b.clock.Advance(time.Second)
		if d := b.draft(p.ID); d.Body != "Hi    there,\nodd and ends" {
			t.Errorf("the store has %q", d.Body)
		}
	})
}

func TestTwoPeopleWriteToOnePerson(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("=notes tab =mine_first")
		b.clock.Advance(time.Second)
		theirs := b.draft(p.ID)
		theirs.Body = "graces own words"
		if _, err := b.store.SaveDraft("grace", &theirs); err != nil {
			t.Fatal(err)
		}
		b.Settle()
		b.press("=,_mine_second")
		b.clock.Advance(time.Second)
		b.Contains("grace wrote to this person at the same time")
		d := b.draft(p.ID)
		for _, text := range []string{"mine first, mine second", "graces own words", "as grace wrote it at 09:00"} {
			if !strings.Contains(d.Body, text) {
				t.Errorf("the draft lost %q:\n%s", text, d.Body)
			}
		}
		b.press("=;_third")
		b.clock.Advance(time.Second) // and the writing goes on
		if d := b.draft(p.ID); !strings.Contains(d.Body, "third") {
			t.Errorf("the draft lost what came after:\n%s", d.Body)
		}
	})
}

func TestAnothersDraftIsShownWhileNobodyTypes(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =mine esc")
		theirs := b.draft(p.ID)
		theirs.Body = "graces version"
		if _, err := b.store.SaveDraft("grace", &theirs); err != nil {
			t.Fatal(err)
		}
		b.Settle()
		b.Contains("graces version")
	})
}

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
		b.press("=a_second_thought tab =Hi,_one_more_thing. esc S")
		b.Contains("logged e-mail to "+p.Name+", touch 2", "active, touch 2 of 4 sent", "nothing written yet")
		touches := b.touches(p.ID)
		if len(touches) != before+1 {
			t.Fatalf("%d touches, want %d", len(touches), before+1)
		}
		last := touches[len(touches)-1]
		if last.Subject != "a second thought" || last.Body != "Hi, one more thing." || last.Step != 2 || last.By != "ada" || last.Direction != model.Outbound {
			t.Errorf("the touch is %+v", last)
		}
		// The third touch of a sequence comes five days after the second.
		if o := b.person(p.ID).Outreach; o.Step != 2 || o.Next != model.Day(2026, 3, 7) {
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
		b.press("=hello tab =Hi esc S")
		b.Contains("log as sent: the gate is closed: opted-out")
		if got := len(b.touches(p.ID)); got != was {
			t.Errorf("%d touches, want %d", got, was)
		}
		if d := b.draft(p.ID); d.Body != "Hi" {
			t.Errorf("the text is gone: %+v", d)
		}
	})
}

// The gate is asked again in the transaction: here grace locks the person while
// ada's screen still shows her as she was.
func TestTheGateIsAskedWhenItCounts(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("=hello tab =Hi esc")
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

func TestQuitSaves(t *testing.T) {
	for _, key := range []string{"esc q", "ctrl+c"} {
		t.Run(key, func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				p := b.unwritten()
				b.write(p)
				b.press("tab =unsaved " + key)
				if !b.Done() {
					t.Fatal("the session goes on")
				}
				if d := b.draft(p.ID); d.Body != "unsaved" {
					t.Errorf("the store has %+v", d)
				}
			})
		})
	}
}

func TestALostLineSaves(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =unsaved")
		if err := b.root.Shutdown(); err != nil {
			t.Fatal(err)
		}
		if d := b.draft(p.ID); d.Body != "unsaved" {
			t.Errorf("the store has %+v", d)
		}
	})
}

func TestLeavingForAnotherPersonLosesNothing(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.unwritten()
		b.write(p)
		b.press("tab =to_the_first esc 1 G c tab =to_the_last esc")
		b.write(p)
		b.Contains("to the first")
		if d := b.draft(p.ID); d.Body != "to the first" {
			t.Errorf("the store has %+v", d)
		}
		last := b.ranked()[69]
		if d := b.draft(last); d.Body != "to the last" {
			t.Errorf("the store has %+v", d)
		}
	})
}

func TestTabLeavesTheComposer(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("tab tab")
		b.Contains("[3 composer]")
		b.press("tab")
		b.Contains("[1 map]")
		b.press("shift+tab shift+tab")
		b.Contains("[2 queue]")
	})
}

// Keys that would be typed are no hints while one types.
func TestTheFooterNamesNoKeyThatWouldBeTyped(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("c tab =x")
		footer := b.Line(23)
		if !strings.Contains(footer, "^t channel") || !strings.Contains(footer, "esc done typing") || strings.Contains(footer, "S log") {
			t.Errorf("the footer says %q", footer)
		}
		b.press("esc 1 / =x")
		if footer := b.Line(23); !strings.Contains(footer, "esc show all") || strings.Contains(footer, "a add") {
			t.Errorf("while narrowing the footer says %q", footer)
		}
	})
}
