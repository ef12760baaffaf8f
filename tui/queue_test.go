package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// next is the name of whoever the cursor of the queue is on.
func (b *bench) next() string {
	b.t.Helper()
	return b.selected()
}

// named is the person of a name.
func (b *bench) named(name string) model.Person {
	b.t.Helper()
	return b.who(func(p *model.Person) bool { return p.Name == name })
}

// does presses keys in the queue, and waits for as long as the queue rests between
// two looks.
func (b *bench) does(keys string) {
	b.t.Helper()
	b.press(keys)
	b.clock.Advance(250 * time.Millisecond)
}

// One key says what the reply means, and the cursor is on the next one.
func TestTriageInTheQueue(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("2")
		b.Contains("replies waiting 4 ─", "her e-mail of Thursday, 26 February", "i interested  t later  - no  . stop  r more")
		first := b.named(b.next())
		b.does("i")
		if got := b.person(first.ID).Outreach.State; got != model.Interested {
			t.Errorf("%s is %s", first.Name, got)
		}
		b.Contains(first.Name + ": interested · u takes it back")
		second := b.named(b.next())
		if second.ID == first.ID {
			t.Fatal("the cursor is still on her")
		}
		b.does("-")
		if got := b.person(second.ID).Outreach; got.State != model.Nurture || !got.Trail.Refused.Known() {
			t.Errorf("%s is %+v", second.Name, got)
		}
		third := b.named(b.next())
		b.does("t =3m enter")
		if got := b.person(third.ID).Outreach; got.State != model.Later || got.Next != model.Day(2026, 6, 2) {
			t.Errorf("%s is %s until %s", third.Name, got.State, got.Next)
		}
		fourth := b.named(b.next())
		b.does(". y")
		if got := b.person(fourth.ID).Outreach.Lock; got != model.OptedOut {
			t.Errorf("the lock of %s is %q", fourth.Name, got)
		}
		b.Lacks("replies waiting")
		b.does("i") // on a touch that is due nothing is said of a reply
		b.Contains("interested: no reply of hers waits: r takes one in")
	})
}

func TestSnoozeSkipAndWake(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("2 ]")
		b.Contains("2 Queue · 4 of 38 open")
		b.press("]")
		b.Contains("2 Queue · 11 of 38 open", "▌Márcio Moraes")
		b.does("d w")
		b.Contains("snoozed Márcio Moraes Barros until 2026-03-09 · u takes it back", "· 10 of 37 open", "▌Ngô Văn Đức")
		b.does("x")
		b.Contains("skipped Ngô Văn Đức until there is something new", "· 9 of 36 open", "▌Jasmine Carter")
		if d := b.named("Ngô Văn Đức").Outreach.Deferral; !d.Skipping() || d.By != "ada" {
			t.Errorf("she is %+v", d)
		}
		b.press("esc p p")
		b.Contains("2 Queue · put off · 2", "snoozed until 2026-03-09 by ada on 2026-03-02", "skipped by ada", "▌Márcio Moraes", "x wake")
		b.does("x")
		b.Contains("Márcio Moraes Barros may be in the queue again", "put off · 1", "▌Ngô Văn Đức")
		b.does("u")
		b.Contains("put off · 2")
		b.press("esc")
		b.Contains("2 Queue · 36 open")
	})
}

// Marks are put off together, as one change, and one undo has them all back.
func TestPutOffTheMarked(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("2 ] ] space space space")
		b.Contains("3 marked")
		b.does("d m")
		b.Contains("snoozed 3 people until 2026-04-02", "8 of 35 open")
		b.Lacks("marked")
		b.does("u")
		b.Contains("11 of 38 open")
		b.does("space space x")
		b.Contains("skipped 2 people until there is something new", "9 of 36 open")
	})
}

// What stands in the way of one of several is done to none of them.
func TestHandOverTheMarked(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.does("2 space space @ =grace enter")
		b.Contains("handed 2 people over to grace")
		b.press("p")
		b.Contains("2 Queue · mine · ")
		for _, name := range []string{"Ökrös Nóra", "Elena Echeverría"} {
			b.Lacks("│ " + name)
		}
		b.press("esc")
		b.Contains("Ökrös Nóra", "38 open")
	})
}

func TestNarrowTheQueue(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("2 / =norrsken")
		b.Contains("/ norrsken", "2 Queue · ")
		b.Lacks("Ökrös Nóra", "38 open")
		b.press("enter j") // ends the typing: the keys work again
		b.press("/ =_state:")
		b.press("esc g")
		b.Contains("38 open", "Ökrös Nóra")
		b.press("/ =receptivity>900x")
		b.Contains("is no number from 0 to 100")
		b.press("ctrl+u =nobody_is_called_this enter")
		b.Contains("Nobody in the queue is like that.", "esc shows everyone")
		b.press("c")
		b.Contains("write: nobody is shown: esc shows everyone")
	})
}

