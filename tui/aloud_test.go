package tui_test

import (
	"strings"
	"testing"

	"talentmap/tui/pane"
)

// stands checks the line on which the terminal's cursor stands: what a screen reader
// says.
func (b *bench) stands(want string) {
	b.t.Helper()
	_, y, shown := b.Cursor()
	if !shown {
		b.t.Fatalf("no cursor is shown, want it at %q", want)
	}
	if line := b.Line(y); !strings.Contains(line, want) {
		b.t.Errorf("the cursor stands on %q, want %q", line, want)
	}
}

// The cursor stands on what one has come to.
func TestAScreenReaderIsLed(t *testing.T) {
	at(t, setup{aloud: true, w: 100, h: 30}, func(b *bench) {
		b.stands(">  1 Bruno Marini")
		b.press("j j")
		b.stands(">  3 Patrícia")
		b.press("2 j")
		b.stands(">Elena Echeverría")
		b.Contains("here: 2 queue", "cool", "replies waiting")
		b.press("1 J")
		b.stands("ranked Patrícia Brandão 4 on Platform") // what has happened, until the next key
		b.press("w")
		b.stands("+") // the first point of the score
		b.press("esc :")
		b.stands("> what would you like to do?")
		b.press("=map")
		b.stands("> map")
		b.press("down")
		b.stands(">")
		if _, y, _ := b.Cursor(); y < 4 {
			t.Errorf("after an arrow the cursor stands on %q", b.Line(y))
		}
		b.press("=s")
		b.stands("> maps")
		b.press("esc c =Hi")
		b.stands("subject Hi")
		b.press("esc 1 x")
		b.stands("Take Patrícia Brandão off")
		b.press("n enter")
		b.stands("Distinguished Engineer at")
		b.press("I")
		b.stands("path")
	})
}

// Where there is no row it stands on the first line that says something.
func TestAScreenReaderIsToldWhatIsEmpty(t *testing.T) {
	at(t, setup{aloud: true, empty: true}, func(b *bench) {
		b.stands("Whom would you hire")
		b.press("2")
		b.stands("Nothing is due")
		b.press("3")
		b.stands("Nobody is selected")
		b.press("H")
		b.stands("Nothing has been changed yet")
	})
}

// Nothing is drawn around anything, and each thing has its words.
func TestAScreenForAReaderHasNoFrames(t *testing.T) {
	at(t, setup{aloud: true}, func(b *bench) {
		for _, keys := range []string{"", "2", "3", "1 enter", "esc w", "esc ?", "esc x", "n H", "esc M", "esc I =testdata/people.csv enter", "esc !"} {
			b.press(keys)
			if frame := b.Frame(); strings.ContainsAny(frame, "╭╮╰╯│─━┃┏┓┗┛▌▸●◐○▲▼▬█░⠋") {
				t.Errorf("after %q something is drawn:\n%s", keys, frame)
			}
		}
		b.press("esc 1")
		b.Contains("growing", "plateaued", "declining", "hot", "warm", "cool")
		b.press("G")
		b.Contains("locked")
	})
}

// What takes its time does not move.
func TestAReaderIsNotDisturbed(t *testing.T) {
	at(t, setup{aloud: true}, func(b *bench) {
		job, hold := slow("counting", pane.Done{})
		b.Send(job)
		b.clock.Advance(200e6)
		b.Contains(" counting")
		frame := b.Frame()
		b.clock.Advance(4e9)
		if b.Frame() != frame {
			t.Error("the screen has changed by itself")
		}
		close(hold)
		b.Settle()
	})
}
