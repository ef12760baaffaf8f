package widget_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/tuitest"
	"talentmap/tui/widget"
)

// edit makes an editor of w by h cells with the cursor where | stands in text.
func edit(t *testing.T, text string, w, h int) *widget.Editor {
	t.Helper()
	before, after, ok := strings.Cut(text, "|")
	if !ok {
		t.Fatalf("no cursor in %q", text)
	}
	e := widget.NewEditor()
	e.SetSize(w, h)
	e.SetText(before + after)
	e.MoveTo(len(before))
	return e
}

// show is the text with | where the cursor is.
func show(e *widget.Editor) string {
	return e.Text()[:e.Offset()] + "|" + e.Text()[e.Offset():]
}

// press sends keys, spelled as tea.KeyPressMsg.String does, between spaces.
func press(t *testing.T, e *widget.Editor, keys string) {
	t.Helper()
	for _, spelling := range strings.Fields(keys) {
		key, err := tuitest.Key(spelling)
		if err != nil {
			t.Fatal(err)
		}
		if _, handled := e.Update(key); !handled {
			t.Fatalf("%s is not handled", spelling)
		}
	}
}

// write types a text, a key for each character.
func write(t *testing.T, e *widget.Editor, text string) {
	t.Helper()
	for _, r := range text {
		if _, handled := e.Update(tea.KeyPressMsg{Code: r, Text: string(r)}); !handled {
			t.Fatalf("%q is not handled", r)
		}
	}
}

const family = "👨\u200d👩\u200d👧\u200d👦"

