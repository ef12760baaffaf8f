package action

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// otherNames are how else people spell the named keys.
var otherNames = map[string]string{
	"return": "enter", "cr": "enter", "escape": "esc", "spc": "space", "spacebar": "space", "": "space",
	"del": "delete", "ins": "insert", "bs": "backspace", "pageup": "pgup", "pagedown": "pgdown", "pgdn": "pgdown",
	"page_up": "pgup", "page_down": "pgdown", "arrowup": "up", "arrowdown": "down", "plus": "+", "minus": "-",
}

// respell is the spelling of the key that somebody may have meant, "" for none.
func respell(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "<"); ok && strings.HasSuffix(inner, ">") {
		s = strings.TrimSuffix(inner, ">")
	}
	if rest, ok := strings.CutPrefix(s, "^"); ok && rest != "" {
		s = "ctrl+" + rest
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '+' || r == '-' })
	if len(parts) == 0 {
		parts = []string{s}
	}
	last := parts[len(parts)-1]
	if name, ok := otherNames[strings.ToLower(last)]; ok {
		last = name
	} else if _, ok := namedKey(strings.ToLower(last)); ok {
		last = strings.ToLower(last)
	}
	mod, ok := modsOf(parts[:len(parts)-1])
	if !ok {
		return ""
	}
	lower := strings.ToLower(last)
	switch letter := utf8.RuneCountInString(last) == 1 && strings.ToUpper(last) != lower; {
	case letter && mod == tea.ModShift:
		mod, last = 0, strings.ToUpper(last)
	case letter && mod == tea.ModAlt && last != lower: // ESC J is what it sends
		mod, last = mod|tea.ModShift, lower
	case letter && mod != 0:
		last = lower
	}
	spelled := last
	for _, m := range slices.Backward(modifiers[:]) {
		if mod&m.mod != 0 {
			spelled = m.prefix + spelled
		}
	}
	if k := parseKey(spelled); sendable(k) && k.String() == spelled {
		return spelled
	}
	return ""
}

// modsOf are the modifiers that words mean; false where one means none.
func modsOf(words []string) (mod tea.KeyMod, ok bool) {
	for _, w := range words {
		w = strings.ToLower(w)
		i := slices.IndexFunc(modifiers[:], func(m modifier) bool {
			return w+"+" == m.prefix || slices.Contains(m.also, w)
		})
		if i < 0 {
			return 0, false
		}
		mod |= modifiers[i].mod
	}
	return mod, true
}

// Rare says why most terminals cannot send a key, "" where they can. Control has
// sequences for letters and four signs only, of which three are those of other
// keys; shift has none for enter, space and signs.
func Rare(key string) string {
	const kitty = "only terminals with the kitty keyboard protocol send it"
	k := parseKey(key)
	mod := k.Mod &^ tea.ModAlt // before anything: an escape before it
	letter := k.Code >= 'a' && k.Code <= 'z'
	switch {
	case k.Mod&^(tea.ModCtrl|tea.ModAlt|tea.ModShift) != 0, k.Code == tea.KeySpace && mod == tea.ModShift:
		return kitty
	case k.Text != "" || mod == 0:
		return ""
	case k.Code > unicode.MaxRune: // an arrow or the like, whose sequence has a number for modifiers
		return ""
	case mod == tea.ModShift && (k.Code == tea.KeyTab || letter):
		return ""
	case mod != tea.ModCtrl:
		return kitty
	}
	if twin, ok := map[rune]string{'i': "tab", 'm': "enter", '[': "esc"}[k.Code]; ok {
		return "most terminals send " + twin + " for it"
	}
	if letter || k.Code == tea.KeySpace || strings.ContainsRune("\\]^_", k.Code) {
		return ""
	}
	return kitty
}
