package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
)

const (
	// twice is how soon a second click on a row opens it.
	twice = 400 * time.Millisecond
	// notch is how many rows one step of the wheel moves.
	notch = 3
)

// mouse is what the mouse has done: the keys take it from there.
type mouse struct {
	on    bool
	last  click
	loose []loose
}

// loose is a view that the wheel has moved away from its cursor.
type loose struct {
	view pane.Scroller
	of   pane.Pane
}

// click is where and when the mouse clicked on a row.
type click struct {
	of   pane.Pane
	line int
	at   time.Time
}

// target is a pane on the screen, and where its view begins.
type target struct {
	pane.Pane
	x, y int
	home int // which of the home screen; -1: none
}

// at finds the pane at a cell: of what lies above only that.
func (r *Root) at(x, y int) (t target, ok bool) {
	if n := len(r.overlays); n > 0 {
		o := r.overlays[n-1]
		g := r.boxOf(o)
		return target{o, g.x + 2, g.y + 1, -1}, g.holds(x, y)
	}
	if n := len(r.pages); n > 0 {
		return target{r.pages[n-1], 2, 1, -1}, y < r.h-1-len(r.tour.lines)
	}
	for _, g := range r.screen.regions {
		if g.holds(x, y) {
			return target{r.home[g.pane], g.x + 1 + inset(g.pane), g.y + 1, g.pane}, true
		}
	}
	return t, false
}

func (g region) holds(x, y int) bool {
	return x >= g.x && x < g.x+g.w && y >= g.y && y < g.y+g.h
}

// click focuses a pane and puts the cursor on the row below the pointer; a second
// one opens it. On a hint of the footer, or a tab, it runs that.
func (r *Root) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || r.screen.tooFew {
		return nil
	}
	if a := r.spots.find(msg.X, msg.Y); a != nil {
		r.letGo()
		return r.run(a)
	}
	t, ok := r.at(msg.X, msg.Y)
	if !ok {
		return nil
	}
	var cmds []tea.Cmd
	if t.home >= 0 && t.home != r.focus {
		cmds = append(cmds, r.setFocus(t.home))
	}
	x, y := msg.X-t.x, msg.Y-t.y
	if c, is := t.Pane.(pane.Clicked); is {
		cmds = append(cmds, c.Click(x, y), t.Update(pane.Moved{}))
	}
	return tea.Batch(append(cmds, r.clickRow(t.Pane, y))...)
}

// clickRow puts the cursor on a row, or opens the one that was clicked just now.
func (r *Root) clickRow(p pane.Pane, y int) tea.Cmd {
	l, is := p.(pane.Listing)
	if !is {
		return nil
	}
	rows, now := l.Rows(), r.env.Now()
	if rows.List == nil || !rows.List.PointAt(y-rows.Line) {
		return nil
	}
	cmd := tea.Batch(p.Update(pane.Moved{}), r.follow())
	before := r.mouse.last
	r.mouse.last = click{p, y, now}
	if before.of != p || before.line != y || now.Sub(before.at) > twice {
		return cmd
	}
	r.mouse.last = click{}
	acts := p.Actions()
	for i := range acts {
		if acts[i].ID == rows.Open {
			return tea.Batch(cmd, r.run(&acts[i]))
		}
	}
	return cmd
}

// wheel scrolls what is below the pointer, whether or not it has the keys.
func (r *Root) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	n := notch
	switch msg.Button {
	case tea.MouseWheelUp:
		n = -notch
	case tea.MouseWheelDown:
	default:
		return nil
	}
	t, ok := r.at(msg.X, msg.Y)
	if !ok || r.screen.tooFew {
		return nil
	}
	s, scrolls := t.Pane.(pane.Scroller)
	if l, is := t.Pane.(pane.Listing); is {
		if rows := l.Rows(); rows.List != nil {
			s, scrolls = rows.List, true
		}
	}
	switch m, moves := t.Pane.(pane.Mover); {
	case scrolls:
		s.Scroll(n)
		if !slices.ContainsFunc(r.mouse.loose, func(l loose) bool { return l.of == t.Pane }) {
			r.mouse.loose = append(r.mouse.loose, loose{s, t.Pane})
		}
	case moves:
		m.Move(n)
	default:
		return nil
	}
	return tea.Batch(t.Update(pane.Moved{}), r.follow())
}

// letGo brings the cursors into view where the wheel has moved that away.
func (r *Root) letGo() {
	for _, l := range r.mouse.loose {
		l.view.LetGo()
		l.of.Update(pane.Moved{})
	}
	r.mouse.loose = r.mouse.loose[:0]
}

// toggleMouse takes the mouse, or leaves it to the terminal.
func (r *Root) toggleMouse() tea.Cmd {
	r.mouse.on = !r.mouse.on
	if r.mouse.on {
		return r.tell(pane.Toast{Next: "the mouse works here; hold shift while you select a text"})
	}
	return r.tell(pane.Toast{Next: "the mouse is the terminal's: it selects text · {mouse} takes it again"})
}

// spots are the places on the screen that run an action when they are clicked, as
// they were drawn last.
type spots []spot

type spot struct {
	y, from, to int // cells, to the first beyond
	act         *action.Action
}

func (s spots) find(x, y int) *action.Action {
	for i := range s {
		if s[i].y == y && x >= s[i].from && x < s[i].to {
			return s[i].act
		}
	}
	return nil
}
