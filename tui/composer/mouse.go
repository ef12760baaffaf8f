package composer

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

var (
	_ pane.Scroller = (*Pane)(nil)
	_ pane.Clicked  = (*Pane)(nil)
)

// Scroll moves the text.
func (p *Pane) Scroll(rows int) { p.body.Scroll(rows) }

// LetGo brings the cursor of the text into view again.
func (p *Pane) LetGo() { p.body.LetGo() }

// subjectAt is the cell at which the subject begins.
const subjectAt = len("subject ")

// Click puts the cursor into the subject or the text, while the message is typed.
func (p *Pane) Click(x, y int) tea.Cmd {
	switch {
	case !p.Editing():
	case y == 1 && hasSubject(p.buffer().draft.Channel):
		p.typing = inSubject
		p.subject.PointAt(x-subjectAt, max(p.lay.textW-subjectAt, 1))
	case y >= headLines && y < headLines+p.lay.bodyH && x < p.lay.textW:
		p.typing = inBody
		p.body.PointAt(x, y-headLines)
	}
	return nil
}
