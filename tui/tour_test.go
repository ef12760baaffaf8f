package tui_test

import (
	"strings"
	"testing"
)

// tourist is who has the tour once.
type tourist struct{ begun int }

func (t *tourist) Due() bool   { return t.begun == 0 }
func (t *tourist) Seen() error { t.begun++; return nil }

// TestTour walks through the tour that begins with the sample, by the keys that it
// names.
func TestTour(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		who := &tourist{}
		at(t, setup{empty: true, w: size[0], h: size[1], tour: who}, func(b *bench) {
			b.Lacks("tour")
			b.press("L")
			for _, s := range []struct{ says, keys string }{
				{"tour 1 of 5", "j j enter"},
				{"tour 2 of 5", "esc"},
				{"tour 3 of 5", "2"},
				{"tour 4 of 5", "w esc"},
				{"tour 5 of 5", "c"},
			} {
				b.Contains(s.says, "alt+q leaves")
				b.press(s.keys)
			}
			b.Lacks("tour 5", "alt+q leaves")
			b.Contains("that was the tour")
			if who.begun != 1 {
				t.Errorf("it has begun %d times", who.begun)
			}
			b.reopen()
			b.Lacks("tour 1")
		})
	}
}

// It can be left at any time, taken again, and goes with the sample; what stands on
// the screen stays as it is.
func TestTourIsLeft(t *testing.T) {
	who := &tourist{}
	at(t, setup{w: 80, h: 24, tour: who}, func(b *bench) {
		b.Contains("tour 1 of 5", "opens a person")
		b.press("j j / =pl enter alt+q")
		b.Lacks("tour")
		b.Contains("match")
		b.press(": =take_the_tour enter")
		b.Contains("tour 1 of 5")
		b.Resize(60, 15)
		b.Lacks("tour 1 of 5", "too small")
		b.Resize(60, 19)
		b.Contains("tour 1 of 5")
		b.press("esc u")
		b.Lacks("tour 1 of 5")
		b.press(": =take_the_tour enter")
		b.Contains("the tour goes through the sample")
	})
}

// While the tour is on, nothing below it is cut off: the last row of a list is seen.
func TestTourLeavesTheListWhole(t *testing.T) {
	at(t, setup{w: 80, h: 24, tour: &tourist{}}, func(b *bench) {
		b.press("G")
		lines := strings.Split(b.Frame(), "\n")
		if len(lines) != 24 || !strings.Contains(lines[20], "╰") || !strings.Contains(lines[19], " 70 ") {
			t.Errorf("with the cursor on the last row:\n%s", b.Frame())
		}
	})
}
