package companies

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
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
}

func (p *Pane) columns() []widget.Column[*company] {
	text := func(of func(*company) string) func(*widget.Line, *company, int) {
		return func(l *widget.Line, c *company, w int) {
			l.Left(theme.Dim, widget.Cut(of(c), w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}
	}
	number := func(tok theme.Token, of func(*company) int) func(*widget.Line, *company, int) {
		return func(l *widget.Line, c *company, w int) {
			text, tok := fmt.Sprint(of(c)), tok
			if of(c) <= 0 {
				text, tok = p.Env.Theme.Glyphs.Dot, theme.Dim
			}
			l.Right(tok, text, w-1)
			l.Left(theme.Text, "", 1)
		}
	}
	return []widget.Column[*company]{
		{Name: "company", Head: "company", Share: 60, Means: "the name", Draw: func(l *widget.Line, c *company, w int) {
			tok := theme.Text
			if c.Locked(p.Env.Now()) {
				tok = theme.Dim
			}
			l.Left(tok, widget.Cut(c.Name, w-1, p.Env.Theme.Glyphs.Ellipsis), w)
		}},
		{Name: "place", Head: "place", Share: 30, From: 40, Means: "where it is", Draw: text(func(c *company) string { return c.Location })},
		{Name: "people", Head: "people", Right: true, W: 8, Means: "who works there, as far as you know", Draw: number(theme.Text, func(c *company) int { return c.People })},
		{Name: "former", Head: "former", Right: true, Steps: []widget.Step{{From: 60, W: 8}}, Means: "who worked there, and does no longer", Draw: number(theme.Dim, (*company).former)},
		{Name: "came", Head: "came", Right: true, Steps: []widget.Step{{From: 52, W: 6}}, Means: "who came within twelve months", Draw: number(theme.Text, func(c *company) int { return c.Joined })},
		{Name: "mapped", Head: "mapped", Right: true, Steps: []widget.Step{{From: 30, W: 8}}, Means: "of those, on talent maps", Draw: number(theme.Text, func(c *company) int { return c.OnMaps })},
		{Name: "rank", Head: "rank", Right: true, Steps: []widget.Step{{From: 46, W: 6}}, Means: "the mean of their best ranks there", Draw: number(theme.Text, func(c *company) int { return c.Rank })},
		{Name: "tenure", Head: "months", Right: true, Steps: []widget.Step{{From: 56, W: 8}}, Means: "the median of their months there", Draw: number(theme.Dim, func(c *company) int { return c.Tenure })},
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

// orders are the ways in which the list is sorted, each by a column's name; numbers
// begin with the largest, but ranks with the best.
func orders() []order {
	number := func(name string, of func(*company) int) order {
		return order{name, func(a, b *company) int { return cmp.Compare(of(b), of(a)) }}
	}
	return []order{
		number("people", func(c *company) int { return c.People }),
		{"company", func(a, b *company) int { return cmp.Compare(model.NameKey(a.Name), model.NameKey(b.Name)) }},
		{"place", func(a, b *company) int { return cmp.Compare(a.Location, b.Location) }},
		number("former", (*company).former),
		number("came", func(c *company) int { return c.Joined }),
		number("mapped", func(c *company) int { return c.OnMaps }),
		{"rank", func(a, b *company) int {
			return cmp.Compare(cmp.Or(a.Rank, model.MapSize+1), cmp.Or(b.Rank, model.MapSize+1))
		}},
		number("tenure", func(c *company) int { return c.Tenure }),
		number("hot", func(c *company) int { return c.Hot }),
		number("signals", func(c *company) int { return c.signals }),
	}
}

type order struct {
	name    string
	compare func(a, b *company) int
}

// sort puts the companies into the order that was chosen.
func (p *Pane) sort() {
	if p.read == nil {
		return
	}
	by := orders()[0]
	for _, o := range orders() {
		if o.name == p.by {
			by = o
		}
	}
	slices.SortFunc(p.read.ids, func(a, b model.CompanyID) int {
		x, y := p.read.of[a], p.read.of[b]
		c := by.compare(x, y)
		if p.reverse {
			c = -c
		}
		return cmp.Or(c, cmp.Compare(y.People, x.People), cmp.Compare(y.ever, x.ever), cmp.Compare(a, b))
	})
	p.all.SetIDs(p.read.ids)
}

// order has the column chosen by which the list is sorted; the same once more
// turns it round.
func (p *Pane) order() tea.Cmd {
	var items []overlay.Item
	for _, o := range orders() {
		note := ""
		if o.name == p.by {
			note = "once more: the other way round"
		}
		items = append(items, overlay.Item{Title: o.name, Note: note, Run: func() tea.Cmd {
			p.reverse = o.name == p.by && !p.reverse
			p.by = o.name
			p.sort()
			p.all.Home()
			p.Stale()
			return nil
		}})
	}
	return pane.Request(pane.Show{Overlay: overlay.NewPicker(p.Env, "Order by", "which column?", func(q string) []overlay.Item { return overlay.Filter(items, q) })})
}

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
