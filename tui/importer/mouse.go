package importer

import "talentmap/tui/pane"

var (
	_ pane.Listing = (*Importer)(nil)
	_ pane.Listing = (*Columns)(nil)
)

// Rows are the files that a path may mean, while it is typed.
func (m *Importer) Rows() pane.Rows {
	if m.stage != asking {
		return pane.Rows{}
	}
	return m.file.Rows(m.above(), m.h, "importer.read")
}

// Walked reports whether a file was walked to since something was typed.
func (m *Importer) Walked() bool {
	_, ok := m.file.Walked()
	return ok
}

// above is how many lines stand above the files.
func (m *Importer) above() int {
	s := &pane.Sheet{Env: m.env, W: m.w}
	m.drawHead(s)
	return len(s.Lines)
}
