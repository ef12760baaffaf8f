package model

import (
	"cmp"
	"fmt"
)

// Side says which version of a field stands in a [Merge].
type Side uint8

// The sides. Undecided is a field that both have changed, each in another way:
// somebody has to choose.
const (
	Undecided Side = iota
	Mine
	Theirs
	Both
)

// Difference is a field that is not the same in the versions of a [Merge].
type Difference struct {
	Field              string
	Base, Theirs, Mine string
	Both               string // what holds the work of both
	Unites             bool   // there is such a Both
	Stands             Side   // what stands as long as nobody chooses
	Fixed              bool   // nobody chooses here: a lock

	of PersonField
}

// Shape is how the field is written.
func (d *Difference) Shape() FieldShape { return d.of.Shape }

// Merge is a person that two people have changed from the same beginning, field
// by field. What only one of them changed stands as it is; lists that both
// changed are united item by item; what is left is Undecided.
//
//	m := model.MergePerson(&base, &theirs, &mine)
//	p, err := m.Person(nil) // as it stands; or with a Side for each of m.Fields
//
// Everything that is not a field stands as in theirs. A lock that anybody has set
// stays; of two that were set the stricter.
type Merge struct {
	Fields []Difference

	base, theirs, mine Person
}

// MergePerson compares three versions of a person.
func MergePerson(base, theirs, mine *Person) *Merge {
	m := &Merge{base: *base, theirs: *theirs, mine: *mine}
	m.lock()
	for _, f := range PersonFields() {
		v := f.value
		if v.same(theirs, mine) || v.same(base, theirs) && v.same(base, mine) {
			continue
		}
		d := Difference{Field: f.Name, Base: f.Text(base), Theirs: f.Text(theirs), Mine: f.Text(mine), of: f}
		var both Person
		d.Unites = v.unite(&both, base, theirs, mine)
		d.Both = f.Text(&both)
		switch {
		case v.same(base, theirs):
			d.Stands = Mine
		case v.same(base, mine):
			d.Stands = Theirs
		case d.Unites && v.apart(base, theirs, mine):
			d.Stands = Both
		}
		m.Fields = append(m.Fields, d)
	}
	return m
}

// Untouched reports whether they have changed no field, and no lock.
func (m *Merge) Untouched() bool {
	for i := range m.Fields {
		if d := &m.Fields[i]; d.Stands != Mine || d.Base != d.Theirs {
			return false
		}
	}
	return true
}

// Person is the outcome at the revision of theirs. chosen has a Side for each of
// Fields, nil for none; where it is Undecided, what stands by itself counts. The
// error names the first field that is still undecided.
func (m *Merge) Person(chosen []Side) (Person, error) {
	p := m.theirs
	setLock(&p.Outreach, m.lockOf())
	for i := range m.Fields {
		d := &m.Fields[i]
		if d.Fixed {
			continue
		}
		side := d.Stands
		if i < len(chosen) {
			side = cmp.Or(chosen[i], side)
		}
		switch v := d.of.value; side {
		case Mine:
			v.take(&p, &m.mine)
		case Both:
			v.unite(&p, &m.base, &m.theirs, &m.mine)
		case Undecided:
			return Person{}, fmt.Errorf("%s was changed by both: choose mine or theirs", d.Field)
		}
	}
	return p, nil
}

// lock notes a lock that is not the same in the versions.
func (m *Merge) lock() {
	b, t, n := lockPart(m.base.Outreach), lockPart(m.theirs.Outreach), lockPart(m.mine.Outreach)
	if t == n {
		return
	}
	d := Difference{Field: "lock", Base: lockText(b), Theirs: lockText(t), Mine: lockText(n), Stands: Theirs, Fixed: true}
	if m.lockOf() == n {
		d.Stands = Mine
	}
	m.Fields = append(m.Fields, d)
}

// lockOf is the lock that stands: the one that was changed, of two the stricter.
func (m *Merge) lockOf() Outreach {
	b, t, n := lockPart(m.base.Outreach), lockPart(m.theirs.Outreach), lockPart(m.mine.Outreach)
	switch {
	case n == b:
		return t
	case t == b:
		return n
	}
	return stricter(t, n)
}
