package model

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

// How many people a talent map holds at most, and how many wait on its bench.
const (
	MapSize   = 100
	BenchSize = 200
)

// Map is the talent map of one segment — function × domain × geography — with
// its people in rank order, best first, and those who wait on its bench, the next
// to come in first. Nobody is in both, nor twice in either.
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
	Bench     []Entry  `cbor:"9,keyasint,omitempty"`
}

// Entry is one person's place on a map; the rank is its index + 1.
type Entry struct {
	Person PersonID `cbor:"1,keyasint"`
	Note   string   `cbor:"2,keyasint,omitempty"`
	Tier   Tier     `cbor:"3,keyasint,omitempty"`
}

// Errors of the map's rules.
var (
	ErrMapFull   = errors.New("the map is full")
	ErrBenchFull = errors.New("the bench is full")
	ErrOnMap     = errors.New("already on the map")
	ErrOffMap    = errors.New("not on the map")
	ErrOnBench   = errors.New("already on the bench")
	ErrOffBench  = errors.New("not on the bench")
)

// Rank is a person's rank on the map, 1 for the best, 0 for not on it.
func (m *Map) Rank(id PersonID) int { return indexOf(m.Entries, id) + 1 }

// BenchRank is a person's place on the bench, 1 for the next to come in, 0 for not
// on it.
func (m *Map) BenchRank(id PersonID) int { return indexOf(m.Bench, id) + 1 }

func indexOf(list []Entry, id PersonID) int {
	return slices.IndexFunc(list, func(e Entry) bool { return e.Person == id })
}

// Entry is a person's place on the map or its bench; false where she has none.
func (m *Map) Entry(id PersonID) (e Entry, ok bool) {
	for _, list := range [...][]Entry{m.Entries, m.Bench} {
		if i := indexOf(list, id); i >= 0 {
			return list[i], true
		}
	}
	return e, false
}

// People yields everyone on the map in rank order, then those of its bench.
func (m *Map) People() iter.Seq[PersonID] {
	return func(yield func(PersonID) bool) {
		for _, list := range [...][]Entry{m.Entries, m.Bench} {
			for _, e := range list {
				if !yield(e.Person) {
					return
				}
			}
		}
	}
}

// Own gives the map lists of its own, so that changes of a copy do not reach the
// map that it was copied from.
func (m *Map) Own() {
	m.Entries, m.Bench = slices.Clone(m.Entries), slices.Clone(m.Bench)
}

// Add puts a person at the end of the ranking; one from the bench keeps her tier
// and note. The 101st is refused with [ErrMapFull], someone who is there already
// with [ErrOnMap].
func (m *Map) Add(id PersonID) error {
	if r := m.Rank(id); r > 0 {
		return fmt.Errorf("%w at rank %d", ErrOnMap, r)
	}
	if len(m.Entries) >= MapSize {
		return fmt.Errorf("%w: %q has its %d people; put her on the bench, take someone off or start a second map", ErrMapFull, m.Name, MapSize)
	}
	e := Entry{Person: id}
	if i := indexOf(m.Bench, id); i >= 0 {
		e = m.Bench[i]
		m.Bench = slices.Delete(m.Bench, i, i+1)
	}
	m.Entries = append(m.Entries, e)
	return nil
}

// Remove takes a person off the map, or off its bench.
func (m *Map) Remove(id PersonID) error {
	if i := indexOf(m.Entries, id); i >= 0 {
		m.Entries = slices.Delete(m.Entries, i, i+1)
		return nil
	}
	if i := indexOf(m.Bench, id); i >= 0 {
		m.Bench = slices.Delete(m.Bench, i, i+1)
		return nil
	}
	return ErrOffMap
}

// Move changes a person's rank by delta places (negative is up), stopping at
// the ends, and returns the new rank.
func (m *Map) Move(id PersonID, delta int) (rank int, err error) {
	r := m.Rank(id)
	if r == 0 {
		return 0, ErrOffMap
	}
	return m.MoveTo(id, r+delta)
}

// MoveTo gives a person a rank, the nearest that there is, and returns it; those
// between the two move on by one.
func (m *Map) MoveTo(id PersonID, rank int) (int, error) {
	r := m.Rank(id)
	if r == 0 {
		return 0, ErrOffMap
	}
	to := min(max(rank, 1), len(m.Entries))
	e := m.Entries[r-1]
	m.Entries = slices.Insert(slices.Delete(m.Entries, r-1, r), to-1, e)
	return to, nil
}

// RankAt gives people the ranks from rank on, in the order named, or the nearest
// that there are; the others close up. It changes nothing where one is off the map.
func (m *Map) RankAt(rank int, ids ...PersonID) error {
	them := make([]Entry, 0, len(ids))
	for _, id := range ids {
		r := m.Rank(id)
		if r == 0 {
			return fmt.Errorf("%s is %w", id, ErrOffMap)
		}
		them = append(them, m.Entries[r-1])
	}
	rest := slices.DeleteFunc(slices.Clone(m.Entries), func(e Entry) bool { return slices.Contains(ids, e.Person) })
	m.Entries = slices.Insert(rest, min(max(rank-1, 0), len(rest)), them...)
	return nil
}

// SetNote puts a note on a person's place, on the map or its bench; "" takes it
// away.
func (m *Map) SetNote(id PersonID, note string) error {
	return m.edit(id, func(e *Entry) { e.Note = note })
}

func (m *Map) edit(id PersonID, change func(*Entry)) error {
	for _, list := range [...][]Entry{m.Entries, m.Bench} {
		if i := indexOf(list, id); i >= 0 {
			change(&list[i])
			return nil
		}
	}
	return ErrOffMap
}

// Unite makes one place of the two that one person has by two records: the better
// one, of the map before the bench, with both notes and the first of two tiers.
// false where other has none.
func (m *Map) Unite(keep, other PersonID) bool {
	theirs, ok := m.Entry(other)
	if !ok {
		return false
	}
	one, gone := Entry{Person: keep, Note: theirs.Note, Tier: theirs.Tier}, keep
	if mine, both := m.Entry(keep); both {
		one.Note, one.Tier = bothNotes(mine.Note, theirs.Note), firstTier(mine.Tier, theirs.Tier)
	}
	best := other
	for id := range m.People() {
		if id == keep {
			best, gone = keep, other
		}
		if id == keep || id == other {
			break
		}
	}
	_ = m.Remove(gone) // who has no place has none to lose
	return m.edit(best, func(e *Entry) { *e = one }) == nil
}

func bothNotes(a, b string) string {
	switch {
	case b == "" || a == b:
		return a
	case a == "":
		return b
	}
	return a + "; " + b
}

func firstTier(a, b Tier) Tier {
	if a.Compare(b) <= 0 {
		return a
	}
	return b
}
