package scoring

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// region is one alternative of a map's geography: an area where it is known,
// its words in any case.
type region struct {
	area  model.Area
	known bool
	words phrase
}

// regions are the alternatives of a map's geography. Places that are known may
// also be listed with commas, "and" or "&": Germany, Austria, Switzerland; Berlin
// and Munich. "Berlin, Germany" and "UK and Ireland" are one.
func regions(s string) []region {
	var all []region
	for part := range strings.SplitSeq(splitOr.Replace(s), ";") {
		for _, some := range listed(part, ",") {
			for _, text := range listed(some, " and ", " & ") {
				area, ok := model.ParseArea(text)
				w := words(text)
				if ok && len(w) == 0 { // AT is a country, and no word to be left out
					w = phrase{fold(text)}
				}
				if len(w) > 0 {
					all = append(all, region{area, ok, w})
				}
			}
		}
	}
	return all
}

// listed are the places that a text lists with one of some signs between them; the
// text itself where it is one place, or not all of them are known.
func listed(text string, signs ...string) []string {
	text = strings.TrimSpace(text)
	parts := []string{text}
	for _, sign := range signs {
		if len(parts) == 1 {
			parts = strings.Split(text, sign)
		}
	}
	if len(parts) == 1 || onePlace(text) {
		return []string{text}
	}
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		area, ok := model.ParseArea(parts[i])
		if !ok || !area.Whole() && model.ParsePlace(parts[i]).City == "" {
			return []string{text} // Vienna, Virginia
		}
	}
	return parts
}

// onePlace reports whether all of a text is one place: a city in its country, a
// country, a group of them.
func onePlace(text string) bool {
	at := model.ParsePlace(text)
	return at.Confidence == 1 || at.Known() && at.City == "" && at.Region == ""
}

// fitPlace is the share of an alternative's geography that somebody's place has.
// Where one of them is not in the tables their words are compared.
func fitPlace(at model.Place, alt region) (float64, string) {
	switch {
	case at.Text == "":
		return 0, "location not known"
	case alt.known && at.Known():
		return at.Within(alt.area)
	}
	return found(alt.words, words(at.Text), fmt.Sprintf("in the location %q", at.Text))
}
