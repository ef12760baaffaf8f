package pane

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Mover is a list that the common keys move through.
type Mover interface {
	Move(n int)
	Page(n int)
	Home()
	End()
}

// Moves are the actions of moving through a list, the same keys everywhere.
func Moves(prefix string, m Mover) []action.Action {
	run := func(move func()) func() tea.Cmd {
		return func() tea.Cmd {
			move()
			return nil
		}
	}
	act := func(id, short, long string, move func(), keys ...string) action.Action {
		return action.Action{ID: prefix + "." + id, Group: "move", Short: short, Long: long, Keys: keys, Run: run(move)}
	}
	return []action.Action{
		act("down", "down", "Move to the next row.", func() { m.Move(1) }, "j", "down"),
		act("up", "up", "Move to the row before.", func() { m.Move(-1) }, "k", "up"),
		act("half-down", "half page down", "Move half a page down.", func() { m.Page(1) }, "ctrl+d", "pgdown"),
		act("half-up", "half page up", "Move half a page up.", func() { m.Page(-1) }, "ctrl+u", "pgup"),
		act("first", "first", "Move to the first row.", m.Home, "g", "home"),
		act("last", "last", "Move to the last row.", m.End, "G", "end"),
	}
}
