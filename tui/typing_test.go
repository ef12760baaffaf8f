package tui_test

import (
	"slices"
	"strings"
	"testing"

	"talentmap/tui"
	"talentmap/tui/widget"
)

// Wherever a line is typed it has the keys of the shell.
func TestEveryLineHasTheSameKeys(t *testing.T) {
	for _, place := range []struct{ name, open string }{
		{"find", "f"},
		{"add", "a"},
		{"commands", ":"},
		{"saved filters", "F"},
		{"narrow", "/"},
		{"import", "I"},
		{"form", "M"},
		{"subject", "c tab"}, // the sample's first has a draft with a subject
	} {
		t.Run(place.name, func(t *testing.T) {
			at(t, setup{}, func(b *bench) {
				b.press(place.open)
				b.press("ctrl+e ctrl+u =onex_twox_threex")
				b.Contains("onex twox threex")
				b.press("ctrl+w =four")
				b.Contains("onex twox four")
				b.press("ctrl+a =a")
				b.Contains("aonex twox four")
				b.press("alt+f =b")
				b.Contains("aonexb twox four")
				b.press("ctrl+k")
				b.Contains("aonexb")
				b.Lacks("twox four")
				b.press("alt+b =c")
				b.Contains("caonexb")
				b.press("ctrl+e ctrl+h =d")
				b.Contains("caonexd")
				b.press("ctrl+u")
				b.Lacks("caonexd")
				b.press("ctrl+z")
				b.Contains("caonexd")
			})
		})
	}
}

// No place has a key of its own that what is typed there takes before it, but for
// the arrow that completes where there is nothing to its right.
func TestNoKeyIsTakenByWhatIsTyped(t *testing.T) {
	var line []string
	for _, k := range widget.Keys() {
		if !k.Rows {
			line = append(line, k.Keys...)
		}
	}
	for _, c := range tui.Contexts() {
		if !slices.Contains([]string{"Lists that narrow while you type", "Lists from which several are chosen", "Find anyone", "Saved filters", "Forms"}, c.Name) {
			continue
		}
		for _, a := range c.Actions {
			for _, k := range a.Keys {
				if slices.Contains(line, k) && !strings.HasPrefix(a.ID, "picker.complete") {
					t.Errorf("%s: %s of %s is a key of the line", c.Name, k, a.ID)
				}
			}
		}
	}
}

// While the map is narrowed the arrows move through it, and the keys of the line
// do not.
func TestNarrowingKeepsTheListsKeysApart(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("/ =e")
		b.Contains(" / e")
		was := b.Frame()
		b.press("ctrl+d ctrl+u")
		if b.Frame() == was {
			t.Error("ctrl+u has not cleared the filter")
		}
		b.Lacks(" match")
		b.press("=e down down")
		b.Contains(" / e", " match")
		b.press("esc")
		if strings.Contains(b.Frame(), " match") {
			t.Error("esc has not ended the filter")
		}
	})
}
