package store

import (
	"errors"
	"slices"
	"time"

	"talentmap/model"
)

// cancelPending takes the approval off a message that was to go out. Its text
// stays: nothing typed is lost.
func (tx *Tx) cancelPending(id model.PersonID) error {
	d, err := tx.Draft(id)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	case d.SendAt.IsZero() || d.OnItsWay(): // what was handed over can't be held back
		return nil
	}
	d.SendAt = time.Time{}
	return tx.PutDraft(&d)
}

// cancelLocked cancels what is approved to go out to whoever is locked now that
// the images of a change are back: the lock may have been open when it was approved.
func (tx *Tx) cancelLocked(images []image, now time.Time) error {
	for _, im := range images {
		var who []model.PersonID
		switch id := lastID(im.Key); im.Kind {
		case People, Drafts:
			who = append(who, model.PersonID(id))
		case Companies:
			who = tx.PeopleAt(model.CompanyID(id))
		}
		for _, id := range who {
			if err := tx.cancelIfLocked(id, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// cancelIfLocked reads the draft first: most people have none.
func (tx *Tx) cancelIfLocked(id model.PersonID, now time.Time) error {
	d, err := tx.Draft(id)
	if errors.Is(err, ErrNotFound) || err == nil && d.SendAt.IsZero() {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := tx.Person(id)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	employers, err := tx.EmployersOf(&p, now)
	if err != nil {
		return err
	}
	if p.Outreach.Locked(now) || slices.ContainsFunc(employers, func(c model.Company) bool { return c.Locked(now) }) {
		return tx.cancelPending(id)
	}
	return nil
}