func TestEditorKeys(t *testing.T) {
	// The editor is 11 cells wide: rows of 10.
	for _, c := range []struct{ name, text, keys, want string }{
		{"typing", "a|c", "b", "ab|c"},
		{"a capital", "|", "G", "G|"},
		{"a space", "a|b", "space", "a |b"},
		{"enter", "ab|cd", "enter", "ab\n|cd"},
		{"enter with shift", "ab|cd", "shift+enter", "ab\n|cd"},
		{"enter as ctrl+j", "ab|cd", "ctrl+j", "ab\n|cd"},
		{"enter twice", "ab|cd", "enter enter", "ab\n\n|cd"},

		{"backspace", "ab|c", "backspace", "a|c"},
		{"backspace joins lines", "ab\n|c", "backspace", "ab|c"},
		{"backspace at the start", "|ab", "backspace", "|ab"},
		{"backspace takes a family", "a" + family + "|b", "backspace", "a|b"},
		{"backspace takes a letter with its accent", "ne\u0301|e", "backspace", "n|e"},
		{"backspace takes a flag", "🇩🇪🇫🇷|", "backspace", "🇩🇪|"},
		{"delete", "a|bc", "delete", "a|c"},
		{"delete as ctrl+d", "a|bc", "ctrl+d", "a|c"},
		{"delete joins lines", "a|\nb", "delete", "a|b"},
		{"delete at the end", "ab|", "delete", "ab|"},
		{"delete takes a family", "a|" + family + "b", "delete", "a|b"},
		{"delete what parts two halves", "🇩|x🇪y", "delete", "🇩🇪|y"},

		{"left and right", "ab|c", "left left right", "a|bc"},
		{"left over a family", "a" + family + "|", "left", "a|" + family},
		{"left to the line above", "ab\n|c", "left", "ab|\nc"},
		{"left at the start", "|ab", "left", "|ab"},
		{"right to the line below", "ab|\nc", "right", "ab\n|c"},
		{"right at the end", "ab|", "right", "ab|"},
		{"right over a wide letter", "|漢字", "right", "漢|字"},

		{"up", "one\ntw|o", "up", "on|e\ntwo"},
		{"up at the top", "on|e", "up", "on|e"},
		{"down", "on|e\ntwo", "down", "one\ntw|o"},
		{"down over a short line and back on its column", "long| er\na\nlonger", "down down", "long er\na\nlong|er"},
		{"typing forgets the column", "long| er\na\nlonger", "down b down", "long er\nab\nlo|nger"},
		{"down over a wrapped row", "one two| three four", "down", "one two three f|our"},
		{"up into the middle of a wide letter", "漢字\nab|c", "up", "漢|字\nabc"},
		{"down to a row's last place", "aaaaaaaaa|\nbbb ccccccccc", "down", "aaaaaaaaa\nbbb| ccccccccc"},

		{"home and end of a row", "one two th|ree four", "end", "one two three four|"},
		{"home of the second row", "one two three fo|ur", "home", "one two |three four"},
		{"end of the first row is before its space", "o|ne two three", "end", "one two| three"},
		{"end twice stays in the row", "o|ne two three", "ctrl+e ctrl+e", "one two| three"},
		{"home as ctrl+a", "ab\ncd|e", "ctrl+a", "ab\n|cde"},

		{"a word left", "one two thr|ee", "alt+left", "one two |three"},
		{"two words left", "one two thr|ee", "ctrl+left alt+b", "one |two three"},
		{"a word left over spaces", "one   |two", "alt+b", "|one   two"},
		{"a word left from the line's start", "one\n|two", "alt+b", "one|\ntwo"},
		{"a word right", "o|ne two", "alt+right", "one| two"},
		{"two words right", "o|ne two", "ctrl+right alt+f", "one two|"},
		{"a word right from the line's end", "one|\n two", "alt+f", "one\n| two"},
		{"delete a word left", "one two| three", "ctrl+w", "one | three"},
		{"delete a word and its spaces left", "one two  |three", "alt+backspace", "one |three"},
		{"delete a line break left", "one\n|two", "ctrl+w", "one|two"},
		{"delete a word right", "one| two three", "alt+d", "one| three"},
		{"delete a line break right", "one|\ntwo", "alt+d", "one|two"},
		{"delete to the line's end", "one\ntw|o three four five\nsix", "ctrl+k", "one\ntw|\nsix"},
		{"delete to the line's end, at it", "one|\ntwo", "ctrl+k", "one|two"},
		{"delete to the line's beginning", "one\ntwo three fo|ur", "ctrl+u", "one\n|ur"},
		{"delete to the line's beginning, at it", "one\n|two", "ctrl+u", "one|two"},

		{"begin", "one\ntw|o", "ctrl+home", "|one\ntwo"},
		{"begin as alt+<", "one\ntw|o", "alt+<", "|one\ntwo"},
		{"end of the text", "o|ne\ntwo", "ctrl+end", "one\ntwo|"},
		{"end of the text as alt+>", "o|ne\ntwo", "alt+>", "one\ntwo|"},
		{"a page down", "a|\nb\nc\nd\ne\nf", "pgdown", "a\nb\nc\nd|\ne\nf"},
		{"two pages down", "a|\nb\nc\nd\ne\nf", "pgdown pgdown", "a\nb\nc\nd\ne\nf|"},
		{"a page up", "a\nb\nc\nd\ne\nf|", "pgup", "a\nb\nc|\nd\ne\nf"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := edit(t, c.text, 11, 4)
			press(t, e, c.keys)
			if got := show(e); got != c.want {
				t.Errorf("%q, %s: %q, want %q", c.text, c.keys, got, c.want)
			}
			check(t, e, 11, 4)
		})
	}
}

func TestEditorLeavesOtherKeys(t *testing.T) {
	e := edit(t, "ab|c", 20, 3)
	for _, spelling := range []string{"esc", "tab", "shift+tab", "ctrl+s", "ctrl+p", "ctrl+n", "f1", "alt+x", "ctrl+enter"} {
		key, err := tuitest.Key(spelling)
		if err != nil {
			t.Fatal(err)
		}
		if changed, handled := e.Update(key); changed || handled {
			t.Errorf("%s: changed %v, handled %v", spelling, changed, handled)
		}
	}
	if changed, handled := e.Update(tea.KeyReleaseMsg{Code: 'a', Text: "a"}); changed || handled {
		t.Error("a key that is let go was taken")
	}
	if got := show(e); got != "ab|c" {
		t.Errorf("text is %q", got)
	}
}

