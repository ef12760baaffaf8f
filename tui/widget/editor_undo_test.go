package widget_test

import (
	"strings"
	"testing"
)

func TestEditorUndo(t *testing.T) {
	e := edit(t, "Dear |!", 40, 5)
	write(t, e, "Ada Love")
	press(t, e, "backspace backspace enter x")
	for _, c := range []struct{ keys, want string }{
		{"", "Dear Ada Lo\nx|!"},
		{"ctrl+z", "Dear Ada Lo\n|!"},
		{"ctrl+z", "Dear Ada Lo|!"},
		{"ctrl+z", "Dear Ada Love|!"},
		{"ctrl+z", "Dear Ada |!"},
		{"ctrl+z", "Dear |!"},
		{"ctrl+z", "Dear |!"},
		{"ctrl+y", "Dear Ada |!"},
		{"ctrl+y ctrl+y", "Dear Ada Lo|!"},
		{"ctrl+y ctrl+y", "Dear Ada Lo\nx|!"},
		{"ctrl+y", "Dear Ada Lo\nx|!"},
		{"ctrl+z ctrl+z ctrl+z y", "Dear Ada Lovey|!"},
		{"ctrl+y", "Dear Ada Lovey|!"},
	} {
		press(t, e, c.keys)
		if got := show(e); got != c.want {
			t.Fatalf("after %s: %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestEditorUndoSteps(t *testing.T) {
	for _, c := range []struct{ name, text, keys, want string }{
		{"a word and its space are one", "|", "a b space c d", "ab |"},
		{"a line break ends a word", "|", "a b enter c d", "ab\n|"},
		{"moving parts two words", "|", "a b left right c d", "ab|"},
		{"a run of backspaces is one", "a b c|", "backspace backspace backspace", "a b c|"},
		{"a run of deletions is one", "|a b c", "delete delete ctrl+d", "|a b c"},
		{"typing after deleting is another", "abc|", "backspace x y", "ab|"},
		{"a word deleted is one of its own", "a b c|", "ctrl+w ctrl+w", "a b |"},
		{"the line's end", "a b| c", "ctrl+k", "a b| c"},
		{"a line break deleted", "a\n|b", "backspace", "a\n|b"},
		{"a cluster joined by deleting", "🇩|x🇪y", "delete", "🇩|x🇪y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text, 40, 5)
			press(t, e, c.keys)
			after := show(e)
			press(t, e, "ctrl+z")
			if got := show(e); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			press(t, e, "ctrl+shift+z")
			if got := show(e); got != after {
				t.Errorf("made again: %q, want %q", got, after)
			}
		})
	}
}

func TestEditorUndoInsert(t *testing.T) {
	e := edit(t, "a|b", 40, 5)
	write(t, e, "x")
	e.Insert("one\ntwo")
	write(t, e, "y")
	for _, want := range []string{"axone\ntwo|b", "ax|b", "a|b"} {
		press(t, e, "ctrl+z")
		if got := show(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEditorRedoesWhatCameInWhateverWasMadeOfIt(t *testing.T) {
	e := edit(t, "|", 40, 5)
	e.Insert("aa\nbb\ncc")
	press(t, e, "up home delete")
	write(t, e, "wxyz0123456789")
	press(t, e, "ctrl+z ctrl+z ctrl+z ctrl+y")
	if got := show(e); got != "aa\nbb\ncc|" {
		t.Errorf("%q", got)
	}
}

func TestEditorSetTextForgets(t *testing.T) {
	e := edit(t, "a|", 40, 5)
	write(t, e, "b")
	e.SetText("new")
	press(t, e, "ctrl+z ctrl+y")
	if got := show(e); got != "new|" {
		t.Errorf("%q", got)
	}
}

func TestEditorUndoes200Steps(t *testing.T) {
	e := edit(t, "|", 40, 5)
	write(t, e, strings.Repeat("a ", 300))
	press(t, e, strings.Repeat("ctrl+z ", 250))
	if got, want := e.Text(), strings.Repeat("a ", 100); got != want {
		t.Errorf("%d characters are left, want %d", len(got), len(want))
	}
}

func TestEditorUndoesFourMegabytes(t *testing.T) {
	e := edit(t, "|", 40, 5)
	megabyte := strings.Repeat("0", 1<<20)
	for range 4 {
		e.Insert(megabyte)
		press(t, e, "ctrl+u")
	}
	undone := 0
	for update(e, "ctrl+z") {
		undone++
	}
	if undone != 4 {
		t.Errorf("%d steps of 1 MB were undone, want 4", undone)
	}
}
