package model

import (
	"errors"
	"fmt"
	"slices"
)

// MapSize is how many people a talent map holds at most.
const MapSize = 100

// Map is the talent map of one segment — function × domain × geography — with
// its people in rank order, best first.
type Map struct {
	ID  MapID `cbor:"1,keyasint"`
	Rev Rev   `cbor:"-"`

	Name      string   `cbor:"2,keyasint"`
	Function  string   `cbor:"3,keyasint,omitempty"`
	Domain    string   `cbor:"4,keyasint,omitempty"`
	Geography string   `cbor:"5,keyasint,omitempty"`
	Skills    []string `cbor:"6,keyasint,omitempty"`
	Entries   []Entry  `cbor:"7,keyasint,omitempty"`
	Origin    Origin   `cbor:"8,keyasint,omitzero"`
}

// Entry is one person's place on a map; the rank is its index + 1.
type Entry struct {
	Person PersonID `cbor:"1,keyasint"`
	Note   string   `cbor:"2,keyasint,omitempty"`
}

// Errors of the map's rules.
var (
	ErrMapFull = errors.New("the map is full")
	ErrOnMap   = errors.New("already on the map")
	ErrOffMap  = errors.New("not on the map")
)

// Rank is a person's rank on the map, 1 for the best, 0 for not on it.
func (m *Map) Rank(id PersonID) int {
	return slices.IndexFunc(m.Entries, func(e Entry) bool { return e.Person == id }) + 1
}

// Add puts a person at the end of the ranking. The 101st is refused with
// [ErrMapFull], someone who is there already with [ErrOnMap].
func (m *Map) Add(id PersonID) error {
	if r := m.Rank(id); r > 0 {
		return fmt.Errorf("%w at rank %d", ErrOnMap, r)
	}
	if len(m.Entries) >= MapSize {
		return fmt.Errorf("%w: %q has its %d people; remove someone or start a second map", ErrMapFull, m.Name, MapSize)
	}
	m.Entries = append(m.Entries, Entry{Person: id})
	return nil
}

// Remove takes a person off the map.
func (m *Map) Remove(id PersonID) error {
	r := m.Rank(id)
	if r == 0 {
		return ErrOffMap
	}
	m.Entries = slices.Delete(m.Entries, r-1, r)
	return nil
}

// Move changes a person's rank by delta places (negative is up), stopping at
// the ends, and returns the new rank.
func (m *Map) Move(id PersonID, delta int) (rank int, err error) {
	r := m.Rank(id)
	if r == 0 {
		return 0, ErrOffMap
	}
	to := min(max(r+delta, 1), len(m.Entries))
	e := m.Entries[r-1]
	m.Entries = slices.Insert(slices.Delete(m.Entries, r-1, r), to-1, e)
	return to, nil
}
