package roster

import (
	"strings"
	"sync"

	"talentmap/model"
)

// locationTest finds by place and by text. Behind a colon "germany" is wherever
// she is in Germany, as [model.ParseArea] reads it, and whoever has the word; what
// is no place that is known, such as the beginning of a name, is text only, and
// so is what stands behind =. Two letters are a country first, then a state: "ca"
// is Canada, and whoever has the word.
//
// Of those who write nothing but CA all are in California and none in Canada or the
// United States: see [model.Area.Holds].
//
// Somebody who works remotely is where her text says: "Remote, Germany" is in
// Germany, "Remote (EMEA)" in EMEA and not surely in Europe, "Remote" alone
// nowhere. "remote" itself finds all of them, whatever their word for it.
func locationTest(f *filterField, t term, by asked) (made, string) {
	where, known := placeFilterOf(t.value)
	words := newNeedle(t.value, true)
	if t.op == "=" || !known || words.text == "" {
		return textTest(f, t, by)
	}
	rows := standing(words.text)
	return made{test: func(*Snapshot) check {
		return func(pg *page, _, slot int) bool {
			return where.holds(pg.body, slot) || pg.traits.has(slot, rows) && words.in(locationPart(pg.line(slot)))
		}
	}}, ""
}

func locationPart(line string) string {
	text, _ := field(line, locationText)
	return text
}

// placeFilter is a part of the world that people are to be in.
type placeFilter struct {
	area    model.Area
	known   bool            // an area at all, and not only remote
	remote  bool            // who work remotely only
	whole   [coded + 1]bool // the countries all of which is in it
	partly  country         // the one that has it as a part; 0 none
	decided sync.Map        // location texts of that country, of a group, or a code: whether they are in it
}

// placeFilterOf reads what stands behind location: and reports whether it is a
// place that is known.
func placeFilterOf(text string) (p *placeFilter, known bool) {
	if len(text) == len("DE") {
		text = strings.ToUpper(text)
	}
	said := model.ParsePlace(text)
	p = &placeFilter{remote: said.Remote}
	if p.area, p.known = model.ParseArea(text); !p.known {
		return p, said.Remote && said.City == ""
	}
	p.partly = countryOf(p.area.PartOf())
	if !p.area.Whole() {
		return p, true
	}
	for c := country(1); c < grouped; c++ {
		p.whole[c] = p.area.Holds(model.Place{Country: c.String(), Confidence: 1})
	}
	return p, true
}

// holds reports whether the person in a slot is there. Only of an area within a
// country, or where she tells no country, is her text read.
func (p *placeFilter) holds(b *body, slot int) bool {
	e := &b.entries[slot]
	switch {
	case p.remote && !e.remote:
		return false
	case !p.known || p.whole[e.country]:
		return true
	case e.country == grouped, p.partly != 0 && (e.country == p.partly || e.country == coded):
		return p.decide(b.location(slot))
	}
	return false
}

// decide reads a location text, each once.
func (p *placeFilter) decide(text string) bool {
	if in, ok := p.decided.Load(text); ok {
		return in.(bool)
	}
	in := p.area.Holds(model.ParsePlace(text))
	p.decided.Store(strings.Clone(text), in) // a page is not kept for it
	return in
}

// spot is what an entry knows of a place, so that few texts are read again.
type spot struct {
	country country
	remote  bool // says that the place does not matter
	law     bool // asks to decide on who lives there, see [model.UnderGDPR]
}

// spotOf reads a location text.
func spotOf(text string) spot {
	p := model.ParsePlace(text)
	law, _ := model.UnderGDPR(text)
	if p.Country == "" && p.Group != "" {
		return spot{grouped, p.Remote, law}
	}
	all, ok := model.ParseArea(p.Country)
	switch {
	case ok && all.Holds(p):
		return spot{countryOf(p.Country), p.Remote, law}
	case p.Region != "":
		return spot{coded, p.Remote, law} // IL may be Illinois or Israel
	}
	return spot{0, p.Remote, law}
}

// country is an ISO 3166-1 alpha-2 code as a number, from 1 for AA; 0 none.
type country uint16

const alphabet = 'Z' - 'A' + 1

// What stands where a text tells no country for sure: grouped for a group of
// countries, coded for the code of a state that may be one of a country.
const (
	grouped country = alphabet*alphabet + 1 + iota
	coded
)

func countryOf(code string) country {
	if len(code) != len("DE") {
		return 0
	}
	return country(code[0]-'A')*alphabet + country(code[1]-'A') + 1
}

func (c country) String() string {
	return string([]byte{'A' + byte((c-1)/alphabet), 'A' + byte((c-1)%alphabet)})
}

// location is the fourth of the texts, before the owner.
func (b *body) location(slot int) string {
	all, lengths := b.texts(slot), &b.entries[slot].lengths
	end := len(all) - int(lengths[ownerText])
	return all[end-int(lengths[locationText]) : end]
}
