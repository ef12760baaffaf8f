package talent

import (
	"slices"

	"talentmap/model"
	"talentmap/tui/pane"
)

var (
	_ pane.Selecting = (*Pane)(nil)
	_ pane.Marking   = (*Pane)(nil)
	_ pane.Exporting = (*Pane)(nil)
)

// Selected are the marked people, else the one under the cursor.
func (p *Pane) Selected() pane.Selected {
	return pane.SelectedIn(p.list, p.Preview())
}

// Export is who is marked, else those of the hundred who are shown, with their places on
// the map. Where somebody of the bench is marked nobody's place goes along.
func (p *Pane) Export() pane.Export {
	if p.noMap() != "" {
		return pane.Export{}
	}
	ids, marked := p.list.Marked(), true
	if len(ids) == 0 {
		ids, marked = slices.DeleteFunc(slices.Clone(p.list.IDs()), p.isBenched), false
	}
	e := pane.ExportOf(p.board.Map.Name, ids, marked)
	if !slices.ContainsFunc(ids, p.isBenched) {
		e.Map = p.board.Map.ID
	}
	return e
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
