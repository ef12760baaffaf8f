package pane

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
)

// TookBack tells what came of taking a change back.
func TookBack(u store.Undone, err error) tea.Msg {
	switch {
	case errors.Is(err, store.ErrChangedSince), errors.Is(err, store.ErrNothingToUndo):
		return Refused{Why: err.Error()}
	case err != nil:
		return Fail(err)
	}
	return Toast{Text: "took back: " + u.String(), Next: BringsBack}
}
