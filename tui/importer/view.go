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

// drawPath draws the path, and below it the files that begin like it, with the one
// walked to in view.
func (m *Importer) drawPath(s *pane.Sheet) {
	m.drawHead(s)
	from, room := m.window(len(s.Lines))
	for i := from; i < min(from+room, len(m.finder.files)); i++ {
		s.Lines = append(s.Lines, m.fileLine(m.finder.files[i], i == m.finder.at))
	}
}

// window is the first file in view below some lines, and how many have room.
func (m *Importer) window(above int) (from, room int) {
	room = max(m.h-above, 0)
	return max(min(m.finder.at-room/2, len(m.finder.files)-room), 0), room
}

func (m *Importer) drawHead(s *pane.Sheet) {
	text := m.input.View(m.w-6, m.env.Theme.Glyphs.Ellipsis)
	s.Lines = append(s.Lines, m.env.Theme.Paint(theme.Accent, "path  ")+text)
	s.Gap()
	f := &m.finder
	switch {
	case m.err != "":
		s.Wrapped(theme.Bad, 0, m.err)
	case f.none && strings.HasSuffix(m.input.Text(), "/"):
		s.Text(theme.Dim, "nothing is in this folder")
	case f.none:
		s.Text(theme.Dim, "nothing begins like this")
	case m.input.Text() == "":
		s.Wrapped(theme.Dim, 0, "A CSV with a header in any order, cards, JSON, an archive. Nothing is written before you have seen what it does.")
		if len(f.files) > 0 {
			s.Gap()
			s.Text(theme.Accent, "The newest here and in ~/Downloads")
		}
	}
}

func (m *Importer) fileLine(f file, selected bool) string {
	const sizeW, whenW = 9, 12
	th := m.env.Theme
	l := widget.NewLine(nil, th, selected)
	bar, sign := widget.RowState{Cursor: selected, Selected: selected}.Bar(th)
	l.Left(bar, sign, 1)
	tok, size := theme.Text, bytes(f.size)
	if f.folder {
		tok, size = theme.Accent, ""
	}
	nameW := max(m.w-1-sizeW-whenW, 0)
	l.Left(tok, widget.Cut(f.name, nameW-1, th.Glyphs.Ellipsis), nameW)
	l.Right(theme.Dim, size, sizeW)
	l.Right(theme.Dim, f.at.In(m.env.Now().Location()).Format("2006-01-02"), whenW)
	return string(l.Bytes())
}

// bytes is a size that people read.
func bytes(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%.0f kB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
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
	return 6 + m.input.Cursor(m.w-6), 0, m.stage == asking
}
