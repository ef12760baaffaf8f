package person

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
)

// addNote asks for a note.
func (p *Pane) addNote() tea.Cmd {
	return p.ask("A note on "+p.profile.Person.Name, "noted", []overlay.Field{{Label: "note", Hint: "what the team should know"}}, func(v []string) (do, error) {
		text := model.CleanLine(v[0])
		if text == "" {
			return nil, wrong(0, errors.New("the note is empty: type it, or leave"))
		}
		return func(st Store, who store.Act) (store.Acted, error) { return st.AddNote(who, text) }, nil
	})
}
