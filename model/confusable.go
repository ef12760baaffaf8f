package model

import (
	"strings"
	"unicode"
)

// Confusable reports whether a name deserves a badge because it may not be what
// it looks like: one word mixes Latin letters with Cyrillic or Greek ones (the
// а of "Pаul"), or there is nothing visible in it. A name wholly in another
// script is as good as any, and so is a double name of two scripts.
// It does not compare names: two people of the same name are not its business.
func Confusable(name string) bool {
	name = CleanLine(name)
	if strings.Trim(name, " \u2800") == "" { // U+2800 is the empty Braille pattern
		return true
	}
	for word := range strings.FieldsFuncSeq(name, betweenWords) {
		if hasScript(word, unicode.Latin) && hasScript(word, unicode.Cyrillic, unicode.Greek) {
			return true
		}
	}
	return false
}

func betweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
}

func hasScript(s string, scripts ...*unicode.RangeTable) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, scripts...) })
}
