package pane

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Marker is a list of which several rows can be marked, such as a widget.List.
type Marker interface {
	Mover
	ToggleMark()
	MarkAll()
	Ranging() bool
	BeginRange()
	EndRange()
}

// Marks are the actions of marking rows, the same keys everywhere. why is why nothing
// can be marked; "" where something can.
func Marks(prefix string, m Marker, why func() string) []action.Action {
	return append([]action.Action{
		{ID: prefix + ".mark", Group: "list", Short: "mark", Long: "Mark the person, and move on. It ends a range.", Keys: []string{"space"}, Why: why, Run: func() tea.Cmd {
			if m.Ranging() {
				m.EndRange()
				return nil
			}
			m.ToggleMark()
			m.Move(1)
			return nil
		}},
		{ID: prefix + ".mark-all", Group: "list", Short: "mark all", Long: "Mark everyone who is shown; once more drops the marks.", Keys: []string{"ctrl+a"}, Why: why, Run: func() tea.Cmd {
			m.MarkAll()
			return nil
		}},
	}, Ranges(prefix, m, why)...)
}

// Ranges are the actions of marking a range of rows.
func Ranges(prefix string, m Marker, why func() string) []action.Action {
	extend := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			if !m.Ranging() {
				m.BeginRange()
			}
			m.Move(n)
			return nil
		}
	}
	return []action.Action{
		{ID: prefix + ".range", Group: "list", Short: "mark a range", Long: "Mark from here to wherever you go; once more ends it.", Keys: []string{"v"}, Why: why, Run: func() tea.Cmd {
			if m.Ranging() {
				m.EndRange()
			} else {
				m.BeginRange()
			}
			return nil
		}},
		{ID: prefix + ".range-down", Group: "list", Short: "mark down", Long: "Move down and mark what is passed.", Keys: []string{"shift+down"}, Why: why, Run: extend(1)},
		{ID: prefix + ".range-up", Group: "list", Short: "mark up", Long: "Move up and mark what is passed.", Keys: []string{"shift+up"}, Why: why, Run: extend(-1)},
	}
}

// Shown is the list of several that is shown, for [Moves] and [Marks].
type Shown func() Marker

// Move moves the cursor by n rows.
func (s Shown) Move(n int) { s().Move(n) }

// Page moves the cursor by n half pages.
func (s Shown) Page(n int) { s().Page(n) }

// Home moves the cursor to the first row.
func (s Shown) Home() { s().Home() }

// End moves the cursor to the last row.
func (s Shown) End() { s().End() }

// ToggleMark marks the row under the cursor, or drops its mark.
func (s Shown) ToggleMark() { s().ToggleMark() }

// MarkAll marks every row, or drops all marks where every row has one.
func (s Shown) MarkAll() { s().MarkAll() }

// Ranging reports whether a range is being marked.
func (s Shown) Ranging() bool { return s().Ranging() }

// BeginRange begins one at the cursor.
func (s Shown) BeginRange() { s().BeginRange() }

// EndRange keeps the marks of the range.
func (s Shown) EndRange() { s().EndRange() }
