package talent

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is the header and the list, or what to do where there is nothing.
func (p *Pane) View() string { return strings.Join(p.Lines(), "\n") }

// Lines are the view's, kept until something changes.
func (p *Pane) Lines() []string {
	if !p.stale {
		return p.lines
	}
	p.stale = false
	switch {
	case p.board == nil:
		p.lines = widget.Lines(nil, p.w, p.h)
	case p.board.Map.ID == 0:
		p.lines = p.welcome()
	case len(p.board.Map.Entries) == 0 && p.list.Len() == 0:
		p.lines = p.empty()
	case p.view == asPicture:
		p.drawPicture()
		p.lines = p.picture(p.lines[:0])
	case p.view == byCompany:
		p.lines = p.byCompanies(p.lines[:0])
	default:
		p.lines = p.table(p.lines[:0])
	}
	return p.lines
}

func (p *Pane) table(lines []string) []string {
	if p.filterLines() > 0 {
		lines = append(lines, p.filterLine())
	}
	lines = append(lines, p.header())
	if p.list.Len() == 0 {
		return p.nobodyMatches(lines)
	}
	lines = p.list.Lines(lines)
	if p.footLines() > 0 {
		lines = append(lines, p.noteLine())
	}
	return widget.Lines(lines, p.w, p.h)
}

func (p *Pane) nobodyMatches(lines []string) []string {
	says := "  Nobody matches: {talent.clear} shows everyone."
	if n := p.benchMatches(); n > 0 {
		says = fmt.Sprintf("  Nobody matches but %d on the bench: {talent.show-bench} shows it, {talent.clear} everyone.", n)
	}
	nobody := p.env.Theme.Paint(theme.Dim, widget.Fit(p.env.Say(says), p.w, p.env.Theme.Glyphs.Ellipsis))
	return widget.Lines(append(lines, widget.Spaces(p.w), nobody), p.w, p.h)
}

func (p *Pane) filterLine() string {
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Accent, p.companyHead(), p.companyWidth())
	if p.narrow.Shown() {
		return string(l.Bytes()) + p.narrow.Line(p.w-p.companyWidth())
	}
	l.Left(theme.Dim, p.env.Say("{talent.clear} shows everyone"), p.w-p.companyWidth())
	return string(l.Bytes())
}

// companyHead is the company to which the list is narrowed.
func (p *Pane) companyHead() string {
	if p.only == nil {
		return ""
	}
	return " at " + p.only.name + "  "
}

func (p *Pane) companyWidth() int { return min(widget.Width(p.companyHead()), p.w/2) }

// Cursor is in the query that is typed.
func (p *Pane) Cursor() (x, y int, ok bool) {
	x, y, ok = p.narrow.Cursor(p.w - p.companyWidth())
	return p.companyWidth() + x, y, ok
}

func (p *Pane) header() string {
	l := widget.NewLine(nil, p.env.Theme, false)
	l.Left(theme.Dim, "", 1)
	p.cols.Head(&l)
	return string(l.Bytes())
}

// row draws one of the hundred.
func (p *Pane) row(b []byte, id model.PersonID, _ int, st widget.RowState) []byte {
	l := widget.NewLine(b, p.env.Theme, st.Selected)
	bar, sign := st.Bar(p.env.Theme)
	l.Left(bar, sign, 1)
	p.cols.Row(&l, p.board.rows[id])
	return l.Bytes()
}

// welcome is the screen of a workbench without a map: the first one, and the one
// after the first import.
func (p *Pane) welcome() []string {
	const ask = "Whom would you hire before the role opens?"
	learn := []pane.Can{{ID: "help", Does: "lists every key"}, {ID: "palette", Does: "finds every command"}}
	if p.board.some {
		return p.notice("The people are in. "+ask, "", []pane.Can{
			{ID: "talent.new", Does: "start a map: a function, a domain, a geography"},
			{ID: "find", Does: "find anyone by name, title, company, place or skill"},
			{ID: "import", Does: "import more: CSV, cards, an archive, JSON"},
			{ID: "imports", Does: "what each import brought"},
		}, learn)
	}
	return p.notice(ask, "", []pane.Can{
		{ID: "import", Does: "import a file of people: CSV, cards, an archive, JSON"},
		{ID: "sample", Does: "load the sample: 120 made-up people to try things on"},
		{ID: "talent.new", Does: "start a map: a function, a domain, a geography"},
	}, learn)
}

// empty is a map without people.
func (p *Pane) empty() []string {
	what := segment(&p.board.Map)
	if what == p.board.Map.Name {
		what = ""
	}
	return p.notice(p.board.Map.Name+" is empty.", what, []pane.Can{
		{ID: "talent.add", Does: "find someone and put them on the map"},
		{ID: "import", Does: "import a file of people first"},
		{ID: "talent.switch", Does: "another map"},
		{ID: "talent.edit", Does: "change what it is for"},
	})
}

// notice is a few lines in the upper third: a title, more about it, and what can be
// done, group by group.
func (p *Pane) notice(title, more string, can ...[]pane.Can) []string {
	s := &pane.Sheet{Env: p.env, W: p.w, Right: 1}
	s.Text(theme.Strong, "  "+title)
	if more != "" {
		s.Text(theme.Dim, "  "+more)
	}
	for _, group := range can {
		s.Gap()
		s.Can(2, group...)
	}
	gap := max((p.h-len(s.Lines))/3, 0)
	if p.env.Aloud {
		gap = 0
	}
	above := make([]string, gap, p.h)
	for i := range above {
		above[i] = widget.Spaces(p.w)
	}
	return widget.Lines(append(above, s.Lines...), p.w, p.h)
}
