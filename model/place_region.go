package model

import (
	"slices"
	"strings"
)

// The code of a state or province counts where such codes stand: alone, in a part
// of its own behind a town, beside its country, or at the end of a part ("Columbus
// OH"). There it is in capitals; behind a town of that state it may also be in
// small letters.

// codeWords are codes that may be words in capitals: at the end of a part they
// count only behind a town of that state.
var codeWords = wordSet("IN OR ME HI OK")

// Behind a town that is not in the tables DE is Germany rather than Delaware, and
// nobody can tell India from Indiana.
const countryCoded, undecidedCode = "DE", "IN"

// takeCode takes the code of a region off the end of a part, and a country's off
// its beginning (US-OH): without the first code is "".
func (p *Place) takeCode(part string) (name, code string) {
	if country, rest, ok := strings.Cut(part, "-"); ok {
		code, town, _ := strings.Cut(rest, "-")
		if len(regionsOf(code, country)) > 0 {
			p.Country, p.Confidence = country, placeNamed
			return town, code
		}
	}
	at := strings.LastIndexByte(part, ' ')
	if at < 0 {
		return part, ""
	}
	name, code = part[:at], part[at+1:]
	all := regionsOf(code, "")
	if len(all) == 0 || codeWords[code] && !anyHas(all, name) {
		return part, ""
	}
	return name, code
}

// regionsOf are the regions that a code in capitals may mean, in a country where
// one is given.
func regionsOf(code, country string) (all []province) {
	if !codeSized(code) {
		return nil
	}
	if len(code) == len("N.Y.") && code[1] == '.' && code[3] == '.' {
		code = code[:1] + code[2:3]
	}
	for _, c := range [...]string{"US", "CA", "AU"} {
		if country != "" {
			c = country
		}
		if r, ok := places().codes[c+" "+code]; ok {
			all = append(all, r)
		}
		if country != "" {
			break
		}
	}
	return all
}

// codeSized reports whether a text may be a code by its length: OH, NSW, N.Y.
func codeSized(text string) bool { return len(text) >= len("OH") && len(text) <= len("N.Y.") }

// has reports whether a town of the tables is in the region.
func (r province) has(name string) bool {
	return slices.ContainsFunc(places().towns[cityKey(name)], func(t town) bool { return t.country == r.country && t.region == r.name })
}

func anyHas(all []province, name string) bool {
	return slices.ContainsFunc(all, func(r province) bool { return r.has(name) })
}

// takeRegion finds a state or province, by name or by code.
func (p *Place) takeRegion(parts []string) []string {
	if len(parts) == 1 && p.cityFirst(parts[0]) { // New York is the city before it is the state
		if p.Country == "" && len(regionsOf(parts[0], "")) > 0 {
			p.code = parts[0] // LA is Los Angeles, or Louisiana
		}
		return parts
	}
	for i := len(parts) - 1; i >= 0; i-- {
		if r, ok := p.coded(parts, i); ok {
			if p.Country == "" && unsure(r, parts) {
				p.code = r.code
			}
			p.settleIn(r)
			return slices.Delete(slices.Clone(parts), i, i+1)
		}
		words := strings.Fields(parts[i])
		for j := range words {
			r, ok := p.named(strings.Join(words[j:], " "))
			if !ok {
				continue
			}
			p.settleIn(r)
			rest := slices.Clone(parts[:i])
			if j > 0 {
				rest = append(rest, strings.Join(words[:j], " "))
			}
			return append(rest, parts[i+1:]...)
		}
	}
	return parts
}

// settleIn places p in a region, and in its country where nothing has told one.
func (p *Place) settleIn(r province) {
	if p.Country == "" {
		p.Country, p.Confidence = r.country, placeCity
	}
	p.Region, p.Zone = r.name, r.zone
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

// named finds a region of the place's country by its name.
func (p *Place) named(text string) (province, bool) {
	key := NameKey(text)
	for _, cut := range [...]string{key, strings.TrimSuffix(key, " state"), strings.TrimPrefix(key, "state of "), strings.TrimSuffix(key, " province")} {
		for _, r := range places().provinces[cut] {
			if p.Country == "" || p.Country == r.country {
				return r, true
			}
		}
	}
	return province{}, false
}

// coded finds a region of the place's country by its code, where the part is one
// and stands alone or behind another: the region that has the town before it, else
// the first.
func (p *Place) coded(parts []string, i int) (province, bool) {
	if i == 0 && len(parts) > 1 || !codeSized(parts[i]) {
		return province{}, false
	}
	before := ""
	if i > 0 {
		before = parts[i-1]
	}
	all := regionsOf(strings.ToUpper(parts[i]), p.Country)
	for _, r := range all {
		if r.has(before) {
			return r, true
		}
	}
	if len(all) == 0 || strings.ToUpper(parts[i]) != parts[i] {
		return province{}, false
	}
	return all[0], true
}

// unsure reports whether the code of a region tells little of the country: where
// it stands alone and is a country's as well.
func unsure(r province, parts []string) bool {
	if len(parts) == 1 {
		return countryOfCode(r.code) != ""
	}
	return r.code == undecidedCode && !r.has(parts[0])
}

// takeTwoWays reads a last part that means a country and a state, such as IL, DE
// or Georgia, by the city before it.
func (p *Place) takeTwoWays(parts []string) []string {
	if len(parts) < 2 {
		return parts
	}
	last := parts[len(parts)-1]
	country := firstOf(countries()[NameKey(last)], countryOfCode(last))
	state, ok := p.named(last)
	if !ok {
		state, ok = p.coded(parts, len(parts)-1)
	}
	if !ok || country == "" {
		return parts
	}
	all := places().towns[cityKey(parts[0])]
	for _, t := range all {
		switch {
		case t.country == country:
			p.Country = country
			return parts[:len(parts)-1]
		case t.country == state.country && t.region == state.name:
			p.Country = state.country
			return parts
		}
	}
	if last == countryCoded && !slices.ContainsFunc(all, func(t town) bool { return t.country == state.country }) {
		p.Country, p.Confidence = country, placeTwin
		return parts[:len(parts)-1]
	}
	return parts
}
