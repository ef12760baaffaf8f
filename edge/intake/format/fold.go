package format

import (
	"strings"
	"unicode"

	"talentmap/model"
)

// fold reduces a header to what aliases are compared by.
func fold(header string) string {
	if len(header) > 4*shownRunes {
		return ""
	}
	header = strings.ReplaceAll(model.CleanLine(header), "%", "percent")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, header)
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}
