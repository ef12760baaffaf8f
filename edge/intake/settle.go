package intake

import (
	"slices"

	"talentmap/model"
	"talentmap/scoring"
)

// settle closes the position that a change has ended, and dates the one that it
// has begun.
func settle(p *model.Person, c *scoring.Change) (changed bool) {
	when := model.Common(c.NotBefore, c.Date)
	if !c.NotBefore.Known() {
		when = c.Date
	}
	if c.Is.Company != "" || c.Is.Title != "" {
		switch q := standing(p, c.Is); {
		case q == nil:
			changed = comeBack(p, c, when)
		case !q.Start.Known() && when.Known():
			q.Start, changed = when, true
		}
	}
	if c.Was.Company == "" && c.Was.Title == "" || sameWords(c.Was, c.Is) {
		return changed
	}
	if !when.Known() || when.Last().After(c.Date.Last()) { // it has ended, by that day at the latest
		when = c.Date
	}
	if q := standing(p, c.Was); q != nil && when.Known() && (!q.Start.Known() || when >= q.Start) {
		q.End, changed = when, true
	}
	return changed
}

// standing is the open position of a record that a source tells of; nil where
// the record has none.
func standing(p *model.Person, told model.Position) *model.Position {
	for i := range p.Positions {
		q := &p.Positions[i]
		if !q.End.Known() && model.SameText(q.Title, told.Title) && model.CompanyKey(q.Company) == model.CompanyKey(told.Company) &&
			(q.Start == told.Start || !told.Start.Known()) {
			return q
		}
	}
	return nil
}

// comeBack begins a position anew that the record has as ended: the same title at
// the same company, undated. One that ended after the change can first have
// happened is the one meant, and another source or a person knew its end.
func comeBack(p *model.Person, c *scoring.Change, when model.Date) bool {
	if c.Is.Start.Known() || !c.NotBefore.Known() || !when.Known() {
		return false
	}
	found := false
	for _, q := range p.Positions {
		if !model.SameText(q.Title, c.Is.Title) || model.CompanyKey(q.Company) != model.CompanyKey(c.Is.Company) {
			continue
		}
		if q.End.Last().After(c.NotBefore.Last()) {
			return false
		}
		found = true
	}
	if found {
		again := c.Is
		again.Start = when
		p.Positions = slices.Insert(p.Positions, 0, again)
	}
	return found
}
