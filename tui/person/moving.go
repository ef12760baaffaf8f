package person

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/pane"
)

var (
	_ pane.Mover   = moves{}
	_ pane.Listing = (*Pane)(nil)
	_ pane.Clicked = (*Pane)(nil)
)

// moves are how the common keys move through the page.
type moves struct{ p *Pane }

// Move moves the cursor by items, and from one column into the other.
func (m moves) Move(n int) { m.p.moved(m.p.cols[m.p.on].Move(n), n) }

// Page moves the cursor by half pages.
func (m moves) Page(n int) { m.p.moved(m.p.cols[m.p.on].Page(n), n) }

// moved goes into the other column where there was no more in the one.
func (p *Pane) moved(ok bool, n int) {
	other := p.on + 1
	if n < 0 {
		other = p.on - 1
	}
	if ok || other < 0 || other > 1 {
		return
	}
	if _, holds := p.cols[other].Cursor(); !holds {
		return
	}
	p.on = other
	if n > 0 {
		p.cols[other].Home()
	} else {
		p.cols[other].End()
	}
	p.settle()
}

// Home moves the cursor to the first item.
func (m moves) Home() {
	m.p.on = 0
	m.p.cols[0].Home()
	m.p.settle()
}

// End moves the cursor to the last item.
func (m moves) End() {
	p := m.p
	if _, ok := p.cols[1].Cursor(); ok {
		p.on = 1
	}
	p.cols[p.on].End()
	p.settle()
}

// goTo puts the cursor on an item, in whichever column it is.
func (p *Pane) goTo(k id) bool {
	for i, c := range p.cols {
		if c.Select(k) {
			p.on = i
			p.settle()
			return true
		}
	}
	return false
}

// turn goes to the first item of the next section that has any, or of the one before.
func (p *Pane) turn(n int) tea.Cmd {
	here := p.here()
	if here == nil {
		return nil
	}
	for i := 1; i <= len(p.parts); i++ {
		at := (int(here.sec) + n*i + len(p.parts)*2) % len(p.parts)
		if p.enter(section(at)) {
			return nil
		}
	}
	return nil
}

// enter goes to the first item of a section; false where that has none.
func (p *Pane) enter(sec section) bool {
	for _, k := range p.parts[sec].ids {
		if p.goTo(k) {
			return true
		}
	}
	return false
}

// Rows are the items of the column that has the cursor.
func (p *Pane) Rows() pane.Rows {
	if p.current() == nil {
		return pane.Rows{}
	}
	return pane.Rows{List: itemRows{p}, Open: "person.item"}
}

// itemRows are the items of the column that has the cursor.
type itemRows struct{ p *Pane }

func (r itemRows) Scroll(n int) { r.p.cols[r.p.on].Scroll(n) }
func (r itemRows) LetGo()       { r.p.cols[r.p.on].LetGo() }

// CursorLine is where the cursor stands.
func (r itemRows) CursorLine() (line int, ok bool) { return r.p.cols[r.p.on].CursorLine() }

// PointAt puts the cursor on the item at a line; not where the index was clicked at.
func (r itemRows) PointAt(line int) bool {
	return !r.p.inIndex && r.p.cols[r.p.on].PointAt(line)
}

// Click gives the cursor to the column that was clicked at, or goes to a section of
// the index.
func (p *Pane) Click(x, y int) tea.Cmd {
	p.inIndex = x < p.lay.index
	switch {
	case p.facts == nil:
	case p.inIndex:
		if y >= 0 && y < len(p.parts) {
			p.enter(section(y))
		}
	case p.lay.widths[1] > 0:
		p.on = 0
		if x >= p.lay.index+p.lay.widths[0]+between/2 {
			p.on = 1
		}
		p.settle()
	}
	return nil
}

// walk goes to another person of the list from which one came. It is never off: its
// keys would do something else then, as they do everywhere.
func (p *Pane) walk(n int) tea.Cmd {
	if why := p.noStep(n); why != "" {
		return pane.Request(pane.Toast{Next: why})
	}
	p.person = p.among.IDs[p.among.At(p.person)-1+n]
	p.by, p.opened = "", map[id]bool{}
	return tea.Batch(p.Load(), pane.Request(pane.WalkedTo{ID: p.person}))
}

// noStep is why there is no step in a direction.
func (p *Pane) noStep(n int) string {
	at := p.among.At(p.person)
	switch {
	case at == 0:
		return "she was not opened from a list: {find} finds someone"
	case at+n < 1:
		return "she is the first of this list"
	case at+n > len(p.among.IDs):
		return "she is the last of this list"
	}
	return ""
}
