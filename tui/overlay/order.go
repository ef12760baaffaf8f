package overlay

import (
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

// Ordering is what a list can be ordered by, such as a [pane.Ordering].
type Ordering interface {
	Choices() []action.Action
	At() int // which of them holds
}

// NewOrder lists what a list can be ordered by, with the cursor on what holds, which
// alone says more than its word: which way it is, and how it is turned round.
func NewOrder(env *pane.Env, o Ordering) *Menu {
	holds := o.At()
	return NewMenu(env, "Order by", o.Choices()).At(holds).Telling(func(i int) bool { return i == holds })
}
