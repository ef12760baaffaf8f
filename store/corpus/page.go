package corpus

import (
	"slices"

	"talentmap/model"
)

// pageSize is how many people one page holds: the grain in which snapshots share
// what did not change.
const pageSize = 256

// page is what pageSize people in a row add. It never changes.
type page struct {
	terms   []term
	names   []name
	termEnd [pageSize]uint32 // behind those of each slot
	nameEnd [pageSize]uint32
	here    [pageSize / 64]uint64 // which slots have a person
}

func pageOf(id model.PersonID) (page, slot int) {
	return int((id - 1) / pageSize), int((id - 1) % pageSize)
}

// of is what the person in a slot adds; ok is false where there is nobody.
func (p *page) of(slot int) (a adds, ok bool) {
	if p == nil || p.here[slot/64]&(1<<(slot%64)) == 0 {
		return a, false
	}
	term, name := uint32(0), uint32(0)
	if slot > 0 {
		term, name = p.termEnd[slot-1], p.nameEnd[slot-1]
	}
	return adds{p.terms[term:p.termEnd[slot]], p.names[name:p.nameEnd[slot]]}, true
}

// pageMaker makes a page slot by slot.
type pageMaker struct {
	page page
	slot int
}

// put fills the next slot.
func (m *pageMaker) put(a adds, here bool) {
	if here {
		m.page.here[m.slot/64] |= 1 << (m.slot % 64)
		m.page.terms = append(m.page.terms, a.terms...)
		m.page.names = append(m.page.names, a.names...)
	}
	m.page.termEnd[m.slot], m.page.nameEnd[m.slot] = uint32(len(m.page.terms)), uint32(len(m.page.names))
	m.slot++
}

// made is the page, with the slots that are left empty; the maker begins anew.
func (m *pageMaker) made() *page {
	for m.slot < pageSize {
		m.put(adds{}, false)
	}
	p := m.page
	p.terms, p.names = slices.Clip(slices.Clone(p.terms)), slices.Clip(slices.Clone(p.names))
	m.page = page{terms: m.page.terms[:0], names: m.page.names[:0]}
	m.slot = 0
	return &p
}
