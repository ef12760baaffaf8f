package model

import (
	"fmt"
	"slices"
)

// ToBench puts a person on the bench: one from the map comes first there, as she
// was in the ranking a moment ago, one who is new comes last. The 201st is refused
// with [ErrBenchFull], someone who is there already with [ErrOnBench].
func (m *Map) ToBench(id PersonID) error {
	if r := m.BenchRank(id); r > 0 {
		return fmt.Errorf("%w at place %d", ErrOnBench, r)
	}
	if len(m.Bench) >= BenchSize {
		return fmt.Errorf("%w: that of %q has its %d people; take someone off it", ErrBenchFull, m.Name, BenchSize)
	}
	i := indexOf(m.Entries, id)
	if i < 0 {
		m.Bench = append(m.Bench, Entry{Person: id})
		return nil
	}
	m.Bench = slices.Insert(m.Bench, 0, m.Entries[i])
	m.Entries = slices.Delete(m.Entries, i, i+1)
	return nil
}

// Swap has a person from the bench take the rank of one on the map, who takes the
// first place on the bench. Both keep their tiers and notes.
func (m *Map) Swap(in, out PersonID) error {
	from, to := indexOf(m.Bench, in), indexOf(m.Entries, out)
	switch {
	case from < 0:
		return fmt.Errorf("%s is %w", in, ErrOffBench)
	case to < 0:
		return fmt.Errorf("%s is %w", out, ErrOffMap)
	}
	comes, goes := m.Bench[from], m.Entries[to]
	m.Entries[to] = comes
	m.Bench = slices.Insert(slices.Delete(m.Bench, from, from+1), 0, goes)
	return nil
}

// MoveOnBench changes a person's place on the bench by delta (negative is up),
// stopping at the ends, and returns the new one.
func (m *Map) MoveOnBench(id PersonID, delta int) (place int, err error) {
	i := indexOf(m.Bench, id)
	if i < 0 {
		return 0, ErrOffBench
	}
	to := min(max(i+delta, 0), len(m.Bench)-1)
	e := m.Bench[i]
	m.Bench = slices.Insert(slices.Delete(m.Bench, i, i+1), to, e)
	return to + 1, nil
}
