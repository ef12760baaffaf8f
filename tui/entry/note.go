package entry

import (
	"errors"
	"strings"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// noteRows is how much of a text is in view.
const noteRows = 6

// Note puts a note under those that there are.
func (d *Desk) Note(sel pane.Selected) pane.Overlay {
	fields := []overlay.Field{{Label: "Note", Hint: "what the team should know", Rows: noteRows}}
	return d.form("Note on "+name(sel), fields, func(v []string) (func() (pane.Acted, error), error) {
		text := strings.TrimSpace(model.CleanText(v[0]))
		if text == "" {
			return nil, errors.New("there is no note yet: type it, or leave with " + d.env.Say("{form.cancel}"))
		}
		return func() (pane.Acted, error) {
			return d.make(pane.Change{
				To:   sel.People,
				Do:   func(who store.Act) (store.Acted, error) { return d.deps.Store.AddNote(who, text) },
				Told: func(whom string) string { return "noted on " + whom },
			})
		}, nil
	})
}
