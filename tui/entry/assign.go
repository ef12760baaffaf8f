package entry

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// Assign hands people over to a colleague: one who is known, or whoever is typed.
func (d *Desk) Assign(sel pane.Selected) pane.Overlay {
	known := d.colleagues()
	return overlay.NewPicker(d.env, "Hand over "+name(sel), "to whom? a name, or choose below", func(text string) []overlay.Item {
		return d.assignees(sel, known, model.CleanLine(text))
	}).Snug()
}

// colleagues are those who are in touch with anybody, and the user first.
func (d *Desk) colleagues() []string {
	all := slices.DeleteFunc(d.deps.Index.Snapshot().Owners(), func(s string) bool { return s == d.env.User })
	return slices.Insert(all, 0, d.env.User)
}

func (d *Desk) assignees(sel pane.Selected, known []string, text string) (items []overlay.Item) {
	owner := ""
	if sel.Profile != nil {
		owner = sel.Profile.Person.Outreach.Owner
	}
	item := func(title, to, note string) overlay.Item {
		it := overlay.Item{Title: title, Note: note, Run: func() tea.Cmd { return d.now(d.assigned(sel, to)) }}
		if sel.Profile != nil && to == owner {
			it.Off = "she is already"
		}
		return it
	}
	exact := false
	for _, who := range known {
		note := ""
		if who == d.env.User {
			note = "you"
		}
		if strings.HasPrefix(strings.ToLower(who), strings.ToLower(text)) {
			items = append(items, item(who, who, note))
		}
		exact = exact || strings.EqualFold(who, text)
	}
	if text != "" && !exact {
		items = append(items, item(text, text, "a name that nobody has been in touch under"))
	}
	if strings.HasPrefix("nobody", strings.ToLower(text)) && (owner != "" || sel.Profile == nil) {
		items = append(items, item("nobody", "", "let her go: whoever writes first has her"))
	}
	return items
}

func (d *Desk) assigned(sel pane.Selected, to string) pane.Change {
	return pane.Change{
		Settles: true,
		To:      sel.People,
		Do:      func(who store.Act) (store.Acted, error) { return d.deps.Store.Assign(who, to) },
		Told: func(whom string) string {
			if to == "" {
				return "let go of " + whom
			}
			return fmt.Sprintf("handed %s over to %s", whom, to)
		},
	}
}
