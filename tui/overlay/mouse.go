package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

var (
	_ pane.Listing = (*Picker)(nil)
	_ pane.Clicked = (*Form)(nil)
	_ pane.Clicked = (*Conflict)(nil)
	_ pane.Clicked = (*Confirm)(nil)
)

// pickerHead is the lines above a picker's rows: the filter, and a gap.
const pickerHead = 2

// Rows are the lines that can be chosen.
func (p *Picker) Rows() pane.Rows {
	return pane.Rows{List: pickerRows{p}, Line: pickerHead, Open: "picker.choose"}
}

// Walked reports whether the cursor was moved since something was typed.
func (p *Picker) Walked() bool { return p.moved }

// pickerRows are a picker's lines for the mouse. The line under the cursor is always
// in view, so that the wheel moves that.
type pickerRows struct{ p *Picker }

func (r pickerRows) PointAt(line int) bool {
	top, rows := r.p.window()
	if line < 0 || line >= rows || top+line >= len(r.p.items) {
		return false
	}
	r.p.at = top + line
	return true
}

func (r pickerRows) CursorLine() (line int, ok bool) {
	top, _ := r.p.window()
	return r.p.at - top, len(r.p.items) > 0
}

func (r pickerRows) Scroll(rows int) { r.p.move(rows) }

func (pickerRows) LetGo() {}

// window is the first line in view, and how many there are.
func (p *Picker) window() (top, rows int) {
	rows = max(p.h-pickerHead-p.below(), 1)
	return max(p.at-rows+1, 0), rows
}

// Click goes to a field.
func (f *Form) Click(_, y int) tea.Cmd {
	row := y - len(f.introLines(f.w)) + f.top
	for i := range f.entries {
		if first := f.rowOf(i); f.busy == "" && y < f.h-1 && row >= first && row < first+f.entries[i].rows && i != f.at {
			f.focus(i, true)
			break
		}
	}
	return nil
}

// Click goes to a row.
func (c *Conflict) Click(_, y int) tea.Cmd {
	if i, _ := slices.BinarySearch(c.starts, y+c.top+1); y < c.room() && i > 0 {
		c.to(i - 1)
	}
	return nil
}

// Click answers, on one of the two answers.
func (c *Confirm) Click(x, y int) tea.Cmd {
	yes, no := c.answers()
	from := widget.Width(yes + answerGap)
	switch {
	case y != c.h-1 || x < 0:
	case x < widget.Width(yes):
		return c.acts[0].Run()
	case x >= from && x < from+widget.Width(no):
		return c.acts[1].Run()
	}
	return nil
}
