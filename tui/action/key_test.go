package action_test

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"talentmap/tui/action"
)

// What terminals send, and how each press is spelled; plain is false for the
// sequences of the kitty keyboard protocol.
var sent = []struct {
	bytes, spelling string
	plain           bool
}{
	{"j", "j", true},
	{"J", "J", true},
	{"?", "?", true},
	{"é", "é", true},
	{" ", "space", true},
	{"+", "+", true},
	{"\r", "enter", true},
	{"\t", "tab", true},
	{"\x7f", "backspace", true},
	{"\x1b[A", "up", true},
	{"\x1b[6~", "pgdown", true},
	{"\x1b[Z", "shift+tab", true},
	{"\x12", "ctrl+r", true},
	{"\x00", "ctrl+space", true},
	{"\x1d", "ctrl+]", true},
	{"\x1bj", "alt+j", true},
	{"\x1bJ", "alt+shift+j", true},
	{"\x1b?", "alt+?", true},
	{"\x1b\r", "alt+enter", true},
	{"\x1b\x0a", "ctrl+alt+j", true},
	{"\x1b[1;5A", "ctrl+up", true},
	{"\x1b[1;2P", "shift+f1", true},
	{"\x1b[15;3~", "alt+f5", true},
	{"\x1b[25~", "f13", true},
	{"\x1b[106;6u", "ctrl+shift+j", false},
	{"\x1b[13;2u", "shift+enter", false},
	{"\x1b[105;5u", "ctrl+i", false},
	{"\x1b[97;9u", "super+a", false},
	{"\x1b[49;5u", "ctrl+1", false},
	{"\x1b[32;2u", "shift+space", false},
}

// What the library makes of a terminal's bytes is a key, and nothing else is.
func TestParseKeyTakesWhatTerminalsSend(t *testing.T) {
	for _, c := range sent {
		var d uv.EventDecoder
		_, ev := d.Decode([]byte(c.bytes))
		press, ok := ev.(uv.KeyPressEvent)
		if !ok || press.String() != c.spelling {
			t.Fatalf("%q is read as %v: the table here is wrong", c.bytes, ev)
		}
		k, err := action.ParseKey(c.spelling)
		if err != nil || k.String() != c.spelling {
			t.Errorf("%q: %v, %v", c.spelling, k, err)
		}
		if why := action.Rare(c.spelling); (why == "") != c.plain {
			t.Errorf("%q: rare because %q", c.spelling, why)
		}
		if got, want := action.IsText(c.spelling), press.Text != ""; got != want {
			t.Errorf("%q types text: %v, want %v", c.spelling, got, want)
		}
	}
}

func TestParseKeySaysHowItIsSpelled(t *testing.T) {
	for spelling, want := range map[string]string{
		"Ctrl+R": `"ctrl+r"`, "C-r": `"ctrl+r"`, "^r": `"ctrl+r"`, "<c-r>": `"ctrl+r"`, "control+R": `"ctrl+r"`, "ctrl+R": `"ctrl+r"`,
		"shift+j": `"J"`, "Shift+Tab": `"shift+tab"`, "s-tab": `"shift+tab"`, "alt+J": `"alt+shift+j"`, "M-x": `"alt+x"`, "shift+ctrl+up": `"ctrl+shift+up"`,
		"Space": `"space"`, " ": `"space"`, "return": `"enter"`, "Escape": `"esc"`, "PageDown": `"pgdown"`, "pgdn": `"pgdown"`, "F5": `"f5"`, "del": `"delete"`,
		"cmd+k": `"super+k"`,
	} {
		_, err := action.ParseKey(spelling)
		if err == nil || !strings.HasSuffix(err.Error(), "this key is "+want) {
			t.Errorf("%q: %v, want %s", spelling, err, want)
		}
	}
	for _, spelling := range []string{"", "jj", "ctrl+", "hello", "f0", "f21", "f05", "ctrl+hello", "\x1b", "\u202e", "\u0301", "shift+1", "alt+É+x", "\n", "\xff"} {
		if _, err := action.ParseKey(spelling); err == nil {
			t.Errorf("%q is taken for a key", spelling)
		}
	}
}

func FuzzParseKey(f *testing.F) {
	for _, c := range sent {
		f.Add(c.spelling)
	}
	f.Add("Ctrl+R")
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := action.ParseKey(s); err == nil && k.String() != s {
			t.Errorf("%q is taken for %q", s, k)
		}
	})
}
