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
// it is part of one. An undo can't be taken back itself.
func (s *Store) UndoChange(actor string, rev model.Rev) (Undone, error) {
	var u undoing
	err := s.View(func(tx *Tx) (err error) {
		if u.steps, err = tx.undoSteps(rev); err != nil {
			return err
		}
		u.actor, u.revs = actor, revsOf(u.steps)
		for _, c := range u.steps { // all of it or nothing
			if _, err := tx.mayTakeBack(c, &u); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Undone{}, err
	}
	out := Undone{What: u.steps[0].What, Rev: rev}
	for _, c := range u.steps {
		by := Actor{Name: actor, What: "took back: " + c.What, Import: c.Import, undoes: c.Rev}
		n := 0
		if _, err := s.Edit(by, func(tx *Tx) (err error) {
			n, err = tx.takeBack(c, &u)
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

// undoSteps are the changes to take back together, newest first.
func (tx *Tx) undoSteps(rev model.Rev) ([]Change, error) {
	first, err := tx.change(rev)
	if err != nil {
		return nil, err
	}
	switch {
	case first.Undoes != 0:
		return nil, fmt.Errorf("%q: %w: an undo stays; make the change again", first.What, ErrNothingToUndo)
	case first.Quiet:
		return nil, fmt.Errorf("%q: %w: what was there before is not kept", first.What, ErrNothingToUndo)
	}
	steps, undone := []Change{}, map[model.Rev]bool{}
	for c, err := range tx.Changes() {
		if err != nil {
			return nil, err
		}
		undone[c.Undoes] = true
		same := c.Rev == rev || first.Import != 0 && c.Import == first.Import
		if same && c.Undoes == 0 && !undone[c.Rev] {
			steps = append(steps, c)
		}
		if c.Rev == rev && first.Import == 0 {
			break
		}
	}
	if undone[rev] {
		return nil, fmt.Errorf("%q: %w: it was taken back before", first.What, ErrNothingToUndo)
	}
	return steps, nil
}

func revsOf(changes []Change) []model.Rev {
	revs := make([]model.Rev, len(changes))
	for i, c := range changes {
		revs[i] = c.Rev
	}
	slices.Sort(revs)
	return revs
}
