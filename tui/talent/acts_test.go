package talent_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/pane/panetest"
	"talentmap/tui/tuitest"
)

// onMap is the map in the store: the last digits of the people, with their tiers, and
// of the bench after a bar.
func (b *wall) onMap(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	b.view(t, func(tx *store.Tx) error {
		m, err := tx.Map(1)
		for i, list := range [][]model.Entry{m.Entries, m.Bench} {
			if i == 1 && len(list) > 0 {
				out.WriteString("|")
			}
			for _, e := range list {
				fmt.Fprintf(&out, "%d%s", e.Person-1, e.Tier)
			}
		}
		return err
	})
	return out.String()
}

func (b *wall) view(t *testing.T, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := b.store.Store.View(fn); err != nil {
		t.Fatal(err)
	}
}

// overlay takes the overlay that was asked for last.
func (b *wall) overlay(t *testing.T) pane.Overlay {
	t.Helper()
	for _, msg := range slices.Backward(b.host.Asked) {
		if s, ok := msg.(pane.Show); ok {
			return s.Overlay
		}
	}
	t.Fatal("nothing was opened")
	return nil
}

func TestRangesOfMarks(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("j", "v", "j", "j")
		if got := b.pane.Title(); got != "Five · 5 of 100 · 3 marked" {
			t.Errorf("the title is %q", got)
		}
		b.Keys("k", "space", "G") // the range ends
		b.Keys("x")
		if got := b.onMap(t); got != "034" {
			t.Errorf("the store has %s", got)
		}
		b.Keys("g", "shift+down", "esc") // dropped
		if got := b.pane.Title(); got != "Five · 3 of 100" {
			t.Errorf("the title is %q", got)
		}
		b.Keys("ctrl+a", "*", "shift+up", "v", "b")
		if got := b.onMap(t); got != "4|03" {
			t.Errorf("the store has %s", got)
		}
	})
}

func TestOrderByColumns(t *testing.T) {
	at(t, 100, 12, func(t *testing.T, b *wall) {
		b.edit(t, func(tx *store.Tx) error {
			for id, name := range map[model.PersonID]string{1: "Person 000000 Zoe", 2: "Person 000001 Abe"} {
				p, err := tx.Person(id)
				if err != nil {
					return err
				}
				p.Name, p.Positions = name, nil
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
			}
			return nil
		})
		b.Send(b.pane.Load()())
		b.choose(t, "o", "c") // those without a company last
		if got := b.shown(); !strings.HasSuffix(got, "01") || len(got) != 5 {
			t.Errorf("by company: %s", got)
		}
		b.Contains("company▲")
		b.choose(t, "o", "c") // and whichever way
		if got := b.shown(); !strings.HasSuffix(got, "01") {
			t.Errorf("the other way round: %s", got)
		}
		b.Contains("company▼")
		b.choose(t, "o", "n")
		if got := b.shown(); got != "01234" {
			t.Errorf("by name: %s", got)
		}
		if got := b.pane.Title(); got != "Five · 5 of 100 · by name" {
			t.Errorf("the title is %q", got)
		}
		b.Keys("J")
		b.told(t, "the list is not in the order of the ranks")
		b.choose(t, "o", "r")
		b.choose(t, "o", "r")
		if got := b.shown(); got != "43210" {
			t.Errorf("the ranks from the last: %s", got)
		}
		b.Keys("J")
		b.told(t, "the list is not in the order of the ranks")
		b.choose(t, "o", "r")
		b.Keys("J")
		if got := b.shown(); len(got) != 5 || b.onMap(t) != got {
			t.Errorf("shown %s, stored %s", got, b.onMap(t))
		}
	})
}

// choose presses a key that opens a menu, and one in the menu.
func (b *wall) choose(t *testing.T, opens, key string) {
	t.Helper()
	b.Keys(opens)
	b.answer(b.overlay(t), key)
}

// answer presses keys in an overlay, and runs what comes of them.
func (b *wall) answer(o pane.Overlay, keys ...string) {
	o.SetSize(o.Want(80, 30))
	h := panetest.New(o)
	for _, k := range keys {
		key, err := tuitest.Key(k)
		if err != nil {
			panic(err)
		}
		_, cmd := h.Update(tea.KeyPressMsg(key))
		b.run(cmd)
	}
}

