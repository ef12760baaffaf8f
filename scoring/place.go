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

// regions are the alternatives of a map's geography. Countries and groups of them
// may also be listed with commas: Germany, Austria, Switzerland.
func regions(s string) []region {
	var all []region
	for part := range strings.SplitSeq(splitOr.Replace(s), ";") {
		list := strings.Split(part, ",")
		if !allWhole(list) {
			list = []string{part}
		}
		for _, text := range list {
			if w := words(text); len(w) > 0 {
				area, ok := model.ParseArea(strings.TrimSpace(text))
				all = append(all, region{area, ok, w})
			}
		}
	}
	return all
}

// allWhole reports whether each text is a country or a group of countries.
func allWhole(list []string) bool {
	for _, text := range list {
		if area, ok := model.ParseArea(strings.TrimSpace(text)); !ok || !area.Whole() {
			return false
		}
	}
	return true
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
