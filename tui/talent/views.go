package talent

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// view is how the map is looked at. The person under the cursor is the same in all.
type view int

// The views, in the order in which one goes through them.
const (
	asList view = iota
	asPicture
	byCompany
	views
)

// mover moves the cursor through whatever view is shown.
type mover struct{ p *Pane }

// Move goes on by n rows, dots or companies.
func (m mover) Move(n int) {
	switch p := m.p; p.view {
	case asPicture:
		p.plot.Move(n)
		p.followPlot()
	case byCompany:
		p.companies.Move(n)
		p.followCompany()
	default:
		p.list.Move(n)
	}
}

// Page goes on by n half pages.
func (m mover) Page(n int) {
	switch p := m.p; p.view {
	case asPicture:
		m.Move(n * max(p.h/4, 1))
	case byCompany:
		p.companies.Page(n)
		p.followCompany()
	default:
		p.list.Page(n)
	}
}

// Home goes to the first.
func (m mover) Home() {
	switch p := m.p; p.view {
	case asPicture:
		p.plot.Home()
		p.followPlot()
	case byCompany:
		p.companies.Home()
		p.followCompany()
	default:
		p.list.Home()
	}
}

// End goes to the last.
func (m mover) End() {
	switch p := m.p; p.view {
	case asPicture:
		p.plot.End()
		p.followPlot()
	case byCompany:
		p.companies.End()
		p.followCompany()
	default:
		p.list.End()
	}
}

// show shows a view, with the cursor on the same person.
func (p *Pane) showView(v view) func() tea.Cmd {
	return func() tea.Cmd {
		if p.view = v; v != byCompany {
			p.back = false
		} else if p.only != nil { // one of them is no list of companies
			p.only, p.back = nil, false
			p.refill()
		}
		p.list.EndRange()
		p.list.SetSize(p.w, p.listHeight())
		p.list.Redraw()
		p.selectCompany()
		p.drawn = false
		return nil
	}
}

// nextView goes on to the next view that can be shown.
func (p *Pane) nextView() tea.Cmd {
	next := (p.view + 1) % views
	if next == asPicture && p.env.Aloud {
		next++
	}
	return p.showView(next)()
}

func (p *Pane) noPicture() string {
	if p.env.Aloud {
		return "a picture can't be read aloud: {talent.order} orders the list by fit or receptivity"
	}
	return p.nobodyAtAll()
}

// notShown is why nothing can be done to one person: nobody is selected, or companies
// are.
func (p *Pane) notShown() string {
	if p.view == byCompany && len(p.list.Marked()) == 0 {
		return "a company is selected: {talent.open} lists its people, {talent.mark} marks them"
	}
	return p.nobody()
}

// heading is a line between rows: a text, and a rule after it.
func (p *Pane) heading(text string) string {
	l := widget.NewLine(nil, p.env.Theme, false)
	n := widget.Width(text) + 2
	l.Left(theme.Border, p.env.Theme.Rule(min(2, p.w)), min(2, p.w))
	l.Left(theme.Dim, " "+text+" ", min(n, max(p.w-2, 0)))
	if rest := p.w - 2 - n; rest > 0 {
		l.Left(theme.Border, p.env.Theme.Rule(rest), rest)
	}
	return string(l.Bytes())
}

// listHeight is the lines that the list of people has.
func (p *Pane) listHeight() int { return max(p.h-p.headLines()-p.footLines(), 0) }

// footLines is the line of notes below the list, where the map has some.
func (p *Pane) footLines() int {
	if p.noted && p.h >= leastNoted {
		return 1
	}
	return 0
}

// leastNoted is the height from which there is room for the line of notes.
const leastNoted = 8

// noteLine is the note on the person under the cursor.
func (p *Pane) noteLine() string {
	note := ""
	if r := p.current(); r != nil && r.note != "" {
		note = " note: " + r.note
	}
	return p.env.Theme.Paint(theme.Dim, widget.Fit(note, p.w, p.env.Theme.Glyphs.Ellipsis))
}

// titled is what the title says beside the name: the order, marks, what matches.
func (p *Pane) titled(title string) string {
	var more []string
	if n := len(p.board.Map.Bench); n > 0 {
		more = append(more, fmt.Sprintf("bench %d", n))
	}
	if n := len(p.list.Marked()); n > 0 {
		more = append(more, counted(n, "marked", "marked"))
	}
	if p.narrowed() {
		more = append(more, counted(p.list.Len(), "match", "match"))
	}
	if by := p.order.Said(); by != "" && p.view == asList {
		more = append(more, by)
	}
	return strings.Join(append([]string{title}, more...), " · ")
}