func TestEditorTellsWhatChanged(t *testing.T) {
	for keys, want := range map[string]bool{"x": true, "enter": true, "backspace": true, "left": false, "ctrl+z": false, "delete": false} {
		e := edit(t, "ab|", 20, 3)
		key, _ := tuitest.Key(keys)
		if changed, handled := e.Update(key); changed != want || !handled {
			t.Errorf("%s: changed %v, handled %v; want %v, true", keys, changed, handled, want)
		}
	}
}

func TestEditorCleansWhatComesIn(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"a\tb", "a    b"},
		{"a\x1b[31mb\x07\x00\x7f", "a[31mb"},
		{"a\u0085b\u2028c\u2029d", "a\nb\nc\nd"},
		{"\ufeffa\u202eb\u200bc\ufff1\ufffe\U000e0041", "abc"},
		{"a\xffb", "a\ufffdb"},
		{family + " نمی\u200cخواهم", family + " نمی\u200cخواهم"},
	} {
		set, pasted, inserted := widget.NewEditor(), widget.NewEditor(), widget.NewEditor()
		set.SetText(c.in)
		pasted.Update(tea.PasteMsg{Content: c.in})
		inserted.Insert(c.in)
		for _, e := range []*widget.Editor{set, pasted, inserted} {
			if e.Text() != c.want || e.Offset() != len(c.want) {
				t.Errorf("%q: %q, cursor %d; want %q", c.in, e.Text(), e.Offset(), c.want)
			}
		}
	}
}

func TestEditorInsert(t *testing.T) {
	e := edit(t, "ab|cd", 20, 5)
	e.Insert("1\n22\n3")
	if got := show(e); got != "ab1\n22\n3|cd" {
		t.Errorf("text is %q", got)
	}
}

func TestEditorKeepsAccentsThatAreTypedAfterTheirLetter(t *testing.T) {
	e := edit(t, "caf|!", 20, 3)
	write(t, e, "e\u0301")
	if x, _ := e.Cursor(); x != 4 {
		t.Errorf("cursor in cell %d, want 4", x)
	}
	press(t, e, "left")
	if got := show(e); got != "caf|e\u0301!" {
		t.Errorf("text is %q", got)
	}
}

func TestEditorMoveTo(t *testing.T) {
	e := widget.NewEditor()
	e.SetText("ab\n" + family + "c")
	for _, c := range []struct{ to, want int }{
		{0, 0}, {2, 2}, {3, 3}, {4, 3 + len(family)}, {3 + len(family), 3 + len(family)}, {99, 4 + len(family)}, {-1, 0},
	} {
		if e.MoveTo(c.to); e.Offset() != c.want {
			t.Errorf("MoveTo(%d): offset %d, want %d", c.to, e.Offset(), c.want)
		}
	}
}

func TestEditorSize(t *testing.T) {
	for _, c := range []struct {
		text                     string
		words, characters, lines int
	}{
		{"", 0, 0, 1},
		{"one two\n", 2, 8, 2},
		{"  one  \n\ntwo-three ", 2, 19, 3},
		{"漢字 é\u00a0x", 3, 6, 1},
	} {
		e := widget.NewEditor()
		e.SetText(c.text)
		if w, ch, l := e.Size(); w != c.words || ch != c.characters || l != c.lines {
			t.Errorf("%q: %d words, %d characters, %d lines; want %d, %d, %d", c.text, w, ch, l, c.words, c.characters, c.lines)
		}
	}
	e := edit(t, "one two|", 20, 3)
	e.Size()
	write(t, e, " three")
	if w, ch, _ := e.Size(); w != 3 || ch != 13 {
		t.Errorf("after typing: %d words, %d characters; want 3, 13", w, ch)
	}
}

