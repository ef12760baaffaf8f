package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"talentmap/tui/pane"
)

func TestWhatHasHappenedIsKept(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("!")
		b.Contains("Messages · 0", "Nothing has been told yet")
		b.press("y esc x y u é /  enter") // é is told, and not kept
		b.press("!")
		b.Contains("Messages · 2", "▌09:00:00  took back: took Bruno Marini off", " 09:00:00  took Bruno Marini off", "ctrl+r brings it back")
		b.Lacks("does nothing")
		b.clock.Advance(time.Minute)
		b.press("j y")
		if got := b.Clipboard(); got != "took Bruno Marini off Platform & data, payments, Europe" {
			t.Errorf("copied %q", got)
		}
		b.Contains("copied the message", " 09:01:00  copied the message", "▌09:00:00  took Bruno Marini off")
		b.press("!")
		b.Lacks("Messages ·")
	})
}

// An error stays until a key that comes late enough for it to have been read.
func TestAnErrorStaysUntilAKey(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.Send(pane.Fail(errors.New("no space left on the disk")))
		b.press("j")
		b.Contains("no space left on the disk")
		b.clock.Advance(time.Hour)
		b.Contains("no space left on the disk", "▌  2 Mikko")
		b.press("j")
		b.Lacks("no space left on the disk")
		b.Contains("▌  3 Patrícia") // the key does what it does
		b.Send(pane.Fail(errors.New("no space left on the disk")), pane.Fail(errors.New("no space left on the disk")))
		b.press("!")
		b.Contains("Messages · 1, 1 error", "error  3 times: no space left on the disk")
	})
}

func TestALongErrorIsReadAmongTheMessages(t *testing.T) {
	at(t, setup{w: 80, h: 24}, func(b *bench) {
		b.Send(pane.Fail(errors.New(strings.Repeat("very ", 20) + "wrong")))
		b.Contains("… · ! shows the whole")
		b.click("shows the whole")
		b.Contains("Messages · 1, 1 error", "very wrong")
	})
}

func TestTheNewestMessagesAreKept(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		for i := range 250 {
			b.Send(pane.Toast{Text: fmt.Sprintf("message %d.", i)})
		}
		b.press("! G")
		b.Contains("Messages · 200", "▌09:00:00  message 50.")
		b.Send(pane.Toast{Text: "one more"}) // the cursor's goes, and it stays at its place
		b.Contains("Messages · 200", "message 51.")
		b.press("g")
		b.Contains("▌09:00:00  one more")
	})
}

// Every act that can be taken back says so, with the key that does.
func TestActsOfferTheirUndo(t *testing.T) {
	for keys, want := range map[string]string{
		"J":                                         "ranked Bruno Marini 2 on Platform & data, payments, Europe · u takes it back",
		"M =Data enter enter enter enter enter":     "started the map Data · u takes it back",
		"c =Hi esc x y":                             "threw away the draft to Bruno Marini · u takes it back",
		"j c " + goodMail + " ctrl+x S":             "logged e-mail to Mikko Nieminen-Ojala, touch 1 of 4 · u takes it back",
		"f =hoff ctrl+s =hoffs enter":               "saved the filter @hoffs · u takes it back",
		"x y a =bruno_marini enter esc":             "added Bruno Marini to Platform & data, payments, Europe · u takes it back",
		toHer + "e =x ctrl+s":                       "edited Käthe Hoffmann-Lehmann: name · u takes it back",
		"I =testdata/people.csv enter y":            "imported 4 new, 0 changed, 4 people in 6 rows, left out 1 row · u takes it back",
		"x y u":                                     "· ctrl+r brings it back",
		"x y u ctrl+r":                              "again: took Bruno Marini off Platform & data, payments, Europe · u takes it back",
		"H u y":                                     "took back: imported sample (made up): 120 new, 0 changed · ctrl+r brings it back",
		"f =hoff ctrl+s =h enter esc F ctrl+x":      "deleted the filter @h · u takes it back",
		"f =hoff ctrl+s =h enter esc F f2 =x enter": "renamed the filter @h to @hx · u takes it back",
	} {
		t.Run(keys, func(t *testing.T) {
			at(t, setup{w: 160, h: 40}, func(b *bench) {
				b.press(keys)
				b.Contains(want)
			})
		})
	}
}
