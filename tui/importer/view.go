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
		return m.viewPreview()
	default:
		m.drawProgress(s)
	}
	return widget.Block(s.Lines, m.w, m.h)
}

// drawPath draws the path, and below it the files that begin like it.
func (m *Importer) drawPath(s *pane.Sheet) {
	m.drawHead(s)
	m.file.Draw(s, m.h)
}

func (m *Importer) drawHead(s *pane.Sheet) {
	s.Lines = append(s.Lines, m.file.Line(m.w))
	s.Gap()
	switch {
	case m.err != "":
		s.Wrapped(theme.Bad, 0, m.err)
	case m.file.Nothing() != "":
		s.Text(theme.Dim, m.file.Nothing())
	case m.file.Empty():
		s.Wrapped(theme.Dim, 0, "A CSV with a header in any order, cards, JSON, an archive. Nothing is written before you have seen what it does.")
		if m.file.Any() {
			s.Gap()
			s.Text(theme.Accent, "The newest here and in ~/Downloads")
		}
	}
}

// drawProgress is nothing at first: most files are read before one looks.
func (m *Importer) drawProgress(s *pane.Sheet) {
	if m.progress.Took == 0 {
		return
	}
	s.Text(theme.Text, model.CleanLine(m.path))
	s.Gap()
	s.Text(theme.Text, m.progress.String())
	if share := m.progress.Share; share > 0 {
		s.Text(theme.Accent, m.bar(share))
	}
	s.Gap()
	if m.stage == writing {
		s.Says(theme.Dim, 0, "{importer.cancel} stops it, and takes back what has gone in")
	}
}

// bar is a share as a bar and in percent.
func (m *Importer) bar(share float64) string {
	g, w := m.env.Theme.Glyphs, max(m.w-6, 1)
	full := min(int(share*float64(w)), w)
	return fmt.Sprintf("%s%s %3.0f%%", strings.Repeat(g.Full, full), strings.Repeat(g.Empty, w-full), share*100)
}

// Cursor is in the path.
func (m *Importer) Cursor() (x, y int, ok bool) {
	return m.file.Cursor(m.w), 0, m.stage == asking
}
