package intake

import (
	"cmp"
	"slices"

	"talentmap/edge/intake/format"
	"talentmap/model"
)

// places are the ranks and notes that a file gives people on a talent map, by their
// index in the matcher.
type places map[int32]format.Place

// mostPlaces is how many are remembered; a map has room for a hundred.
const mostPlaces = 10_000

// put notes someone's place; of several the best counts.
func (ps places) put(at int32, p format.Place) {
	have, there := ps[at]
	if !there && len(ps) >= mostPlaces || there && have.Rank <= p.Rank {
		return
	}
	p.Note, p.Tier = cmp.Or(p.Note, have.Note), cmp.Or(p.Tier, have.Tier)
	ps[at] = p
}

// ranking are those with a place, the best first; someone new who is not written, or
// was erased on request, has no number.
func (ps places) ranking(m *matcher) []model.Entry {
	order := make([]int32, 0, len(ps))
	for at := range ps {
		order = append(order, at)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(ps[a].Rank, ps[b].Rank), cmp.Compare(a, b)) })
	list := make([]model.Entry, len(order))
	for i, at := range order {
		list[i] = model.Entry{Person: m.met[at].id, Note: ps[at].Note, Tier: ps[at].Tier}
	}
	return list
}

// Ranked is how many people the file, the export of a talent map, gives a rank; 0
// for any other file.
func (v *Outcome) Ranked() int { return len(v.ranking) }

// Onto is what would become of a talent map that the file's people are put onto: so
// many of the ranked are on it already, so many people are added, and so many do not
// fit. Of a file without ranks only new people are put onto a map.
func (v *Outcome) Onto(m *model.Map) (there, added, left int) {
	if len(v.ranking) == 0 {
		added = min(v.New, max(model.MapSize-len(m.Entries), 0))
		return 0, added, v.New - added
	}
	for _, e := range v.ranking {
		if e.Person != 0 && m.Rank(e.Person) > 0 {
			there++
		}
	}
	rest := len(v.ranking) - there
	added = min(rest, max(model.MapSize-len(m.Entries), 0))
	return there, added, rest - added
}
