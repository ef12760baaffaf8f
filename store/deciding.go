package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// Judge brings a person up to date with a row that means her, and says what has
// changed since was, what the row's source said of her before, last.
type Judge func(p *model.Person, was *model.Statement, row *model.Person, asOf model.Date) Arrival

// Join decides that a row which waits means someone known: what it says is added
// to her, and rows that read like it mean her from now on. One undo takes both
// back. judge is asked where the row's source has told of her before; nil: what
// has changed since is not told.
func (s *Store) Join(actor string, row model.ReviewID, id model.PersonID, judge Judge) (p model.Person, err error) {
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		r, err := tx.waiting(row)
		if err != nil {
			return Actor{}, err
		}
		if p, err = tx.Person(id); err != nil {
			return Actor{}, err
		}
		by := By(actor, fmt.Sprintf("joined a row of %s with %s", r.from, p.Name))
		a := Arrival{Person: &p}
		switch was, err := tx.Statement(r.Source, id); {
		case err == nil && was.AsOf > r.AsOf: // the source has told of her since
			row := r.Incoming
			row.Positions = slices.DeleteFunc(slices.Clone(row.Positions), func(q model.Position) bool { return !q.Start.Known() || !q.End.Known() })
			model.Unite(&p, &row)
		case err == nil && judge != nil:
			a = judge(&p, &was, &r.Incoming, r.AsOf)
		default:
			model.Unite(&p, &r.Incoming)
		}
		if err := tx.Employ(&p, r.origin); err != nil {
			return by, err
		}
		if err := tx.PutPerson(&p); err != nil {
			return by, err
		}
		if err := tx.tell(&a, r.Source, r.origin); err != nil {
			return by, err
		}
		return by, tx.decided(r, p.ID)
	})
	return p, err
}

// KeepApart decides that a row which waits means nobody known: it becomes
// someone new, and rows that read like it mean her from now on.
func (s *Store) KeepApart(actor string, row model.ReviewID) (p model.Person, err error) {
	if err := s.tombs.ready(); err != nil {
		return p, err
	}
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		r, err := tx.waiting(row)
		if err != nil {
			return Actor{}, err
		}
		p = r.Incoming
		by := By(actor, fmt.Sprintf("kept %s of %s apart", p.Name, r.from))
		if s.tombs.refuse(&p) {
			return by, fmt.Errorf("%s: %w", p.Name, ErrErased)
		}
		p.ID, p.Rev, p.Origin = 0, 0, r.origin
		tx.disown(&p)
		if err := tx.Employ(&p, r.origin); err != nil {
			return by, err
		}
		return by, errors.Join(tx.PutPerson(&p), tx.decided(r, p.ID))
	})
	return p, err
}

// waitingRow is a row that waits, with what is known of the file it came from.
type waitingRow struct {
	model.Review
	from   string
	origin model.Origin
}

func (tx *Tx) waiting(id model.ReviewID) (r waitingRow, err error) {
	if r.Review, err = tx.Review(id); err != nil {
		return r, fmt.Errorf("%s was decided already: %w", id, err)
	}
	r.from = "a file"
	imp, err := tx.Import(r.Import)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return r, err
	}
	if err == nil {
		r.from = imp.Source
		r.origin = model.Origin{Source: imp.Source, Import: imp.ID, At: imp.At}
	}
	return r, nil
}

// decided remembers whom a row means, with what its source says of her, and
// takes it off those that wait. What a source has said later stands.
func (tx *Tx) decided(r waitingRow, id model.PersonID) error {
	if err := tx.PutIdentity(model.IdentityText(&r.Incoming), id); err != nil {
		return err
	}
	if r.Source != 0 {
		st := model.StatementOf(r.Source, &r.Incoming, r.AsOf)
		st.Person = id
		was, err := tx.Statement(r.Source, id)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		st.Rev = was.Rev
		if was.AsOf <= st.AsOf {
			if err := tx.PutStatement(&st); err != nil {
				return err
			}
		}
	}
	return tx.RemoveReview(r.ID)
}

// disown takes the keys off a row that are somebody else's: kept apart, it would
// be taken for her otherwise.
func (tx *Tx) disown(p *model.Person) {
	taken := func(prefix string) func(string) bool {
		return func(s string) bool { return len(tx.PeopleByKey(prefix+s)) > 0 }
	}
	c := &p.Contact
	c.Emails = slices.DeleteFunc(slices.Clone(c.Emails), taken("e:"))
	c.Links = slices.DeleteFunc(slices.Clone(c.Links), taken("l:"))
	c.ExternalIDs = slices.DeleteFunc(slices.Clone(c.ExternalIDs), taken("x:"))
}
