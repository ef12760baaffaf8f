package tui_test

import (
	"strings"
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

// Who knows the way types on before a page is there: the keys find what they are meant
// for, page after page, and in their order.
func TestKeysTypedAheadFindThePage(t *testing.T) {
	for _, c := range []struct{ keys, shows string }{
		{"C j enter", "Vantoro · 9 work there"},
		{"C j enter j enter", "Ines von der Heide · 2 of 9 · Vantoro ─"},
		{"R enter tab", "she was hired and is not to be sourced"},
		{"H j j esc", "▸ 1 Platform & data"},
	} {
		at(t, setup{w: 120, h: 40}, func(b *bench) {
			b.press(c.keys)
			slowly := b.Frame()
			b.Contains(c.shows)
			b.reopen()
			before := b.Frame()
			b.gate.Shut()
			b.press(c.keys)
			if b.Frame() != before {
				t.Errorf("%s: the screen has changed before anything was read:\n%s", c.keys, b.Frame())
			}
			b.gate.Open()
			b.Settle()
			for range strings.Fields(c.keys) {
				b.clock.Advance(8 * time.Millisecond)
				b.Settle()
			}
			if b.Frame() != slowly {
				t.Errorf("%s typed ahead is\n%s\nand else\n%s", c.keys, b.Frame(), slowly)
			}
		})
	}
}

// What is typed waits on for a page that takes its time, which is said; esc gives up, and the
// help opens.
func TestKeysTypedAheadWaitForASlowPage(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.gate.Shut()
		b.press("R enter")
		b.clock.Advance(150 * time.Millisecond)
		b.press("tab")
		b.Contains("the page is being read, and what you type waits for it: esc gives up")
		b.gate.Open()
		b.Settle()
		b.clock.Advance(8 * time.Millisecond)
		b.Contains("she was hired and is not to be sourced")
		b.press("1")
		b.gate.Shut()
		b.press("R enter")
		b.clock.Advance(150 * time.Millisecond)
		b.press("esc")
		b.Contains("▸ 1 Platform & data")
		b.press("enter e f1")
		b.Contains("Keys ·")
		b.gate.Open()
		b.Settle()
		b.press("esc esc")
		b.Contains("▸ 1 Platform & data") // and nothing of it comes later
	})
}

// A page that cannot be read keeps no keys.
func TestKeysAreAnsweredWhereThePageCannotBeRead(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.gate.Shut()
		b.press("C j enter")
		if err := b.store.Close(); err != nil {
			t.Fatal(err)
		}
		b.gate.Open()
		b.Settle()
		b.clock.Advance(8 * time.Millisecond)
		b.press("enter")
		b.Contains("open: ")
	})
}

// Who has another key for going back gives up with that, as it is said.
func TestTheKeyThatGoesBackGivesUp(t *testing.T) {
	for _, c := range []struct {
		keys      map[string][]string
		key, said string
	}{
		{map[string][]string{"go.home": {"f9"}}, "f9", "f9 gives up"},
		{map[string][]string{"roles.close": {"f9"}}, "f9", "gives up"},
		{nil, "h", "esc gives up"},
	} {
		at(t, setup{w: 120, h: 40, keys: c.keys}, func(b *bench) {
			b.gate.Shut()
			b.press("R enter")
			b.clock.Advance(150 * time.Millisecond)
			b.press("tab")
			b.Contains(c.said)
			b.press(c.key)
			b.Contains("▸ 1 Platform & data")
			b.gate.Open()
			b.Settle()
			b.Contains("▸ 1 Platform & data") // and nothing of it comes later
		})
	}
}

// A click leaves a page that is being read as well; what was typed to it is no key for
// what is there then.
func TestAClickLeavesAPageThatIsRead(t *testing.T) {
	at(t, setup{w: 120, h: 40}, func(b *bench) {
		b.gate.Shut()
		b.press("R enter")
		b.clock.Advance(150 * time.Millisecond)
		b.click("esc back")
		b.Contains("▸ 1 Platform & data")
		b.gate.Open()
		b.Settle()
		b.press("j")
		b.Contains("▌  2 Mikko")
		b.Lacks("what you type waits for it")
	})
}
