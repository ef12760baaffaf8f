package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// Errors of undo.
var (
	// ErrNothingToUndo is an undo by someone who has changed nothing, or has
	// taken everything back.
	ErrNothingToUndo = errors.New("nothing of yours to undo")
	// ErrChangedSince is an undo of something that was changed again later.
	ErrChangedSince = errors.New("changed again since")
)

// Undone says what an undo took back.
type Undone struct {
	What    string // the journal's words for it
	Rev     model.Rev
	Records int
}

// Undo takes back the actor's own last change that still stands; an import goes
// as one. It is refused with [ErrChangedSince], naming who and when, where
// somebody has changed the same record later.
func (s *Store) Undo(actor string) (Undone, error) {
	var target Change
	err := s.View(func(tx *Tx) error {
		var err error
		target, err = tx.lastStanding(actor)
		return err
	})
	if err != nil {
		return Undone{}, err
	}
	return s.UndoChange(actor, target.Rev)
}

// UndoChange takes back the change of one revision, with its whole import where
// it is part of one.
func (s *Store) UndoChange(actor string, rev model.Rev) (Undone, error) {
	var steps []Change
	err := s.View(func(tx *Tx) error {
		var err error
		steps, err = tx.undoSteps(rev)
		return err
	})
	if err != nil {
		return Undone{}, err
	}
	out := Undone{What: steps[0].What, Rev: rev}
	for _, c := range steps {
		by := Actor{Name: actor, What: "took back: " + c.What, Import: c.Import, undoes: c.Rev}
		n := 0
		if _, err := s.Edit(by, func(tx *Tx) (err error) {
			n, err = tx.takeBack(c)
			return err
		}); err != nil {
			return out, err
		}
		out.Records += n
	}
	return out, nil
}

// UndoImport takes back a whole import.
func (s *Store) UndoImport(actor string, id model.ImportID) (Undone, error) {
	var rev model.Rev
	err := s.View(func(tx *Tx) error {
		undone := map[model.Rev]bool{}
		for c, err := range tx.Changes() {
			if err != nil {
				return err
			}
			if c.Undoes != 0 {
				undone[c.Undoes] = true
			}
			if c.Import == id && c.Undoes == 0 && !undone[c.Rev] {
				rev = c.Rev
				return nil
			}
		}
		return fmt.Errorf("import %s: %w", id, ErrNothingToUndo)
	})
	if err != nil {
		return Undone{}, err
	}
	return s.UndoChange(actor, rev)
}

func (tx *Tx) lastStanding(actor string) (Change, error) {
	undone := map[model.Rev]bool{}
	for c, err := range tx.Changes() {
		if err != nil {
			return Change{}, err
		}
		if c.Undoes != 0 {
			undone[c.Undoes] = true
			continue
		}
		if c.Actor == actor && !c.Quiet && !undone[c.Rev] {
			return c, nil
		}
	}
	return Change{}, ErrNothingToUndo
}

// undoSteps are the changes to take back together, newest first, after a check
// that none of their records has changed since.
func (tx *Tx) undoSteps(rev model.Rev) ([]Change, error) {
	first, err := tx.change(rev)
	if err != nil {
		return nil, err
	}
	steps, undone := []Change{first}, map[model.Rev]bool{}
	if first.Import != 0 {
		steps = steps[:0]
	}
	for c, err := range tx.Changes() {
		if err != nil {
			return nil, err
		}
		undone[c.Undoes] = true
		if first.Import != 0 && c.Import == first.Import && c.Undoes == 0 && !undone[c.Rev] {
			steps = append(steps, c)
		}
	}
	if undone[rev] {
		return nil, fmt.Errorf("%q: %w: it was taken back before", first.What, ErrNothingToUndo)
	}
	if first.Quiet {
		return nil, fmt.Errorf("%q: %w: what was there before is not kept", first.What, ErrNothingToUndo)
	}
	same := make([]model.Rev, len(steps))
	for i, c := range steps {
		same[i] = c.Rev
	}
	slices.Sort(same)
	for _, c := range steps {
		if err := tx.unchangedSince(c, same); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

// unchangedSince refuses when a record of c was written by a change that is
// not one of those being taken back with it.
func (tx *Tx) unchangedSince(c Change, same []model.Rev) error {
	images, err := tx.imagesOf(c.Rev)
	if err != nil {
		return err
	}
	for _, im := range images {
		rec := tx.r.Get(im.Key)
		if rec == nil {
			continue
		}
		rev, _, err := unseal(im.Key, rec)
		if err != nil {
			return err
		}
		if _, ours := slices.BinarySearch(same, rev); ours || rev == c.Rev {
			continue
		}
		later, err := tx.change(rev)
		if err != nil {
			return err
		}
		return fmt.Errorf("%q can't be taken back: %s was %w by %s at %s (%s)", c.What,
			showKey(im.Key), ErrChangedSince, later.Actor, later.At.Format("2006-01-02 15:04"), later.What)
	}
	return nil
}

// takeBack puts the before-images of c in place again, newest first. A record
// gets back the very bytes it had, with the revision they were written at, so
// that the change before this one can be taken back in turn.
func (tx *Tx) takeBack(c Change) (records int, err error) {
	if err := tx.unchangedSince(c, nil); err != nil {
		return 0, err
	}
	images, err := tx.imagesOf(c.Rev)
	if err != nil {
		return 0, err
	}
	mapped, err := tx.mapped()
	if err != nil {
		return 0, err
	}
	for _, im := range slices.Backward(images) {
		stays, err := tx.leaves(im, mapped)
		if err != nil {
			return 0, err
		}
		if stays {
			continue
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

// mapped names, for everyone on a talent map, one map that holds her.
func (tx *Tx) mapped() (map[model.PersonID]string, error) {
	on := map[model.PersonID]string{}
	for m, err := range tx.Maps() {
		if err != nil {
			return nil, err
		}
		for _, e := range m.Entries {
			on[e.Person] = m.Name
		}
	}
	return on, nil
}

// leaves prepares a record that the undo is about to remove: what hangs on it
// and is not the person's own work goes along, anything else stops the undo.
// stays is true for a company at which others work.
func (tx *Tx) leaves(im image, mapped map[model.PersonID]string) (stays bool, err error) {
	if im.Old != nil {
		return false, nil
	}
	switch im.Kind {
	case Companies:
		return len(tx.PeopleAt(model.CompanyID(lastID(im.Key)))) > 0, nil
	case People:
		id := model.PersonID(lastID(im.Key))
		if name, on := mapped[id]; on {
			return false, fmt.Errorf("%s can't be removed: %w, she is on the map %q; take her off first", id, ErrChangedSince, name)
		}
		for t, err := range tx.TouchesOf(id) {
			if err != nil {
				return false, err
			}
			return false, fmt.Errorf("%s can't be removed: %w, a touch by %s was logged; take that back first", id, ErrChangedSince, t.By)
		}
		if err := tx.RemoveDraft(id); err != nil && !errors.Is(err, ErrNotFound) {
			return false, err
		}
	}
	return false, nil
}
