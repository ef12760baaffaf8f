package tui

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/roles"
	"talentmap/tui/shortlist"
)

func (r *Root) openRoles() tea.Cmd {
	return r.openPage(roles.New(r.ctx, r.env, roles.Deps{Store: r.cfg.Store, Weights: r.cfg.Weights}))
}

func (r *Root) inRoles() string {
	if _, ok := r.under().(*roles.Pane); ok {
		return "these are the roles"
	}
	return ""
}

func (r *Root) openRole(msg pane.OpenRole) tea.Cmd {
	return r.openPage(shortlist.New(r.ctx, r.env, shortlist.Deps{
		Store: r.cfg.Store, Weights: r.cfg.Weights, Index: r.cfg.Roster, Finder: adder{r},
	}, msg.ID))
}

// FindOne lists the people that match what is typed; the choice closes it.
func (a adder) FindOne(title string, pick func(model.PersonID) tea.Cmd) pane.Overlay {
	return a.r.finder(title, func(m *roster.Match) overlay.Item {
		id := m.Card.ID
		return overlay.Item{Run: func() tea.Cmd { return pick(id) }}
	})
}
