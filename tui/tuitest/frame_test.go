package tuitest_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/tuitest"
)

func TestCheckFrame(t *testing.T) {
	for _, c := range []struct{ name, view, want string }{
		{"fits", "\x1b[1;38;2;1;2;3mabcd\x1b[m\nä日x", ""},
		{"joined emoji are two cells", "ab👩‍💻", ""},
		{"empty", "", ""},
		{"too many lines", "a\nb\nc", "frame: 3 lines in a height of 2"},
		{"too wide", "a\nabcde", `frame: row 1 is 5 cells wide in a width of 4: "abcde"`},
		{"wide characters count two", "日本x", `frame: row 0 is 5 cells wide in a width of 4: "日本x"`},
		{"tab", "a\tb", `frame: row 0 holds the control "\t"`},
		{"carriage return", "ab\r\n", `frame: row 0 holds the control "\r"`},
		{"cursor movement", "\x1b[2Ja", `frame: row 0 holds the control "\x1b[2J"`},
		{"keyboard mode that ends in m", "\x1b[>4;2ma", `frame: row 0 holds the control "\x1b[>4;2m"`},
		{"hyperlink", "\x1b]8;;http://a\x07x", `frame: row 0 holds the control "\x1b]8;;http://a\a"`},
		{"C1 as a character", "a\u009b1m", `frame: row 0 holds the control "\u009b"`},
		{"direction", "a\u202eb", `frame: row 0 holds the control "\u202e"`},
		{"not UTF-8", "a\xffb", `frame: row 0 holds the control "\xff"`},
	} {
		got := ""
		if err := tuitest.CheckFrame(c.view, 4, 2); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestFrameReadsWhatATerminalShows(t *testing.T) {
	got := tuitest.Frame(t, "\x1b[31mred\x1b[m  \n日本 e\u0301!\n  full row", 10, 4)
	if want := "red\n日本 e\u0301!\n  full row\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestKeysAreSpelledAsTheyArrive(t *testing.T) {
	for spelling, want := range map[string]tea.KeyPressMsg{
		"j":         {Code: 'j', Text: "j"},
		"G":         {Code: 'g', ShiftedCode: 'G', Text: "G", Mod: tea.ModShift},
		"+":         {Code: '+', Text: "+"},
		"é":         {Code: 'é', Text: "é"},
		"👩‍💻":       {Code: tea.KeyExtended, Text: "👩‍💻"},
		"space":     {Code: tea.KeySpace, Text: " "},
		"esc":       {Code: tea.KeyEscape},
		"f12":       {Code: tea.KeyF12},
		"ctrl+x":    {Code: 'x', Mod: tea.ModCtrl},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
		"alt+enter": {Code: tea.KeyEnter, Mod: tea.ModAlt},
		"ctrl++":    {Code: '+', Mod: tea.ModCtrl},
	} {
		got, err := tuitest.Key(spelling)
		if err != nil || got != want {
			t.Errorf("%s: %#v, %v; want %#v", spelling, got, err, want)
		}
	}
	for _, bad := range []string{"", " ", "jj", "escape", "shift+ctrl+x", "f21", "ctrl+"} {
		if k, err := tuitest.Key(bad); err == nil {
			t.Errorf("%q passed as %#v", bad, k)
		}
	}
}
