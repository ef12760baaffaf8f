package pane

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Refreshing has after run whenever an action has: a pane that keeps what it
// drew notes there that it must draw again.
func Refreshing(acts []action.Action, after func()) []action.Action {
	for i := range acts {
		run := acts[i].Run
		acts[i].Run = func() tea.Cmd {
			after()
			return run()
		}
		if nth := acts[i].Nth; nth != nil {
			acts[i].Nth = func(n int) tea.Cmd {
				after()
				return nth(n)
			}
		}
	}
	return acts
}
