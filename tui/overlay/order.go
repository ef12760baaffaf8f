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

// NewOrder lists what a list can be ordered by, with the cursor on what holds.
func NewOrder(env *pane.Env, o Ordering) *Menu {
	return NewMenu(env, "Order by", o.Choices()).At(o.At())
}