// run runs a command of an overlay, and what it asks the root for.
func (b *wall) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case pane.Close:
		b.run(msg.Then)
	case tea.BatchMsg:
		for _, c := range msg {
			b.run(c)
		}
	case nil:
	default:
		if next, ok := overlay.Chosen(msg); ok {
			b.run(next)
			return
		}
		b.Send(msg)
	}
}

// told fails unless the last key was refused for a reason.
func (b *wall) told(t *testing.T, why string) {
	t.Helper()
	last := b.host.Asked[len(b.host.Asked)-1]
	if got := fmt.Sprint(last); !strings.Contains(got, why) {
		t.Errorf("told %q, want %q", got, why)
	}
}

func TestRankAtATypedPlace(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("G", "#")
		b.answer(b.overlay(t), "2", "enter")
		if got := b.onMap(t); got != "04123" {
			t.Errorf("the store has %s", got)
		}
		b.Keys("g", "space", "j", "space", ">") // 0 and 1 last, in their order
		if got := b.onMap(t); got != "42301" {
			t.Errorf("the store has %s", got)
		}
		b.Keys("esc", "G", "<")
		if got := b.onMap(t); got != "14230" {
			t.Errorf("the store has %s", got)
		}
		b.Keys("#")
		o := b.overlay(t)
		b.answer(o, "x", "enter")
		if !strings.Contains(o.View(), "a rank is a number from 1 to 5") {
			t.Errorf("it says %s", o.View())
		}
	})
}

func TestTiersAndNotes(t *testing.T) {
	at(t, 100, 12, func(t *testing.T, b *wall) {
		b.Keys("j", "space", "space") // 1 and 2
		b.choose(t, "t", "a")
		if got := b.onMap(t); got != "01A2A34" {
			t.Errorf("the store has %s", got)
		}
		b.Lacks("tier A,") // the ranks do not follow
		b.choose(t, "o", "t")
		b.Contains("tier A, 2 people", "without a tier")
		if got := b.shown(); got != "12034" {
			t.Errorf("by tier %s", got)
		}
		b.choose(t, "o", "r")
		b.Keys("g", "N")
		b.answer(b.overlay(t), "m", "e", "t", "enter")
		b.Contains("note: met")
		b.Keys("j")
		b.Lacks("note: met")
		b.view(t, func(tx *store.Tx) error {
			m, err := tx.Map(1)
			if m.Entries[0].Note != "met" {
				t.Errorf("the store has %+v", m.Entries[0])
			}
			return err
		})
	})
}

// What one does is done to what others have made of the map meanwhile.
func TestEditsRunOnWhatStands(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.store.hold = make(chan struct{})
		b.Keys("b")
		b.edited(t, func(m *model.Map) error { _, err := m.MoveTo(5, 1); return err })
		close(b.store.hold)
		b.Settle()
		if got := b.onMap(t); got != "4123|0" {
			t.Errorf("the store has %s", got)
		}
	})
}

