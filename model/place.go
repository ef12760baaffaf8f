package model

import "time"

// Place is where somebody is, as far as a text tells. The zero Place is unknown.
type Place struct {
	Text    string // as it came
	City    string // its usual English name, Munich, or as it came
	Metro   string // the larger city whose area it is in: San Francisco for Palo Alto
	Region  string // state, province or land: Bavaria
	Country string // ISO 3166-1 alpha-2: DE
	Group   string // a group of countries where no country is told: Europe
	Zone    string // IANA time zone: Europe/Berlin
	Remote  bool   // says that the place does not matter

	// Confidence is how sure the country is: 1 where it is named and all agrees,
	// about 0.9 where a city stands for it, 0.5 for what may mean two (IL), 0
	// where nothing was recognized.
	Confidence float64

	code string // of a state: what the text says, and may mean something else
}

// Known reports whether the text told a country or a group of them.
func (p Place) Known() bool { return p.Country != "" || p.Group != "" }

// Location is the time zone of the place; ok is false where it is not known or
// the system has no data on it.
func (p Place) Location() (zone *time.Location, ok bool) {
	if p.Zone == "" {
		return nil, false
	}
	zone, err := time.LoadLocation(p.Zone)
	return zone, err == nil
}

// The confidences of what a place was recognized by.
const (
	placeAgrees   = 1.0
	placeNamed    = 0.95 // a country, and beside it what is not in the tables
	placeCity     = 0.9  // a city or a region with one meaning
	placeTwin     = 0.7  // a city that has namesakes: the largest
	placeConflict = 0.6  // a city that the tables have in another country only
	placeCode     = 0.5  // two letters that mean a state and a country
)
