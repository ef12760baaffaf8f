package tui_test

import (
	"strings"
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// signals are the signals on a person.
func (b *bench) signals(id model.PersonID) (all []model.Signal) {
	b.t.Helper()
	b.view(func(tx *store.Tx) error {
		for s, err := range tx.SignalsOf(id) {
			if err != nil {
				return err
			}
			all = append(all, s)
		}
		return nil
	})
	return all
}

// find goes to the page of a person.
func (b *bench) find(p model.Person) {
	b.t.Helper()
	b.Keys("f")
	b.Type(p.Name)
	b.Keys("enter")
	b.Contains("─ " + p.Name + " ─")
}

func TestASignalInThreeKeys(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		first := b.ranked()[0]
		was := len(b.signals(first))
		b.press("s")
		b.Contains("A signal of Bruno Marini", "o   open to work", "her company", "l   layoffs", "Vantoro")
		b.press("o")
		b.Contains("Log open to work: Bruno Marini", "Happened", "today", "How sure")
		b.press("enter")
		all := b.signals(first)
		if len(all) != was+1 {
			t.Fatalf("there are %d signals, want %d", len(all), was+1)
		}
		got := all[was]
		if got.Kind != model.OpenToWork || got.Date != model.Day(2026, 3, 2) || got.Confidence != 1 || got.Origin.Source != "entered by ada" {
			t.Errorf("logged %+v", got)
		}
		b.Contains("logged open to work of Bruno Marini · u takes it back")
		b.press("u")
		if n := len(b.signals(first)); n != was {
			t.Errorf("after the undo there are %d", n)
		}
	})
}

// What concerns a company is logged at it, and on her alone where that is said.
func TestASignalAtHerCompany(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		first := b.ranked()[0]
		was := len(b.signals(first))
		b.press("s l =layoffs.fyi tab =a_tenth tab tab ctrl+u =0.8 tab =10% enter")
		b.Contains("logged layoffs at Vantoro")
		p := b.person(first)
		company := p.Latest(b.clock.Now()).CompanyID
		var got model.Signal
		b.view(func(tx *store.Tx) error {
			for s, err := range tx.SignalsAt(company) {
				if err != nil {
					return err
				}
				got = s
			}
			return nil
		})
		if got.Kind != model.Layoffs || got.Source != "layoffs.fyi" || got.Note != "a tenth" || got.Confidence != 0.8 || got.Magnitude != 10 {
			t.Errorf("logged %+v", got)
		}
		b.press("s tab")
		b.Contains("Every kind is logged on her alone")
		b.press("r enter")
		b.Contains("logged reorg of Bruno Marini")
		if all := b.signals(first); len(all) != was+1 || all[was].Kind != model.Reorg {
			t.Errorf("on her there is %+v", all)
		}
	})
}

func TestABadSignalStaysInItsForm(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		first := b.ranked()[0]
		was := len(b.signals(first))
		b.press("s o =a_post tab tab ctrl+u =tomorrow enter")
		b.Contains(`"tomorrow" is still to come`, "a post")
		b.press("ctrl+u =yesterday tab ctrl+u =2 enter")
		b.Contains(`"2" is not above 0 and at most 1`)
		b.press("ctrl+u =.5 enter")
		if all := b.signals(first); len(all) != was+1 || all[was].Date != model.Day(2026, 3, 1) || all[was].Source != "a post" {
			t.Errorf("logged %+v", all)
		}
	})
}

// Signals, notes and the like are of everybody who is marked, as one change.
func TestQuickEntryOnTheMarked(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		ids := b.ranked()[:3]
		b.press("space space space n")
		b.Contains("Note on 3 people")
		b.press("=met_at_the_meetup ctrl+s")
		b.Contains("noted on 3 people")
		b.Lacks("marked")
		for _, id := range ids {
			if notes := b.person(id).Notes; !strings.HasSuffix(notes, "2026-03-02 ada: met at the meetup") {
				t.Errorf("the notes are %q", notes)
			}
		}
		b.press("u")
		for _, id := range ids {
			if notes := b.person(id).Notes; strings.Contains(notes, "meetup") {
				t.Errorf("after the undo the notes are %q", notes)
			}
		}
	})
}

