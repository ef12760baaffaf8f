package tui_test

import (
	"testing"
	"time"
)

// While a page that is opened reads what it shows, what was there stays on the screen: for
// a moment, and no longer than until the next key.
func TestTheScreenStaysForAPageThatIsRead(t *testing.T) {
	for _, open := range []string{"R", "C", "enter", "H"} {
		at(t, setup{w: 120, h: 40}, func(b *bench) {
			before := b.Frame()
			b.gate.Shut()
			b.press(open)
			if b.Frame() != before {
				t.Errorf("%s: the screen has changed before anything was read:\n%s", open, b.Frame())
			}
			b.clock.Advance(150 * time.Millisecond)
			if b.Frame() == before {
				t.Errorf("%s: nothing says that a page was opened", open)
			}
			b.press("esc")
			b.Contains("▸ 1 Platform & data") // and esc leads back
			b.press(open)
			b.press("?") // the next key is for the page, and shows it
			b.Contains("Keys ·")
			b.press("esc")
			if b.Frame() == before {
				t.Errorf("%s: after a key the page is not there", open)
			}
			b.gate.Open()
			b.Settle()
		})
	}
}

// The cursor of the terminal stays with the screen: to a screen reader it says what is
// read.
func TestTheCursorStaysWithTheScreen(t *testing.T) {
	at(t, setup{aloud: true, w: 100, h: 30}, func(b *bench) {
		b.press("j j")
		b.stands(">  3 Patrícia")
		b.gate.Shut()
		b.press("H")
		b.stands(">  3 Patrícia")
		b.gate.Open()
		b.Settle()
		b.stands("imported sample")
	})
}
