package model_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the test must not depend on the machine

	"talentmap/model"
)

// placesByHand is text → city | region | country | zone, and the group where it
// is one, written from the map and not from the program.
const placesByHand = `
Stockholm, Sweden → Stockholm | Stockholm County | SE | Europe/Stockholm
Berlin Area, Germany → Berlin | | DE | Europe/Berlin
San Francisco Bay Area → San Francisco | California | US | America/Los_Angeles
SF Bay Area, United States → San Francisco | California | US | America/Los_Angeles
NYC → New York | New York | US | America/New_York
New York → New York | New York | US | America/New_York
New York, New York, United States → New York | New York | US | America/New_York
New York City Metropolitan Area → New York | New York | US | America/New_York
Greater New York City Area → New York | New York | US | America/New_York
München → Munich | Bavaria | DE | Europe/Berlin
Muenchen, Bayern, Deutschland → Munich | Bavaria | DE | Europe/Berlin
Greater Munich Metropolitan Area → Munich | Bavaria | DE | Europe/Berlin
Großraum München → Munich | Bavaria | DE | Europe/Berlin
Greater London → London | England | GB | Europe/London
London, UK → London | England | GB | Europe/London
London, England, United Kingdom → London | England | GB | Europe/London
London Area, United Kingdom → London | England | GB | Europe/London
London, Ontario, Canada → London | Ontario | CA | America/Toronto
London, ON → London | Ontario | CA | America/Toronto
Bengaluru → Bengaluru | Karnataka | IN | Asia/Kolkata
Bangalore, Karnataka, India → Bengaluru | Karnataka | IN | Asia/Kolkata
Bengaluru/Bangalore → Bengaluru | Karnataka | IN | Asia/Kolkata
Chicago, IL → Chicago | Illinois | US | America/Chicago
Tel Aviv, IL → Tel Aviv | | IL | Asia/Jerusalem
IL → | Illinois | US | America/Chicago
Munich, DE → Munich | Bavaria | DE | Europe/Berlin
Wilmington, DE → Wilmington | Delaware | US | America/New_York
Bangalore, IN → Bengaluru | Karnataka | IN | Asia/Kolkata
Indianapolis, IN → Indianapolis | Indiana | US | America/Indiana/Indianapolis
Toronto, CA → Toronto | Ontario | CA | America/Toronto
San Diego, CA → San Diego | California | US | America/Los_Angeles
Portland OR, United States → Portland | Oregon | US | America/Los_Angeles
Raleigh NC, United States → Raleigh | North Carolina | US | America/New_York
Renton, WA USA → Renton | Washington | US | America/Los_Angeles
Minneapolis Minnesota, United States → Minneapolis | Minnesota | US | America/Chicago
Austin, Texas → Austin | Texas | US | America/Chicago
Texas, United States → | Texas | US | America/Chicago
Washington, DC, United States → Washington | District of Columbia | US | America/New_York
Washington DC → Washington | District of Columbia | US | America/New_York
Seattle, Washington → Seattle | Washington | US | America/Los_Angeles
Melbourne, FL, United States → Melbourne | Florida | US | America/New_York
Melbourne, Victoria, Australia → Melbourne | Victoria | AU | Australia/Melbourne
Perth, Western Australia → Perth | Western Australia | AU | Australia/Perth
Cambridge, United States → Cambridge | Massachusetts | US | America/New_York
Cambridge, MA → Cambridge | Massachusetts | US | America/New_York
Cambridge, England → Cambridge | England | GB | Europe/London
China, Shenzhen → Shenzhen | Guangdong | CN | Asia/Shanghai
Norway, Oslo → Oslo | | NO | Europe/Oslo
Courbevoie France → Courbevoie | | FR | Europe/Paris
São Paulo, Brazil → São Paulo | | BR | America/Sao_Paulo
Sao Paulo, SP, Brazil → São Paulo | | BR | America/Sao_Paulo
Wien, Österreich → Vienna | | AT | Europe/Vienna
Zürich, Suisse → Zürich | Canton of Zürich | CH | Europe/Zurich
Genf → Geneva | | CH | Europe/Zurich
Milano, Italia → Milan | Lombardy | IT | Europe/Rome
Warszawa, Polska → Warsaw | Masovia | PL | Europe/Warsaw
Kraków → Kraków | Lesser Poland | PL | Europe/Warsaw
Москва, Россия → Moscow | | RU | Europe/Moscow
東京, 日本 → Tokyo | | JP | Asia/Tokyo
Tokyo → Tokyo | | JP | Asia/Tokyo
北京 → Beijing | | CN | Asia/Shanghai
Seoul, South Korea → Seoul | | KR | Asia/Seoul
Hong Kong → Hong Kong | | HK | Asia/Hong_Kong
Singapore → Singapore | | SG | Asia/Singapore
Singapore, Singapore → Singapore | | SG | Asia/Singapore
Luxembourg → Luxembourg | | LU | Europe/Luxembourg
Tbilisi, Georgia → Tbilisi | | GE | Asia/Tbilisi
Atlanta, Georgia → Atlanta | Georgia | US | America/New_York
Atlanta, Georgia, United States → Atlanta | Georgia | US | America/New_York
Mexico City, Mexico → Mexico City | | MX | America/Mexico_City
Hyderabad, India → Hyderabad | Telangana | IN | Asia/Kolkata
Hyderabad, Pakistan → Hyderabad | | PK | Asia/Karachi
San José, Costa Rica → San José | | CR | America/Costa_Rica
San Jose, CA → San Jose | California | US | America/Los_Angeles
Cluj, Romania → Cluj-Napoca | | RO | Europe/Bucharest
Kista, Sweden → Kista | | SE | Europe/Stockholm
Germany → | | DE | Europe/Berlin
Deutschland → | | DE | Europe/Berlin
USA → | | US |
U.S. → | | US |
The Netherlands → | | NL | Europe/Amsterdam
Istanbul, Türkiye → Istanbul | | TR | Europe/Istanbul
Pristina, Kosovo → Pristina | | XK | Europe/Belgrade
Remote → | | |
Anywhere in the US → | | US |
Hybrid - Kraków → Kraków | Lesser Poland | PL | Europe/Warsaw
Cologne Bonn Region → Cologne | North Rhine-Westphalia | DE | Europe/Berlin
Dallas-Fort Worth Metroplex → Dallas | Texas | US | America/Chicago
Milano e dintorni → Milan | Lombardy | IT | Europe/Rome
上海市 → Shanghai | | CN | Asia/Shanghai
10115 Berlin → Berlin | | DE | Europe/Berlin
Sydney, NSW 2000 → Sydney | New South Wales | AU | Australia/Sydney
Deventer, NL → Deventer | | NL | Europe/Amsterdam
NL → | | NL | Europe/Amsterdam
Remote - Germany → | | DE | Europe/Berlin
Remote (EMEA) → | | | | EMEA
Europe → | | | | Europe
Berlin (remote) → Berlin | | DE | Europe/Berlin
Ottawa, Ontario, Canada → Ottawa | Ontario | CA | America/Toronto
Québec, Canada → | Quebec | CA | America/Toronto
Dublin, Ireland → Dublin | | IE | Europe/Dublin
Dublin, OH → Dublin | Ohio | US | America/New_York
Valencia, Spain → Valencia | Valencian Community | ES | Europe/Madrid
Frankfurt am Main, Hessen, Germany → Frankfurt am Main | Hesse | DE | Europe/Berlin
Taipei City, Taiwan → Taipei | | TW | Asia/Taipei
Gurgaon → Gurugram | Haryana | IN | Asia/Kolkata
Ho Chi Minh, Vietnam → Ho Chi Minh City | | VN | Asia/Ho_Chi_Minh
OH → | Ohio | US | America/New_York
OH, USA → | Ohio | US | America/New_York
OH USA → | Ohio | US | America/New_York
US-OH → | Ohio | US | America/New_York
US-OH-Columbus → Columbus | Ohio | US | America/New_York
US OH → | Ohio | US | America/New_York
Columbus OH → Columbus | Ohio | US | America/New_York
columbus, oh → Columbus | Ohio | US | America/New_York
Columbus, Oh → Columbus | Ohio | US | America/New_York
Columbus, OH 43215-1234 → Columbus | Ohio | US | America/New_York
Zanesville OH → Zanesville | Ohio | US | America/New_York
Columbus, GA → Columbus | Georgia | US | America/New_York
portland, me → Portland | Maine | US | America/New_York
Remote (OH) → | Ohio | US | America/New_York
N.Y. → | New York | US | America/New_York
Albany, N.Y. → Albany | New York | US | America/New_York
ON → | Ontario | CA | America/Toronto
BC, Canada → | British Columbia | CA | America/Vancouver
Toronto, ON M5V 2T6 → Toronto | Ontario | CA | America/Toronto
Vancouver, B.C. → Vancouver | British Columbia | CA | America/Vancouver
Vancouver, WA → Vancouver | Washington | US | America/Los_Angeles
CA-ON → | Ontario | CA | America/Toronto
QC → | Quebec | CA | America/Toronto
IN → | Indiana | US | America/Indiana/Indianapolis
IN, USA → | Indiana | US | America/Indiana/Indianapolis
Granger, IN, United States → Granger | Indiana | US | America/Indiana/Indianapolis
IN, India → IN | | IN | Asia/Kolkata
DE, USA → | Delaware | US | America/New_York
Newark, DE → Newark | Delaware | US | America/New_York
Newark → Newark | New Jersey | US | America/New_York
Passau, DE → Passau | | DE | Europe/Berlin
Köln DE → Cologne | North Rhine-Westphalia | DE | Europe/Berlin
Bangor, ME → Bangor | Maine | US | America/New_York
Podgorica, ME → Podgorica | | ME | Europe/Podgorica
Follow ME → Follow ME | | |
SAY HI → SAY HI | | |
Oh → Oh | | |
Working IN Berlin → Working IN Berlin | | |
Remote in Germany → | | DE | Europe/Berlin
Berlin or Munich → Berlin | | DE | Europe/Berlin
Portland, OR → Portland | Oregon | US | America/Los_Angeles
Eugene OR → Eugene OR | | |
Eugene, OR → Eugene | Oregon | US | America/Los_Angeles
Perth, WA → Perth | Western Australia | AU | Australia/Perth
Ottawa, CA → Ottawa | Ontario | CA | America/Toronto
CA, USA → | California | US | America/Los_Angeles
CA, Canada → CA | | CA |
London SW1A 1AA → London | England | GB | Europe/London
nowhere in particular → nowhere in particular | | |
 → | | |
`

