package gallery_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talentmap/tui/gallery"
	"talentmap/tui/tuitest"
)

// TestViewer walks through scenes, changes their look and size, tries one and comes
// back.
func TestViewer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		t.Chdir(dir)
		if err := gallery.Provide("."); err != nil {
			t.Fatal(err)
		}
		welcome, _ := gallery.Find("welcome")
		person, _ := gallery.Find("person")
		v := gallery.NewViewer(t.Context(), dir, []gallery.Scene{welcome, person}, 0)
		s := tuitest.New(t, v, 120, 41)
		// until lets the scene go on, a key at a time, until it shows the text.
		until := func(text string) {
			for range 200 {
				if s.Settle(); strings.Contains(s.Frame(), text) {
					return
				}
				time.Sleep(time.Second) // in the bubble
			}
			s.Contains(text)
		}
		until("Whom would you hire")
		s.Contains("1 of 2  An empty database", "n next")
		s.Keys("n")
		until("Positions")
		s.Contains("2 of 2  The person", "Käthe Hoffmann-Lehmann", "╭")
		for range 3 { // the page was awaited, and nothing happens after it
			time.Sleep(time.Second)
			s.Settle()
		}
		s.Keys("enter", "?")
		until("ctrl+g leaves the scene")
		s.Contains("close")
		s.Keys("ctrl+g", "t", "t", "t")
		until("#=")
		until("Positions")
		s.Lacks("╭")
		s.Contains("Hoffmann-Lehmann", "t aloud")
		s.Keys("s", "s")
		until("80×24")
		until("Positions")
		s.Contains("┊", "Hoffmann-Lehmann")
		s.Keys("p", "q")
		if !s.Done() {
			t.Error("q does not leave")
		}
		if err := v.Close(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute) // in the bubble: what waited has ended
	})
}
