package queue

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "queue.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current().profile.Person.ID, Among: &pane.Among{Name: "queue", IDs: slices.Clone(p.list.IDs())}})
		}},
		{ID: "queue.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.Write{ID: p.current().profile.Person.ID})
		}},
		{ID: "queue.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.Why{Profile: p.current().profile})
		}},
		{ID: "queue.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Why: p.nobody, Run: func() tea.Cmd {
			per := &p.current().profile.Person
			return pane.Request(pane.AddToMap{ID: per.ID, Name: per.Name})
		}},
	}
	return append(acts, pane.Moves("queue", p.list)...)
}

// WalkTo puts the cursor on somebody, as the page that was opened from here shows her.
func (p *Pane) WalkTo(id model.PersonID) {
	p.list.Select(id)
	p.stale = true
}

func (p *Pane) nobody() string {
	if p.current() == nil {
		return "the queue is empty"
	}
	return ""
}
