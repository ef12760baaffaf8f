package shortlist

import (
	"math"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// orders are those of the lists, the first as the role ranks people.
func orders() []pane.Order[*row] {
	return []pane.Order[*row]{
		{Key: "r", By: "rank", Word: "rank", First: "The best first."},
		pane.ByText("n", "name", "name", func(r *row) string { return r.prof.Person.Name }),
		pane.ByText("i", "title", "title", func(r *row) string { return r.prof.Latest.Title }),
		pane.ByText("c", "company", "company", func(r *row) string { return r.prof.Latest.Company }),
		{Key: "d", By: "changed", Word: "places won", Falls: true, Of: won},
		pane.ByNumber("s", "score", "score", func(r *row) int { return r.Score }).Falling(),
		pane.ByNumber("m", "map", "rank on a map", bestOnMap).Saying("The best first."),
		pane.ByNumber("u", "must", "must-haves that are met", func(r *row) int { return met(r.Must) }).Falling(),
		pane.ByNumber("p", "receptivity", "receptivity", func(r *row) int { return r.prof.Receptivity.Score }).Falling(),
		pane.ByText("y", "why", "the reason", whyOf),
	}
}

// won is how many places somebody has won since the list was drawn last; who is new has
// won most, and of who stands where she stood nothing is known.
func won(r *row) pane.Value {
	switch {
	case r.change == "":
		return pane.Value{Unknown: true}
	case r.was == 0:
		return pane.Value{Number: math.Inf(1)}
	}
	return pane.Value{Number: float64(r.was - r.rank)}
}

// bestOnMap is the best rank on a map of the role.
func bestOnMap(r *row) int {
	if len(r.Maps) == 0 {
		return -1
	}
	return r.Maps[0].Rank
}

// reorder opens the choice of the order.
func (p *Pane) reorder() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewOrder(p.Env, p.order)})
}

// OrderChoices are the orders of the lists.
func (p *Pane) OrderChoices() []action.Action { return p.order.Choices() }
