package model

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Area is where a map looks: a group of countries, a country, a region or a city.
// Make one with [ParseArea] and use it for many places.
type Area struct {
	text  string
	group *group
	place Place
	parts []areaPart
	also  *Area // a state of the same name: Georgia
}

// group is countries that are spoken of as one.
type group struct {
	name      string
	countries map[string]bool
}

// groupTable is name and other names = members: codes of countries, or the
// numbers that UN M49 gives its regions (CLDR's containment, by
// golang.org/x/text/language, closes over them). The European Union is spelled
// out, as CLDR's lags behind its members.
const groupTable = `
Europe|Continental Europe|Europa|European = 150 CY
EU|European Union|E.U.|EU27|Europäische Union = AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE
EEA|European Economic Area = AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO IS LI
Eurozone|Euro area = AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES
EMEA|Europe, Middle East and Africa = 150 CY TR 002 AE BH EG IL IQ IR JO KW LB OM PS QA SA SY YE
DACH|D-A-CH|D/A/CH|DACH region = DE AT CH LI
Nordics|Nordic|Nordic countries|Nordic region|Norden = SE NO DK FI IS FO GL AX
Scandinavia|Skandinavien = SE NO DK
Benelux = BE NL LU
Baltics|Baltic states|Baltic = EE LV LT
Iberia|Iberian Peninsula = ES PT AD GI
UK and Ireland|UKI|UK & Ireland|British Isles = GB IE IM JE GG
CEE|Central and Eastern Europe|Eastern Europe = PL CZ SK HU RO BG SI HR RS BA ME MK AL XK EE LV LT UA BY MD
Western Europe = 155 GB IE ES PT IT
Northern Europe = 154
Southern Europe = 039 CY
Balkans = AL BA BG HR GR XK ME MK RO RS SI
APAC|Asia Pacific|Asia-Pacific|APJ|JAPAC = 030 035 034 009
Asia|Asien = 142
South East Asia|Southeast Asia|SEA|ASEAN|South-East Asia = BN KH ID LA MY MM PH SG TH VN TL
South Asia = 034
East Asia = 030
Greater China = CN HK MO TW
ANZ|Australia and New Zealand|Australasia = AU NZ
Oceania = 009
Middle East|Near East|Nahost = AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE
MENA|Middle East and North Africa = AE BH DZ EG IL IQ IR JO KW LB LY MA OM PS QA SA SY TN YE SD EH
GCC|Gulf|Gulf states = AE BH KW OM QA SA
Africa|Afrika = 002
Sub-Saharan Africa = 011 014 017 018
Americas|the Americas|AMER = 019
North America|NAMER|NORAM|Nordamerika = US CA MX
Latin America|LATAM|Lateinamerika|América Latina|Latinoamérica = 419
South America|Südamerika|Sudamérica = 005
Central America = 013
Caribbean = 029
`

var groups = sync.OnceValue(func() map[string]*group {
	all := make(map[string]*group)
	codes := countryCodes()
	for line := range dataLines(groupTable) {
		names, members, _ := strings.Cut(line, " = ")
		first, _, _ := strings.Cut(names, "|")
		g := &group{name: first, countries: make(map[string]bool)}
		for m := range strings.FieldsSeq(members) {
			r := language.MustParseRegion(m)
			for _, c := range codes {
				if r.Contains(c) {
					g.countries[c.String()] = true
				}
			}
		}
		for name := range strings.SplitSeq(names, "|") {
			all[NameKey(name)] = g
		}
	}
	return all
})

// ParseArea reads where a map looks: "Europe", "DACH", "Sweden", "SE",
// "California", "Berlin, Germany". ok is false where nothing in it is known, so
// that only its words can be compared.
func ParseArea(text string) (area Area, ok bool) {
	area.text = strings.TrimSpace(text)
	if g := groups()[NameKey(text)]; g != nil {
		area.group = g
		return area, true
	}
	if r, err := language.ParseRegion(area.text); err == nil && len(area.text) == 2 && strings.ToUpper(area.text) == area.text && r.IsCountry() {
		area.place = Place{Country: r.Canonicalize().String()} // of a map it is the country: IL is Israel
		area.parts = area.place.parts()
		return area, true
	}
	area.place = ParsePlace(text)
	if area.place.Group != "" {
		area.group = groups()[NameKey(area.place.Group)]
	}
	area.parts = area.place.parts()
	area.also = twin(area)
	return area, area.place.Known()
}

