package store

import (
	"errors"
	"fmt"
	"iter"
	"time"

	"talentmap/model"
)

// ErrOnItsWay is a change of a message that was handed over and of which nobody knows
// yet whether it has left.
var ErrOnItsWay = errors.New("the message is on its way out")

// SaveDraft keeps a draft as it is being typed. It is in the journal as a quiet
// change; a draft that somebody else has changed since it was read comes back
// as a [ConflictError] with both texts. A text that was approved to go out is not
// approved any more, and what was overridden of another text is not. A message that is
// on its way is refused with [ErrOnItsWay].
func (s *Store) SaveDraft(actor string, d *model.Draft) (model.Rev, error) {
	by := Actor{Name: actor, What: "saved the draft to " + d.Person.String(), Quiet: true}
	return s.Edit(by, func(tx *Tx) error {
		if err := tx.mayType(d); err != nil {
			return err
		}
		d.By, d.At, d.SendAt = actor, s.clock(), time.Time{}
		return tx.PutDraft(d)
	})
}

// mayType refuses to change a draft that is on its way, and gives what is to be
// written what the saved one has beside the text.
func (tx *Tx) mayType(d *model.Draft) error {
	have, err := tx.Draft(d.Person)
	switch {
	case errors.Is(err, ErrNotFound):
		d.Out = model.Outgoing{}
		return nil
	case err != nil:
		return err
	case have.OnItsWay():
		return onItsWay(&have)
	}
	if !have.SameText(d) {
		d.Override = model.Override{}
	}
	d.Out = have.Out
	return nil
}

func onItsWay(d *model.Draft) error {
	if d.Out.State == model.Unknown {
		return fmt.Errorf("%w: nobody knows whether it left at %s; say first whether it did", ErrOnItsWay, d.Out.Since.Format("15:04"))
	}
	return fmt.Errorf("%w, since %s", ErrOnItsWay, d.Out.Since.Format("15:04"))
}

// Discard throws a draft away. Its text is kept among the versions, and undo brings it
// back. Nothing is done where there is no draft.
func (s *Store) Discard(actor string, person model.PersonID) error {
	_, err := s.edit(func(tx *Tx) (Actor, error) {
		by := By(actor, "threw away the draft to "+person.String())
		if p, err := tx.Person(person); err == nil {
			by.What = "threw away the draft to " + p.Name
		}
		d, err := tx.Draft(person)
		switch {
		case errors.Is(err, ErrNotFound):
			return by, nil
		case err != nil:
			return by, err
		case d.OnItsWay():
			return by, onItsWay(&d)
		}
		_, err = tx.keepVersion(&d, model.BeforeDiscard, s.clock())
		return by, errors.Join(err, tx.RemoveDraft(person))
	})
	return err
}

// KeepVersion keeps the text of a draft, saved or not, as a version of it. kept is
// false for an empty text and for one that is the newest version already. The oldest
// go where there are more than [model.MostDraftVersions]. It is a quiet change.
func (s *Store) KeepVersion(actor string, d *model.Draft, why model.Occasion) (kept bool, err error) {
	by := Actor{Name: actor, What: "kept a version of the draft to " + d.Person.String(), Quiet: true}
	_, err = s.Edit(by, func(tx *Tx) (err error) {
		v := *d
		v.By = actor
		kept, err = tx.keepVersion(&v, why, s.clock())
		return err
	})
	return kept && err == nil, err
}

func (tx *Tx) keepVersion(d *model.Draft, why model.Occasion, at time.Time) (bool, error) {
	if d.Empty() {
		return false, nil
	}
	if err := tx.stillThere(d.Person); err != nil {
		return false, err
	}
	have, err := collect(tx.VersionsOf(d.Person))
	if err != nil {
		return false, err
	}
	v := model.VersionOf(d, why)
	v.At = at
	if n := len(have); n > 0 {
		newest := &have[n-1]
		if newest.Channel == v.Channel && newest.Subject == v.Subject && newest.Body == v.Body {
			return false, nil
		}
	}
	for len(have) >= model.MostDraftVersions {
		if err := remove(tx, draftVersions, versionKey(d.Person, have[0].ID)); err != nil {
			return false, err
		}
		have = have[1:]
	}
	return true, put(tx, draftVersions, &v)
}

// VersionsOf are the versions of the draft to a person that were kept, oldest first.
func (tx *Tx) VersionsOf(id model.PersonID) iter.Seq2[model.DraftVersion, error] {
	return scan(tx, draftVersions, versionsOf(id))
}

// removeVersions removes all versions of the draft to a person.
func (tx *Tx) removeVersions(id model.PersonID) error {
	have, err := collect(tx.VersionsOf(id))
	for i := range have {
		err = errors.Join(err, remove(tx, draftVersions, versionKey(id, have[i].ID)))
	}
	return err
}
