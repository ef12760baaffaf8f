package talent

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// firm is a row of the companies.
type firm struct {
	roster.Workplace
	most int // how many people the largest has
	best []string
}

// firmOrders are the orders of the companies; who is employed nowhere comes last.
func firmOrders() []pane.Order[*firm] {
	by := func(key, by, word string, of func(*firm) pane.Value) pane.Order[*firm] {
		return pane.Order[*firm]{Key: key, By: by, Word: word, Of: func(f *firm) pane.Value {
			v := of(f)
			v.Unknown = f.ID == (roster.WorkplaceID{})
			return v
		}}
	}
	number := func(key, column, word string, of func(*firm) int) pane.Order[*firm] {
		return by(key, column, word, func(f *firm) pane.Value { return pane.Value{Number: float64(of(f))} }).Falling()
	}
	return []pane.Order[*firm]{
		number("p", "people", "people on the map", func(f *firm) int { return len(f.People) }),
		by("r", "rank", "mean rank", func(f *firm) pane.Value { return pane.Value{Number: f.MeanRank} }).Saying("The best first."),
		by("n", "company", "name", func(f *firm) pane.Value { return pane.Value{Text: model.NameKey(f.Name)} }).Saying("From A to Z."),
		by("e", "receptivity", "mean receptivity", func(f *firm) pane.Value { return pane.Value{Number: f.Mean} }).Falling(),
		number("h", "hot", "hot people", func(f *firm) int { return f.Hot }),
		number("t", "tenure", "median time there", func(f *firm) int { return f.Tenure }).Saying("The longest first."),
		number("g", "signals", "signals", func(f *firm) int { return len(f.Signals) }),
		number("i", "in", "who joined", func(f *firm) int { return f.In }),
		number("o", "out", "who left", func(f *firm) int { return f.Out }),
	}
}

// FirmOrderChoices are the orders of the companies.
func (p *Pane) FirmOrderChoices() []action.Action { return p.firmOrder.Choices() }

// reorderFirms orders the companies anew.
func (p *Pane) reorderFirms() {
	p.fillCompanies()
	p.stale = true
}

// fillCompanies counts the companies of the people whom the query keeps; in another view
// not before they are shown.
func (p *Pane) fillCompanies() {
	if p.view != byCompany {
		p.firms = nil
		return
	}
	people := make([]*roster.Profile, len(p.board.Map.Entries))
	for i, e := range p.board.Map.Entries {
		if r := p.board.rows[e.Person]; r != nil && p.narrow.Keeps(e.Person) {
			people[i] = r.profile
		}
	}
	all := roster.Workplaces(people, p.env.Now())
	p.firms = make(map[roster.WorkplaceID]*firm, len(all))
	rows := make([]*firm, len(all))
	for i := range all {
		rows[i] = &firm{Workplace: all[i], most: len(all[0].People), best: p.bestOf(all[i].People)}
		p.firms[all[i].ID] = rows[i]
	}
	pane.Arrange(p.firmOrder.Now(), rows, func(f *firm) *firm { return f })
	p.firmCols.Sort(p.firmOrder.Sign())
	ids := make([]roster.WorkplaceID, len(rows))
	for i, f := range rows {
		ids[i] = f.ID
	}
	p.companies.SetIDs(ids)
	p.sizeCompanies()
	p.selectCompany()
}

// sizeCompanies gives the companies the lines below their heads.
func (p *Pane) sizeCompanies() { p.companies.SetSize(p.w, max(p.h-p.headLines(), 0)) }

func (p *Pane) bestOf(ids []model.PersonID) (names []string) {
	for _, id := range ids[:min(len(ids), 3)] {
		names = append(names, p.board.rows[id].profile.Person.Name)
	}
	return names
}

// selectCompany puts the cursor of the companies on that of the person.
func (p *Pane) selectCompany() {
	if p.view != byCompany {
		return
	}
	if p.firms == nil {
		p.fillCompanies()
		return
	}
	if r := p.current(); r != nil {
		p.companies.Select(workplace(r.profile))
	}
}

// followCompany puts the list's cursor on the best ranked at the company.
func (p *Pane) followCompany() {
	id, ok := p.companies.Cursor()
	if !ok || p.firms[id] == nil {
		return
	}
	if r := p.current(); r == nil || workplace(r.profile) != id {
		p.list.Select(p.firms[id].People[0])
	}
}

func workplace(prof *roster.Profile) roster.WorkplaceID {
	if !prof.Employed {
		return roster.WorkplaceID{}
	}
	return roster.WorkplaceOf(&prof.Latest)
}

// openCompany narrows the list to the people of the company under the cursor.
func (p *Pane) openCompany() tea.Cmd {
	id, ok := p.companies.Cursor()
	if !ok {
		return nil
	}
	p.only = &only{id, p.firms[id].title()}
	p.view, p.back = asList, true
	p.refill()
	return nil
}

// only is the company to which the list is narrowed.
type only struct {
	id   roster.WorkplaceID
	name string
}

// isOf reports whether someone is at the company to which the list is narrowed.
func (p *Pane) isOf(id model.PersonID) bool {
	return p.only == nil || workplace(p.board.rows[id].profile) == p.only.id
}

