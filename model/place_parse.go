package model

import "strings"

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
		if part = p.takeRemote(part); part != "" {
			rest = append(rest, part)
		}
	}
	rest = p.takeTwoWays(rest)
	rest = p.takeCountry(rest)
	rest = p.takeRegion(rest)
	p.takeCity(rest)
	if p.Country == "" && p.Group == "" {
		p.City, p.Region = firstOf(p.City, strings.Join(rest, ", ")), ""
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
			if p.Remote || len(words) == 1 {
				continue
			}
		}
		if !isPostcode(w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// isPostcode reports whether a word is a number of four digits or more.
func isPostcode(w string) bool {
	return len(w) >= 4 && strings.Trim(w, "0123456789") == ""
}

// takeRegion finds a state or province after the city, by name or by code.
func (p *Place) takeRegion(parts []string) []string {
	for i := len(parts) - 1; i >= 0; i-- {
		words := strings.Fields(parts[i])
		for j := range words {
			if i == 0 && j == 0 && len(parts) == 1 && p.cityFirst(parts[0]) {
				break // New York is the city before it is the state
			}
			r, ok := p.region(strings.Join(words[j:], " "), i > 0 || j > 0 || len(parts) == 1)
			if !ok {
				continue
			}
			if p.Country == "" {
				p.Country, p.Confidence = r.country, placeCity
				if len(parts) == 1 && j == 0 && parts[0] == r.code {
					p.Confidence = placeCode
				}
			}
			p.Region, p.Zone = r.name, r.zone
			rest := append([]string{}, parts[:i]...)
			if j > 0 {
				rest = append(rest, strings.Join(words[:j], " "))
			}
			return append(rest, parts[i+1:]...)
		}
	}
	return parts
}

// cityFirst reports whether the whole of a text is a city that goes before a
// region of the same name.
func (p *Place) cityFirst(text string) bool {
	for _, t := range places().towns[cityKey(text)] {
		if p.Country == "" || p.Country == t.country {
			return true
		}
	}
	return false
}

// region finds a region of the place's country by its name; by its code where
// that stands after a city or alone.
func (p *Place) region(text string, code bool) (province, bool) {
	key := NameKey(text)
	for _, cut := range [...]string{key, strings.TrimSuffix(key, " state"), strings.TrimPrefix(key, "state of "), strings.TrimSuffix(key, " province")} {
		for _, r := range places().provinces[cut] {
			if p.Country == "" || p.Country == r.country {
				return r, true
			}
		}
	}
	if !code || strings.ToUpper(text) != text || len(text) > 3 {
		return province{}, false
	}
	if p.Country != "" {
		r, ok := places().codes[p.Country+" "+text]
		return r, ok
	}
	for _, country := range [...]string{"US", "CA", "AU"} {
		if r, ok := places().codes[country+" "+text]; ok {
			return r, true
		}
	}
	return province{}, false
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
