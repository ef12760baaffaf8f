package person

import "talentmap/tui/pane"

var _ pane.Selecting = (*Pane)(nil)

// Selected is the person; nobody before she has been read.
func (p *Pane) Selected() pane.Selected { return pane.One(p.Preview()) }
