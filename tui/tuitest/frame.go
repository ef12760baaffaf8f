package tuitest

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/picture"
)

// Frame returns the settled screen as plain text: one line for each row,
// without the spaces at its end. It fails the test if the view does not fit
// (see [CheckFrame]) or differs when it is drawn again from the same state.
func (s *Session) Frame() string {
	s.t.Helper()
	s.Settle()
	view := s.model.View().Content
	if again := s.model.View().Content; again != view {
		s.t.Errorf("tuitest: View drew the same state in two ways:\n%s", diff(ansi.Strip(view), ansi.Strip(again)))
	}
	return Frame(s.t, view, s.w, s.h)
}

// Line returns row i of the frame, from 0.
func (s *Session) Line(i int) string {
	s.t.Helper()
	return strings.Split(s.Frame(), "\n")[i]
}

// Cursor returns the cell of the terminal's cursor, from 0, and whether the
// cursor is shown.
func (s *Session) Cursor() (x, y int, ok bool) {
	s.t.Helper()
	s.Settle()
	c := s.model.View().Cursor
	if c == nil {
		return 0, 0, false
	}
	return c.X, c.Y, true
}

// Contains fails the test, and shows the frame, unless each of the texts
// stands in one row of it.
func (s *Session) Contains(texts ...string) {
	s.t.Helper()
	frame := s.Frame()
	for _, text := range texts {
		if !strings.Contains(frame, text) {
			s.t.Fatalf("the frame lacks %q:\n%s", text, boxed(frame, s.w))
		}
	}
}

// Lacks fails the test, and shows the frame, if one of the texts stands in it.
func (s *Session) Lacks(texts ...string) {
	s.t.Helper()
	frame := s.Frame()
	for _, text := range texts {
		if strings.Contains(frame, text) {
			s.t.Fatalf("the frame holds %q:\n%s", text, boxed(frame, s.w))
		}
	}
}

// Frame draws one view, such as that of a single pane, in w by h cells and
// returns it as plain text. It fails the test if the view does not fit.
func Frame(t testing.TB, view string, w, h int) string {
	t.Helper()
	if err := CheckFrame(view, w, h); err != nil {
		t.Fatalf("%v\n%s", err, ansi.Strip(view))
	}
	rows := strings.Split(ansi.Strip(picture.Terminal(view, w, h).Render()), "\n")
	for y := range rows {
		rows[y] = strings.TrimRight(rows[y], " ")
	}
	return strings.Join(rows, "\n")
}

// CheckFrame returns an error that names the first row at fault unless view
// has at most h lines, none wider than w cells, and holds nothing but
// printable text, colours and attributes (SGR), and newlines. Controls of
// writing direction and U+2028/2029 count as control characters.
func CheckFrame(view string, w, h int) error {
	lines := strings.Split(view, "\n")
	if len(lines) > h {
		return fmt.Errorf("frame: %d lines in a height of %d", len(lines), h)
	}
	for y, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			return fmt.Errorf("frame: row %d is %d cells wide in a width of %d: %q", y, n, w, ansi.Strip(line))
		}
		if bad := control(line); bad != "" {
			return fmt.Errorf("frame: row %d holds the control %q", y, bad)
		}
	}
	return nil
}

// control returns the first sequence or character of line that a frame must
// not hold, or "".
func control(line string) string {
	var state byte
	for line != "" {
		seq, _, n, next := ansi.DecodeSequence(line, state, nil)
		sgr := strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") && strings.Trim(seq[2:], "0123456789;:m") == ""
		if !sgr && (!utf8.ValidString(seq) || strings.IndexFunc(seq, forbidden) >= 0) {
			return seq
		}
		line, state = line[n:], next
	}
	return ""
}

// forbidden reports whether r can act on a terminal or on the order of text.
func forbidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// boxed puts a border around a frame that is shown in a failure, so that its
// size and the spaces at the ends of its rows can be seen.
func boxed(frame string, w int) string {
	edge := "+" + strings.Repeat("-", w) + "+"
	rows := []string{edge}
	for _, line := range strings.Split(frame, "\n") {
		rows = append(rows, "|"+line+strings.Repeat(" ", max(0, w-ansi.StringWidth(line)))+"|")
	}
	return strings.Join(append(rows, edge), "\n")
}
