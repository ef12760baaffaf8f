package stock

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is the list, with what is under the cursor beside it, or below.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	if !p.texts.Read() || p.W <= 0 || p.H <= 0 {
		return widget.Block(nil, p.W, p.H)
	}
	if p.Rows().List == nil {
		return p.empty()
	}
	_, listH := p.listSize()
	var lines []string
	switch p.shown {
	case theShelf:
		lines = p.shelf.Lines(nil)
	case theSequences:
		lines = p.plans.Lines(nil)
	default:
		lines = p.texts.Lines(nil)
	}
	if !p.beside() {
		lines = append(lines, p.Env.Theme.Paint(theme.Border, p.Env.Theme.Rule(p.W)))
		return widget.Block(append(lines, widget.Lines(p.detail(p.W), p.W, max(p.H-listH-1, 0))...), p.W, p.H)
	}
	w := p.W - p.W*2/5 - 3
	bar := " " + p.Env.Theme.Paint(theme.Border, p.Env.Theme.Glyphs.Frame.L) + " "
	for y, l := range widget.Lines(p.detail(w), w, p.H) {
		lines[y] += bar + l
	}
	return widget.Block(lines, p.W, p.H)
}

func (p *Pane) templateRow(b []byte, t *model.Template, w int, st widget.RowState) []byte {
	return p.line(b, st, w, t.Name, fmt.Sprintf("%s%s  v%d", t.Now.Channel, inLanguage(t.Now.Lang), t.Version))
}

func (p *Pane) shelfRow(b []byte, s *model.ShelfItem, w int, st widget.RowState) []byte {
	return p.line(b, st, w, s.Title, s.Kind)
}

func (p *Pane) line(b []byte, st widget.RowState, w int, name, note string) []byte {
	l := widget.NewLine(b, p.Env.Theme, st.Selected)
	bar, sign := st.Bar(p.Env.Theme)
	l.Left(bar, sign, min(1, w))
	noteW := min(widget.Width(note)+1, max((w-1)/2, 0))
	nameW := max(w-1-noteW, 0)
	l.Left(theme.Text, widget.Cut(name, nameW-1, p.Env.Theme.Glyphs.Ellipsis), nameW)
	l.Right(theme.Dim, note, noteW)
	return l.Bytes()
}

// detail is what is under the cursor.
func (p *Pane) detail(w int) []string {
	switch p.shown {
	case theShelf:
		return p.shelfDetail(w)
	case theSequences:
		return p.sequenceDetail(w)
	}
	return p.templateDetail(w)
}

func (p *Pane) templateDetail(w int) []string {
	s := pane.Sheet{Env: p.Env, W: w}
	t := p.texts.Current()
	about := []string{fmt.Sprintf("version %d by %s, %s", t.Version, t.By, t.At.In(p.Env.Now().Location()).Format("2006-01-02"))}
	if t.Purpose != "" {
		about = append(about, "for "+string(t.Purpose))
	}
	if used := p.used[t.ID]; used != "" {
		about = append(about, used)
	}
	s.Wrapped(theme.Dim, 0, strings.Join(about, ", "))
	return append(s.Lines, wording(p.Env, &t.Now, w)...)
}

func (p *Pane) shelfDetail(w int) []string {
	s := pane.Sheet{Env: p.Env, W: w}
	item := p.shelf.Current()
	s.Wrapped(theme.Strong, 0, item.Title)
	if item.Link != "" {
		s.Wrapped(theme.Accent, 0, item.Link)
	}
	if len(item.Topics) > 0 {
		s.Wrapped(theme.Dim, 0, "about "+strings.Join(item.Topics, ", "))
	}
	for _, m := range item.Motivators {
		s.Wrapped(theme.Dim, 0, "for those whom "+string(m)+" would move")
	}
	s.Gap()
	s.Wrapped(theme.Text, 0, item.Text)
	s.Gap()
	s.Says(theme.Dim, 0, "Each is shared with a person once at most. A value touch takes what fits her best: {composer.template} in the message to her.")
	return s.Lines
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.Env, W: p.W}
	s.Gap()
	switch p.shown {
	case theShelf:
		s.Text(theme.Strong, " The shelf is empty.")
		s.Says(theme.Dim, 1, "What is worth sharing stands here: a brief, a post, a benchmark. {stock.new} puts something onto it; when nurture is due a value touch is made from what fits the person best.")
	case theSequences:
		s.Text(theme.Strong, " There are no sequences.")
		s.Says(theme.Dim, 1, "A sequence is three to five touches: by which channel, how many days apart, from which template. {stock.new} makes one; without any, whoever is written to goes on by the days of the team.")
	default:
		s.Text(theme.Strong, " There are no templates.")
		s.Says(theme.Dim, 1, "{stock.new} writes one.")
	}
	return widget.Block(s.Lines, p.W, p.H)
}
