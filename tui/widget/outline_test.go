package widget_test

import (
	"strings"
	"testing"

	"talentmap/tui/widget"
)

// sheet is a page of letters: a capital is a heading, "x" one line, "xxx" three.
type sheet struct {
	*widget.Outline[string]
	text map[string]string
}

func newSheet(t *testing.T, h int, parts ...string) *sheet {
	t.Helper()
	s := &sheet{text: map[string]string{}}
	s.Outline = widget.NewOutline(func(id string, w int, st widget.RowState) []string {
		var lines []string
		for i := range max(len(id), 1) {
			sign := " "
			switch {
			case st.Selected:
				sign = ">"
			case st.Marked:
				sign = "*"
			}
			lines = append(lines, widget.Fit(sign+id[i:i+1]+s.text[id], w, ""))
		}
		return lines
	})
	s.Outline.SetSize(4, h)
	s.set(false, parts...)
	return s
}

func (s *sheet) set(news bool, parts ...string) {
	var all []widget.Part[string]
	for _, p := range parts {
		all = append(all, widget.Part[string]{ID: p, Fixed: strings.ToUpper(p) == p})
	}
	s.SetParts(all, news)
}

func (s *sheet) shows(t *testing.T, what, want string) {
	t.Helper()
	lines := s.Lines(nil)
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestTheCursorPassesOverHeadings(t *testing.T) {
	s := newSheet(t, 5, "A", "b", "c", "D", "e")
	s.shows(t, "at first", " A|>b| c| D| e")
	s.Move(2)
	s.shows(t, "two on", " A| b| c| D|>e")
	if s.Move(1) {
		t.Error("it moved on behind the end")
	}
	s.Move(-9)
	s.shows(t, "at the beginning", " A|>b| c| D| e")
}

func TestAHeadingComesIntoViewWithItsPart(t *testing.T) {
	s := newSheet(t, 3, "A", "b", "c", "d", "E", "f", "g", "h")
	s.Move(3)
	s.shows(t, "down to f", " d| E|>f")
	s.Move(-3)
	s.shows(t, "up to b", " A|>b| c")
}

// What is taller than the view is read through before the cursor goes on.
func TestATallPartIsReadThrough(t *testing.T) {
	s := newSheet(t, 3, "a", "bcdef", "g")
	s.Move(1)
	s.shows(t, "on it", ">b|>c|>d")
	s.Move(1)
	s.shows(t, "a line on", ">c|>d|>e")
	s.Move(1)
	s.shows(t, "at its end", ">d|>e|>f")
	s.Move(1)
	s.shows(t, "on the next", " e| f|>g")
	s.Move(-2)
	s.shows(t, "back on it, and a line up", ">c|>d|>e")
}

// A page that is read again leaves the cursor on its part, and that on its line.
func TestAReloadMovesNothing(t *testing.T) {
	s := newSheet(t, 3, "a", "b", "c", "d", "e", "f")
	s.Move(3)
	s.shows(t, "before", ">d| e| f")
	s.set(false, "x", "y", "a", "b", "c", "d", "e", "f")
	s.shows(t, "two more above", ">d| e| f")
	s.set(false, "x", "y", "a", "b", "c", "e", "f")
	s.shows(t, "its part is gone", " c|>e| f")
	s.set(false, "X")
	s.shows(t, "nothing can hold it", " X||")
	if _, ok := s.Cursor(); ok {
		t.Error("there is a cursor")
	}
	s.Move(1)
	s.Page(1)
	s.Home()
	s.End()
}

func TestWhatHasComeOrChangedIsMarked(t *testing.T) {
	s := newSheet(t, 5, "a", "b", "c")
	s.text["b"] = "!"
	s.set(true, "a", "b", "c", "d")
	s.shows(t, "news", ">a|*b!| c|*d|")
	s.Move(1)
	s.Move(1)
	s.shows(t, "looked at", " a| b!|>c|*d|")
	s.text["c"] = "?"
	s.set(false, "a", "b", "c", "d")
	s.shows(t, "one's own change", " a| b!|>c?|*d|")
}

func TestPagesAndTheWheel(t *testing.T) {
	s := newSheet(t, 4, strings.Split("abcdefghij", "")...)
	s.Page(1)
	s.shows(t, "half a page", " a| b|>c| d")
	s.End()
	s.shows(t, "the end", " g| h| i|>j")
	s.Page(-1)
	s.shows(t, "half a page up", " g|>h| i| j")
	s.Scroll(-5)
	s.shows(t, "the wheel", " b| c| d| e")
	if _, ok := s.CursorLine(); ok {
		t.Error("the cursor is in view")
	}
	if !s.PointAt(2) {
		t.Error("nothing is there")
	}
	s.shows(t, "a click", " b| c|>d| e")
	s.Scroll(6)
	s.LetGo()
	s.shows(t, "let go", " c|>d| e| f")
	if s.PointAt(7) || s.PointAt(-1) {
		t.Error("it points out of the view")
	}
}

// Whatever is done to it, it has its height, and a cursor where something can hold
// one.
func TestAnOutlineKeepsItsHeight(t *testing.T) {
	for h := range 7 {
		s := newSheet(t, h, "A", "b", "cde", "F", "G", "h")
		for i, do := range []func(){
			func() { s.Move(1) }, func() { s.Page(1) }, func() { s.Move(-1) }, s.End, func() { s.Page(-1) }, func() { s.Move(5) },
			s.Home, func() { s.Scroll(3) }, s.LetGo, func() { s.Outline.SetSize(3, h+1) }, func() { s.set(true, "h", "cde") }, func() { s.set(true) }, func() { s.Outline.SetSize(3, h) },
		} {
			do()
			if n := len(s.Lines(nil)); n != h && n != h+1 {
				t.Errorf("after %d: %d lines of %d", i, n, h)
			}
		}
	}
}
