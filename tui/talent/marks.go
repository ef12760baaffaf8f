package talent

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
)

// mark marks the person and moves on; a range that is being marked it ends.
func (p *Pane) mark() tea.Cmd {
	p.drawn = false
	switch {
	case p.list.Ranging():
		p.list.EndRange()
	case p.view == byCompany:
		p.markCompany()
	default:
		p.list.ToggleMark()
		if p.view == asList {
			p.list.Move(1)
		}
	}
	return nil
}

func (p *Pane) markAll() tea.Cmd {
	p.list.MarkAll()
	p.remarked()
	return nil
}

func (p *Pane) invert() tea.Cmd {
	p.list.Invert()
	p.remarked()
	return nil
}

func (p *Pane) unmark() {
	p.list.Unmark()
	p.remarked()
}

// remarked has the marks drawn in the other views, too.
func (p *Pane) remarked() {
	p.companies.Redraw()
	p.drawn = false
}

// chosen are the people on whom an action works: the marked ones, else the one under
// the cursor. It is nobody where nobody is selected.
func (p *Pane) chosen() []model.PersonID {
	if marked := p.list.Marked(); len(marked) > 0 {
		return marked
	}
	if r := p.current(); r != nil {
		return []model.PersonID{r.profile.Person.ID}
	}
	return nil
}

func (p *Pane) named(ids []model.PersonID) string {
	if len(ids) == 1 {
		return p.board.rows[ids[0]].profile.Person.Name
	}
	return counted(len(ids), "person", "people")
}
