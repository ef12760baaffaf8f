package roster

import (
	"slices"

	"talentmap/model"
	"talentmap/scoring"
)

// told is one thing that an import has told of somebody, in four bytes: her slot,
// the kind as an index in newsKinds, and the import. A page has those of all its
// people in order of slot: most people have none.
type told uint32

// came says with which import the people of a page came in, from a slot on to the
// next that says so, as for people in a row it is mostly the same: the slot, and
// the import.
type came uint32

// importCode is an ImportID in so many bits; 0 none. The million and first file
// that comes in is taken for the one before.
type importCode uint32

const (
	importBits = 20
	kindBits   = 4
	slotAt     = importBits + kindBits
	mostCode   = 1<<importBits - 1
)

func importCodeOf(id model.ImportID) importCode { return importCode(min(id, mostCode)) }

// newsKinds are the kinds of news as indexes.
var newsKinds = scoring.NewsKinds()

// packNews is news in short, of nobody yet; ok is false for a kind that this
// program does not know.
func packNews(n *model.News) (short told, ok bool) {
	i := slices.Index(newsKinds, n.Kind)
	return told(max(i, 0))<<importBits | told(importCodeOf(n.Import)), i >= 0
}

func (t told) of(slot int) told     { return t&(1<<slotAt-1) | told(slot)<<slotAt }
func (t told) kind() int            { return int(t >> importBits & (1<<kindBits - 1)) }
func (t told) by() importCode       { return importCode(t & mostCode) }
func (c came) with() importCode     { return importCode(c & mostCode) }
func bySlot[T ~uint32](v, at T) int { return int(v>>slotAt) - int(at) }

// newsOf is what has been told of the person in a slot.
func (b *body) newsOf(slot int) []told {
	from, _ := slices.BinarySearchFunc(b.news, told(slot), bySlot)
	to := from
	for to < len(b.news) && int(b.news[to]>>slotAt) == slot {
		to++
	}
	return b.news[from:to]
}

// cameWith is the import with which the person in a slot came in; 0 for none.
func (b *body) cameWith(slot int) importCode {
	i, found := slices.BinarySearchFunc(b.came, came(slot), bySlot)
	switch {
	case found:
		return b.came[i].with()
	case i == 0:
		return 0
	}
	return b.came[i-1].with()
}
