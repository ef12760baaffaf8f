package tuitest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// modifiers are spelled before the key, in this order.
var modifiers = []struct {
	prefix string
	mod    tea.KeyMod
}{
	{"ctrl+", tea.ModCtrl},
	{"alt+", tea.ModAlt},
	{"shift+", tea.ModShift},
	{"meta+", tea.ModMeta},
	{"super+", tea.ModSuper},
}

// named are the keys that print nothing; f1 to f12 are computed.
var named = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"esc": tea.KeyEscape, "space": tea.KeySpace, "delete": tea.KeyDelete,
	"insert": tea.KeyInsert, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome,
	"end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
}

// Key returns the key press that a terminal without keyboard extensions sends
// for a spelling, which is that of tea.KeyPressMsg.String: "j", "G", "é", "?",
// "space", "esc", "ctrl+x", "alt+enter", "shift+tab", "f1". Other spellings
// are an error.
func Key(spelling string) (tea.KeyPressMsg, error) {
	k := parseKey(spelling)
	if spelling == "" || k.String() != spelling {
		return k, fmt.Errorf("tuitest: unknown key %q: spell it as tea.KeyPressMsg.String does", spelling)
	}
	return k, nil
}

// parseKey makes the best of a spelling; Key judges it.
func parseKey(s string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	for _, m := range modifiers {
		if rest, ok := strings.CutPrefix(s, m.prefix); ok && rest != "" {
			k.Mod |= m.mod
			s = rest
		}
	}
	if code, ok := namedKey(s); ok {
		k.Code = code
		if code == tea.KeySpace && k.Mod == 0 {
			k.Text = " "
		}
		return k
	}
	char, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	r, n := utf8.DecodeRuneInString(char)
	k.Code = r
	if k.Mod != 0 {
		return k
	}
	k.Text = char
	switch {
	case n < len(char):
		k.Code = tea.KeyExtended
	case r < utf8.RuneSelf && unicode.IsUpper(r):
		k.Code, k.ShiftedCode, k.Mod = unicode.ToLower(r), r, tea.ModShift
	}
	return k
}

// namedKey returns the code of a key that has a name.
func namedKey(s string) (rune, bool) {
	if code, ok := named[s]; ok {
		return code, true
	}
	num, ok := strings.CutPrefix(s, "f")
	n, err := strconv.Atoi(num)
	if !ok || err != nil || n < 1 || n > 12 {
		return 0, false
	}
	return tea.KeyF1 + rune(n-1), true
}
