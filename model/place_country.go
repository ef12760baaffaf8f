package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// takeCountry finds the country: the last part, the first (China, Shenzhen), or
// the end of one (Courbevoie France).
func (p *Place) takeCountry(parts []string) []string {
	if len(parts) == 0 || p.Country != "" {
		return parts
	}
	for _, i := range [...]int{len(parts) - 1, 0} {
		head, country, group := cutCountry(parts[i], len(parts) > 1)
		if country == "" && group == "" {
			continue
		}
		if head == "" && len(parts) == 1 && len(places().towns[NameKey(parts[0])]) > 0 && country != "" {
			p.Country, p.Confidence = country, placeNamed // a city that is a country, such as Singapore
			return parts
		}
		p.Country, p.Group, p.Confidence = country, group, placeNamed
		rest := append(append([]string{}, parts[:i]...), parts[i+1:]...)
		if head != "" && head != "the" {
			rest = append(rest, head)
		}
		return rest
	}
	return parts
}

// cutCountry takes a country or a group of them off the end of a part.
func cutCountry(part string, many bool) (head, country, group string) {
	words := strings.Fields(part)
	for i := range words {
		text := strings.Join(words[i:], " ")
		key := NameKey(text)
		if code := countries()[key]; code != "" && (i == 0 && (many || !isTownOrRegion(key)) || i > 0 && !isTownOrRegion(NameKey(part))) {
			return strings.Join(words[:i], " "), code, ""
		}
		if g := groups()[key]; g != nil && (i == 0 || g.name != "" && len(key) > 3) && !(i > 0 && isTownOrRegion(NameKey(part))) {
			return strings.Join(words[:i], " "), "", g.name
		}
		if i == 0 && len(words) == 1 {
			if code := countryCode(text); code != "" {
				return "", code, ""
			}
		}
	}
	return part, "", ""
}

// isTownOrRegion tells whether a text that is also a country means something
// else first, such as Georgia beside Atlanta; only the table can say.
func isTownOrRegion(key string) bool { return isPlaceName(key) && key != "georgia" }

// countryCode is the country of a code in capitals that is no code of a state.
func countryCode(code string) string {
	if _, state := places().codes["US "+code]; state {
		return ""
	}
	return countryOfCode(code)
}

// countryOfCode is the country that has an ISO code of two or three letters; ""
// for none.
func countryOfCode(code string) string {
	if n := len(code); n != 2 && n != 3 || strings.ToUpper(code) != code || !isPlain(code) || !isLetters(code) {
		return ""
	}
	r, err := language.ParseRegion(code)
	if err != nil || !r.IsCountry() || r.IsPrivateUse() {
		return ""
	}
	return r.Canonicalize().String()
}

func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