// twin is the region that has the name of a country; nil for none.
func twin(a Area) *Area {
	if a.group != nil || !a.Whole() {
		return nil
	}
	for _, r := range places().provinces[NameKey(a.text)] {
		p := Place{Text: a.text, Region: r.name, Country: r.country, Zone: r.zone}
		return &Area{text: a.text, place: p, parts: p.parts()}
	}
	return nil
}

// Whole reports whether the area is a country or a group of them and not a part
// of one.
func (a Area) Whole() bool { return a.group != nil || a.place.City == "" && a.place.Region == "" }

// PartOf is the country that has the area, or a state of its name, as a part; ""
// for none.
func (a Area) PartOf() string {
	switch {
	case a.also != nil:
		return a.also.place.Country
	case a.Whole():
		return ""
	}
	return a.place.Country
}

// Holds reports whether a place is surely in all that an area names. In a state
// is also who gives only its code, though that may mean something else: whoever
// asks for California means CA, and whoever asks for Canada does not.
func (a Area) Holds(p Place) bool {
	if a.also != nil && a.also.Holds(p) {
		return true
	}
	share, _ := p.Within(a)
	switch {
	case share == 1:
		return true
	case p.code == "" || a.Whole():
		return false
	case a.place.City == "":
		return places().codes[a.place.Country+" "+p.code].name == a.place.Region
	}
	const halved = 0.5 // all of it, with little confidence
	return share == halved
}

// Within says how much of an area's parts a place agrees with, from 0 to 1, and
// why: all of "Berlin, Germany" for somebody in Berlin, half for somebody in
// Munich, none for somebody in Oslo. A place that was read with little
// confidence agrees by half.
func (p Place) Within(a Area) (share float64, why string) {
	if a.also != nil {
		if share, why = p.Within(*a.also); share > 0 {
			return share, why
		}
	}
	met, of := 0, 1
	switch {
	case !p.Known():
		return 0, fmt.Sprintf("no country known for %q", p.Text)
	case a.group != nil:
		if a.group.countries[p.Country] || p.Group != "" && groups()[NameKey(p.Group)] == a.group {
			met = 1
		}
	case p.Country == a.place.Country:
		of = len(a.parts)
		for _, part := range a.parts {
			if part.same(p) {
				met++
			}
		}
	}
	switch {
	case met == 0:
		return 0, strconv.Quote(p.Text) + " is not in " + a.text
	case met < of:
		why = strconv.Quote(p.Text) + " is only partly in " + a.text
	default:
		why = strconv.Quote(p.Text) + " is in " + a.text
	}
	share = float64(met) / float64(of)
	if p.Confidence < placeConflict {
		return share / 2, why + ", if it is read rightly"
	}
	return share, why
}

// areaPart is one thing that an area's text names.
type areaPart struct{ city, region, country string }

// parts are what an area's place names: its city, and its region and country as
// far as the text has them.
func (p Place) parts() []areaPart {
	var all []areaPart
	if p.City != "" {
		all = append(all, areaPart{city: p.City})
	}
	key := " " + NameKey(p.Text) + " "
	if p.Region != "" && (p.City == "" || strings.Contains(key, " "+NameKey(p.Region)+" ")) && p.Region != p.City {
		all = append(all, areaPart{region: p.Region})
	}
	if len(all) == 0 || namesCountry(key, p.Country) {
		all = append(all, areaPart{country: p.Country})
	}
	return all
}

// namesCountry reports whether a text says the country beside the city.
func namesCountry(key, country string) bool {
	words := strings.Fields(key)
	for i := range words {
		if i > 0 && countries()[strings.Join(words[i:], " ")] == country {
			return true
		}
	}
	return false
}

func (q areaPart) same(p Place) bool {
	switch {
	case q.city != "":
		return SameText(q.city, p.City) || p.Metro != "" && SameText(q.city, p.Metro)
	case q.region != "":
		return SameText(q.region, p.Region)
	}
	return q.country == p.Country
}