// The marked are tagged in one go, found by the tag, and untagged by one undo.
func TestTagTheMarked(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("space space space ,")
		b.Contains("Tag 3 people", "-lisbon takes one away")
		b.press("ctrl+s")
		b.Contains("there is no tag yet: type one")
		b.press("=spring_list,_panelist ctrl+s")
		b.Contains("tagged 3 people: spring list, panelist · u takes it back")
		b.press("g space space , =-panelist,_spring_list ctrl+s")
		b.Contains("tagged 2 people: spring list; took away panelist")
		b.press("u")
		b.press("/ =tag:panelist enter")
		b.Contains("3 match")
		b.press(",")
		b.Contains("spring list, panelist.")
	})
}

func TestQuickEntryOnAPage(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.others()[0]
		b.find(p)
		b.press("n =from_her_page ctrl+s")
		if notes := b.person(p.ID).Notes; !strings.HasSuffix(notes, "from her page") {
			t.Errorf("the notes are %q", notes)
		}
		b.press("@ =grace enter")
		b.Contains("handed " + p.Name + " over to grace")
		if o := b.person(p.ID).Outreach.Owner; o != "grace" {
			t.Errorf("she is %q's", o)
		}
		b.press("d d")
		b.press("=next_month")
		b.Contains("Wednesday, 1 April 2026, in 30 days")
		b.press("enter")
		b.Contains("snoozed " + p.Name + " until 2026-04-01")
		b.press("d n")
		if d := b.person(p.ID).Outreach.Deferral; d.Until.Known() {
			t.Errorf("she is still snoozed: %+v", d)
		}
		b.press("esc H s") // where nobody is selected it says so
		b.Contains("signal: nobody is selected here: f finds someone")
	})
}

// A call is logged from anywhere: one of today in two keys, another with its day, how it
// went and what was said; one that came in waits for its meaning.
func TestAContactFromAnywhere(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.untouched(1)[0]
		b.find(p)
		b.press("esc f")
		b.Type(p.Name)
		b.press("enter ; enter")
		b.Contains("logged phone with " + p.Name + " · u takes it back")
		all := b.touches(p.ID)
		if len(all) != 1 || all[0].Channel != model.Phone || all[0].Direction != model.Outbound || !all[0].At.Equal(b.clock.Now()) || b.person(p.ID).Outreach.State != model.Active {
			t.Fatalf("logged %+v", all)
		}
		b.press("u ; ctrl+u =fax enter")
		b.Contains(`there is no channel "fax"`)
		b.press("ctrl+u =event tab ctrl+u =sideways enter")
		b.Contains(`there is no way "sideways": it is out, you to her, or in, she to you`)
		b.press("ctrl+u =out tab ctrl+u =tomorrow enter")
		b.Contains(`"tomorrow" is still to come`)
		b.press("ctrl+u =26_Feb tab =talked tab =Likes_the_plan. enter")
		b.Contains("logged event with " + p.Name + " on 2026-02-26")
		all = b.touches(p.ID)
		if len(all) != 1 || all[0].Subject != "talked" || all[0].Body != "Likes the plan." || all[0].At.Day() != 26 {
			t.Errorf("logged %+v", all)
		}
		b.press("; tab ctrl+u =in tab tab =called_back enter")
		b.Contains("logged phone from " + p.Name)
		all = b.touches(p.ID)
		if o := b.person(p.ID).Outreach; o.State != model.Replied || len(all) != 2 || all[1].Direction != model.Inbound || all[1].Subject != "called back" {
			t.Errorf("she is %s with %+v", o.State, all)
		}
	})
}

// What is logged with several is logged with each, also where the gate is closed.
func TestAContactWithTheMarked(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		ids := b.ranked()[:3]
		n := 0
		for _, id := range ids {
			n += len(b.touches(id))
		}
		b.press("space space space ;")
		b.Contains("A contact with 3 people")
		b.press("ctrl+u =event tab tab tab =met enter")
		b.Contains("logged event with 3 people")
		b.Lacks("marked")
		after := 0
		for _, id := range ids {
			after += len(b.touches(id))
		}
		if after != n+3 {
			t.Errorf("%d touches are there, want %d", after, n+3)
		}
	})
}

