package tui_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui"
	"talentmap/tui/tuitest"
)

var steps = flag.Int("keys.steps", 3000, "how many random keys TestRandomKeys presses")

// monkey presses random keys at random sizes while grace changes the store.
type monkey struct {
	*bench
	r    *rand.Rand
	keys []string
	w, h int
	log  []string // the last things done, for the failure
}

func TestRandomKeys(t *testing.T) {
	const perSession = 500
	for seed := range (*steps + perSession - 1) / perSession {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			at(t, setup{aloud: seed%3 == 2}, func(b *bench) {
				m := &monkey{bench: b, r: rand.New(rand.NewPCG(uint64(seed), 1)), keys: allKeys(), w: 120, h: 40}
				defer m.tell()
				for range perSession {
					m.step()
				}
			})
		})
	}
}

// allKeys are the keys of every place, and some that are none.
func allKeys() []string {
	keys := strings.Fields("é 界 👍 § 7 9 ctrl+g ctrl+k ctrl+w ctrl+z alt+b alt+x f1 f12 insert delete home end tab enter enter esc esc esc backspace left right up down down")
	for _, c := range tui.Contexts() {
		for _, a := range c.Actions {
			keys = append(keys, a.Keys...)
		}
	}
	return slices.DeleteFunc(keys, func(k string) bool { return k == "q" || k == "ctrl+c" })
}

// tell shows what led to a failure.
func (m *monkey) tell() {
	p := recover()
	if m.t.Failed() || p != nil {
		m.t.Logf("the last steps: %s", strings.Join(m.log[max(0, len(m.log)-40):], " "))
	}
	if p != nil {
		panic(p)
	}
}

func (m *monkey) note(s string) { m.log = append(m.log, s) }

// step does one thing and looks at the screen.
func (m *monkey) step() {
	m.t.Helper()
	switch n := m.r.IntN(100); {
	case n < 84:
		k := m.keys[m.r.IntN(len(m.keys))]
		m.note(k)
		m.Keys(k)
	case n < 88:
		m.w, m.h = 1+m.r.IntN(220), 1+m.r.IntN(60)
		m.note(fmt.Sprintf("%d×%d", m.w, m.h))
		m.Resize(m.w, m.h)
	case n < 90:
		text := []string{"a", "two\nlines", "界\t\x1b[31mred", strings.Repeat("long ", 400), "\xff\u202e"}[m.r.IntN(5)]
		m.note(fmt.Sprintf("paste %.10q", text))
		m.Paste(text)
	case n < 91:
		m.pointer()
	case n < 92:
		m.note("wait")
		m.clock.Advance(time.Duration(m.r.IntN(3000)) * time.Millisecond)
	case n < 99:
		m.note("grace")
		m.grace()
	default:
		m.note("quit")
		m.again()
	}
	if m.Done() {
		if last := m.log[len(m.log)-1]; last != "enter" && !strings.HasPrefix(last, "mouse ") {
			m.t.Fatal("the session ended")
		}
		m.reopen() // quit was chosen from a list
		m.w, m.h = 120, 40
	}
	if err := tuitest.CheckFrame(m.root.View().Content, m.w, m.h); err != nil {
		m.t.Fatalf("%v\n%s", err, m.root.View().Content)
	}
}

// pointer clicks somewhere, twice at times, or turns the wheel.
func (m *monkey) pointer() {
	m.t.Helper()
	at := tea.Mouse{X: m.r.IntN(m.w), Y: m.r.IntN(m.h), Button: tea.MouseLeft}
	m.note(fmt.Sprintf("mouse %d,%d", at.X, at.Y))
	for range 1 + m.r.IntN(2) {
		m.Send(tea.MouseClickMsg(at))
	}
	at.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[m.r.IntN(2)]
	for range m.r.IntN(4) {
		m.Send(tea.MouseWheelMsg(at))
	}
}