func TestParsePlace(t *testing.T) {
	for line := range strings.Lines(placesByHand) {
		text, want, ok := strings.Cut(strings.TrimRight(line, "\n"), "→ ")
		if !ok {
			continue
		}
		text = strings.TrimSpace(text)
		f := strings.Split(want, "|")
		for len(f) < 5 {
			f = append(f, "")
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		p := model.ParsePlace(text)
		if got := []string{p.City, p.Region, p.Country, p.Zone, p.Group}; !slices.Equal(got, f) {
			t.Errorf("%q: %q, want %q", text, got, f)
		}
		if p.Text != text || p.Known() != (p.Confidence > 0) || p.Confidence > 1 {
			t.Errorf("%q: %+v", text, p)
		}
	}
}

func TestPlaceSaysHowSureItIs(t *testing.T) {
	for text, want := range map[string]float64{
		"Stockholm, Sweden": 1, "Austin, Texas": 1, "Texas, USA": 1, "Munich": 0.9, "Germany": 0.95, "Kista, Sweden": 0.95,
		"Cambridge": 0.7, "IL": 0.5, "Stockholm, United States": 0.6, "": 0, "Remote": 0,
		"OH": 0.9, "ON": 0.9, "CA": 0.5, "LA": 0.5, "LA, CA": 1, "DE": 0.5, "IN": 0.5, "ME": 0.5, "Kozhikode, IN": 0.5, "Passau, DE": 0.7, "Columbus, OH": 1, "OH, US": 1,
	} {
		if p := model.ParsePlace(text); p.Confidence != want {
			t.Errorf("%q: confidence %v, want %v", text, p.Confidence, want)
		}
	}
}

func TestRemotePlaces(t *testing.T) {
	for text, want := range map[string]bool{
		"Remote": true, "Remote, US": true, "Anywhere": true, "Berlin (Remote)": true, "Berlin": false, "": false,
	} {
		if p := model.ParsePlace(text); p.Remote != want {
			t.Errorf("%q: remote is %v", text, p.Remote)
		}
	}
}

func TestEveryZoneOfTheTablesExists(t *testing.T) {
	for _, text := range strings.Split(placesByHand, "\n") {
		text, _, _ = strings.Cut(text, " →")
		if p := model.ParsePlace(text); p.Zone != "" {
			if _, ok := p.Location(); !ok {
				t.Errorf("%q: zone %q is not known", text, p.Zone)
			}
		}
	}
	if zone, ok := model.ParsePlace("Berlin").Location(); !ok || time.Date(2026, 7, 1, 12, 0, 0, 0, zone).UTC().Hour() != 10 {
		t.Errorf("Berlin's noon in July is not at 10 UTC: %v", zone)
	}
	if _, ok := model.ParsePlace("USA").Location(); ok {
		t.Error("the United States have one clock")
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		place, area string
		want        float64
	}{
		{"Stockholm, Sweden", "Europe", 1},
		{"Stockholm, Sweden", "EU", 1},
		{"Stockholm, Sweden", "Nordics", 1},
		{"Stockholm, Sweden", "DACH", 0},
		{"Stockholm, Sweden", "Sweden", 1},
		{"Stockholm, Sweden", "Schweden", 1},
		{"Stockholm, Sweden", "SE", 1},
		{"Stockholm", "Stockholm, Sweden", 1},
		{"Stockholm, Sweden", "Stockholm", 1},
		{"Göteborg", "Stockholm, Sweden", 0.5},
		{"Göteborg", "Stockholm", 0},
		{"Oslo", "Stockholm, Sweden", 0},
		{"Zürich, Switzerland", "DACH", 1},
		{"Zürich", "EU", 0},
		{"Zürich", "Europe", 1},
		{"London", "EU", 0},
		{"London", "EMEA", 1},
		{"Nicosia, Cyprus", "Europe", 1},
		{"Zagreb", "EU", 1},
		{"Luxembourg", "Benelux", 1},
		{"Dublin", "UK & Ireland", 1},
		{"Riga, Latvia", "Baltics", 1},
		{"Tel Aviv", "MENA", 1},
		{"Tel Aviv", "IL", 1},
		{"Tel Aviv", "EMEA", 1},
		{"Tel Aviv", "Europe", 0},
		{"Istanbul", "EMEA", 1},
		{"Dubai", "GCC", 1},
		{"Dubai", "Middle East", 1},
		{"Lagos", "Africa", 1},
		{"Lagos", "EMEA", 1},
		{"Tokyo", "APAC", 1},
		{"Sydney", "APAC", 1},
		{"Sydney", "ANZ", 1},
		{"Bangalore", "APAC", 1},
		{"Singapore", "ASEAN", 1},
		{"São Paulo", "LATAM", 1},
		{"Mexico City", "LATAM", 1},
		{"Mexico City", "North America", 1},
		{"Austin, TX", "LATAM", 0},
		{"Austin, TX", "North America", 1},
		{"Austin, TX", "Americas", 1},
		{"Austin, TX", "Texas", 1},
		{"Austin, TX", "California", 0},
		{"Palo Alto, CA", "California", 1},
		{"Palo Alto, CA", "US", 1},
		{"Chicago, IL", "Illinois", 1},
		{"Chicago, IL", "Israel", 0},
		{"IL", "Illinois", 0.5},
		{"OH", "Ohio", 1},
		{"OH", "US", 1},
		{"Atlanta, GA", "Georgia", 1},
		{"Atlanta, Georgia", "Georgia, US", 1},
		{"Boston, MA", "Georgia, US", 0.5},
		{"Boston, MA", "Georgia", 0},
		{"Munich", "Bavaria", 1},
		{"München, DE", "Munich", 1},
		{"Berlin", "Bavaria", 0},
		{"San Francisco, CA", "San Francisco Bay Area", 1},
		{"SF Bay Area", "San Francisco", 1},
		{"NYC", "New York", 1},
		{"Palo Alto, CA", "San Francisco Bay Area", 1},
		{"Noida", "Delhi NCR", 1},
		{"San Francisco", "Palo Alto", 0},
		{"Remote (Europe)", "Europe", 1},
		{"EMEA", "Europe", 0},
		{"Remote", "Europe", 0},
		{"", "Europe", 0},
		{"Hong Kong", "Greater China", 1},
		{"Kyiv", "CEE", 1},
		{"Tbilisi, Georgia", "US", 0},
		{"Tbilisi, Georgia", "Georgia", 1},
	} {
		area, ok := model.ParseArea(c.area)
		if !ok {
			t.Errorf("area %q is not known", c.area)
		}
		if got, why := model.ParsePlace(c.place).Within(area); got != c.want || why == "" {
			t.Errorf("%q within %q: %v (%s), want %v", c.place, c.area, got, why, c.want)
		}
	}
	if _, ok := model.ParseArea("where the good ones are"); ok {
		t.Error("an area is known that nobody knows")
	}
}

// A state holds those of whom only its code is known; the country of that code,
// and the state's own, hold only those of whom it is sure.
func TestAreaHolds(t *testing.T) {
	for _, c := range []struct{ area, in, out string }{
		{"Ohio", "OH|Columbus, OH|Zanesville OH|Ohio, US|US-OH", "OK|Columbus, GA|Oh|Columbus, IN"},
		{"OH", "OH|Ohio|Cleveland", "US|Toronto"},
		{"California", "CA|CA, USA|Fresno, CA|SF Bay Area|Remote, CA|LA, CA", "CA, Canada|Toronto, CA|Canada|NC|LA"},
		{"Louisiana", "LA|Baton Rouge, LA", "LA, CA|Los Angeles"},
		{"Los Angeles", "LA|L.A.|LA, CA|Los Angeles, CA", "CA|Louisiana"},
		{"Canada", "ON|BC|Toronto, CA|CA, Canada", "CA|Fresno, CA"},
		{"US", "OH|TX|Fresno, CA|Bangor, ME|DE, USA|IN, USA", "CA|DE|IN|ME|Passau, DE|Podgorica, ME|Kozhikode, IN"},
		{"Delaware", "DE|Dover, DE|Wilmington, DE", "Passau, DE|Berlin, DE|DE, Germany"},
		{"Germany", "Passau, DE|Köln DE|DE, Germany", "DE|Dover, DE"},
		{"Indiana", "IN|Fort Wayne, IN|Granger, IN", "Pune, IN|IN, India|India"},
		{"India", "Pune, IN|IN, India", "IN|Fort Wayne, IN|Indiana"},
		{"Oregon", "OR|Bend, OR|Portland, or", "Berlin OR Munich|Eugene OR"},
		{"Maine", "ME|Bangor, ME", "Follow ME|Podgorica, ME"},
		{"Ontario", "ON|London, ON|Toronto|CA-ON", "London|Vancouver"},
		{"Georgia", "Tbilisi|Atlanta, GA|Atlanta|Georgia, US|GA", "Boston, MA|Libreville, Gabon"},
		{"Europe", "Passau, DE", "DE|ME|AL|MT|MD"},
		{"Berlin, Germany", "Berlin", "Munich|Germany"},
	} {
		area, ok := model.ParseArea(c.area)
		if !ok {
			t.Errorf("area %q is not known", c.area)
		}
		for text := range strings.SplitSeq(c.in, "|") {
			if !area.Holds(model.ParsePlace(text)) {
				t.Errorf("%s does not hold %q", c.area, text)
			}
		}
		for text := range strings.SplitSeq(c.out, "|") {
			if area.Holds(model.ParsePlace(text)) {
				t.Errorf("%s holds %q", c.area, text)
			}
		}
	}
}

func TestPartOf(t *testing.T) {
	for text, want := range map[string]string{"Ohio": "US", "Columbus, OH": "US", "Berlin": "DE", "Germany": "", "Europe": "", "Georgia": "US", "Georgia, US": "US"} {
		if a, _ := model.ParseArea(text); a.PartOf() != want {
			t.Errorf("%s is a part of %q, want %q", text, a.PartOf(), want)
		}
	}
}

// In real lists a code between a town and its country tells the same without the
// country.
func TestCodesOfRealPlaces(t *testing.T) {
	files, _ := filepath.Glob("../../shared/data/cncf/people_*.json")
	if len(files) == 0 {
		t.Skip("no ../shared/data/cncf beside the repository")
	}
	seen := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var people []struct{ Location string }
		if err := json.Unmarshal(b, &people); err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			parts := strings.Split(p.Location, ", ")
			if len(parts) != 3 || len(parts[1]) != 2 || strings.ToUpper(parts[1]) != parts[1] || parts[2] != "United States" && parts[2] != "Canada" {
				continue
			}
			seen++
			all, short := model.ParsePlace(p.Location), model.ParsePlace(parts[0]+", "+parts[1])
			if all.Region == "" || short.Region != all.Region || short.Country != all.Country {
				t.Errorf("%q: %s, %s; without the country %s, %s", p.Location, all.Region, all.Country, short.Region, short.Country)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d places have a code", seen)
	}
}

func BenchmarkParsePlace(b *testing.B) {
	for _, text := range []string{"Stockholm, Sweden", "San Francisco Bay Area", "Raleigh, NC, United States", "Kista"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				model.ParsePlace(text)
			}
		})
	}
}

func BenchmarkWithin(b *testing.B) {
	p := model.ParsePlace("Stockholm, Sweden")
	area, _ := model.ParseArea("Europe")
	b.ReportAllocs()
	for b.Loop() {
		p.Within(area)
	}
}
