package corpus

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/scoring/critique"
)

// mostChecked is how many times at most it is looked whether a message has a row,
// for one draft, so that a key stays quick. It is reached only where very many
// messages have much in common with a draft, but none enough; then a copy may be
// overlooked.
const mostChecked = 1 << 14

// Nearest is the newest message that was sent to somebody else and has at least enough
// of some rows of words; a zero [critique.Near] where there is none.
func (s *Snapshot) Nearest(rows []critique.Gram, enough int, not model.PersonID) (near critique.Near) {
	if enough < 1 || enough > len(rows) {
		return near
	}
	checks := mostChecked
	for i := len(s.shelves) - 1; i >= 0 && checks > 0; i-- {
		if newer := s.shelves[i].nearest(rows, enough, not, near.Touch, &checks); newer.Touch != 0 {
			near = newer
		}
	}
	return near
}

// nearest looks for a message on one shelf that was sent after another one.
func (s *shelf) nearest(rows []critique.Gram, enough int, not model.PersonID, after model.TouchID, checks *int) critique.Near {
	having := make([][]uint32, len(rows))
	for i, row := range rows {
		having[i] = s.with(row)
	}
	slices.SortFunc(having, func(a, b []uint32) int { return cmp.Compare(len(a), len(b)) })
	mayMiss := len(rows) - enough
	left := slices.Clone(having[:mayMiss+1])
	for *checks > 0 {
		n := s.takeLast(left)
		if n < 0 || s.messages[n].touch <= after {
			break
		}
		m := &s.messages[n]
		if m.person == not {
			continue
		}
		if shared := s.shared(having, n, mayMiss, checks); shared >= enough {
			return critique.Near{Person: m.person, Touch: m.touch, Shared: shared}
		}
	}
	return critique.Near{}
}

// takeLast takes the newest message off the ends of some entries; -1 where none is left.
func (s *shelf) takeLast(left [][]uint32) (number int) {
	number = -1
	for _, some := range left {
		if len(some) > 0 {
			number = max(number, s.numberIn(some[len(some)-1]))
		}
	}
	for i, some := range left {
		if len(some) > 0 && s.numberIn(some[len(some)-1]) == number {
			left[i] = some[:len(some)-1]
		}
	}
	return number
}

// shared counts the rows that a message has; it stops where it misses too many.
func (s *shelf) shared(having [][]uint32, number, mayMiss int, checks *int) (shared int) {
	missed := 0
	for _, some := range having {
		*checks--
		if s.has(some, number) {
			shared++
		} else if missed++; missed > mayMiss {
			return 0
		}
	}
	return shared
}

// has reports whether a message is among the entries of one row.
func (s *shelf) has(entries []uint32, number int) bool {
	if len(entries) == 0 {
		return false
	}
	mask := uint32(1)<<s.bits - 1
	_, ok := slices.BinarySearch(entries, entries[0]&^mask|uint32(number))
	return ok
}
