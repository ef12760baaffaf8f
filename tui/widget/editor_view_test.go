package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/widget"
)

// drawn is the view without the blanks at the right.
func drawn(e *widget.Editor) []string {
	var rows []string
	for _, line := range e.View() {
		rows = append(rows, strings.TrimRight(line, " "))
	}
	return rows
}

func TestEditorWraps(t *testing.T) {
	// Eleven cells: rows of ten, the last column is the cursor's.
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"", "", "", ""}},
		{"short", "one two", []string{"one two", "", "", ""}},
		{"just fits", "0123456789", []string{"0123456789", "", "", ""}},
		{"at a word", "one two three four", []string{"one two", "three four", "", ""}},
		{"a word as wide as the row", "0123456789 abc", []string{"0123456789", "abc", "", ""}},
		{"a word longer than the row", "ab 0123456789xyz c", []string{"ab", "0123456789", "xyz c", ""}},
		{"spaces hang", "one two   three four", []string{"one two", "three four", "", ""}},
		{"many spaces hang", "one" + strings.Repeat(" ", 30) + "two", []string{"one", "two", "", ""}},
		{"spaces in front stay", "   one two three", []string{"   one two", "three", "", ""}},
		{"lines", "a\n\nb\n", []string{"a", "", "b", ""}},
		{"a no-break space holds", "one two\u00a0six", []string{"one", "two\u00a0six", "", ""}},
		{"wide letters", "漢字漢字漢字漢", []string{"漢字漢字漢", "字漢", "", ""}},
		{"wide letters after a word", "abc漢字漢字", []string{"abc漢字漢", "字", "", ""}},
		{"an ideographic space hangs", "漢字漢字漢\u3000字", []string{"漢字漢字漢", "字", "", ""}},
		{"marks stay with their base", "0123456789e\u0301", []string{"0123456789", "e\u0301", "", ""}},
		{"a family stays whole", "012345678" + family, []string{"012345678", family, "", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text+"|", 11, 4)
			got := drawn(e)
			for i := range got {
				got[i] = strings.TrimRight(got[i], "\u3000")
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
			check(t, e, 11, 4)
		})
	}
}

// A variation selector makes the heart two cells wide, so that the row two
// above the edit may end before it.
func TestEditorWrapsAgainAboveAnEdit(t *testing.T) {
	e := edit(t, " abcd❤|xyz", 6, 3)
	if got, want := drawn(e), []string{"", "abcd❤", "xyz"}; !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	write(t, e, "\ufe0f")
	if got, want := drawn(e), []string{" abcd", "❤\ufe0fxyz", ""}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEditorWrapsAgainFarBelowAnEdit(t *testing.T) {
	e := edit(t, "|"+strings.Repeat("0123456789", 200)+"end", 11, 2)
	press(t, e, "ctrl+end ctrl+home x ctrl+end")
	if got, want := drawn(e), []string{"9012345678", "9end"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	check(t, e, 11, 2)
}

func TestEditorCursor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		x, y       int
	}{
		{"empty", "|", 0, 0},
		{"after a wide letter", "漢|字", 2, 0},
		{"after a family", family + "|", 2, 0},
		{"after an accent", "e\u0301|", 1, 0},
		{"at the end of a full row", "0123456789|", 10, 0},
		{"between two rows", "one two |three four", 0, 1},
		{"between two rows of a word", "0123456789|abc", 0, 1},
		{"in a space that hangs", "0123456789 |", 10, 0},
		{"in spaces that hang beyond the edge", "0123456789     |", 10, 0},
		{"on an empty line", "a\n|\nb", 0, 1},
		{"below the view, which follows", "a\nb\nc\nd\ne|", 1, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text, 11, 4)
			if x, y := e.Cursor(); x != c.x || y != c.y {
				t.Errorf("%q: cursor at %d,%d, want %d,%d", c.text, x, y, c.x, c.y)
			}
		})
	}
}

func TestEditorScrollsAsLittleAsItCan(t *testing.T) {
	e := edit(t, "a\nb\nc\nd\ne|", 5, 3)
	for _, c := range []struct{ keys, want string }{
		{"", "c d e"},
		{"up up", "c d e"},
		{"up", "b c d"},
		{"down down", "b c d"},
		{"down", "c d e"},
		{"ctrl+home", "a b c"},
		{"ctrl+end", "c d e"},
		{"backspace backspace", "b c d"},
	} {
		press(t, e, c.keys)
		if got := strings.Join(drawn(e), " "); got != c.want {
			t.Fatalf("after %s: %q, want %q", c.keys, got, c.want)
		}
	}
	e.SetSize(5, 9)
	if got := strings.Join(drawn(e), " "); strings.TrimSpace(got) != "a b c d" {
		t.Errorf("with more room: %q", got)
	}
}

