package companies

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// listName is the name of the list's columns in a person's settings.
const listName = "companies"

// Columns names the columns that the list can show.
func (p *Pane) Columns() widget.Listed { return p.cols.Listed(listName) }

func (p *Pane) showColumns() {
	p.cols = widget.NewColumns(p.columns()...)
	p.cols.Show(p.Env.Columns[listName])
	p.cols.Sort(p.order.Mark())
}

func (p *Pane) columns() []widget.Column[*company] {
	text := func(of func(*company) string) func(*widget.Line, *company, int) {
		return func(l *widget.Line, c *company, w int) {
			l.Left(theme.Dim, widget.Cut(of(c), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}
	}
	number := func(tok theme.Token, of func(*company) int) func(*widget.Line, *company, int) {
		return func(l *widget.Line, c *company, w int) {
			text := p.Env.Theme.Glyphs.None
			if n := of(c); n > 0 {
				text = fmt.Sprint(n)
			}
			l.Right(tok, text, w-1)
			l.Left(theme.Text, "", 1)
		}
	}
	return []widget.Column[*company]{
		{Name: "company", Head: "company", Share: 56, Most: 36, Means: "the name", Draw: func(l *widget.Line, c *company, w int) {
			tok := theme.Text
			if c.Locked(p.Env.Now()) {
				tok = theme.Dim
			}
			l.Left(tok, widget.Cut(c.Name, w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}},
		{Name: "place", Head: "place", Share: 44, From: 40, Most: 36, Means: "where it is", Draw: text(func(c *company) string { return c.Location })},
		{Name: "people", Head: "people", Right: true, W: 8, Means: "who works there, as far as you know", Draw: number(theme.Text, func(c *company) int { return c.People })},
		{Name: "former", Head: "former", Right: true, Steps: []widget.Step{{From: 60, W: 8}}, Means: "who worked there, and does no longer", Draw: number(theme.Text, (*company).former)},
		{Name: "came", Head: "came", Right: true, Steps: []widget.Step{{From: 52, W: 6}}, Means: "who came within twelve months", Draw: number(theme.Text, func(c *company) int { return c.Joined })},
		{Name: "mapped", Head: "mapped", Right: true, Steps: []widget.Step{{From: 30, W: 8}}, Means: "of those, on talent maps", Draw: number(theme.Text, func(c *company) int { return c.OnMaps })},
		{Name: "rank", Head: "rank", Right: true, Steps: []widget.Step{{From: 46, W: 6}}, Means: "the mean of their best ranks there", Draw: number(theme.Text, func(c *company) int { return c.Rank })},
		{Name: "tenure", Head: "months", Right: true, Steps: []widget.Step{{From: 56, W: 8}}, Means: "the median of their months there", Draw: number(theme.Text, func(c *company) int { return c.Tenure })},
		{Name: "hot", Head: "hot", Right: true, Steps: []widget.Step{{From: 26, W: 5}}, Means: "of those, hot by receptivity", Draw: number(theme.Hot, func(c *company) int { return c.Hot })},
		{Name: "signals", Head: "signals", Right: true, W: 8, Means: "signals at the company", Draw: number(theme.Warm, func(c *company) int { return c.signals })},
		{Name: "lock", Head: "lock", Extra: true, Steps: []widget.Step{{From: 40, W: 16}}, Means: "do-not-contact, while it holds", Draw: text(func(c *company) string {
			if c.Locked(p.Env.Now()) {
				return string(c.Lock)
			}
			return ""
		})},
	}
}

// former is who worked there and does no longer.
func (c *company) former() int { return max(c.ever-c.People, 0) }

// orders are those of the list, the first by people: numbers begin with the largest,
// but ranks with the best.
func orders() []pane.Order[*company] {
	number := func(key, by, word string, of func(*company) int) pane.Order[*company] {
		return pane.ByNumber(key, by, word, of).Falling()
	}
	return []pane.Order[*company]{
		{Key: "p", By: "people", Word: "people", Falls: true},
		pane.ByText("c", "company", "company", func(c *company) string { return c.Name }),
		pane.ByText("l", "place", "place", func(c *company) string { return c.Location }),
		number("f", "former", "former", (*company).former),
		number("m", "came", "who came", func(c *company) int { return c.Joined }),
		number("o", "mapped", "on maps", func(c *company) int { return c.OnMaps }),
		pane.ByNumber("r", "rank", "mean rank", func(c *company) int { return cmp.Or(c.Rank, -1) }).Saying("The best first."),
		number("t", "tenure", "median months there", func(c *company) int { return c.Tenure }).Saying("The longest first."),
		number("h", "hot", "hot people", func(c *company) int { return c.Hot }),
		number("g", "signals", "signals", func(c *company) int { return c.signals }),
	}
}

// sort puts the companies into the order that was chosen. As at first those with most
// people stand on top, of those with as many the ones where most worked once.
func (p *Pane) sort() {
	if p.read == nil {
		return
	}
	of := func(id model.CompanyID) *company { return p.read.of[id] }
	slices.SortFunc(p.read.ids, func(a, b model.CompanyID) int {
		x, y := of(a), of(b)
		return cmp.Or(cmp.Compare(y.People, x.People), cmp.Compare(y.ever, x.ever), cmp.Compare(a, b))
	})
	pane.Arrange(p.order.Now(), p.read.ids, of)
	p.cols.Sort(p.order.Mark())
	p.all.SetIDs(p.read.ids)
}

// reordered shows the first of the companies in another order.
func (p *Pane) reordered() {
	p.sort()
	p.all.Home()
	p.Stale()
}

// reorder opens the choice of the order.
func (p *Pane) reorder() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewOrder(p.Env, p.order)})
}

// OrderChoices are the orders of the list.
func (p *Pane) OrderChoices() []action.Action { return p.order.Choices() }

// mostFound is how many companies a name finds.
const mostFound = 100

// narrow finds a company by its name, an alias or a domain, and opens it.
func (p *Pane) narrow() tea.Cmd {
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.Env, "Companies", "a name, an alias, a domain or a place", func(q string) (items []overlay.Item) {
		key := model.NameKey(q)
		for _, id := range p.read.ids {
			c := p.read.of[id]
			if !c.called(key) {
				continue
			}
			items = append(items, overlay.Item{Title: c.Name, Note: fmt.Sprintf("%s · %s", people(c.People), c.Location), Run: func() tea.Cmd {
				p.all.Select(id)
				p.Stale()
				return pane.Request(pane.OpenCompany{ID: id})
			}})
			if len(items) == mostFound {
				break
			}
		}
		return items
	})})
}

// called reports whether a folded text is in what the company is called, or in its
// place.
func (c *company) called(key string) bool {
	return has(c.Name, key) || has(c.Domain, key) || has(c.Location, key) || slices.ContainsFunc(c.Aliases, func(a string) bool { return has(a, key) })
}

func has(text, key string) bool { return strings.Contains(model.NameKey(text), key) }
