package store

import (
	"iter"

	"talentmap/model"
)

// Entry is a change as it stands today: Gone when what it did was taken back.
type Entry struct {
	Change
	Gone bool
}

// IsUndo reports whether the change took another one back.
func (c *Change) IsUndo() bool { return c.Undoes != 0 && c.Redoes == 0 }

// IsRedo reports whether the change brought back one that was taken back.
func (c *Change) IsRedo() bool { return c.Redoes != 0 }

// History yields the whole journal, newest first, each change with whether it
// still stands. What a redo brought back stands again, and the undo before it
// is gone.
func (tx *Tx) History() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		gone := map[model.Rev]bool{} // by changes that stand themselves
		for c, err := range tx.Changes() {
			e := Entry{Change: c, Gone: gone[c.Rev] || c.IsRedo() && gone[c.Redoes]}
			if c.Undoes != 0 && !gone[c.Rev] {
				gone[c.Undoes] = true
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
