package person

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// section is a part of the page with a heading of its own.
type section int

// The sections, in their order.
const (
	inBrief section = iota
	career
	signals
	research
	touches
	paths
	published
	skills
	summary
	notes
	news
	contact
	custom
	journal
)

// sectionNames are those of the sections in the index.
var sectionNames = [...]string{
	"in brief", "positions", "signals", "research", "touches", "warm paths", "published", "skills", "summary", "notes", "news",
	"contact", "more fields", "journal",
}

func (s section) String() string { return sectionNames[s] }

// id is an item of the page: its section, and what tells it from others there; ""
// for the heading.
type id struct {
	sec section
	key string
}

// item is something on the page: how it is drawn, and what can be done with it.
type item struct {
	draw   func(s *pane.Sheet)
	fixed  bool                        // the cursor passes over it
	edit   func() tea.Cmd              // nil: there is nothing to be changed
	remove func() tea.Cmd              // nil: it can't be taken out
	none   func() tea.Cmd              // of the research: looked, and there is nothing
	copies func() (what, value string) // nil: nothing to be copied
	whole  func(s *pane.Sheet)         // how it is drawn unfolded; nil: there is no more of it
}

// part is a section with its items.
type part struct {
	sec   section
	head  func(s *pane.Sheet) // nil: no heading
	count string              // in the index: "6", "3/6"
	add   func() tea.Cmd      // nil: nothing can be added
	ids   []id
}

// put adds an item to a part.
func (p *Pane) put(pt *part, key string, it item) {
	k := id{pt.sec, key}
	for p.items[k] != nil { // two that are alike
		k.key += "'"
	}
	p.items[k] = &it
	pt.ids = append(pt.ids, k)
}

// build makes the sections of what was read. With news what has changed is marked.
func (p *Pane) build(news bool) {
	if p.facts == nil {
		return
	}
	p.items = map[id]*item{}
	p.parts = p.parts[:0]
	for _, make := range []func() part{
		p.briefPart, p.careerPart, p.signalsPart, p.researchPart, p.touchesPart, p.pathsPart, p.publishedPart, p.skillsPart,
		p.summaryPart, p.notesPart, p.newsPart, p.contactPart, p.customPart, p.journalPart,
	} {
		pt := make()
		if pt.head != nil {
			p.items[id{sec: pt.sec}] = &item{draw: pt.head, fixed: true}
		}
		p.parts = append(p.parts, pt)
	}
	p.fill(news)
}

// fill puts the sections into the columns.
func (p *Pane) fill(news bool) {
	var cols [2][]widget.Part[id]
	for _, pt := range p.parts {
		c := p.lay.column(pt.sec)
		if pt.head != nil {
			cols[c] = append(cols[c], widget.Part[id]{ID: id{sec: pt.sec}, Fixed: true})
		}
		for _, k := range pt.ids {
			cols[c] = append(cols[c], widget.Part[id]{ID: k, Fixed: p.items[k].fixed})
		}
	}
	for i, parts := range cols {
		p.cols[i].SetParts(parts, news)
	}
	p.settle()
}

// settle sees to it that the cursor is in a column that can hold it.
func (p *Pane) settle() {
	if _, ok := p.cols[p.on].Cursor(); !ok {
		p.on = 0
	}
	for i, c := range p.cols {
		c.Focus(i == p.on)
	}
	p.Stale()
}

// current is the item under the cursor; nil where there is none.
func (p *Pane) current() *item {
	k, ok := p.cols[p.on].Cursor()
	if !ok || p.facts == nil {
		return nil
	}
	return p.items[k]
}

// here is the section of the cursor.
func (p *Pane) here() *part {
	k, ok := p.cols[p.on].Cursor()
	if !ok {
		return nil
	}
	for i := range p.parts {
		if p.parts[i].sec == k.sec {
			return &p.parts[i]
		}
	}
	return nil
}

// gutter is the cells before an item: the cursor, and the sign of what is new.
const gutter = 2

// drawItem draws an item for a width, with the cursor's bar before it.
func (p *Pane) drawItem(k id, w int, st widget.RowState) []string {
	it := p.items[k]
	if it == nil || w <= gutter {
		return nil
	}
	if it.fixed && k.key == "" {
		s := &pane.Sheet{Env: p.Env, W: w}
		it.draw(s)
		if p.lay.widths[1] > 0 && k.sec == touches { // the first of its column
			return s.Lines[1:]
		}
		return s.Lines
	}
	s := &pane.Sheet{Env: p.Env, W: w - gutter, Selected: st.Selected}
	if it.whole != nil && p.opened[k] {
		it.whole(s)
	} else {
		it.draw(s)
	}
	for i, l := range s.Lines {
		bar := widget.NewLine(nil, p.Env.Theme, st.Selected)
		switch {
		case st.Selected:
			bar.Left(theme.Accent, p.Env.Theme.Glyphs.Bar, gutter)
		case st.Marked && i == 0:
			bar.Left(theme.Warm, p.Env.Theme.Glyphs.Mark, gutter)
		default:
			bar.Left(theme.Text, "", gutter)
		}
		s.Lines[i] = string(bar.Bytes()) + l
	}
	return s.Lines
}
