package model

import (
	"fmt"
	"slices"
	"strings"
)

// Tier is the class in which a map keeps a person, beside her rank: whom to call
// first, whom to keep warm, whom to watch. The zero Tier is none yet.
type Tier uint8

// The tiers, the first one first.
const (
	NoTier Tier = iota
	TierA
	TierB
	TierC
)

// String is A, B or C, and "" for none.
func (t Tier) String() string {
	if t == NoTier || t > TierC {
		return ""
	}
	return string('A' - 1 + rune(t))
}

// ParseTier reads a tier as people write it: A, b or 3, and none, no, 0 or - for
// none.
func ParseTier(text string) (Tier, error) {
	switch s := strings.ToUpper(strings.TrimSpace(text)); s {
	case "A", "1":
		return TierA, nil
	case "B", "2":
		return TierB, nil
	case "C", "3":
		return TierC, nil
	case "NONE", "NO", "0", "-":
		return NoTier, nil
	}
	return NoTier, fmt.Errorf("there is no tier %q: it is A, B, C or none", CleanLine(text))
}

// order ranks tiers, those without one last.
func (t Tier) order() Tier {
	if t == NoTier {
		return TierC + 1
	}
	return t
}

// Compare orders tiers, the first one first and none last.
func (t Tier) Compare(other Tier) int { return int(t.order()) - int(other.order()) }

// SetTier puts a person, on the map or its bench, in a tier. Her rank stays.
func (m *Map) SetTier(id PersonID, t Tier) error {
	return m.edit(id, func(e *Entry) { e.Tier = t })
}

// Tiered reports whether somebody on the map has a tier.
func (m *Map) Tiered() bool {
	return slices.ContainsFunc(m.Entries, func(e Entry) bool { return e.Tier != NoTier })
}

// InTiers reports whether the ranks follow the tiers: all of one before those of
// the next, and those without one last.
func (m *Map) InTiers() bool {
	return m.Tiered() && slices.IsSortedFunc(m.Entries, byTier)
}

// RankByTier ranks the people of the first tier first; within a tier they stay in
// order. It reports whether any rank changed.
func (m *Map) RankByTier() bool {
	if slices.IsSortedFunc(m.Entries, byTier) {
		return false
	}
	slices.SortStableFunc(m.Entries, byTier)
	return true
}

func byTier(a, b Entry) int { return a.Tier.Compare(b.Tier) }
