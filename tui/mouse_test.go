package tui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/store"
	"talentmap/tui/config"
)

// on is the cell at which a text begins, in the first row that has it.
func (b *bench) on(text string) (x, y int) {
	b.t.Helper()
	for y, line := range strings.Split(b.Frame(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return ansi.StringWidth(before), y
		}
	}
	b.t.Fatalf("%q is not on the screen:\n%s", text, b.Frame())
	return 0, 0
}

// click clicks on a text, wheel turns the wheel over it, down where n is positive.
func (b *bench) click(text string) {
	b.t.Helper()
	x, y := b.on(text)
	b.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}, tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func (b *bench) wheel(text string, n int) {
	b.t.Helper()
	x, y := b.on(text)
	button := tea.MouseWheelDown
	if n < 0 {
		n, button = -n, tea.MouseWheelUp
	}
	for range n {
		b.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
}

// doubleClick is two clicks, so long after one another.
func (b *bench) doubleClick(text string, after time.Duration) {
	b.t.Helper()
	b.click(text)
	b.clock.Advance(after)
	b.click(text)
}

func TestAClickPutsTheCursorOnARow(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.click("Simão dos")
		b.Contains("▌  5 Simão dos", "3 To Simão dos Santos")
		b.press("j")
		b.Contains("▌  6 Nicolò")
		b.click("Jasmine Cart") // in the queue
		b.Contains("▸ 2 Queue", "▌Jasmine Cart", "3 To Jasmine Carter")
		b.click("touches due") // the head of a section is no row
		b.Contains("▸ 2 Queue", "▌Jasmine Cart")
		b.press("k k k") // nor for the keys
		b.Contains("▌Ines von der")
		b.click("nothing written")
		b.Contains("▸ 3 To Ines von der Heide")
		b.click("recept") // a heading is no row
		b.Contains("▸ 1 Platform", "▌  6 Nicolò")
		b.Send(tea.MouseClickMsg{X: 10, Y: 5, Button: tea.MouseRight})
		b.Contains("▌  6 Nicolò")
	})
}

func TestASecondClickOpens(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.doubleClick("Simão dos", 500*time.Millisecond) // too late
		b.Lacks("Contact and source", "outreach: ")
		b.clock.Advance(time.Second)
		b.doubleClick("Simão dos", 300*time.Millisecond)
		b.Contains("─ Simão dos Santos · 5 of 70 · Platform & data", "outreach: ")
		b.press("esc")
		b.clock.Advance(time.Second)
		b.click("Simão dos")
		b.click("Nuria Peña") // another row
		b.Lacks("outreach: ")
		b.press(":")
		b.doubleClick("saved filters", 100*time.Millisecond)
		b.Contains("Saved filters")
		b.Lacks("Commands")
	})
}

// The wheel scrolls what is below the pointer, and moves no cursor; any key brings
// the cursor back into view.
func TestTheWheelScrolls(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.wheel("Bruno Marini", 4) // twelve rows
		b.Lacks("   2 Mikko", "▌  1 Bruno")
		b.Contains("│  13 Stanisław", "3 To Bruno Marini")
		b.wheel("Jasmine Cart", 1)
		b.Contains("▸ 1 Platform", "│  13 Stanisław") // nor the other view
		b.Lacks("Ökrös Nóra    Who")
		b.edit("moved someone", func(tx *store.Tx) error { // nor does a reload
			m, err := tx.Map(1)
			if err != nil {
				return err
			}
			m.Name += "!"
			return tx.PutMap(&m)
		})
		b.Contains("Europe! ·", "│  13 Stanisław")
		b.Lacks("▌  1 Bruno", "   2 Mikko")
		b.press("é")
		b.Contains("▌  1 Bruno", "   2 Mikko", "Ökrös Nóra    Who")
		b.wheel("Bruno Marini", 4)
		b.press("j")
		b.Contains("▌  2 Mikko")
		b.wheel("Bruno Marini", -3)
		b.Contains("▌  2 Mikko")
		b.wheel("Bruno Marini", 100)
		b.Contains("│  70 ")
		b.click("Kerem")
		b.Contains("▌ 70 ", "│  40 ")
	})
}

func TestTheWheelReads(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("enter")
		b.Contains("outreach: ")
		b.wheel("outreach: ", 2)
		b.Lacks("outreach: ")
		b.press("esc w")
		before := b.Frame()
		b.Send(tea.MouseWheelMsg{X: 1, Y: 1, Button: tea.MouseWheelDown}, tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}) // beside what lies above
		if b.Frame() != before {
			t.Errorf("beside an overlay something has changed:\n%s", b.Frame())
		}
	})
}

