package scoring

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// place compares where the two statements say that the person is.
func (d *differ) place() {
	from, to := d.before.person.Location, d.after.person.Location
	if samePlace(from, to) {
		return
	}
	d.note(model.LocationChanged, from, to, sureUndated,
		fmt.Sprintf("%s on %s, %s on %s", from, day(d.span.From), to, day(d.span.To)))
}

// samePlace reports whether two places may be one, told in other words or more
// exactly, or only one of them told: one has all the words of the other, or both begin with the same town
// and end in the same country.
func samePlace(a, b string) bool {
	a, b = placeKey(a), placeKey(b)
	if a == "" || b == "" || within(a, b) || within(b, a) {
		return true
	}
	townA, countryA := ends(a)
	townB, countryB := ends(b)
	return townA == townB && countryA == countryB
}

// countries are other names of countries that occur in every list of people.
var countries = map[string]string{
	"usa": "united states", "us": "united states", "united states of america": "united states",
	"uk": "united kingdom", "great britain": "united kingdom", "england": "united kingdom",
	"uae": "united arab emirates", "the netherlands": "netherlands", "holland": "netherlands",
	"deutschland": "germany", "osterreich": "austria", "schweiz": "switzerland", "suisse": "switzerland",
	"espana": "spain", "italia": "italy", "brasil": "brazil", "polska": "poland", "sverige": "sweden",
	"prc": "china", "republic of korea": "south korea", "korea": "south korea", "czech republic": "czechia",
}

// placeKey is a place for comparison: its parts folded and between commas, the
// words that name no place left out.
func placeKey(s string) string {
	var parts []string
	for part := range strings.SplitSeq(s, ",") {
		var kept []string
		for w := range strings.FieldsSeq(model.NameKey(part)) {
			switch w {
			case "greater", "area", "metropolitan", "metro", "region", "remote":
				continue
			}
			kept = append(kept, w)
		}
		part = strings.Join(kept, " ")
		if name, ok := countries[part]; ok {
			part = name
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ",")
}

// within reports whether all words of one place are among the other's.
func within(a, b string) bool {
	have := strings.FieldsFunc(b, parting)
	for _, w := range strings.FieldsFunc(a, parting) {
		found := false
		for _, h := range have {
			found = found || h == w
		}
		if !found {
			return false
		}
	}
	return true
}

func parting(r rune) bool { return r == ',' || r == ' ' }

// ends are the first and the last part of a place.
func ends(place string) (town, country string) {
	town, _, _ = strings.Cut(place, ",")
	return town, place[strings.LastIndexByte(place, ',')+1:]
}
