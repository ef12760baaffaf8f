package model

import (
	"cmp"
	"slices"
)

// Arrange puts people into a ranking that somebody has told, the best first: they
// take the places on the map that they have, and those who are not on it new ones at
// its end, in that order, also from the bench. Everybody else stays where she is. A
// note or tier that is told takes the place of the one there was. Of those not on the map the last do not fit
// once it is full. It returns how many were added, and how many did not fit.
func (m *Map) Arrange(ranking []Entry) (added, left int) {
	places := make([]int, 0, len(ranking)) // where those who fit are going to stand
	list := make([]Entry, 0, len(ranking))
	for _, e := range ranking {
		at := m.Rank(e.Person) - 1
		switch {
		case slices.ContainsFunc(list, func(have Entry) bool { return have.Person == e.Person }):
			continue
		case at < 0 && len(m.Entries)+added >= MapSize:
			left++
			continue
		case at < 0:
			at = len(m.Entries) + added
			added++
		}
		was, _ := m.Entry(e.Person)
		e.Note, e.Tier = cmp.Or(e.Note, was.Note), cmp.Or(e.Tier, was.Tier)
		places, list = append(places, at), append(list, e)
	}
	slices.Sort(places)
	m.Entries = append(m.Entries, make([]Entry, added)...)
	for i, at := range places {
		m.Entries[at] = list[i]
	}
	m.Bench = slices.DeleteFunc(m.Bench, func(e Entry) bool { return m.Rank(e.Person) > 0 })
	return added, left
}
