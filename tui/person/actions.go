package person

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "person.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Write{ID: p.person})
		}},
		{ID: "person.why", Group: "person", Short: "why", Long: "Show what the receptivity score is made of.", Keys: []string{"w"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			return pane.Request(pane.Why{Profile: p.profile})
		}},
		{ID: "person.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			per := &p.profile.Person
			return pane.Request(pane.AddToMap{ID: per.ID, Name: per.Name})
		}},
		{ID: "person.close", Group: "person", Short: "back", Long: "Close the page.", Keys: []string{"esc", "h", "left", "backspace"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Close{})
		}},
	}
	return append(acts, pane.Moves("person", p)...)
}

func (p *Pane) unread() string {
	if p.profile == nil {
		return "the person is being read"
	}
	return ""
}