func TestANoteIsNotLost(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("n ctrl+s")
		b.Contains("there is no note yet")
		b.press("=half_a_thought esc")
		b.Contains("Drop what you have changed here?")
		b.press("n")
		b.Contains("half a thought")
	})
}

func TestEnterSomebodyNew(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		n := len(b.ranked())
		b.press("+")
		b.Contains("New person", "yes: she goes onto Platform & data")
		b.press("=Nour_Haddad tab =Staff_Engineer tab =Vantoro tab =nour@mail.example tab tab tab =y enter")
		b.Contains("added Nour Haddad to Platform & data", "71 of 100")
		ids := b.ranked()
		p := b.person(ids[n])
		if p.Name != "Nour Haddad" || p.Contact.Emails[0] != "nour@mail.example" || p.Positions[0].CompanyID == 0 || p.Positions[0].Title != "Staff Engineer" {
			t.Errorf("the store has %+v", p)
		}
		b.press("u")
		if len(b.ranked()) != n {
			t.Error("the undo left her on the map")
		}
		b.press("+ enter")
		b.Contains("a person needs a name")
		b.press("=X tab tab tab =no_address enter")
		b.Contains("no address")
	})
}

// Somebody who is known is asked for while she is typed, and entered as somebody else
// only where that is said.
func TestSomebodyKnownIsAskedFor(t *testing.T) {
	at(t, setup{w: 160, h: 40}, func(b *bench) {
		p := b.person(b.ranked()[0])
		b.press("+")
		b.Type(p.Name)
		b.Contains("ctrl+o if she is " + p.Name)
		b.press("ctrl+o")
		b.Contains("─ " + p.Name + " ─")
		b.press("esc +")
		b.Type(p.Name)
		b.press("enter")
		b.Contains("she may be "+p.Name, "enter once more adds")
		b.press("enter")
		b.Contains("added " + p.Name)
	})
}

// replying is the first of the sample whose reply waits.
func (b *bench) replying() model.Person {
	return b.who(func(p *model.Person) bool { return p.Outreach.State == model.Replied })
}

func TestAReplyFromAnywhere(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.replying()
		b.find(p)
		b.press("r")
		b.Contains("What does the reply from "+p.Name+" mean?", "i   interested", "her e-mail of")
		b.press("t =3m")
		b.Contains("Tuesday, 2 June 2026, in 92 days")
		b.press("enter")
		if o := b.person(p.ID).Outreach; o.State != model.Later || o.Next != model.Day(2026, 6, 2) {
			t.Errorf("she is %s until %s", o.State, o.Next)
		}
		b.Contains(p.Name + ": later, 2026-06-02")
		b.press("u")
		if o := b.person(p.ID).Outreach; o.State != model.Replied {
			t.Errorf("after the undo she is %s", o.State)
		}
	})
}

// An answer that came in otherwise is taken in with its text, and what machines send
// as well.
func TestAReplyWithItsText(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.who(func(p *model.Person) bool {
			return p.Outreach.State == model.Active && p.Outreach.Lock == model.Unlocked
		})
		n := len(b.touches(p.ID))
		b.find(p)
		b.press("r o =next_week tab =I_am_away ctrl+s")
		if o := b.person(p.ID).Outreach; o.State != model.Paused {
			t.Errorf("she is %s", o.State)
		}
		b.press("r i =Yes,_tell_me_more ctrl+s")
		all := b.touches(p.ID)
		if o := b.person(p.ID).Outreach; o.State != model.Interested || len(all) != n+2 || all[n+1].Body != "Yes, tell me more" {
			t.Errorf("she is %s with %+v", o.State, all[n:])
		}
	})
}

// An opt-out is opened by no undo: it asks first.
func TestAStopAsks(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.replying()
		b.find(p)
		b.press("r .")
		b.Contains("Does "+p.Name+" want no more", "no undo opens that")
		b.press("enter esc")
		if o := b.person(p.ID).Outreach; o.Lock != model.Unlocked {
			t.Fatal("no was taken for yes")
		}
		b.press("r down down down enter y")
		if o := b.person(p.ID).Outreach; o.Lock != model.OptedOut {
			t.Errorf("her lock is %q", o.Lock)
		}
	})
}

