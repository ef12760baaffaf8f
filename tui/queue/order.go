package queue

import (
	"math"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// waiting is somebody of the queue as the index knows her: all of the queue is ordered,
// and only the first of it is read in full.
type waiting struct {
	*roster.Row
	reasons []scoring.Reason
	today   model.Date
}

// orders are those within a kind, the first as the queue ranks people. A kind keeps its
// place.
func orders() []pane.Order[*waiting] {
	return []pane.Order[*waiting]{
		{Key: "r", By: "rank", Word: "rank", First: "The best first."},
		pane.ByText("n", "name", "name", func(w *waiting) string { return w.Card.Name }),
		pane.ByText("i", "title", "title", func(w *waiting) string { return w.Card.Title }),
		pane.ByText("c", "company", "company", func(w *waiting) string { return w.Card.Company }),
		pane.ByText("l", "place", "place", func(w *waiting) string { return w.Card.Location }),
		pane.ByText("a", "state", "state", func(w *waiting) string { return string(w.Card.State) }),
		pane.ByText("o", "owner", "owner", func(w *waiting) string { return w.Card.Owner }),
		pane.ByDate("s", "since", "the day of the first reason", func(w *waiting) model.Date { return w.reasons[0].Since }),
		{Key: "u", By: "until", Word: "days that are left", First: "The fewest first.", Of: func(w *waiting) pane.Value {
			days, _, ok := left(w.reasons, &w.Next, w.today)
			return pane.Value{Number: float64(days), Unknown: !ok}
		}},
		pane.ByDate("d", "touched", "last touch", func(w *waiting) model.Date {
			if w.Card.LastTouch.IsZero() {
				return 0
			}
			return model.DateOf(w.Card.LastTouch)
		}).Falling(),
		pane.ByNumber("p", "receptivity", "receptivity", func(w *waiting) int { return w.Next.Score }).Falling(),
	}
}

// arrange orders the rows of each kind, and gives the first of them, as many as most, and
// behind those whoever is marked of the others: she would lose her mark.
func (want *asked) arrange(rows []roster.Row, most int) []roster.Row {
	if want.natural() {
		return rows
	}
	all := make([]*waiting, len(rows))
	for i := range rows {
		r := &rows[i]
		all[i] = &waiting{r, r.Next.Reasons(r.Card.Company, want.now), model.DateOf(want.now)}
	}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Next.Class == all[from].Next.Class {
			to++
		}
		pane.Arrange(want.order, all[from:to], func(w *waiting) *waiting { return w })
		from = to
	}
	marked := make(map[model.PersonID]bool, len(want.marked))
	for _, id := range want.marked {
		marked[id] = true
	}
	out := make([]roster.Row, 0, min(most, len(all))+len(marked))
	for i, w := range all {
		if i < most || marked[w.Card.ID] {
			out = append(out, *w.Row)
		}
	}
	return out
}

// natural reports whether the rows come from the index as they are ordered.
func (want *asked) natural() bool { return want.order.Of == nil && !want.order.Turned }

// rows is how many are asked of the index: all, where they are to be ordered.
func (want *asked) rows() int {
	if want.natural() {
		return want.limit
	}
	return math.MaxInt
}

// reordered reads the queue again, in the order that holds now.
func (p *Pane) reordered() tea.Cmd {
	p.afresh = true
	return p.Load()
}

// reorder opens the choice of the order.
func (p *Pane) reorder() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewOrder(p.env, p.order)})
}

// OrderChoices are the orders within a kind.
func (p *Pane) OrderChoices() []action.Action { return p.order.Choices() }
