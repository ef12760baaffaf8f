package queue

import (
	"talentmap/model"
	"talentmap/scoring"
)

// rowID is a row of the list: a person, or the head of a section.
type rowID struct {
	person  model.PersonID
	section uint8 // a class + 1; 0: a person
}

func headOf(c scoring.Class) rowID { return rowID{section: uint8(c) + 1} }

// rowsOf puts a head before the people of each class.
func (l *lines) rowsOf() (ids []rowID) {
	last := scoring.Class(0)
	for i, id := range l.ids {
		if c := l.rows[id].next.Class; i == 0 || c != last {
			ids, last = append(ids, headOf(c)), c
		}
		ids = append(ids, rowID{person: id})
	}
	return ids
}

// mover moves through the people; no cursor stands on a head.
type mover struct{ p *Pane }

func (m mover) Move(n int) {
	m.p.list.Move(n)
	m.p.offHead(n)
}

func (m mover) Page(n int) {
	m.p.list.Page(n)
	m.p.offHead(n)
}

func (m mover) Home() {
	m.p.list.Home()
	m.p.offHead(1)
}

func (m mover) End() {
	m.p.list.End()
	m.p.offHead(-1)
}

// offHead takes the cursor off a head, on in the direction in which it came; with
// the first of all people the head above is in view.
func (p *Pane) offHead(way int) {
	id, ok := p.list.Cursor()
	switch {
	case !ok:
	case p.list.Index() <= 1:
		p.list.Home()
		p.list.Move(1)
	case id.section == 0:
	case way < 0:
		p.list.Move(-1)
	default:
		p.list.Move(1)
	}
}

// HasMarks reports whether people are marked.
func (p *Pane) HasMarks() bool { return p.list.HasMarks() }

// marked are the marked people.
func (p *Pane) marked() (ids []model.PersonID) {
	for _, id := range p.list.Marked() {
		ids = append(ids, id.person)
	}
	return ids
}
