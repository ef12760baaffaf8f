package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// Errors of undo and redo.
var (
	// ErrNothingToUndo is an undo by someone who has changed nothing, or has
	// taken everything back.
	ErrNothingToUndo = errors.New("nothing of yours to undo")
	// ErrNothingToRedo is a redo by someone who has taken nothing back, or has
	// made a new change since.
	ErrNothingToRedo = errors.New("nothing of yours to redo")
	// ErrChangedSince is an undo or a redo of something that was changed again
	// later.
	ErrChangedSince = errors.New("changed again since")
	// ErrByTheClock is an undo of what followed from dates and facts alone: it would
	// come again.
	ErrByTheClock = errors.New("it follows from dates and facts alone, and would come again")
	// ErrSent is an undo of a message that went out too long ago.
	ErrSent = errors.New("what was sent was sent")
	// ErrStaysLocked is an undo that would open what somebody has asked for.
	ErrStaysLocked = errors.New("she has opted out, and only a new message from her opens that")
)

// Undone says what an undo took back, or what a redo brought back.
type Undone struct {
	What    string    // the journal's words for it
	Rev     model.Rev // the change; of an import its last one
	Records int
	Locked  int // people who have opted out and stay so, though a file that is taken back said it
}

// String is what was done, and who stays opted out though it is.
func (u Undone) String() string {
	switch u.Locked {
	case 0:
		return u.What
	case 1:
		return u.What + "; 1 person stays opted out"
	}
	return fmt.Sprintf("%s; %d people stay opted out", u.What, u.Locked)
}

// Undo takes back the actor's own last change that still stands; an import goes
// as one. It is refused with [ErrChangedSince], naming who and when, where
// somebody has changed the same record later. What the clock has written down since
// of the same records goes with it, and comes again by itself.
//
// A touch that went out goes only for so long ([model.Cadence.TakeBack]), after
// that it stays and the undo is refused with [ErrSent]; but whoever logged it can take it
// back for as long as she has changed nothing since. An opt-out is never taken back:
// where it is the change itself that locked her the undo is refused with
// [ErrStaysLocked]; where a file did, everything else goes back, and the lock stays;
// whom the file brought in stays with it, by her name and keys.
func (s *Store) Undo(actor string) (Undone, error) {
	return s.takeBack(&undoing{actor: actor}, func(tx *Tx) ([]Change, error) {
		for e, err := range tx.History() {
			if err != nil {
				return nil, err
			}
			if e.Actor == actor && e.Undoes == 0 && !e.Quiet && !e.Gone && !e.Erased && !e.Erases {
				return tx.undoSteps(e.Rev)
			}
		}
		return nil, ErrNothingToUndo
	})
}

// UndoChange takes back the change of one revision, whoever made it, with its
// whole import where it is part of one. Taking back a redo takes back what that
// has brought back; an undo itself is taken back by [Store.Redo].
func (s *Store) UndoChange(actor string, rev model.Rev) (Undone, error) {
	return s.takeBack(&undoing{actor: actor}, func(tx *Tx) ([]Change, error) {
		return tx.undoSteps(rev)
	})
}

// UndoImport takes back a whole import.
func (s *Store) UndoImport(actor string, id model.ImportID) (Undone, error) {
	return s.takeBack(&undoing{actor: actor}, func(tx *Tx) ([]Change, error) {
		for e, err := range tx.History() {
			if err != nil {
				return nil, err
			}
			if e.Import == id && e.Undoes == 0 && !e.Gone {
				return tx.undoSteps(e.Rev)
			}
		}
		return nil, fmt.Errorf("import %s: %w", id, ErrNothingToUndo)
	})
}

// undoSteps are the changes to take back together, newest first.
func (tx *Tx) undoSteps(rev model.Rev) ([]Change, error) {
	first, err := tx.change(rev)
	if err != nil {
		return nil, err
	}
	switch {
	case first.Erases, first.Erased && first.Import == 0:
		return nil, fmt.Errorf("%q: %w", first.What, ErrErased)
	case first.Redoes >= rev:
		return nil, fmt.Errorf("%w: revision %d brings back revision %d, which was not there yet", ErrDamaged, rev, first.Redoes)
	case first.IsRedo():
		return tx.undoSteps(first.Redoes)
	case first.IsUndo():
		return nil, fmt.Errorf("%q: %w: an undo goes by redo, by whoever made it", first.What, ErrNothingToUndo)
	case first.Clock:
		return nil, fmt.Errorf("%q: %w", first.What, ErrByTheClock)
	case first.Quiet:
		return nil, fmt.Errorf("%q: %w: what was there before is not kept", first.What, ErrNothingToUndo)
	}
	var steps, clock []Change
	for e, err := range tx.History() {
		if err != nil {
			return nil, err
		}
		if e.Clock && e.Undoes == 0 && !e.Gone && e.Rev > rev {
			clock = append(clock, e.Change)
		}
		if e.Rev == rev && e.Gone {
			return nil, fmt.Errorf("%q: %w: it was taken back before", first.What, ErrNothingToUndo)
		}
		same := e.Rev == rev || first.Import != 0 && e.Import == first.Import
		if same && e.Undoes == 0 && !e.Gone {
			steps = append(steps, e.Change)
		}
		if e.Rev == rev && first.Import == 0 {
			break
		}
	}
	return withClock(steps, clock), nil
}

// withClock adds to the steps what the clock did to the same records after them.
// Both are newest first, and so is what is returned.
func withClock(steps, clock []Change) []Change {
	if len(clock) == 0 {
		return steps
	}
	first := map[Ref]model.Rev{} // the first of the steps that touched it
	for _, c := range steps {
		for _, r := range c.Refs {
			first[r] = c.Rev
		}
	}
	for _, c := range clock {
		if slices.ContainsFunc(c.Refs, func(r Ref) bool { rev, ok := first[r]; return ok && rev < c.Rev }) {
			steps = append(steps, c)
		}
	}
	slices.SortFunc(steps, func(a, b Change) int { return cmp.Compare(b.Rev, a.Rev) })
	return steps
}

func revsOf(changes []Change) []model.Rev {
	revs := make([]model.Rev, len(changes))
	for i, c := range changes {
		revs[i] = c.Rev
	}
	slices.Sort(revs)
	return revs
}