// edited changes the map as a colleague does, past the slow store.
func (b *wall) edited(t *testing.T, edit func(m *model.Map) error) {
	t.Helper()
	_, err := b.store.Store.Edit(store.By("grace", "changed the map"), func(tx *store.Tx) error {
		m, err := tx.Map(1)
		if err != nil {
			return err
		}
		if err := edit(&m); err != nil {
			return err
		}
		return tx.PutMap(&m)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestBenchSendsAndBringsIn(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("B")
		b.told(t, "nobody is on the bench")
		b.Keys("j", "b")
		if got := b.onMap(t); got != "0234|1" {
			t.Errorf("the store has %s", got)
		}
		if got := b.pane.Title(); got != "Five · 4 of 100 · bench 1" {
			t.Errorf("the title is %q", got)
		}
		b.Keys("B")
		b.Contains("1 on the bench")
		if got := b.shown(); got != "02341" {
			t.Errorf("shown %s", got)
		}
		b.Keys("G", "#")
		b.told(t, "who is on the bench has no rank")
		b.Keys("b") // there is room
		if got := b.onMap(t); got != "02341" {
			t.Errorf("the store has %s", got)
		}
	})
}

// A full map takes nobody in but for somebody: the lowest ranked is offered first.
func TestBenchOfAFullMap(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.edit(t, func(tx *store.Tx) error {
			m, err := tx.Map(1)
			if err != nil {
				return err
			}
			for range 96 {
				p := model.Person{Name: "Someone"}
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
				if len(m.Entries) < model.MapSize {
					m.Entries = append(m.Entries, model.Entry{Person: p.ID})
				} else if err := m.ToBench(p.ID); err != nil {
					return err
				}
			}
			return tx.PutMap(&m)
		})
		b.Send(b.pane.Load()())
		b.Keys("B", "G", "b")
		o := b.overlay(t)
		if !strings.Contains(o.Title(), "Who goes to the bench for Someone?") {
			t.Fatalf("asked %q", o.Title())
		}
		b.answer(o, "enter")
		b.view(t, func(tx *store.Tx) error {
			m, err := tx.Map(1)
			if len(m.Entries) != 100 || m.Entries[99].Person != 101 || len(m.Bench) != 1 || m.Bench[0].Person != 100 {
				t.Errorf("the last on the map is %+v, the bench %+v", m.Entries[99], m.Bench)
			}
			return err
		})
		b.pane.Add(77, "Somebody") // is there
		b.host.Asked = nil
		b.edit(t, func(tx *store.Tx) error { return tx.PutPerson(&model.Person{Name: "One More"}) })
		b.Send(b.pane.Add(102, "One More")())
		ask := b.overlay(t)
		ask.SetSize(80, 5)
		if !strings.Contains(ask.View(), "Put One More on its bench?") {
			t.Fatalf("asked %q", ask.View())
		}
	})
}

func TestViewsShareTheCursor(t *testing.T) {
	at(t, 140, 20, func(t *testing.T, b *wall) {
		b.edit(t, func(tx *store.Tx) error {
			for id, company := range map[model.PersonID]string{1: "Acme, Inc.", 2: "Oak Mills", 3: "ACME", 4: "Oak Mills", 5: "Acme"} {
				p, err := tx.Person(id)
				if err != nil {
					return err
				}
				p.Positions = []model.Position{{Company: company, Title: "Engineer", Start: model.Year(2020)}}
				if err := tx.PutPerson(&p); err != nil {
					return err
				}
			}
			return nil
		})
		b.Send(b.pane.Load()())
		on := func(want model.PersonID) {
			t.Helper()
			if prof := b.pane.Preview(); prof == nil || prof.Person.ID != want {
				t.Errorf("the cursor is on %v, want %d", prof, want)
			}
		}
		b.Keys("j", "j", "p") // the picture
		on(3)
		b.Contains("3 Person 000002", "up: receptivity, right: fit")
		b.Keys("p") // the companies
		on(3)
		b.Contains("Acme", "Oak Mills", "best ranked")
		b.Keys("j")
		on(2) // the best ranked there
		b.Keys("x")
		b.told(t, "a company is selected")
		b.Keys("enter")
		if got := b.shown(); got != "13" {
			t.Errorf("at Oak Mills %s", got)
		}
		b.Contains("at Oak Mills")
		b.Keys("j")
		on(4)
		b.Keys("esc") // back to the companies, and she stays
		b.Contains("best ranked")
		on(4)
		b.Keys("space") // both of them
		if got := b.pane.Title(); !strings.Contains(got, "2 marked") {
			t.Errorf("the title is %q", got)
		}
		b.choose(t, "o", "n")
		b.Contains("company▲")
		b.Keys("p") // the list
		if got := b.shown(); got != "01234" {
			t.Errorf("in the list %s", got)
		}
	})
}

func TestCompareNeedsTwo(t *testing.T) {
	at(t, 80, 12, func(t *testing.T, b *wall) {
		b.Keys("=")
		b.told(t, "two people are compared")
		b.Keys("space", "j", "=") // the marked one and the one under the cursor
		if got := b.overlay(t).Title(); got != "Person 000000 and Person 000002" {
			t.Errorf("compared %q", got)
		}
		b.Keys("space", "G", "=") // the two that are marked
		if got := b.overlay(t).Title(); got != "Person 000000 and Person 000002" {
			t.Errorf("compared %q", got)
		}
		b.Keys("space", "=")
		b.told(t, "two people are compared")
	})
}
