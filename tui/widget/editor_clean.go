package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	tabSpaces = "    "

	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// cleanTyped makes typed and pasted text safe to draw: line breaks of every
// kind become \n, a tab four spaces, an invalid byte U+FFFD; what is invisible
// goes, but for the joiners that emoji and some scripts need.
func cleanTyped(s string) string {
	if isCleanTyped(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var last rune
	for _, r := range s {
		switch {
		case r == '\n' && last == '\r':
		case breaksLine(r):
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString(tabSpaces)
		case r == zeroWidthJoiner || r == zeroWidthNonJoiner || !isInvisible(r):
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func isCleanTyped(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// isInvisible holds for control and format characters, and for what else has
// no looks by definition.
func isInvisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// breaksLine holds for LF, VT, FF, CR, NEL and the two Unicode separators.
func breaksLine(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// isBlank reports whether a cluster is a space that a row may be broken after;
// the no-break spaces are none.
func isBlank(cluster []byte) bool {
	if cluster[0] < utf8.RuneSelf {
		return cluster[0] == ' ' && len(cluster) == 1
	}
	r, n := utf8.DecodeRune(cluster)
	return n == len(cluster) && unicode.Is(unicode.Zs, r) && r != '\u00a0' && r != '\u2007' && r != '\u202f'
}