// The ledger tells of each point in full, and is where a signal is mended or removed.
func TestTheLedgerIsMended(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		p := b.named("Käthe Hoffmann-Lehmann")
		b.find(p)
		was := b.signals(p.ID)
		b.press("w")
		b.Contains("Why Käthe", "+43.5  open to work", "47 points × 0.93 left of it", "green frame on the photo", "makes 71, hot ●   100 × (1 − e^(−74.9/60))",
			"counts nothing: another of this kind counts", "contact window (open to work): open, 6 days left")
		b.press("x")
		b.Contains("Remove open to work of 2026-02-25, Käthe Hoffmann-Lehmann?")
		b.press("y")
		b.Contains("removed open to work of Käthe Hoffmann-Lehmann · u takes it back")
		if n := len(b.signals(p.ID)); n != len(was)-1 {
			t.Errorf("there are %d signals, want %d", n, len(was)-1)
		}
		b.Lacks("another of this kind counts") // the other open to work counts now
		b.press("j e")
		b.Contains("Mend open to work: Käthe")
		b.press("ctrl+u =her_own_page enter")
		b.Contains("mended open to work of Käthe", "her own page")
		b.press("s p enter")
		b.Contains("logged posts more of Käthe")
	})
}

// What follows from the positions is no signal.
func TestALedgerWithoutSignals(t *testing.T) {
	at(t, setup{w: 60, h: 15}, func(b *bench) {
		p := model.Person{Name: "Ada Example"}
		b.edit("added her", func(tx *store.Tx) error { return tx.PutPerson(&p) })
		b.find(p)
		b.press("w")
		b.Contains("No signal counts today.", "s logs one.", "makes 0, cool")
		b.press("e")
		b.Contains("mend: there is no signal: s logs one")
	})
}

// The footer says what enter does in the field in which one types: it goes on to the
// next, or the form ends.
func TestTheFooterSaysWhereEnterEndsAForm(t *testing.T) {
	for keys, want := range map[string]string{
		";":             " enter done  esc cancel",
		"; tab tab":     " enter done  esc cancel",
		",":             " enter done  esc cancel",
		"M":             " enter next  esc cancel",
		"M shift+tab":   " enter done  esc cancel",
		"R i":           " enter next  ^s save  tab next field  esc cancel",
		"R i shift+tab": " enter save  ^s save  tab next field  esc cancel",
	} {
		at(t, setup{w: 80, h: 24}, func(b *bench) {
			b.press(keys)
			if got := strings.TrimRight(b.Line(23), " "); got != want {
				t.Errorf("%s: the footer is %q, not %q", keys, got, want)
			}
		})
	}
}

// What is too long for a field is not taken, and that is said.
func TestAPasteThatIsTooLong(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		const says = "what was pasted is too long for this field"
		b.press(",")
		b.Paste(strings.Repeat("berlin,", 2000))
		b.Contains(says)
		b.Paste("\n") // nothing of which is text
		b.Lacks(says)
		b.press("esc n")
		b.Paste(strings.Repeat("a note ", 200_000))
		b.Contains(says)
		b.Paste("a note")
		b.Lacks(says)
		b.press("ctrl+s")
		b.Contains("noted on Bruno Marini")
		b.press("c")
		b.Paste(strings.Repeat("a subject ", 1000))
		b.Contains(says)
		b.press("tab")
		b.Paste(strings.Repeat("a message ", 200_000))
		b.Contains(says)
	})
}

// Of a form of several fields esc drops nothing that was typed without asking; one of a
// single field, and one in which nothing was typed, closes.
func TestWhatWasTypedIsNotDroppedByEsc(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		const asks = "Drop what you have changed here?"
		b.press("; shift+tab =she_moves_in_May esc")
		b.Contains(asks)
		b.press("n")
		b.Contains("A contact with Bruno Marini", "she moves in May")
		b.press("esc y")
		b.Lacks("she moves in May", "A contact with")
		b.press("; esc")
		b.Lacks("A contact with", asks)
		b.press("M =Design enter =payments esc")
		b.Contains(asks, "payments")
		b.press("y , =lisbon esc")
		b.Lacks(asks, "lisbon")
	})
}