func TestEditorHoldsOneMegabyte(t *testing.T) {
	const limit = 1 << 20
	e := widget.NewEditor()
	e.SetText(strings.Repeat("0123456789abcde\n", limit/16-1) + "0123456789abcd")
	write(t, e, "\u00e9")
	if got := len(e.Text()); got != limit {
		t.Fatalf("%d bytes, want %d", got, limit)
	}
	if changed, handled := e.Update(tea.KeyPressMsg{Code: 'x', Text: "x"}); changed || !handled {
		t.Errorf("one more: changed %v, handled %v", changed, handled)
	}
	e.Insert("x")
	if changed, _ := e.Update(tea.PasteMsg{Content: "x"}); changed || len(e.Text()) != limit {
		t.Errorf("one more was taken")
	}
	press(t, e, "backspace x y")
	if got := e.Text(); len(got) != limit || !strings.HasSuffix(got, "abcdxy") {
		t.Errorf("%d bytes that end in %q", len(got), got[len(got)-6:])
	}
	e.SetText(strings.Repeat("漢", limit))
	if got := e.Text(); len(got) != limit-1 || !strings.HasSuffix(got, "漢漢") {
		t.Errorf("%d bytes, want %d of whole characters", len(got), limit-1)
	}
}

func TestEditorTypingNeedsLittleMemory(t *testing.T) {
	e := draft(50, 15)
	keys := []tea.Msg{tea.KeyPressMsg{Code: 'a', Text: "a"}, tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}}
	const times = 400
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range times {
		e.Update(keys[i%7/6])
		e.View()
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / times; each > 2048 {
		t.Errorf("%d bytes for a character, want 2048 at most", each)
	}
	if n := testing.AllocsPerRun(100, func() { e.View() }); n != 0 {
		t.Errorf("%v allocations to draw what did not change", n)
	}
}

// check holds what is true of every editor in every state.
func check(t tester, e *widget.Editor, w, h int) {
	t.Helper()
	view := e.View()
	if len(view) != h {
		t.Fatalf("%d lines, want %d", len(view), h)
	}
	for _, line := range view {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("line of %d cells, want %d: %q", got, w, line)
		}
	}
	x, y := e.Cursor()
	if x < 0 || x >= w || y < 0 || y >= h {
		t.Fatalf("cursor at %d,%d of %d,%d", x, y, w, h)
	}
	text, offset := e.Text(), e.Offset()
	if !slices.Contains(boundaries(text), offset) {
		t.Fatalf("cursor at %d of %q, inside a cluster", offset, text)
	}
	under, cells := ansi.FirstGraphemeCluster(text[offset:], ansi.GraphemeWidth)
	if under == "" || strings.TrimSpace(under) == "" || cells == 0 || x+cells >= w {
		return
	}
	if right := fromCell(ansi.Strip(view[y]), x); !strings.HasPrefix(right, under) {
		t.Fatalf("cursor at %d,%d is on %q, want %q in\n%s", x, y, right, under, strings.Join(view, "\n"))
	}
}

// fromCell is what stands in a line from its cell x on, without marks that
// have no base there.
func fromCell(line string, x int) string {
	for line != "" {
		c, cells := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		if x <= 0 && cells > 0 {
			break
		}
		line, x = line[len(c):], x-cells
	}
	return line
}

// tester is what testing.T and rapid.T share.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// boundaries are the places between the clusters of a text, its ends included.
func boundaries(text string) []int {
	at := []int{0}
	for i := 0; i < len(text); {
		c, _ := ansi.FirstGraphemeCluster(text[i:], ansi.GraphemeWidth)
		i += len(c)
		at = append(at, i)
	}
	return at
}
