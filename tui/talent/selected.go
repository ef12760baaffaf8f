package talent

import (
	"talentmap/model"
	"talentmap/tui/pane"
)

var (
	_ pane.Selecting = (*Pane)(nil)
	_ pane.Marking   = (*Pane)(nil)
)

// Selected are the marked people, else the one under the cursor.
func (p *Pane) Selected() pane.Selected {
	return pane.SelectedIn(p.list, p.Preview())
}

// HasMarks reports whether people are marked.
func (p *Pane) HasMarks() bool { return p.list.HasMarks() }

// Shown is the map that is shown; 0 for none.
func (p *Pane) Shown() (id model.MapID, name string) {
	if p.board == nil {
		return 0, ""
	}
	return p.board.Map.ID, p.board.Map.Name
}
