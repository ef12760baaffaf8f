package files

import (
	"fmt"

	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// label stands before the path.
const label = "path  "

// Line is the path in a line of w cells.
func (p *Path) Line(w int) string {
	return p.env.Theme.Paint(theme.Accent, label) + p.input.View(w-len(label), p.env.Theme.Glyphs.Ellipsis)
}

// Cursor is the cell of the cursor in that line.
func (p *Path) Cursor(w int) int { return len(label) + p.input.Cursor(w-len(label)) }

// Any reports whether files are listed.
func (p *Path) Any() bool { return len(p.files) > 0 }

// Draw lists the files below what a sheet has already, in h lines of the whole, with the
// one walked to in view.
func (p *Path) Draw(s *pane.Sheet, h int) {
	from, room := p.window(h - len(s.Lines))
	for i := from; i < min(from+room, len(p.files)); i++ {
		s.Lines = append(s.Lines, p.fileLine(p.files[i], i == p.at, s.W))
	}
}

// window is the first file in view, and how many have room in h lines.
func (p *Path) window(h int) (from, room int) {
	room = max(h, 0)
	return max(min(p.at-room/2, len(p.files)-room), 0), room
}

func (p *Path) fileLine(f File, selected bool, w int) string {
	const sizeW, whenW = 9, 12
	th := p.env.Theme
	l := widget.NewLine(nil, th, selected)
	bar, sign := widget.RowState{Cursor: selected, Selected: selected}.Bar(th)
	l.Left(bar, sign, 1)
	tok, size := theme.Text, bytes(f.size)
	if f.Folder {
		tok, size = theme.Accent, ""
	}
	nameW := max(w-1-sizeW-whenW, 0)
	l.Left(tok, widget.Cut(f.name, nameW-1, th.Glyphs.Ellipsis), nameW)
	l.Right(theme.Dim, size, sizeW)
	l.Right(theme.Dim, f.at.In(p.env.Now().Location()).Format("2006-01-02"), whenW)
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

// Rows are the files for the mouse, below some lines of a view of h; open is what a second
// click runs.
func (p *Path) Rows(line, h int, open string) pane.Rows {
	if !p.Any() {
		return pane.Rows{}
	}
	return pane.Rows{List: rows{p, h - line}, Line: line, Open: open}
}

// rows are the files for the mouse. The one walked to is always in view, so that the
// wheel walks.
type rows struct {
	p *Path
	h int
}

func (r rows) PointAt(line int) bool {
	from, room := r.p.window(r.h)
	if line < 0 || line >= room || from+line >= len(r.p.files) {
		return false
	}
	r.p.at = from + line
	return true
}

func (r rows) CursorLine() (line int, ok bool) {
	from, _ := r.p.window(r.h)
	return r.p.at - from, r.p.at >= 0
}

func (r rows) Scroll(n int) { r.p.Walk(n) }

func (rows) LetGo() {}