// markCompany marks everyone at the company, or drops their marks.
func (p *Pane) markCompany() {
	id, ok := p.companies.Cursor()
	if !ok {
		return
	}
	people := p.firms[id].People
	all := !slices.ContainsFunc(people, func(id model.PersonID) bool { return !p.list.IsMarked(id) })
	p.list.SetMarks(people, !all)
	p.companies.Redraw()
	p.companies.Move(1)
	p.followCompany()
}

func (f *firm) title() string {
	if f.ID == (roster.WorkplaceID{}) {
		return "no present employer"
	}
	return cmp.Or(f.Name, "(no name)")
}

// firmColumns are those of the companies.
func (p *Pane) firmColumns() []widget.Column[*firm] {
	number := func(tok theme.Token, of func(*firm) string) func(*widget.Line, *firm, int) {
		return func(l *widget.Line, f *firm, w int) {
			l.Right(tok, of(f), w-1)
			l.Left(tok, "", 1)
		}
	}
	some := func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
	text := func(l *widget.Line, tok theme.Token, s string, w int) {
		l.Left(tok, widget.Cut(s, w-1, p.env.Theme.Glyphs.Ellipsis), w)
	}
	return []widget.Column[*firm]{
		{Name: "company", Head: "company", Share: 40, Most: 32, Means: "the company, by its record and not by its spelling", Draw: func(l *widget.Line, f *firm, w int) {
			tok := theme.Strong
			if f.ID == (roster.WorkplaceID{}) {
				tok = theme.Dim
			}
			text(l, tok, f.title(), w)
		}},
		{Name: "people", Head: "people", Right: true, W: 8, Means: "how many of the map work there", Draw: number(theme.Text, func(f *firm) string { return fmt.Sprint(len(f.People)) })},
		{Name: "bar", Head: "", Steps: p.barSteps(), Means: "the same as a bar", Draw: func(l *widget.Line, f *firm, w int) {
			l.Left(theme.Accent, string(widget.AppendBar(nil, float64(len(f.People))/float64(f.most), w-1, p.env.Theme)), w)
		}},
		{Name: "rank", Head: "rank", Right: true, W: 6, Means: "their mean rank", Draw: number(theme.Text, func(f *firm) string { return fmt.Sprintf("%.1f", f.MeanRank) })},
		{Name: "receptivity", Head: "recept", Right: true, Steps: []widget.Step{{From: 22, W: 7}}, Means: "their mean receptivity", Draw: number(theme.Text, func(f *firm) string { return fmt.Sprintf("%.0f", f.Mean) })},
		{Name: "hot", Head: "hot", Right: true, W: 4, Means: "how many of them are hot", Draw: number(theme.Hot, func(f *firm) string { return some(f.Hot) })},
		{Name: "tenure", Head: "tenure", Right: true, Steps: []widget.Step{{From: 26, W: 7}}, Means: "the median time that they have been there", Draw: number(theme.Dim, func(f *firm) string { return years(f.Tenure) })},
		{Name: "in", Head: "in", Right: true, Steps: []widget.Step{{From: 28, W: 4}}, Means: "how many joined within twelve months", Draw: number(theme.Good, func(f *firm) string { return some(f.In) })},
		{Name: "out", Head: "out", Right: true, Steps: []widget.Step{{From: 28, W: 4}}, Means: "how many left within twelve months", Draw: number(theme.Bad, func(f *firm) string { return some(f.Out) })},
		{Name: "signals", Head: "signals", Share: 22, From: 44, Most: 36, Means: "what is known to go on there", Draw: func(l *widget.Line, f *firm, w int) {
			kinds := make([]string, len(f.Signals))
			for i, k := range f.Signals {
				kinds[i] = string(k)
			}
			text(l, theme.Warm, strings.Join(kinds, ", "), w)
		}},
		{Name: "best", Head: "best ranked", Share: 38, From: 60, Means: "the best ranked people there", Draw: func(l *widget.Line, f *firm, w int) {
			text(l, theme.Dim, strings.Join(f.best, ", "), w)
		}},
	}
}

// barSteps give the bar room where it can be seen.
func (p *Pane) barSteps() []widget.Step {
	if p.env.Aloud {
		return nil
	}
	return []widget.Step{{From: 28, W: 9}, {From: 90, W: 17}}
}

// years is a number of months as years, to the tenth.
func years(months int) string {
	if months < 0 {
		return ""
	}
	return fmt.Sprintf("%.1f y", float64(months)/12)
}

// firmRow draws a company.
func (p *Pane) firmRow(b []byte, id roster.WorkplaceID, _ int, st widget.RowState) []byte {
	f := p.firms[id]
	st.Marked = !slices.ContainsFunc(f.People, func(id model.PersonID) bool { return !p.list.IsMarked(id) })
	l := widget.NewLine(b, p.env.Theme, st.Selected)
	bar, sign := st.Bar(p.env.Theme)
	l.Left(bar, sign, 1)
	p.firmCols.Row(&l, f)
	return l.Bytes()
}

// byCompanies draws the view.
func (p *Pane) byCompanies(lines []string) []string {
	if p.filterLines() > 0 {
		lines = append(lines, p.filterLine())
	}
	if p.companies.Len() == 0 {
		return p.nobodyMatches(lines)
	}
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Dim, "", 1)
	p.firmCols.Head(&l)
	return widget.Lines(p.companies.Lines(append(lines, string(l.Bytes()))), p.w, p.h)
}
