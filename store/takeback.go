package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// undoing is an undo at work.
type undoing struct {
	actor string
	steps []Change    // newest first
	revs  []model.Rev // theirs, ascending
}

// ours reports whether rev is of a change that is being taken back.
func (u *undoing) ours(rev model.Rev) bool {
	_, found := slices.BinarySearch(u.revs, rev)
	return found
}

// mayTakeBack returns the before-images of c, or the reason why they can't be
// put back: a record was changed since, or something hangs on one that would go.
func (tx *Tx) mayTakeBack(c Change, u *undoing) ([]image, error) {
	images, err := tx.imagesOf(c.Rev)
	if err != nil {
		return nil, err
	}
	mapped, err := tx.mapped(u)
	if err != nil {
		return nil, err
	}
	for _, im := range images {
		if err := tx.unchangedSince(c, im, u); err != nil {
			return nil, err
		}
		if im.Old != nil || im.Now == 0 {
			continue
		}
		if err := tx.mayGo(c, im, u, mapped); err != nil {
			return nil, fmt.Errorf("%q can't be taken back: %w", c.What, err)
		}
	}
	return images, nil
}

// unchangedSince refuses when a record of c is no longer as c left it.
func (tx *Tx) unchangedSince(c Change, im image, u *undoing) error {
	now, err := tx.stands(im.Key)
	if err != nil || now == im.Now || u.ours(now) {
		return err
	}
	later, err := tx.change(now)
	if now < c.Rev { // removed, or an older state put back
		later, err = tx.lastTouching(refOf(im.Kind, im.Key))
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%q can't be taken back: %s was %w by %s at %s (%s)", c.What,
		showKey(im.Key), ErrChangedSince, later.Actor, later.At.Format("2006-01-02 15:04"), later.What)
}

// mayGo refuses to remove a record on which others' work hangs.
func (tx *Tx) mayGo(c Change, im image, u *undoing, mapped map[model.PersonID]string) error {
	switch im.Kind {
	case People:
		return tx.personMayGo(model.PersonID(lastID(im.Key)), u, mapped)
	case Companies:
		id := model.CompanyID(lastID(im.Key))
		if c.Import == 0 && tx.inUse(id) {
			return fmt.Errorf("%s was %w: people or signals are at it now", id, ErrChangedSince)
		}
	}
	return nil
}

func (tx *Tx) personMayGo(id model.PersonID, u *undoing, mapped map[model.PersonID]string) error {
	if name, on := mapped[id]; on {
		return fmt.Errorf("%s was %w: put on the map %q; take her off first", id, ErrChangedSince, name)
	}
	for t, err := range tx.TouchesOf(id) {
		if err != nil {
			return err
		}
		if !u.ours(t.Rev) {
			return fmt.Errorf("%s was %w: a touch by %s at %s; take that back first", id, ErrChangedSince, t.By, t.At.Format("2006-01-02 15:04"))
		}
	}
	for s, err := range tx.SignalsOf(id) {
		if err != nil {
			return err
		}
		if !u.ours(s.Rev) {
			return fmt.Errorf("%s was %w: a signal (%s) was logged; take that back first", id, ErrChangedSince, s.Kind)
		}
	}
	d, err := tx.Draft(id)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	case d.By != u.actor && !d.Empty() && !u.ours(d.Rev):
		return fmt.Errorf("%s was %w: %s is writing to her", id, ErrChangedSince, d.By)
	}
	return nil
}

// inUse reports whether someone works, or a signal is, at a company.
func (tx *Tx) inUse(id model.CompanyID) bool {
	for range tx.SignalsAt(id) {
		return true
	}
	return len(tx.PeopleAt(id)) > 0
}

// mapped names, for everyone on a talent map, one map that holds her and is not
// itself being taken back.
func (tx *Tx) mapped(u *undoing) (map[model.PersonID]string, error) {
	on := map[model.PersonID]string{}
	for m, err := range tx.Maps() {
		if err != nil {
			return nil, err
		}
		if u.ours(m.Rev) {
			continue
		}
		for _, e := range m.Entries {
			on[e.Person] = m.Name
		}
	}
	return on, nil
}

// takeBack puts the before-images of c in place again, newest first. A record
// gets back the very bytes it had, with the revision they were written at, so
// that the change before this one can be taken back in turn. A draft by the
// actor goes with its person; an imported company that others use stays.
func (tx *Tx) takeBack(c Change, u *undoing) (records int, err error) {
	images, err := tx.mayTakeBack(c, u)
	if err != nil {
		return 0, err
	}
	for _, im := range slices.Backward(images) {
		gone := im.Old == nil
		if gone && im.Kind == Companies && tx.inUse(model.CompanyID(lastID(im.Key))) {
			continue
		}
		if gone && im.Kind == People {
			if err := tx.RemoveDraft(model.PersonID(lastID(im.Key))); err != nil && !errors.Is(err, ErrNotFound) {
				return 0, err
			}
		}
		if err := tx.restoreImage(im); err != nil {
			return 0, err
		}
		records++
	}
	return records, nil
}

// restoreImage makes one record what it was and sets its indexes right.
func (tx *Tx) restoreImage(im image) error {
	t := tables[im.Key[0]]
	var drop, add [][]byte
	var err error
	now := tx.r.Get(im.Key)
	if now != nil {
		if drop, err = t.indexKeys(tx.codec, im.Key, now); err != nil {
			return err
		}
	}
	if im.Old != nil {
		if add, err = t.indexKeys(tx.codec, im.Key, im.Old); err != nil {
			return err
		}
	}
	tx.note(im.Kind, im.Key, now)
	return tx.write(im.Key, im.Old, drop, add)
}