// grace changes something, as far as it is there.
func (m *monkey) grace() {
	m.t.Helper()
	_, err := m.store.Edit(store.By("grace", "changed something"), m.change)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		m.t.Fatal(err)
	}
	m.Settle()
}

func (m *monkey) change(tx *store.Tx) error {
	id := model.PersonID(1 + m.r.IntN(130))
	switch m.r.IntN(5) {
	case 0:
		return tx.PutPerson(&model.Person{Name: "Someone New", Skills: []string{"Go"}})
	case 1:
		d, err := tx.Draft(id)
		if err != nil {
			return err
		}
		d.Body += " (grace)"
		return tx.PutDraft(&d)
	case 2:
		return tx.PutSignal(&model.Signal{Kind: model.OpenToWork, Person: id, Date: model.DateOf(m.clock.Now())})
	case 3:
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Name, p.Location = p.Name+" Ö", "Oslo"
		return tx.PutPerson(&p)
	}
	tm, err := tx.Map(1)
	if err != nil || len(tm.Entries) == 0 {
		return err
	}
	if err := tm.Remove(tm.Entries[m.r.IntN(len(tm.Entries))].Person); err != nil {
		return err
	}
	return tx.PutMap(&tm)
}

// again leaves and comes back.
func (m *monkey) again() {
	m.t.Helper()
	m.Resize(120, 40)
	m.Keys("ctrl+c")
	if !m.Done() { // a text that grace has written into meanwhile is to be read first
		m.Keys("ctrl+c")
	}
	if !m.Done() {
		m.t.Fatalf("the session did not end:\n%s", m.Frame())
	}
	m.reopen()
	m.w, m.h = 120, 40
}

// Whatever happens around it, what was typed to each person is in the store at
// the end, letter by letter.
func TestNothingTypedIsLost(t *testing.T) {
	for seed := range 6 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				r := rand.New(rand.NewPCG(uint64(seed), 2))
				ids := b.ranked()
				typed := map[model.PersonID]string{}
				for _, id := range ids {
					typed[id] = b.draft(id).Body
				}
				for range 25 {
					row := r.IntN(20)
					b.press("1 g")
					for range row {
						b.Keys("j")
					}
					b.Keys("c")
					if _, y, ok := b.Cursor(); !ok {
						t.Fatalf("nothing can be typed:\n%s", b.Frame())
					} else if strings.Contains(b.Line(y), "subject ") {
						b.Keys("tab")
					}
					b.Keys("ctrl+end")
					typed[ids[row]] += b.prose(r)
					if r.IntN(4) == 0 {
						b.Keys("ctrl+c")
						b.reopen()
						continue
					}
					b.Keys("esc")
				}
				b.Keys("ctrl+c")
				for id, want := range typed {
					if got := b.draft(id).Body; got != want {
						t.Errorf("to %s the store has\n%q, typed was\n%q", b.name(id), got, want)
					}
				}
			})
		})
	}
}

// prose types some words, with the world going on meanwhile, and returns them.
func (b *bench) prose(r *rand.Rand) string {
	b.t.Helper()
	var out strings.Builder
	for range 1 + r.IntN(40) {
		char := []string{"a", "é", "界", " ", "\n", "7", "?", "q"}[r.IntN(8)]
		out.WriteString(char)
		b.Type(char)
		switch r.IntN(12) {
		case 0:
			b.clock.Advance(time.Duration(r.IntN(900)) * time.Millisecond)
		case 1:
			b.Resize(100+r.IntN(100), 30+r.IntN(30))
		case 2:
			b.Paste("pasted")
			out.WriteString("pasted")
		case 3:
			b.edit("moved someone", func(tx *store.Tx) error {
				p, err := tx.Person(model.PersonID(1 + r.IntN(120)))
				if err != nil {
					return err
				}
				p.Notes += "x"
				return tx.PutPerson(&p)
			})
		}
	}
	return out.String()
}
