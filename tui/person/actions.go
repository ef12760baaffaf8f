package person

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
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
		{ID: "person.edit", Group: "person", Short: "edit", Long: "Change name, place, positions, contact, skills and notes.", Keys: []string{"e"}, Footer: true, Why: p.unread, Run: func() tea.Cmd {
			return pane.Request(pane.Show{Overlay: newEditing(p.env, p.deps.Store, p.profile.Person)})
		}},
		{ID: "person.dossier", Group: "person", Short: "dossier", Long: "Read everything held about the person, with the source of each part.", Keys: []string{"D"}, Why: p.unread, Run: func() tea.Cmd {
			return p.readDossier(func(d *store.Dossier) pane.Overlay {
				return overlay.NewReader(p.env, "Dossier of "+d.Person.Name, dossierLines(p.env, d))
			})
		}},
		{ID: "person.erase", Group: "person", Short: "erase", Long: "Erase the person for good, at her request: shows what goes and has you type her family name.", Keys: []string{"X"}, Danger: true, Ask: p.askErase, Why: p.unread, Run: func() tea.Cmd {
			return p.readDossier(func(d *store.Dossier) pane.Overlay { return newErasing(p.env, p.deps.Store, d) })
		}},
		{ID: "person.close", Group: "person", Short: "back", Long: "Close the page.", Keys: []string{"esc", "h", "left", "backspace"}, Footer: true, Run: func() tea.Cmd {
			return pane.Request(pane.Close{})
		}},
	}
	return append(acts, pane.Moves("person", p)...)
}

func (p *Pane) unread() string {
	switch {
	case p.gone:
		return "the person is no longer there"
	case p.profile == nil:
		return "the person is being read"
	}
	return ""
}

func (p *Pane) askErase() string {
	per := &p.profile.Person
	return fmt.Sprintf("Erase %s (%s) for good, with %s and all else that is held? You will see what goes before it does.",
		per.Name, per.ID, count(len(p.profile.Touches), "touch", "touches"))
}
