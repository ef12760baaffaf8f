package importer

import (
	"fmt"
	"strings"

	"talentmap/model"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// View is the stage's.
func (m *Importer) View() string {
	s := &pane.Sheet{Env: m.env, W: m.w}
	switch m.stage {
	case asking:
		m.drawPath(s)
	case previewing:
		m.drawPreview(s)
	default:
		m.drawProgress(s)
	}
	return widget.Block(s.Lines, m.w, m.h)
}

func (m *Importer) drawPath(s *pane.Sheet) {
	g := m.env.Theme.Glyphs
	text, _ := widget.Input(m.input.Value(), m.input.Position(), m.w-6, g.Ellipsis)
	s.Lines = append(s.Lines, m.env.Theme.Paint(theme.Accent, "path  ")+text)
	s.Gap()
	switch {
	case m.err != "":
		s.Wrapped(theme.Bad, 0, model.CleanLine(m.err))
	case len(m.hints) > 0:
		s.Wrapped(theme.Dim, 0, strings.Join(m.hints, "   "))
	default:
		s.Text(theme.Dim, "A CSV with a header in any order, or a JSON list of people.")
		s.Text(theme.Dim, "tab completes the path. Nothing is written before you have seen what it does.")
	}
}

func (m *Importer) drawProgress(s *pane.Sheet) {
	s.Text(theme.Text, fmt.Sprintf("%d rows", m.done.Rows))
	if m.done.Total <= 0 {
		return
	}
	share := float64(m.done.Bytes) / float64(m.done.Total)
	g := m.env.Theme.Glyphs
	w := max(m.w-6, 1)
	full := min(int(share*float64(w)), w)
	bar := strings.Repeat(g.Full, full) + strings.Repeat(g.Empty, w-full)
	s.Text(theme.Accent, fmt.Sprintf("%s %3.0f%%", bar, share*100))
}

func (m *Importer) drawPreview(s *pane.Sheet) {
	p := m.prev
	s.Text(theme.Strong, fmt.Sprintf("%s, %s: %d rows", p.Dialect, p.Encoding, p.Rows))
	s.Cells(pane.Cell{Tok: theme.Good, Text: fmt.Sprint(p.New), W: -8}, pane.Cell{Tok: theme.Text, Text: "  new people"})
	s.Cells(pane.Cell{Tok: theme.Text, Text: fmt.Sprint(p.Changed), W: -8}, pane.Cell{Tok: theme.Text, Text: "  known people who gain something" + byName(p.ByName)})
	s.Cells(pane.Cell{Tok: theme.Dim, Text: fmt.Sprint(p.Same + p.Repeated), W: -8}, pane.Cell{Tok: theme.Dim, Text: "  rows that add nothing"})
	tok := theme.Dim
	if p.LeftOut() > 0 {
		tok = theme.Bad
	}
	s.Cells(pane.Cell{Tok: tok, Text: fmt.Sprint(p.LeftOut()), W: -8}, pane.Cell{Tok: tok, Text: "  rows left out"})
	s.Gap()
	s.Wrapped(theme.Dim, 0, "columns: "+m.columns())
	if p.ProblemCount > 0 {
		s.Gap()
		s.Text(theme.Strong, fmt.Sprintf("%d problems, the first:", p.ProblemCount))
		for i := range p.Problems {
			if len(s.Lines) >= m.h-2 {
				break
			}
			s.Text(theme.Text, "  "+p.Problems[i].Error())
		}
	}
	s.Gap()
	switch why := m.notReady(); why {
	case "":
		s.Text(theme.Accent, "y import    esc cancel")
	default:
		s.Text(theme.Dim, why+"    esc closes")
	}
	// The answer stays in view, whatever came before it.
	if len(s.Lines) > m.h {
		s.Lines = append(s.Lines[:m.h-1], s.Lines[len(s.Lines)-1])
	}
}

func byName(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d recognized by name and employer alone)", n)
}

func (m *Importer) columns() string {
	parts := make([]string, 0, len(m.prev.Columns))
	for _, c := range m.prev.Columns {
		if strings.EqualFold(c.Header, c.Use) {
			parts = append(parts, c.Header)
			continue
		}
		parts = append(parts, c.Header+" → "+c.Use)
	}
	return strings.Join(parts, ", ")
}

// Cursor is in the path.
func (m *Importer) Cursor() (x, y int, ok bool) {
	_, x = widget.Input(m.input.Value(), m.input.Position(), m.w-6, "")
	return 6 + x, 0, m.stage == asking
}
