package model

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed place_cities.txt
var cityText string

//go:embed place_regions.txt
var regionText string

//go:embed place_zones.txt
var zoneText string

// town is a city of the table.
type town struct{ name, country, region, zone, metro string }

// province is a region of the table.
type province struct{ name, country, code, zone string }

// atlas is the tables of places by folded name.
type atlas struct {
	towns     map[string][]town // the largest first
	provinces map[string][]province
	codes     map[string]province // "US CA"
	zones     map[string]string   // by country
}

var places = sync.OnceValue(func() *atlas {
	a := &atlas{
		towns: make(map[string][]town), provinces: make(map[string][]province),
		codes: make(map[string]province), zones: make(map[string]string),
	}
	for line := range dataLines(zoneText) {
		country, zone, _ := strings.Cut(line, " ")
		a.zones[country] = zone
	}
	for line := range dataLines(regionText) {
		f := strings.Split(line, "|")
		p := province{name: f[2], country: f[0], code: f[1], zone: f[3]}
		a.codes[p.country+" "+p.code] = p
		for name := range strings.SplitSeq(p.name+","+f[4], ",") {
			if key := NameKey(name); key != "" {
				a.provinces[key] = append(a.provinces[key], p)
			}
		}
	}
	for line := range dataLines(cityText) {
		f := strings.Split(line, "|")
		t := town{name: f[0], country: f[1], zone: f[3], metro: f[5]}
		if r, ok := a.codes[f[1]+" "+f[2]]; ok {
			t.region = r.name
			t.zone = firstOf(t.zone, r.zone)
		}
		for name := range strings.SplitSeq(t.name+","+f[4], ",") {
			if key := NameKey(name); key != "" && !slices.Contains(a.towns[key], t) {
				a.towns[key] = append(a.towns[key], t)
			}
		}
	}
	return a
})

func dataLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// countryText is the folded names of the countries in the languages of the people whom
// the maps show. They are CLDR's: a test makes the file out of
// golang.org/x/text/language/display, which linked in would weigh 3 MB.
//
//go:embed place_countries.txt
var countryText string

// countries leads from the folded names of a country to its code.
var countries = sync.OnceValue(func() map[string]string {
	names := make(map[string]string, 4096)
	for line := range dataLines(moreCountries) {
		code, all, _ := strings.Cut(line, " ")
		for name := range strings.SplitSeq(all, "|") {
			names[NameKey(name)] = code
		}
	}
	for line := range dataLines(countryText) {
		code, all, _ := strings.Cut(line, " ")
		for key := range strings.SplitSeq(all, "|") {
			if names[key] == "" {
				names[key] = code
			}
		}
	}
	return names
})

// moreCountries are names that CLDR does not give.
const moreCountries = `
US USA|U.S.A.|U.S.|US|United States of America|America|the United States|Estados Unidos da América|Vereinigte Staaten|EUA|EE.UU.|États-Unis d'Amérique|米国|アメリカ
GB UK|U.K.|Great Britain|Britain|GB|Royaume-Uni|Reino Unido|Großbritannien|Vereinigtes Königreich|英国
NL The Netherlands|Holland|Nederland|Pays-Bas
CZ Czech Republic|Czechia|Tschechische Republik|République tchèque
KR Korea|South Korea|Republic of Korea|Korea, Republic of|S. Korea
AE UAE|U.A.E.|Emirates|VAE
SA KSA|Kingdom of Saudi Arabia
RU Russia|Russian Federation|RF
CN PRC|P.R. China|People's Republic of China|Mainland China
HK Hong Kong|Hong Kong SAR|香港
MO Macau|Macao
TW Taiwan|Taiwan, R.O.C.|臺灣
TR Turkey|Türkiye|Turkiye
VN Vietnam|Viet Nam
CI Ivory Coast|Côte d'Ivoire
MK Macedonia|North Macedonia
BA Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina
PS Palestine|State of Palestine
CD DR Congo|DRC|Democratic Republic of the Congo
MM Burma|Myanmar
IE Republic of Ireland
SZ Eswatini|Swaziland
BY Republic of Belarus
XK Kosovo
MD Republic of Moldova
TN Tunisie
`

// countryCodes are the countries of today with two letters.
func countryCodes() []language.Region {
	var all []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && r.IsCountry() && !r.IsPrivateUse() && r.Canonicalize() == r {
				all = append(all, r)
			}
		}
	}
	return append(all, language.MustParseRegion("XK"))
}

// isPlaceName reports whether a folded word is a city or a region of the tables.
func isPlaceName(key string) bool {
	a := places()
	return len(a.towns[key]) > 0 || len(a.provinces[key]) > 0
}

// isArea reports whether a folded text names a place or a group of countries.
func isArea(key string) bool {
	return isPlaceName(key) || countries()[key] != "" || groups()[key] != nil
}

// joining are words after which a place belongs to the name.
var joining = wordSet("of de du des di del della da do von van for in the and y e")

// cutPlace parts a company's key into a name that can stand by itself and the
// country, region or city after it: google, germany. A name that goes on with
// "of" (University of Toronto) is not cut, nor one of which only common words
// would be left (Air France).
func cutPlace(key string) (head, place string, ok bool) {
	for i := 0; i < len(key); i++ {
		if key[i] != ' ' || !isArea(key[i+1:]) {
			continue
		}
		head = key[:i]
		last := head[strings.LastIndexByte(head, ' ')+1:]
		if joining[last] || companyNames()[head] == "" && !isDistinctive([]byte(head)) {
			return key, "", false
		}
		return head, key[i+1:], true
	}
	return key, "", false
}
