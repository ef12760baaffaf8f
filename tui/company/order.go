package company

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// staffOrders are those of who works there, the first by receptivity.
func (p *Pane) staffOrders() []pane.Order[*roster.Profile] {
	return []pane.Order[*roster.Profile]{
		{Key: "p", By: "receptivity", Word: "receptivity", Falls: true},
		pane.ByText("n", "name", "name", func(prof *roster.Profile) string { return prof.Person.Name }),
		pane.ByText("i", "title", "title", func(prof *roster.Profile) string { return prof.Latest.Title }),
		pane.ByDate("s", "since", "time in the role", func(prof *roster.Profile) model.Date { return prof.Since }).Saying("The longest first."),
		pane.ByNumber("m", "map", "rank on a map", func(prof *roster.Profile) int { return p.bestOnMap(prof.Person.ID) }).Saying("The best first."),
	}
}

// moveOrders are those of who has come and of who has gone, the first by the day.
func (p *Pane) moveOrders() []pane.Order[*roster.Move] {
	return []pane.Order[*roster.Move]{
		{Key: "d", By: "on", Word: "day", Falls: true, First: "The latest first."},
		pane.ByText("n", "name", "name", func(m *roster.Move) string { return m.Name }),
		pane.ByText("c", "where", "company", func(m *roster.Move) string { return m.Where }),
		pane.ByNumber("m", "map", "rank on a map", func(m *roster.Move) int { return p.bestOnMap(m.Person) }).Saying("The best first."),
	}
}

// bestOnMap is somebody's best rank on a map; who is on none has none.
func (p *Pane) bestOnMap(id model.PersonID) int { return cmp.Or(p.read.BestRank(id), -1) }

// ordering is that of the list that is shown.
func (p *Pane) ordering() interface {
	overlay.Ordering
	Said() string
} {
	if p.At == staff {
		return p.staffOrder
	}
	return p.moveOrder
}

// reorder opens the choice of the order.
func (p *Pane) reorder() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewOrder(p.Env, p.ordering())})
}

// OrderChoices are the orders of who works there.
func (p *Pane) OrderChoices() []action.Action { return p.staffOrder.Choices() }

// MoveOrderChoices are the orders of who has come and of who has gone.
func (p *Pane) MoveOrderChoices() []action.Action { return p.moveOrder.Choices() }
