package queue

import (
	"fmt"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// heads are what the sections are called.
var heads = [...]string{"replies waiting", "touches due", "receptive now", "nurture due", "to keep or to erase"}

// fill puts the people who were read into the list, those of each class below a head.
func (p *Pane) fill() {
	if p.lines == nil {
		return
	}
	var parts []widget.Heading[model.PersonID]
	last := scoring.Class(0)
	for i, id := range p.lines.ids {
		if c := p.lines.rows[id].next.Class; i == 0 || c != last {
			parts, last = append(parts, widget.Heading[model.PersonID]{First: id, Head: p.head(c)}), c
		}
	}
	p.list.SetIDs(p.lines.ids, parts...)
}

// head is the line above the people of a class.
func (p *Pane) head(c scoring.Class) string {
	l := widget.NewLine(nil, p.env.Theme, false)
	text := fmt.Sprintf(" %s %d ", heads[c], p.lines.counts[c])
	n := min(widget.Width(text), p.w)
	l.Left(theme.Accent, text, n)
	l.Left(theme.Border, p.env.Theme.Rule(p.w-n), p.w-n)
	return string(l.Bytes())
}

// HasMarks reports whether people are marked.
func (p *Pane) HasMarks() bool { return p.list.HasMarks() }
