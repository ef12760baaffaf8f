package talent

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// orders are those of the list, the first that of the ranks.
func orders() []pane.Order[*row] {
	person := func(r *row) *model.Person { return &r.profile.Person }
	return []pane.Order[*row]{
		{Key: "r", By: "rank", Word: "rank", First: "The best first."},
		pane.ByNumber("t", "tier", "tier", func(r *row) int { return tierOrder(r.tier) }).Saying("Tier A first."),
		pane.ByNumber("f", "fit", "fit", func(r *row) int { return r.fit.Score }).Falling(),
		pane.ByNumber("p", "receptivity", "receptivity", func(r *row) int { return r.profile.Receptivity.Score }).Falling(),
		pane.ByNumber("j", "trajectory", "trajectory", func(r *row) int { return trendOrder(r.profile.Trend) }).Saying("Those who grow first."),
		pane.ByText("n", "name", "name", func(r *row) string { return person(r).Name }),
		pane.ByText("i", "title", "title", func(r *row) string { return r.profile.Latest.Title }),
		pane.ByText("c", "company", "company", func(r *row) string { return r.profile.Latest.Company }),
		pane.ByDate("s", "since", "time in the role", func(r *row) model.Date { return r.profile.Since }).Saying("The longest first."),
		pane.ByNumber("v", "level", "level", func(r *row) int { return cmp.Or(r.level, unknown) }).Falling(),
		pane.ByText("l", "place", "place", func(r *row) string { return person(r).Location }),
		pane.ByText("a", "state", "state", func(r *row) string { return string(person(r).Outreach.Current()) }),
		pane.ByDate("x", "next", "next date", func(r *row) model.Date { return person(r).Outreach.Next }),
		pane.ByText("o", "owner", "owner", func(r *row) string { return person(r).Outreach.Owner }),
		pane.ByDate("d", "touched", "last touch", lastTouch).Falling(),
		pane.ByNumber("g", "signals", "signals that count", func(r *row) int { return r.signals }).Falling(),
	}
}

// unknown is a number that orders last.
const unknown = -1

func tierOrder(t model.Tier) int {
	if t == model.NoTier {
		return unknown
	}
	return int(t)
}

// trendOrder has those who grow first.
func trendOrder(t scoring.Trend) int {
	if t == scoring.TrendUnknown {
		return unknown
	}
	return int(t)
}

// lastTouch is the day of the last touch.
func lastTouch(r *row) model.Date {
	if n := len(r.profile.Touches); n > 0 {
		return model.DateOf(r.profile.Touches[n-1].At)
	}
	return 0
}

// sort orders people, who come by rank.
func (p *Pane) sort(ids []model.PersonID) {
	pane.Arrange(p.order.Now(), ids, func(id model.PersonID) *row { return p.board.rows[id] })
}

// reorder opens the choice of the order.
func (p *Pane) reorder() tea.Cmd {
	var o overlay.Ordering = p.order
	if p.view == byCompany {
		o = p.firmOrder
	}
	return pane.Request(pane.Show{Overlay: overlay.NewOrder(p.env, o)})
}

// OrderChoices are the orders of the list.
func (p *Pane) OrderChoices() []action.Action { return p.order.Choices() }

// parts are the headings between the rows: tiers where the order follows them, and
// the bench.
func (p *Pane) parts(ids, bench []model.PersonID) (parts []widget.Heading[model.PersonID]) {
	if p.order.Now().By == "tier" || p.order.Natural() && p.board.Map.InTiers() {
		for i, id := range ids {
			t := p.board.rows[id].tier
			if i == 0 || p.board.rows[ids[i-1]].tier != t {
				parts = append(parts, widget.Heading[model.PersonID]{First: id, Head: p.heading(p.tierHead(ids[i:], t))})
			}
		}
	}
	if len(bench) > 0 {
		parts = append(parts, widget.Heading[model.PersonID]{First: bench[0], Head: p.heading(counted(len(p.board.Map.Bench), "on the bench", "on the bench"))})
	}
	return parts
}

func (p *Pane) tierHead(ids []model.PersonID, t model.Tier) string {
	n := 0
	for n < len(ids) && p.board.rows[ids[n]].tier == t {
		n++
	}
	if t == model.NoTier {
		return counted(n, "without a tier", "without a tier")
	}
	return "tier " + t.String() + ", " + counted(n, "person", "people")
}
