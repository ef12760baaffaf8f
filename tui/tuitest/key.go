package tuitest

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Key returns the key press that a terminal sends for a spelling, see
// [action.ParseKey].
func Key(spelling string) (tea.KeyPressMsg, error) {
	k, err := action.ParseKey(spelling)
	if err != nil {
		return k, fmt.Errorf("tuitest: %w", err)
	}
	return k, nil
}
