package tui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talentmap/model"
	"talentmap/store"
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
		if footer := b.Line(23); !strings.Contains(footer, "esc clear") || strings.Contains(footer, "a add") {
			t.Errorf("while narrowing the footer says %q", footer)
		}
	})
}
