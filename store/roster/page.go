package roster

import (
	"sync/atomic"
	"time"

	"talentmap/model"
)

// pageSize is how many people one page holds: the grain in which snapshots
// share what did not change.
const pageSize = 256

// page is the cards of pageSize IDs in a row, with their ranks of one day.
type page struct {
	*body
	ranks  atomic.Pointer[ranks]  // of the day last asked for; nil: of none
	scores atomic.Pointer[scores] // likewise
}

// body is what a page holds. It never changes.
type body struct {
	entries *[pageSize]entry
	traits  *traits
	count   int      // how many of the entries are people
	text    string   // what is shown, person by person
	lines   string   // what is searched, person by person
	signals []signal // person by person
	news    []told   // likewise
	came    []came
	extras  []extra // of the few who have any, by slot
}

func pageOf(id model.PersonID) (page, slot int) {
	return int((id - 1) / pageSize), int((id - 1) % pageSize)
}

func idAt(page, slot int) model.PersonID { return model.PersonID(page*pageSize + slot + 1) }

// line is what is searched of the person in a slot.
func (b *body) line(slot int) string {
	if slot == pageSize-1 {
		return b.lines[b.traits.line[slot]:]
	}
	return b.lines[b.traits.line[slot]:b.traits.line[slot+1]]
}

// signalsOf are the own signals of the person in a slot.
func (b *body) signalsOf(slot int) []signal {
	if slot == pageSize-1 {
		return b.signals[b.entries[slot].signals:]
	}
	return b.signals[b.entries[slot].signals:b.entries[slot+1].signals]
}

// texts are the texts of the person in a slot, all in one.
func (b *body) texts(slot int) string {
	if slot == pageSize-1 {
		return b.text[b.entries[slot].text:]
	}
	return b.text[b.entries[slot].text:b.entries[slot+1].text]
}

// owner is the last of the texts.
func (b *body) owner(slot int) string {
	all := b.texts(slot)
	return all[len(all)-int(b.entries[slot].lengths[ownerText]):]
}

// company is the third.
func (b *body) company(slot int) string {
	lengths := &b.entries[slot].lengths
	from := int(lengths[nameText]) + int(lengths[titleText])
	return b.texts(slot)[from : from+int(lengths[companyText])]
}

func (b *body) card(id model.PersonID, slot int) Card {
	e := &b.entries[slot]
	var t [textCount]string
	rest := b.texts(slot)
	for i, n := range e.lengths {
		t[i], rest = rest[:n], rest[n:]
	}
	o := b.outreach(slot)
	return Card{
		ID: id, Name: t[nameText], Title: t[titleText], Company: t[companyText], CompanyID: e.company,
		Location: t[locationText], Facts: e.facts,
		State: o.State, Step: o.Step, Next: o.Next, Owner: t[ownerText], LastTouch: o.LastTouch,
		Lock: o.Lock, LockUntil: o.LockUntil, Trail: o.Trail, Deferral: o.Deferral,
	}
}

// dayOf is the first moment of now's day in now's location.
func dayOf(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, now.Location())
}
