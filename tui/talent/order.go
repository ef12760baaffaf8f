package talent

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// order is how the list is ordered. The zero order is that of the ranks.
type order struct {
	by   string // the name of a column; "": by rank
	back bool   // the other way round than that column is first ordered
}

// sorter orders rows by one column. What is not known comes last, whichever way.
type sorter struct {
	key, by, word string
	down          bool // the highest first, where nobody has turned it
	of            func(*row) (n int, text string)
}

// unknown is a number that orders last.
const unknown = -1

// sorters are the orders that a person can choose, the first that of the ranks.
func sorters() []sorter {
	number := func(of func(*row) int) func(*row) (int, string) {
		return func(r *row) (int, string) { return of(r), "" }
	}
	text := func(of func(*row) string) func(*row) (int, string) {
		return func(r *row) (int, string) {
			s := model.NameKey(of(r))
			if s == "" {
				return unknown, ""
			}
			return 0, s
		}
	}
	date := func(of func(*row) model.Date) func(*row) (int, string) {
		return number(func(r *row) int { return dated(of(r)) })
	}
	return []sorter{
		{key: "r", word: "rank"},
		{key: "t", by: "tier", word: "tier", of: number(func(r *row) int { return tierOrder(r.tier) })},
		{key: "f", by: "fit", word: "fit", down: true, of: number(func(r *row) int { return r.fit.Score })},
		{key: "p", by: "receptivity", word: "receptivity", down: true, of: number(func(r *row) int { return r.profile.Receptivity.Score })},
		{key: "j", by: "trajectory", word: "trajectory", of: number(func(r *row) int { return trendOrder(r.profile.Trend) })},
		{key: "n", by: "name", word: "name", of: text(func(r *row) string { return r.profile.Person.Name })},
		{key: "i", by: "title", word: "title", of: text(func(r *row) string { return r.profile.Latest.Title })},
		{key: "c", by: "company", word: "company", of: text(func(r *row) string { return r.profile.Latest.Company })},
		{key: "s", by: "since", word: "time in the role", of: date(func(r *row) model.Date { return r.profile.Since })},
		{key: "v", by: "level", word: "level", down: true, of: number(func(r *row) int { return cmp.Or(r.level, unknown) })},
		{key: "l", by: "place", word: "place", of: text(func(r *row) string { return r.profile.Person.Location })},
		{key: "a", by: "state", word: "state", of: text(func(r *row) string { return string(r.profile.Person.Outreach.Current()) })},
		{key: "x", by: "next", word: "next date", of: date(func(r *row) model.Date { return r.profile.Person.Outreach.Next })},
		{key: "o", by: "owner", word: "owner", of: text(func(r *row) string { return r.profile.Person.Outreach.Owner })},
		{key: "d", by: "touched", word: "last touch", down: true, of: date(lastTouch)},
		{key: "g", by: "signals", word: "signals that count", down: true, of: number(func(r *row) int { return r.signals })},
	}
}

func dated(d model.Date) int {
	if !d.Known() {
		return unknown
	}
	return int(d)
}

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

func (s *sorter) compare(a, b *row, back bool) int {
	an, at := s.of(a)
	bn, bt := s.of(b)
	switch {
	case an == unknown && bn == unknown:
		return 0
	case an == unknown:
		return 1
	case bn == unknown:
		return -1
	}
	c := cmp.Or(cmp.Compare(an, bn), strings.Compare(at, bt))
	if back {
		return -c
	}
	return c
}

// sorter is that of the order, nil for the ranks.
func (p *Pane) sorter() *sorter {
	i := slices.IndexFunc(p.sorts, func(s sorter) bool { return s.by == p.order.by })
	if i <= 0 {
		return nil
	}
	return &p.sorts[i]
}

// sort orders people, who come by rank; those who are equal stay so.
func (p *Pane) sort(ids []model.PersonID) {
	s := p.sorter()
	if s == nil {
		if p.order.back {
			slices.Reverse(ids)
		}
		return
	}
	slices.SortStableFunc(ids, func(a, b model.PersonID) int {
		return s.compare(p.board.rows[a], p.board.rows[b], s.down != p.order.back)
	})
}

// falling reports whether the highest is on top.
func (p *Pane) falling() bool {
	s := p.sorter()
	return s != nil && s.down != p.order.back || s == nil && p.order.back
}

// showOrder puts the sign of the order at the head of its column.
func (p *Pane) showOrder() {
	name := cmp.Or(p.order.by, "rank")
	if p.order == (order{}) {
		name = ""
	}
	p.cols.Sort(name, p.orderSign(p.falling()))
}

func (p *Pane) orderSign(falling bool) string {
	if falling {
		return p.env.Theme.Glyphs.Down
	}
	return p.env.Theme.Glyphs.Up
}

// reorder opens the choice of the order; the same once more turns it round.
func (p *Pane) reorder() tea.Cmd {
	choices, at := p.OrderChoices(), p.order.by
	if p.view == byCompany {
		choices, at = p.FirmOrderChoices(), p.firmOrder.by
	}
	i := slices.IndexFunc(choices, func(a action.Action) bool { return strings.HasSuffix(a.ID, "."+cmp.Or(at, first(choices))) })
	return pane.Request(pane.Show{Overlay: overlay.NewMenu(p.env, "Order by", choices).At(i)})
}

// first is the name of the first order.
func first(choices []action.Action) string {
	_, name, _ := strings.Cut(choices[0].ID, ".")
	return name
}

// OrderChoices are the orders of the list.
func (p *Pane) OrderChoices() []action.Action {
	all := make([]action.Action, len(p.sorts))
	for i, s := range p.sorts {
		all[i] = p.orderChoice("order."+cmp.Or(s.by, "rank"), s.key, s.word, s.by == p.order.by, p.falling(), func() { p.orderBy(s.by) })
	}
	return all
}

// orderChoice is one order to choose; of the one that holds it says which way it is.
func (p *Pane) orderChoice(id, key, word string, holds, falling bool, run func()) action.Action {
	long := "Order by " + word + "."
	if holds {
		long = strings.TrimSpace(p.orderSign(falling) + " Once more: the other way round.")
	}
	return action.Action{ID: id, Group: "order", Short: word, Long: long, Keys: []string{key}, Run: func() tea.Cmd {
		run()
		return nil
	}}
}

// orderBy orders the list by a column, or, by the same as it is, the other way round.
func (p *Pane) orderBy(by string) {
	if p.order.by == by {
		p.order.back = !p.order.back
	} else {
		p.order = order{by: by}
	}
	p.refill()
}

// natural reports whether the list shows the ranks from the first.
func (p *Pane) natural() bool { return p.order == (order{}) }

// parts are the headings between the rows: tiers where the order follows them, and
// the bench.
func (p *Pane) parts(ids, bench []model.PersonID) (parts []widget.Heading[model.PersonID]) {
	if p.order.by == "tier" || p.natural() && p.board.Map.InTiers() {
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
