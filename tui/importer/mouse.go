package importer

import "talentmap/tui/pane"

var (
	_ pane.Listing = (*Importer)(nil)
	_ pane.Listing = (*Columns)(nil)
)

// Rows are the files that a path may mean, while it is typed.
func (m *Importer) Rows() pane.Rows {
	if m.stage != asking || len(m.finder.files) == 0 {
		return pane.Rows{}
	}
	return pane.Rows{List: fileRows{m}, Line: m.above(), Open: "importer.read"}
}

// Walked reports whether a file was walked to since something was typed.
func (m *Importer) Walked() bool { return m.finder.at >= 0 }

// above is how many lines stand above the files.
func (m *Importer) above() int {
	s := &pane.Sheet{Env: m.env, W: m.w}
	m.drawHead(s)
	return len(s.Lines)
}

// fileRows are the files for the mouse. The one walked to is always in view, so
// that the wheel walks.
type fileRows struct{ m *Importer }

func (r fileRows) PointAt(line int) bool {
	from, room := r.m.window(r.m.above())
	if line < 0 || line >= room || from+line >= len(r.m.finder.files) {
		return false
	}
	r.m.finder.at = from + line
	return true
}

func (r fileRows) CursorLine() (line int, ok bool) {
	from, _ := r.m.window(r.m.above())
	return r.m.finder.at - from, r.m.finder.at >= 0
}

func (r fileRows) Scroll(rows int) { r.m.walk(rows) }

func (fileRows) LetGo() {}
