package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// ErrNothingTaken is a split that would leave one of the two without anything.
var ErrNothingTaken = errors.New("nothing to take")

// SplitPerson makes two records of one that holds two people: part is who goes,
// with her name and what of the record is hers. That is taken off the record, and
// what hangs on it stays there; a lock, and a no, hold for both. One undo puts them
// together again.
func (s *Store) SplitPerson(actor string, id model.PersonID, rev model.Rev, part model.Person) (made model.PersonID, err error) {
	if part.Name == "" {
		return 0, fmt.Errorf("split %s: the one who goes needs a name", id)
	}
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		p, err := tx.Person(id)
		if err != nil {
			return Actor{}, err
		}
		p.Rev = rev
		by := By(actor, fmt.Sprintf("split %s off %s", part.Name, p.Name))
		gone, missing := takeOff(&p, &part)
		switch {
		case len(missing) > 0:
			return by, fmt.Errorf("split %s: %s has no %s: %w", id, p.Name, strings.Join(missing, ", "), ErrNotFound)
		case gone == 0:
			return by, fmt.Errorf("split %s: name an address, a link or a position that goes: %w", id, ErrNothingTaken)
		}
		who := part
		who.ID, who.Rev, who.Origin = 0, 0, p.Origin
		who.Outreach = model.Outreach{Trail: model.Trail{Refused: p.Outreach.Trail.Refused}}
		who.Outreach.CopyLock(&p.Outreach)
		if err := errors.Join(tx.Employ(&who, p.Origin), tx.PutPerson(&p), tx.PutPerson(&who)); err != nil {
			return by, err
		}
		made = who.ID
		return by, tx.PutIdentity(model.IdentityText(&who), who.ID)
	})
	return made, err
}

// takeOff takes what part has off p. missing is what p does not have.
func takeOff(p, part *model.Person) (gone int, missing []string) {
	for _, l := range []struct{ from, take *[]string }{
		{&p.Contact.Emails, &part.Contact.Emails},
		{&p.Contact.Phones, &part.Contact.Phones},
		{&p.Contact.Links, &part.Contact.Links},
		{&p.Contact.ExternalIDs, &part.Contact.ExternalIDs},
		{&p.Skills, &part.Skills},
	} {
		for _, text := range *l.take {
			at := slices.Index(*l.from, text)
			if at < 0 {
				missing = append(missing, text)
				continue
			}
			*l.from = slices.Delete(slices.Clone(*l.from), at, at+1)
			gone++
		}
	}
	for _, pos := range part.Positions {
		at := slices.Index(p.Positions, pos)
		if at < 0 {
			missing = append(missing, pos.Title+" at "+pos.Company)
			continue
		}
		p.Positions = slices.Delete(slices.Clone(p.Positions), at, at+1)
		gone++
	}
	return gone, missing
}