func TestEditorResizeKeepsTextAndCursor(t *testing.T) {
	const text = "Dear Ada,\n\n漢字漢字 and " + family + " and a_very_long_word_that_is_cut  \nyours"
	for _, offset := range boundaries(text) {
		e := widget.NewEditor()
		e.SetText(text)
		e.MoveTo(offset)
		for _, size := range [][2]int{{1, 1}, {2, 3}, {3, 1}, {500, 200}, {10, 2}, {0, -1}, {80, 24}} {
			e.SetSize(size[0], size[1])
			check(t, e, max(size[0], 1), max(size[1], 1))
			if e.Text() != text || e.Offset() != offset {
				t.Fatalf("%v: text %q, cursor %d, want %d", size, e.Text(), e.Offset(), offset)
			}
		}
	}
}

const (
	bold = "\x1b[1m"
	line = "\x1b[4m"
)

func TestEditorMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		spans      []widget.Span
		want       []string
	}{
		{"none", "abc", nil, []string{"abc      ", "         "}},
		{"a word", "a bc d", []widget.Span{{Start: 2, End: 4, Open: line}}, []string{"a \x1b[4mbc\x1b[m d   ", "         "}},
		{"all", "abc", []widget.Span{{Start: -5, End: 99, Open: line}}, []string{"\x1b[4mabc\x1b[m      ", "         "}},
		{"nothing", "abc", []widget.Span{{Start: 2, End: 2, Open: line}, {Start: 2, End: 1, Open: line}, {Start: 0, End: 3}, {Start: 9, End: 12, Open: line}}, []string{"abc      ", "         "}},
		{"over two rows", "one two three", []widget.Span{{Start: 4, End: 10, Open: line}}, []string{"one \x1b[4mtwo \x1b[m ", "\x1b[4mth\x1b[mree    "}},
		{"over two lines", "ab\ncd", []widget.Span{{Start: 1, End: 4, Open: line}}, []string{"a\x1b[4mb\x1b[m       ", "\x1b[4mc\x1b[md       "}},
		{"one in another", "abcd", []widget.Span{{Start: 0, End: 4, Open: line}, {Start: 1, End: 2, Open: bold}}, []string{"\x1b[4ma\x1b[m\x1b[1mb\x1b[m\x1b[4mcd\x1b[m     ", "         "}},
		{"side by side", "abc", []widget.Span{{Start: 0, End: 1, Open: line}, {Start: 1, End: 2, Open: line}}, []string{"\x1b[4mab\x1b[mc      ", "         "}},
		{"part of a cluster", "a漢b", []widget.Span{{Start: 2, End: 3, Open: line}}, []string{"a\x1b[4m漢\x1b[mb     ", "         "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text+"|", 9, 2)
			e.View()
			e.Mark(c.spans)
			if got := e.View(); !slices.Equal(got, c.want) {
				t.Errorf("\n%q, want\n%q", got, c.want)
			}
			check(t, e, 9, 2)
		})
	}
}

func TestEditorMarksFollowTheText(t *testing.T) {
	for _, c := range []struct{ name, text, keys, want string }{
		{"typing before", "|one two", "x", "xone [two]"},
		{"typing at the start", "one |two", "x", "one x[two]"},
		{"typing within", "one t|wo", "x", "one [txwo]"},
		{"typing at the end", "one two|", "x", "one [two]x"},
		{"a line before", "one| two", "enter", "one\n [two]"},
		{"a line within", "one t|wo", "enter", "one [t]\n[wo]"},
		{"deleting over its start", "one t|wo", "ctrl+u", "[wo]"},
		{"deleting over its end", "one t|wo", "ctrl+k", "one [t]"},
		{"deleting all of it", "one |two", "ctrl+k", "one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text, 20, 3)
			e.Mark([]widget.Span{{Start: 4, End: 7, Open: line}})
			e.View()
			press(t, e, c.keys)
			got := strings.TrimRight(strings.Join(drawn(e), "\n"), "\n ")
			got = strings.NewReplacer(line, "[", "\x1b[m", "]").Replace(got)
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestEditorMarksAreRemoved(t *testing.T) {
	e := edit(t, "one two|", 9, 1)
	e.Mark([]widget.Span{{Start: 0, End: 3, Open: line}})
	e.View()
	e.Mark(nil)
	if got := e.View()[0]; got != "one two  " {
		t.Errorf("%q is still marked", got)
	}
}

func TestEditorMarkingAgainDrawsNothing(t *testing.T) {
	e := draft(50, 15)
	spans := []widget.Span{{Start: 2000, End: 2012, Open: line}, {Start: 2020, End: 2030, Open: bold}}
	e.Mark(spans)
	e.View()
	if n := testing.AllocsPerRun(100, func() { e.Mark(spans); e.View() }); n != 0 {
		t.Errorf("%v allocations for the same marks", n)
	}
	if !slices.ContainsFunc(e.View(), func(l string) bool { return l != ansi.Strip(l) }) {
		t.Error("no mark is in view")
	}
}
