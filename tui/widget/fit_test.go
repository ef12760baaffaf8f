package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

func TestFit(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"abc", 5, "abc  "},
		{"abc", 3, "abc"},
		{"abcd", 3, "ab…"},
		{"界界界", 5, "界界…"},
		{"界界界", 4, "界… "}, // no half of a wide character
		{"abc", 0, ""},
		{"", 2, "  "},
		{"é́x", 1, "…"},
		{family + "x", 2, "… "},
	} {
		got := widget.Fit(c.in, c.w, "…")
		if got != c.want || ansi.StringWidth(got) != c.w {
			t.Errorf("Fit(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
	if got := string(widget.AppendRight(nil, "47", 4, "…")); got != "  47" {
		t.Errorf("right: %q", got)
	}
	if got := widget.Cut(strings.Repeat("界", 1_000_000), 4, "…"); got != "界…" {
		t.Errorf("a long text: %q", got)
	}
	if got := len(widget.Spaces(1000)); got != 1000 {
		t.Errorf("%d spaces", got)
	}
}

func TestWrap(t *testing.T) {
	if got := widget.Wrap("a small two-page brief", 9); !slices.Equal(got, []string{"a small", "two-page", "brief"}) {
		t.Errorf("%q", got)
	}
	if got := widget.Wrap("seen on 2026-01-26, well-known", 14); !slices.Equal(got, []string{"seen on", "2026-01-26,", "well-known"}) {
		t.Errorf("%q", got)
	}
	if widget.Wrap("", 5) != nil || widget.Wrap("a", 0) != nil {
		t.Error("lines out of nothing")
	}
	for _, l := range widget.Wrap(strings.Repeat("x", 30)+" 界界界界界界", 7) {
		if widget.Width(l) > 7 {
			t.Errorf("%q is too wide", l)
		}
	}
}

func TestBlock(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{nil, "   \n   "},
		{[]string{"abc"}, "abc\n   "},
		{[]string{"abc", "def", "ghi"}, "abc\ndef"},
	} {
		if got := widget.Block(c.lines, 3, 2); got != c.want {
			t.Errorf("Block(%q) = %q", c.lines, got)
		}
	}
}

func TestMarkedLettersStandOut(t *testing.T) {
	th := theme.Plain() // the accent is bold
	l := widget.NewLine(nil, th, false)
	l.Marked(theme.Text, "Käthe", []int{0, 3}, 8) // K and t
	want := th.Paint(theme.Accent, "K") + "ä" + th.Paint(theme.Accent, "t") + "he   "
	if got := string(l.Bytes()); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, at := range [][]int{{99}, {3, 1}, {-1}} { // offsets that make no sense do no harm
		l := widget.NewLine(nil, th, false)
		l.Marked(theme.Text, "Käthe", at, 8)
		if got := ansi.Strip(string(l.Bytes())); got != "Käthe   " {
			t.Errorf("offsets %v: %q", at, got)
		}
	}
}
