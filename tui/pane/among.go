package pane

import (
	"slices"

	"talentmap/model"
)

// Among is the list from which a page was opened, as it stood then.
type Among struct {
	Name string // "Platform"
	IDs  []model.PersonID
}

// At is the place of somebody in the list, from 1; 0: she is not there.
func (a *Among) At(id model.PersonID) int {
	if a == nil {
		return 0
	}
	return slices.Index(a.IDs, id) + 1
}

// FollowsWalk is a pane that follows the page that was opened from its list: its cursor
// goes to a person where she is in it.
type FollowsWalk interface{ WalkTo(id model.PersonID) }
