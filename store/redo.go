package store

import "fmt"

// Redo brings back what the actor has taken back last and not brought back yet;
// an import comes as one. It is refused with [ErrNothingToRedo] once the actor
// has made a new change, and like [Store.Undo] with [ErrChangedSince]. What it
// brought back can be taken back again, and so on.
func (s *Store) Redo(actor string) (Undone, error) {
	return s.takeBack(&undoing{actor: actor, redo: true}, func(tx *Tx) ([]Change, error) {
		last, err := tx.lastUndo(actor)
		if err != nil {
			return nil, err
		}
		return tx.redoSteps(last)
	})
}

// lastUndo is the actor's last undo that stands, with no new change of hers
// after it.
func (tx *Tx) lastUndo(actor string) (Change, error) {
	for e, err := range tx.History() {
		switch {
		case err != nil:
			return Change{}, err
		case e.Actor != actor || e.Quiet || e.IsRedo() || e.Erased:
		case e.Undoes == 0:
			return Change{}, fmt.Errorf("%w after a new change: %q at %s",
				ErrNothingToRedo, e.What, e.At.Format("2006-01-02 15:04"))
		case e.Gone:
		default:
			was, err := tx.change(e.Undoes)
			if err != nil || !was.Clock { // what the clock did comes again by itself
				return e.Change, err
			}
		}
	}
	return Change{}, ErrNothingToRedo
}

// redoSteps are the undos to take back together, newest first, each in the
// words of the change that comes back.
func (tx *Tx) redoSteps(last Change) ([]Change, error) {
	var steps []Change
	for e, err := range tx.History() {
		if err != nil {
			return nil, err
		}
		same := e.Rev == last.Rev || last.Import != 0 && e.Import == last.Import
		if same && e.IsUndo() && !e.Gone {
			was, err := tx.change(e.Undoes)
			if err != nil {
				return nil, err
			}
			e.What = was.What
			steps = append(steps, e.Change)
		}
		if e.Rev == last.Rev && last.Import == 0 {
			break
		}
	}
	return steps, nil
}
