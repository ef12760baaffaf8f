package action

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// modifier is a key that is held while another is pressed.
type modifier struct {
	prefix string
	mod    tea.KeyMod
	also   []string // how else people spell it
}

// modifiers are spelled before the key, in this order.
var modifiers = [...]modifier{
	{"ctrl+", tea.ModCtrl, []string{"c", "^", "ctl", "control"}},
	{"alt+", tea.ModAlt, []string{"a", "m", "opt", "option"}},
	{"shift+", tea.ModShift, []string{"s"}},
	{"meta+", tea.ModMeta, nil},
	{"hyper+", tea.ModHyper, nil},
	{"super+", tea.ModSuper, []string{"cmd", "command", "win"}},
}

// named are the keys that print nothing; f1 to f20 are computed.
var named = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"esc": tea.KeyEscape, "space": tea.KeySpace, "delete": tea.KeyDelete,
	"insert": tea.KeyInsert, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome,
	"end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
}

// lastF is the last function key that terminals have a sequence for.
const lastF = 20

// ParseKey returns the press that a terminal sends for a key, which is spelled as
// tea.KeyPressMsg.String does: "j", "G", "é", "?", "space", "esc", "ctrl+x",
// "alt+shift+j", "shift+tab", "f1". The error of any other spelling is a sentence
// that says how the key is spelled, where that can be told.
func ParseKey(spelling string) (tea.KeyPressMsg, error) {
	k := parseKey(spelling)
	if spelling != "" && sendable(k) && k.String() == spelling {
		return k, nil
	}
	if other := respell(spelling); other != "" {
		return k, fmt.Errorf("no terminal sends %q: this key is %q", spelling, other)
	}
	return k, fmt.Errorf("%q is no key: take a letter or a sign, a name such as enter, space, pgdown or f5, or one of these after ctrl+, alt+ or shift+", spelling)
}

// parseKey makes the best of a spelling; ParseKey judges it.
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
		if code == tea.KeySpace && k.Mod&^tea.ModShift == 0 {
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
	if !ok || num == "" {
		return 0, false
	}
	n, err := strconv.Atoi(num)
	if err != nil || n < 1 || n > lastF || num[0] == '0' || num[0] == '+' {
		return 0, false
	}
	return tea.KeyF1 + rune(n-1), true
}

// sendable reports whether a terminal can send the key at all: no sign without
// looks, and no letter with a shift beside it that is the capital itself.
func sendable(k tea.KeyPressMsg) bool {
	if k.Text != "" {
		return k.Text == " " || ansi.StringWidth(k.Text) > 0 && !strings.ContainsFunc(k.Text, unicode.IsControl) && !strings.ContainsFunc(k.Text, unicode.IsSpace)
	}
	isNamed := k.Code > unicode.MaxRune || slices.Contains([]rune{tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyEscape, tea.KeySpace}, k.Code)
	if isNamed {
		return true
	}
	return unicode.IsPrint(k.Code) && !unicode.IsUpper(k.Code) && k.Mod != tea.ModShift
}

// IsText reports whether a key types something where a text is being typed: no
// action runs on it there.
func IsText(key string) bool {
	if key == "space" || key == "shift+space" {
		return true
	}
	char, _ := ansi.FirstGraphemeCluster(key, ansi.GraphemeWidth)
	return char == key && key != ""
}

// KeyName is a key as people read it where room is short: ctrl+x is ^x, all
// others are as they are spelled.
func KeyName(key string) string {
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok && len(rest) == 1 {
		return "^" + rest
	}
	return key
}
