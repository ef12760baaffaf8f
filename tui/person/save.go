package person

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// Editor is a store in which a person can be changed.
type Editor interface {
	Edit(by store.Actor, fn func(*store.Tx) error) (model.Rev, error)
}

// Save writes what mine has made of base, as one change that the journal names by
// its fields, and says which they are; none when there was nothing to write.
// Where somebody else has changed other things than fields meanwhile, those stand
// beside mine. Where they have changed a field or a lock, the error is a
// [store.ConflictError]: [model.MergePerson] compares the three.
func Save(st Editor, user string, base, mine *model.Person) (fields []string, err error) {
	fields = model.ChangedFields(base, mine)
	by := store.By(user, fmt.Sprintf("edited %s: %s", base.Name, strings.Join(fields, ", ")))
	rev, err := st.Edit(by, func(tx *store.Tx) error {
		now, err := tx.Person(base.ID)
		if err != nil {
			return err
		}
		p := *mine
		if m := model.MergePerson(base, &now, mine); now.Rev == base.Rev || m.Untouched() {
			if len(m.Fields) == 0 {
				return nil
			}
			if p, err = m.Person(nil); err != nil {
				return err
			}
		}
		employers(tx, &p)
		return tx.PutPerson(&p)
	})
	if err != nil || rev == 0 {
		return nil, err
	}
	return fields, nil
}

// Copy is a person whose lists can be changed without changing those of another.
func Copy(p *model.Person) model.Person {
	c := *p
	c.Positions, c.Skills, c.Motivators = slices.Clone(p.Positions), slices.Clone(p.Skills), slices.Clone(p.Motivators)
	b := &c.Background
	b.Content, b.Connections, b.Tags, b.Custom = slices.Clone(b.Content), slices.Clone(b.Connections), slices.Clone(b.Tags), maps.Clone(b.Custom)
	return c
}

// employers gives the positions the IDs of the companies that are known. One
// that is not stays a name: it becomes a company with the next import.
func employers(tx *store.Tx, p *model.Person) {
	p.Positions = slices.Clone(p.Positions)
	for i := range p.Positions {
		q := &p.Positions[i]
		if q.CompanyID == 0 && q.Company != "" {
			q.CompanyID, _ = tx.CompanyByName(q.Company)
		}
	}
}

// Since are the changes that touched a person's record after a revision, oldest
// first.
func Since(tx *store.Tx, id model.PersonID, rev model.Rev) (all []store.Change, err error) {
	for c, err := range tx.ChangesSince(rev) {
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(c.Refs, func(r store.Ref) bool { return r.Kind == store.People && r.ID == uint64(id) }) {
			all = append(all, c)
		}
	}
	return all, nil
}

// mostTold is how many changes are named.
const mostTold = 5

// told says of each change who made it, when and what it was, newest first.
func told(changes []store.Change, zone *time.Location) []string {
	var lines []string
	for i, c := range slices.Backward(changes) {
		if len(lines) == mostTold {
			return append(lines, fmt.Sprintf("and %d before", i+1))
		}
		lines = append(lines, fmt.Sprintf("%s at %s: %s", c.Actor, c.At.In(zone).Format("2006-01-02 15:04"), c.What))
	}
	return lines
}

// conflictOf is the conflict behind an error with what stands there now.
func conflictOf(err error) (theirs model.Person, ok bool) {
	var c *store.ConflictError
	if !errors.As(err, &c) {
		return theirs, false
	}
	theirs, ok = c.Theirs.(model.Person)
	return theirs, ok
}
