package widget_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/tuitest"
	"talentmap/tui/widget"
)

// lineOf makes a line with the cursor where | stands in text.
func lineOf(t *testing.T, text string) *widget.Input {
	t.Helper()
	before, after, ok := strings.Cut(text, "|")
	if !ok {
		t.Fatalf("no cursor in %q", text)
	}
	in := widget.NewInput()
	in.SetText(before + after)
	in.MoveTo(len(before))
	return in
}

func TestInputHasTheKeysOfTheShell(t *testing.T) {
	for _, c := range []struct{ name, text, keys, want string }{
		{"typing", "a|c", "b", "ab|c"},
		{"to the start", "company:acme -conta|cted", "ctrl+u", "|cted"},
		{"to the start, at it", "|abc", "ctrl+u", "|abc"},
		{"to the end", "company:acme| -contacted", "ctrl+k", "company:acme|"},
		{"to the end, at it", "abc|", "ctrl+k", "abc|"},
		{"a word", `staff company:"acme lo|`, "ctrl+w ctrl+w", "staff |"},
		{"a word to the right", "one| two three", "alt+d", "one| three"},
		{"the beginning", "one two|", "ctrl+a x", "x|one two"},
		{"the end", "o|ne two", "ctrl+e x", "one twox|"},
		{"home and end", "one|", "home a end b", "aoneb|"},
		{"words back", "one two three|", "alt+b alt+b", "one |two three"},
		{"words forth", "|one two three", "alt+f alt+f", "one two| three"},
		{"words with arrows", "one two|", "ctrl+left alt+left ctrl+right", "one| two"},
		{"characters", "abc|", "ctrl+b ctrl+b ctrl+f x", "abx|c"},
		{"backspace", "abc|", "backspace ctrl+h", "a|"},
		{"delete", "|abc", "delete ctrl+d", "|c"},
		{"a family is one character", "a" + family + "|", "backspace", "a|"},
		{"undo and redo", "one two|", "ctrl+w ctrl+u ctrl+z ctrl+z ctrl+y", "one |"},
	} {
		in := lineOf(t, c.text)
		for spelling := range strings.FieldsSeq(c.keys) {
			key, err := tuitest.Key(spelling)
			if err != nil {
				t.Fatal(err)
			}
			if _, handled := in.Update(key); !handled || key.Text == "" && !in.Takes(spelling) {
				t.Errorf("%s: %s is left to others", c.name, spelling)
			}
		}
		if got := in.Text()[:in.Offset()] + "|" + in.Text()[in.Offset():]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestInputLeavesTheKeysOfRows(t *testing.T) {
	in := lineOf(t, "ab|c")
	for _, spelling := range []string{"enter", "ctrl+j", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end", "tab", "esc", "ctrl+n", "ctrl+p", "ctrl+s", "ctrl+v", "f2"} {
		key, err := tuitest.Key(spelling)
		if err != nil {
			t.Fatal(err)
		}
		if changed, handled := in.Update(key); changed || handled || in.Takes(spelling) {
			t.Errorf("%s is taken", spelling)
		}
	}
	if in.Text() != "abc" || in.Offset() != 2 || in.AtEnd() {
		t.Errorf("%q with the cursor at %d", in.Text(), in.Offset())
	}
}

func TestInputIsOneLine(t *testing.T) {
	in := widget.NewInput()
	in.SetText("a\nb\tc\r\n")
	if in.Text() != "a b c" || !in.AtEnd() {
		t.Errorf("%q", in.Text())
	}
	in.Update(tea.PasteMsg{Content: " d\ne\x1b\u202e\n"})
	if in.Text() != "a b c d e" {
		t.Errorf("with what was pasted %q", in.Text())
	}
	in.SetText(strings.Repeat("x", 9000))
	if n := len(in.Text()); n != 8192 {
		t.Errorf("%d bytes, want 8,192", n)
	}
	if changed, handled := in.Update(tea.KeyPressMsg{Code: 'y', Text: "y"}); changed || !handled {
		t.Error("more goes in than there is room for")
	}
}

func TestInputShowsTheCursor(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		line string
		x    int
	}{
		{"abc|", 6, "abc   ", 3},
		{"abcdefgh|", 6, "defgh ", 5},
		{"|abcdefgh", 6, "abcde…", 0},
		{"abcdefg|h", 6, "cdefgh", 5},
		{"界界界界|", 5, "界界 ", 4},
		{"a" + family + family + "|", 4, family + "  ", 2},
		{"|", 3, "   ", 0},
		{"ab|", 0, "", 0},
	} {
		in := lineOf(t, c.text)
		if got, x := in.View(c.w, "…"), in.Cursor(c.w); got != c.line || x != c.x {
			t.Errorf("%q in %d cells: %q, %d; want %q, %d", c.text, c.w, got, x, c.line, c.x)
		}
	}
}

// No key does two things, and each says what.
func TestKeysAreOneTable(t *testing.T) {
	var seen []string
	for _, k := range widget.Keys() {
		if k.ID == "" || k.Short == "" || !strings.HasSuffix(k.Long, ".") {
			t.Errorf("%+v is not explained", k)
		}
		for _, key := range k.Keys {
			if slices.Contains(seen, key) {
				t.Errorf("%s is there twice", key)
			}
			seen = append(seen, key)
		}
	}
}
