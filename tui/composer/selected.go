package composer

import "talentmap/tui/pane"

var _ pane.Selecting = (*Pane)(nil)

// Selected is whom the message is to.
func (p *Pane) Selected() pane.Selected { return pane.One(p.person) }
