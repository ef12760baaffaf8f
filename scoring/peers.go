package scoring

import (
	"slices"
	"time"

	"talentmap/model"
)

// Peers is how long the people of one map stayed at a level before they rose.
// The zero Peers has the ladder's usual times only.
type Peers struct {
	months map[int]int // by level
}

// enoughPeers is how many people must have risen from a level before their
// median takes the place of the ladder's usual time.
const enoughPeers = 5

// PeersOf measures the people of a map: the median of the whole months between
// reaching a level and the next rise, for levels that at least five people rose
// from.
func PeersOf(people []*model.Person, now time.Time) Peers {
	all := make(map[int][]int)
	for _, p := range people {
		c, _ := climb(p.Positions, now)
		for i := 1; i < len(c); i++ {
			if c[i].level > c[i-1].level {
				from, to := precise(c[i-1].from), precise(c[i].from)
				all[c[i-1].level] = append(all[c[i-1].level], monthsBetween(from, to))
			}
		}
	}
	peers := Peers{months: make(map[int]int)}
	for l, months := range all {
		if len(months) >= enoughPeers {
			slices.Sort(months)
			peers.months[l] = months[len(months)/2]
		}
	}
	return peers
}

// usual is the time in months that people usually stay at a level.
func (p Peers) usual(level int) int {
	if m, ok := p.months[level]; ok {
		return m
	}
	return usual(level)
}
