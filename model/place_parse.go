package model

import (
	"strings"
	"unicode"
)

// ParsePlace reads a place as people write it: "Stockholm, Sweden", "San
// Francisco Bay Area", "NYC", "München", "Remote (EMEA)". What is not in the
// tables stays as it came: the first part is the city, if there are two.
//
//	ParsePlace("Greater Munich Metropolitan Area") // Munich, Bavaria, DE, Europe/Berlin, 0.9
//
// Where two readings are possible the larger city is meant; see
// [Place.Confidence]. An original spelling is always in Text.
func ParsePlace(text string) Place {
	p := Place{Text: text}
	var rest []string
	for _, part := range splitPlace(text) {
		name, code := p.takeCode(p.takeRemote(part))
		for _, s := range [...]string{name, code} {
			if s != "" {
				rest = append(rest, s)
			}
		}
	}
	rest = p.takeTwoWays(rest)
	rest = p.takeCountry(rest)
	rest = p.takeRegion(rest)
	p.takeCity(rest)
	if p.Country == "" && p.Group == "" {
		p.City, p.Region = firstOf(p.City, strings.Join(rest, ", ")), ""
	}
	if p.code != "" {
		p.Confidence = placeCode
	}
	if p.Zone == "" {
		p.Zone = places().zones[p.Country]
	}
	return p
}

// dashes between spaces part a place; inside a word they belong to it.
var dashes = strings.NewReplacer(" - ", ",", " – ", ",", " / ", ",", " or ", ",")

func splitPlace(text string) []string {
	return strings.FieldsFunc(dashes.Replace(text), func(r rune) bool { return strings.ContainsRune(",;|()[]·•、，\u200b", r) })
}

// takeRemote notes and removes words such as "Remote".
func (p *Place) takeRemote(part string) string {
	words := strings.Fields(part)
	kept := words[:0]
	for _, w := range words {
		switch NameKey(w) {
		case "remote", "remotely", "anywhere", "worldwide", "distributed", "wfh", "remoto", "télétravail", "teletravail", "homeoffice":
			p.Remote = true
			continue
		case "hybrid", "onsite", "in", "from", "friendly", "based", "within", "only":
			if (p.Remote || len(words) == 1) && w != "IN" { // in capitals it is a code
				continue
			}
		}
		if !isPostcode(w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// isPostcode reports whether a word is a number of four digits or more, such as
// 43215-1234, or short and of digits and capitals, such as M5V and SW1A.
func isPostcode(w string) bool {
	if len(w) >= 4 && strings.Trim(w, "0123456789-") == "" {
		return true
	}
	return len(w) <= 4 && strings.ContainsAny(w, "0123456789") && strings.ContainsFunc(w, unicode.IsUpper) &&
		!strings.ContainsFunc(w, unicode.IsLower)
}

// takeCity finds the city in what is left, and judges how it all agrees.
func (p *Place) takeCity(parts []string) {
	if len(parts) == 0 {
		if p.Region != "" && p.Confidence == placeNamed {
			p.Confidence = placeAgrees
		}
		return
	}
	for _, part := range parts {
		if all := places().towns[cityKey(part)]; len(all) > 0 {
			p.settle(all, parts)
			return
		}
	}
	p.City = parts[0]
	if len(parts) > 1 && p.Region == "" {
		p.Region = parts[len(parts)-1]
	}
}

// settle takes the first of the namesakes that agrees with region and country.
func (p *Place) settle(all []town, parts []string) {
	for _, t := range all {
		if (p.Region == "" || t.region == "" || p.Region == t.region) && (p.Country == "" || p.Country == t.country) {
			switch {
			case p.Country != "":
				p.Confidence = placeAgrees
			case len(all) > 1:
				p.Confidence = placeTwin
			default:
				p.Confidence = placeCity
			}
			p.City, p.Metro, p.Country, p.Region = t.name, t.metro, t.country, firstOf(t.region, p.Region)
			p.Zone = firstOf(t.zone, p.Zone)
			return
		}
	}
	p.City = parts[0]
	if p.Region == "" {
		p.Confidence = min(p.Confidence, placeConflict)
	}
}

// cityKey is a city's folded name without the words for its surroundings.
func cityKey(text string) string {
	key := NameKey(text)
	if len(places().towns[key]) > 0 {
		return key
	}
	if first, _, ok := strings.Cut(text, "/"); ok {
		key = NameKey(first)
	}
	for _, w := range cityHeads {
		key = strings.TrimPrefix(key, w)
	}
	for _, w := range cityTails {
		cut, ok := strings.CutSuffix(key, w)
		for ok && cut != "" {
			if len(places().towns[cut]) > 0 {
				return cut
			}
			cut = cut[:max(strings.LastIndexByte(cut, ' '), 0)] // Cologne Bonn Region
		}
	}
	return key
}

// cityHeads and cityTails stand before and after the name of a city for its
// surroundings.
var (
	cityHeads = []string{
		"greater ", "metro ", "metropolitan ", "grossraum ", "region de ", "region ", "ville de ", "ciudad de ", "downtown ",
		"city of ", "central ", "hlavni mesto ", "the ",
	}
	cityTails = []string{
		" metropolitan area", " metropolitan region", " metro area", " metroplex", " bay area", " city area", " und umgebung",
		" and surroundings", " et peripherie", " y alrededores", " e regiao", " e dintorni", " og omegn", " med omnejd",
		" area", " region", " metro", " metropole", " city", " si", " shi", "市", "市区",
	}
)