// A long text scrolls while the cursor stays; what is typed goes where the cursor is.
func TestTheWheelScrollsAText(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("c enter")
		for i := range 40 {
			b.Type("line" + string(rune('A'+i%26)) + "\n")
		}
		b.press("ctrl+home")
		if _, _, shown := b.Cursor(); !shown {
			t.Error("the cursor is not shown")
		}
		b.wheel("lineB", 3)
		b.Lacks("│ lineA")
		if _, _, shown := b.Cursor(); shown {
			t.Error("the cursor is shown where it is not")
		}
		b.Type("!")
		b.Contains("!lineA")
	})
}

func TestTabsAndHintsAreClicked(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.click("2 queue")
		b.Contains("[2 queue]")
		b.click("3 composer")
		b.Contains("[3 composer]")
		b.click("1 map")
		b.click("/ narrow")
		b.Type("mikko")
		b.Contains("1 match")
		b.press("esc x")
		b.click("y yes")
		b.Contains("took Mikko Nieminen-Ojala off")
		b.clock.Advance(time.Minute)
		b.click("? keys")
		b.Contains("Keys ·")
		b.click("esc close")
		b.Lacks("Keys ·")
		hold(b)
		b.click("to review · V")
		b.Contains("Review · 2 rows")
		b.click("Sergio Echeverría, ")
		b.Contains("▌Sergio Echeverría, ", "Nowhere")
		b.click("Sergio Echeverría, ")
		b.Contains("─ Sergio Echeverría ─", "outreach: ")
	})
}

// While a message is typed a click puts the cursor there; elsewhere it ends the
// typing, and saves.
func TestClicksWhileTyping(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("c =a_talk enter =one_two enter =three")
		b.click("two")
		b.Type("X")
		b.Contains("one Xtwo")
		b.click("a talk")
		b.Type("Y")
		b.Contains("subject Ya talk")
		b.click("Mikko Niem")
		b.Contains("▌  2 Mikko", "3 To Mikko")
		if d := b.draft(b.ranked()[0]); d.Subject != "Ya talk" || d.Body != "one Xtwo\nthree" {
			t.Errorf("the store has %q, %q", d.Subject, d.Body)
		}
		b.press("/ =zz")
		b.click("Jasmine Cart")
		b.press("j")
		b.Contains("▸ 2 Queue", " / zz")
	})
}

func TestFormsAndVersionsAreClicked(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("M")
		b.click("Geography")
		b.Type("Berlin")
		b.click("Function")
		b.Type("Data")
		b.Contains("▌Function   Data", " Geography  Berlin")
		b.press("esc y " + toHer)
		conflict(b)
		b.click(" notes  both")
		b.Contains("▌notes")
	})
}

func TestTheMouseIsTheTerminalsAgain(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		mode := func(want tea.MouseMode) {
			t.Helper()
			if got := b.root.View().MouseMode; got != want {
				t.Errorf("the mouse mode is %v, want %v", got, want)
			}
		}
		mode(tea.MouseModeCellMotion)
		b.press(": =mouse")
		b.Contains("hold shift to select")
		b.press("enter")
		b.Contains("the mouse is the terminal's: it selects text · : mouse on/off takes it again")
		mode(tea.MouseModeNone)
		b.press(": enter")
		mode(tea.MouseModeCellMotion)
		c := b.configured("mouse = false")
		mode(tea.MouseModeNone)
		c.text = ""
		b.press(": =reload enter")
		mode(tea.MouseModeCellMotion)
	})
	if !config.Defaults().Mouse {
		t.Error("by itself the mouse is off")
	}
}

// Wherever one clicks, nothing breaks.
func TestClicksEverywhere(t *testing.T) {
	for _, keys := range []string{"", "enter", "w", "x", "?", "f =an", "M", "I", "I =testdata/people.csv enter", "H", "A", "V", "C", "3", "c =x", "/ =x"} {
		at(t, setup{w: 100, h: 30}, func(b *bench) {
			b.press(keys)
			for _, at := range [][2]int{{0, 0}, {99, 29}, {-1, -1}, {1000, 1000}, {50, 0}, {0, 15}, {50, 15}, {50, 16}, {50, 20}, {20, 29}} {
				m := tea.Mouse{X: at[0], Y: at[1], Button: tea.MouseLeft}
				b.Send(tea.MouseClickMsg(m), tea.MouseClickMsg(m), tea.MouseMotionMsg(m), tea.MouseReleaseMsg(m))
				m.Button = tea.MouseWheelDown
				b.Send(tea.MouseWheelMsg(m))
				m.Button = tea.MouseWheelUp
				b.Send(tea.MouseWheelMsg(m))
			}
			b.Resize(20, 5)
			b.Send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}, tea.MouseWheelMsg{X: 1, Y: 1, Button: tea.MouseWheelUp})
			if b.Done() {
				t.Errorf("after %q a click ended the session", keys)
			}
		})
	}
}
