package store

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"talentmap/model"
)

// Two things are not undone: a lock that somebody has asked for, and a message that
// has been out for a while. A redo brings back what stood, and opens nothing: it is
// of changes that nobody has touched since.

// mayReopen refuses to take back a change that locked somebody at her own request,
// or that sent her a message too long ago. A request stands also where she was locked
// already: the other lock may go, as one that came with a merger does with its undo.
func (tx *Tx) mayReopen(c Change, images []image, u *undoing) error {
	if u.redo || c.Import != 0 {
		return nil // a file's lock is kept instead, see lockKept
	}
	if c.Asked {
		return ErrStaysLocked
	}
	for _, im := range images {
		var err error
		switch im.Kind {
		case People:
			err = tx.mayUnlock(im, images)
		case Touches:
			err = tx.mayUnsend(c, im, u)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// mayUnlock refuses to give somebody who has opted out a record without that. A
// merge is no such change: there the record with her lock comes back beside it.
func (tx *Tx) mayUnlock(im image, images []image) error {
	opens, now, err := tx.opens(im)
	if err != nil || !opens {
		return err
	}
	if slices.ContainsFunc(images, func(other image) bool { return tx.bringsLocked(other) }) {
		return nil
	}
	return fmt.Errorf("%s: %w", now.Name, ErrStaysLocked)
}

// opens reports whether an image would open an opt-out of the record that stands.
func (tx *Tx) opens(im image) (opens bool, now model.Person, err error) {
	rec := tx.r.Get(im.Key)
	if rec == nil || im.Old == nil {
		return false, now, nil
	}
	var was model.Person
	if _, err := tx.codec.open(im.Key, rec, &now); err != nil {
		return false, now, err
	}
	if _, err := tx.codec.open(im.Key, im.Old, &was); err != nil {
		return false, now, err
	}
	return now.Outreach.Opens(&was.Outreach), now, nil
}

// bringsLocked reports whether an image brings somebody back who is gone and had
// opted out.
func (tx *Tx) bringsLocked(im image) bool {
	if im.Kind != People || im.Old == nil || im.Now != 0 {
		return false
	}
	var p model.Person
	_, err := tx.codec.open(im.Key, im.Old, &p)
	return err == nil && p.Outreach.Lock == model.OptedOut
}

// mayUnsend refuses to take back a touch that went out longer ago than messages can
// be taken back, unless it is the last thing that the actor did.
func (tx *Tx) mayUnsend(c Change, im image, u *undoing) error {
	if im.Old != nil || im.Now == 0 {
		return nil
	}
	rec := tx.r.Get(im.Key)
	if rec == nil {
		return nil
	}
	var t model.Touch
	if _, err := tx.codec.open(im.Key, rec, &t); err != nil {
		return err
	}
	if t.Via != "" {
		return fmt.Errorf("%w: it went out by %s at %s, and the touch stays", ErrSent, t.Via, t.At.Format("2006-01-02 15:04"))
	}
	if t.Direction != model.Outbound || t.Origin.Import != 0 || u.now.Sub(c.At) <= u.takeBack {
		return nil
	}
	last, err := tx.lastOf(u.actor)
	if err != nil || last == c.Rev {
		return err
	}
	return fmt.Errorf("%w: it was logged at %s and could be taken back for %s; the touch stays",
		ErrSent, c.At.Format("2006-01-02 15:04"), u.takeBack.Round(time.Minute))
}

// lastOf is the last change that somebody made herself.
func (tx *Tx) lastOf(actor string) (model.Rev, error) {
	for c, err := range tx.Changes() {
		if err != nil {
			return 0, err
		}
		if c.Actor == actor && !c.Quiet && c.Undoes == 0 {
			return c.Rev, nil
		}
	}
	return 0, nil
}

// lockKept gives a record back what it was, but for an opt-out that has come since
// with the file that is being taken back: that stays. Of somebody whom the file brought
// in the lock stays with what she is known by, see lockAlone. kept is false where there
// is none, and nothing was done.
func (tx *Tx) lockKept(c Change, im image, u *undoing) (kept bool, err error) {
	if im.Old == nil {
		return tx.lockAlone(c, im, u)
	}
	if c.Import == 0 || im.Kind != People {
		return false, nil
	}
	opens, now, err := tx.opens(im)
	if err != nil || !opens || now.Origin.MadeUp {
		return false, err
	}
	var was model.Person
	if _, err := tx.codec.open(im.Key, im.Old, &was); err != nil {
		return false, err
	}
	if was.Rev, _, err = unseal(im.Key, tx.r.Get(im.Key)); err != nil {
		return false, err
	}
	was.Outreach.CopyLock(&now.Outreach)
	return true, tx.PutPerson(&was)
}

// lockAlone leaves of somebody with an opt-out, whom the file that is being taken back
// brought in, her name, her keys and the lock: she may be imported again, from any
// file, and must be known then.
func (tx *Tx) lockAlone(c Change, im image, u *undoing) (kept bool, err error) {
	p, stays, err := tx.staysLocked(c, im, u)
	if err != nil || !stays {
		return false, err
	}
	alone := model.Person{ID: p.ID, Rev: p.Rev, Name: p.Name, Contact: p.Contact, Origin: model.Origin{Source: p.Origin.Source, At: p.Origin.At}}
	alone.Outreach.CopyLock(&p.Outreach)
	return true, tx.PutPerson(&alone)
}

// staysLocked reports whether an image is of somebody who would go with the file that
// brought her in, and has opted out. Those of the sample are nobody.
func (tx *Tx) staysLocked(c Change, im image, u *undoing) (p model.Person, stays bool, err error) {
	if u.redo || c.Import == 0 || im.Kind != People || im.Old != nil || im.Now == 0 {
		return p, false, nil
	}
	rec := tx.r.Get(im.Key)
	if !bytes.Contains(rec, []byte(model.OptedOut)) { // most need not be read
		return p, false, nil
	}
	if p.Rev, err = tx.codec.open(im.Key, rec, &p); err != nil {
		return p, false, err
	}
	p.ID = model.PersonID(lastID(im.Key))
	return p, p.Outreach.Lock == model.OptedOut && !p.Origin.MadeUp, nil
}