// No cursor stands on the head of a section, wherever it comes from.
func TestTheCursorIsOnPeople(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("2")
		for _, k := range strings.Fields("j j j j j k k k k k k G k g ctrl+d ctrl+d ctrl+u ctrl+u G g j") {
			b.press(k)
			if frame := b.Frame(); !strings.Contains(frame, "│▌") || strings.Contains(frame, "▌replies") || strings.Contains(frame, "▌ ") {
				t.Fatalf("after %s:\n%s", k, frame)
			}
		}
		b.press("g")
		b.Contains("replies waiting 4 ─")
	})
}

// What others do shows at once, and leaves the cursor with its person.
func TestTheQueueFollows(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.press("2 j j")
		b.Contains("▌Dragoș Neagu")
		first := b.named("Ökrös Nóra")
		if _, err := b.store.Snooze(store.Act{By: "grace", Person: first.ID}, model.Day(2026, 5, 1)); err != nil {
			t.Fatal(err)
		}
		b.Settle()
		b.Contains("▌Dragoș Neagu", "37 open")
		b.Lacks("Ökrös Nóra")
	})
}

func TestTheEmptyQueueSaysWhatComes(t *testing.T) {
	at(t, setup{empty: true, w: 80, h: 24}, func(b *bench) {
		p := model.Person{Name: "Ada Example", Outreach: model.Outreach{State: model.Later, Next: model.Day(2026, 3, 12)}}
		b.edit("added her", func(tx *store.Tx) error { return tx.PutPerson(&p) })
		b.press("2")
		b.Contains("Nothing is due and nobody is in a window.", "Next due is Ada Example, on Thursday, 12 March.")
	})
}

// Each kind of the queue is ordered by what is chosen, and keeps its place; marks and the
// cursor stay where they are.
func TestOrderTheQueue(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.press("2 z j space") // Elena is marked, and the cursor on the next
		b.press("o n")
		b.Contains("Queue · 38 open · 1 marked · by name")
		for y, want := range map[int]string{
			1: "replies waiting 4 ─", 2: "Dragoș Neagu-Țăranu", 3: "Elena Echeverría", 5: "Ökrös Nóra",
			6: "touches due 11 ─", 7: "Dragoș Ursu-Ciobanu", 8: "Ifeoma Obi", 18: "receptive now 21 ─", 19: "Bernd Cramer-Zimmermann",
		} {
			if got := b.Line(y); !strings.Contains(got, want) {
				t.Errorf("row %d is %q, want %s", y, got, want)
			}
		}
		b.Contains("▌Dragoș Neagu-Țăranu") // on whom the cursor was
		b.press("o p")
		b.Contains("by receptivity")
		b.press("o p")
		b.Contains("by receptivity, the other way round")
		if got := b.Line(7); !strings.Contains(got, "Dragoș Ursu-Ciobanu") { // of 0
			t.Errorf("the least receptive of the touches is %q", got)
		}
		b.press("o u") // of the receptive those first whose window closes first
		if got := b.Line(19); !strings.Contains(got, "Fraser Campbell") || !strings.Contains(got, " 1d ") {
			t.Errorf("the first of the receptive is %q", got)
		}
		b.press("o r")
		b.Contains("Queue · 38 open · 1 marked ─")
		b.press("o r")
		if got := b.Line(2); !strings.Contains(got, "Ines von der Heide") {
			t.Errorf("the other way round the first is %q", got)
		}
		b.press("esc ] o n")
		b.Contains("Queue · 4 of 38 open · by name")
	})
}

// Of a queue that is ordered otherwise only the first are read, and whoever is marked
// further down: she stays marked.
func TestWhoIsMarkedFarDownTheOrderedQueue(t *testing.T) {
	at(t, setup{w: 200, h: 50}, func(b *bench) {
		many(b, 300)
		b.does("2 ] ] ] o n")
		b.does("o n")
		b.Contains("321 of 338 open", "by name, the other way round")
		for range 20 {
			if b.next() == "Xara 299" {
				break
			}
			b.press("j")
		}
		b.press("space")
		b.does("o n")
		b.Contains("321 of 338 open · 1 marked · by name ")
		b.press("ctrl+a") // of 321 those that have been read
		b.Contains("· 201 marked · ")
		b.press("G")
		b.Contains("Xara 299")
	})
}

// many has people come who are open to work: Xara 000, Xara 001 …
func many(b *bench, n int) {
	b.t.Helper()
	b.edit("many come", func(tx *store.Tx) error {
		for i := range n {
			p := model.Person{Name: fmt.Sprintf("Xara %03d", i)}
			err := tx.PutPerson(&p)
			s := model.Signal{Person: p.ID, Kind: model.OpenToWork, Date: model.Day(2026, 2, 27), Confidence: 1}
			if err = errors.Join(err, tx.PutSignal(&s)); err != nil {
				return err
			}
		}
		return nil
	})
}

// A message of which not all has room says so; the whole is one key away.
func TestALongReplyIsMarkedAsCut(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool { return p.Name == "Ökrös Nóra" })
		b.touched(p.ID, model.Touch{Channel: model.Email, Subject: "Re: ours", Body: strings.Repeat("One word and another. ", 12) + "The very end."})
		b.clock.Advance(time.Second)
		b.press("2 g")
		b.Contains("One word and another. One word and another.", "One wo… │")
		b.Lacks("The very end.")
		b.press("r")
		b.Contains("The very end.")
	})
}
