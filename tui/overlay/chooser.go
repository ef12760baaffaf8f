package overlay

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Choice is one of a few things of which one looks at each before one is taken.
type Choice struct {
	Title, Note string
	Off         string               // why it can't be taken; "" when it can
	Shows       func(w int) []string // what it is: styled lines of w cells
	Run         func() tea.Cmd       // what taking it does, after the chooser has closed
}

// Chooser shows a few choices with what the one under the cursor is beside them, or
// below where there is little room. Nothing is typed: letters are keys.
type Chooser struct {
	base
	title   string
	choices []Choice
	list    *widget.List[int]
	top     int // the first line in view of what the choice is
	acts    []action.Action
}

var (
	_ pane.Overlay = (*Chooser)(nil)
	_ pane.Listing = (*Chooser)(nil)
)

// NewChooser shows choices, of which there is one at least.
func NewChooser(env *pane.Env, title string, choices []Choice) *Chooser {
	c := &Chooser{base: newBase(env), title: title, choices: choices}
	c.list = widget.NewList(c.row)
	c.Put(choices)
	scroll := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			c.scroll(n)
			return nil
		}
	}
	c.acts = append(pane.Moves("chooser", chooserMoves{c}),
		action.Action{ID: "chooser.choose", Group: "choose", Short: "take it", Long: "Take the one that is shown.", Keys: []string{"enter"}, Footer: true, Why: c.off, Run: c.choose},
		action.Action{ID: "chooser.text-down", Group: "choose", Short: "text down", Long: "Move what is shown of it up by five lines.", Keys: []string{"J", "ctrl+n"}, Run: scroll(5)},
		action.Action{ID: "chooser.text-up", Group: "choose", Short: "text up", Long: "Move what is shown of it down by five lines.", Keys: []string{"K", "ctrl+p"}, Run: scroll(-5)},
		action.Action{ID: "chooser.close", Group: "choose", Short: "close", Long: "Leave without taking any.", Keys: []string{"esc", "q"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	)
	return c
}

// With adds what else one can do with the choices, such as have them made for another
// role.
func (c *Chooser) With(acts ...action.Action) *Chooser {
	c.acts = append(c.acts, acts...)
	return c
}

// Put shows other choices, as many as before or not: the cursor stays.
func (c *Chooser) Put(choices []Choice) {
	c.choices = choices
	ids := make([]int, len(choices))
	for i := range ids {
		ids[i] = i
	}
	c.list.SetIDs(ids)
	c.list.Redraw()
}

// scroll moves what is shown of the choice by n lines, stopping at its ends.
func (c *Chooser) scroll(n int) {
	_, _, w, h := c.sizes()
	if it := c.current(); it != nil {
		c.top = max(min(c.top+n, len(it.Shows(w))-h), 0)
	}
}

// chooserMoves moves through the choices; each shows its beginning.
type chooserMoves struct{ c *Chooser }

func (m chooserMoves) Move(n int) { m.c.top = 0; m.c.list.Move(n) }
func (m chooserMoves) Page(n int) { m.c.top = 0; m.c.list.Page(n) }
func (m chooserMoves) Home()      { m.c.top = 0; m.c.list.Home() }
func (m chooserMoves) End()       { m.c.top = 0; m.c.list.End() }

// Title names the overlay.
func (c *Chooser) Title() string { return c.title }

// Actions are moving, taking and leaving.
func (c *Chooser) Actions() []action.Action { return c.acts }

// Update draws again when the theme has changed.
func (c *Chooser) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(pane.Themed); ok {
		c.list.Redraw()
	}
	return nil
}

func (c *Chooser) current() *Choice {
	i, ok := c.list.Cursor()
	if !ok {
		return nil
	}
	return &c.choices[i]
}

func (c *Chooser) off() string {
	if it := c.current(); it != nil {
		return it.Off
	}
	return "there is nothing to take"
}

func (c *Chooser) choose() tea.Cmd {
	run := c.current().Run
	return pane.Request(pane.Close{Then: func() tea.Msg { return runMsg{run} }})
}

// Want is much of what there is.
func (c *Chooser) Want(w, h int) (int, int) { return min(w, 130), min(h, 36) }

// besideW is from which width what a choice is stands beside the choices.
const besideW = 84

// sizes are the cells of the list and of what is beside or below it.
func (c *Chooser) sizes() (listW, listH, showW, showH int) {
	if c.w >= besideW && !c.env.Aloud {
		listW = c.w * 2 / 5
		return listW, c.h, c.w - listW - 3, c.h
	}
	listH = min(len(c.choices), max(c.h/3, 1))
	return c.w, listH, c.w, max(c.h-listH-1, 0)
}

// SetSize sets the inner size.
func (c *Chooser) SetSize(w, h int) {
	c.base.SetSize(w, h)
	listW, listH, _, _ := c.sizes()
	c.list.SetSize(listW, listH)
}

// Rows are the choices.
func (c *Chooser) Rows() pane.Rows { return pane.Rows{List: c.list, Open: "chooser.choose"} }

func (c *Chooser) row(b []byte, i, w int, st widget.RowState) []byte {
	it, l := &c.choices[i], widget.NewLine(b, c.env.Theme, st.Selected)
	bar, sign := st.Bar(c.env.Theme)
	l.Left(bar, sign, min(1, w))
	tok := theme.Text
	if it.Off != "" {
		tok = theme.Dim
	}
	left := max(w-1, 0)
	if it.Note == "" {
		l.Left(tok, it.Title, left)
		return l.Bytes()
	}
	tw := min(max(widget.Width(it.Title), titleRoom(left, c.widest()))+2, left)
	l.Left(tok, it.Title, tw)
	l.Left(theme.Dim, it.Note, left-tw)
	return l.Bytes()
}

// widest is the width of the longest title.
func (c *Chooser) widest() (w int) {
	for i := range c.choices {
		w = max(w, widget.Width(c.choices[i].Title))
	}
	return w
}

// View is the choices, and what the one under the cursor is.
func (c *Chooser) View() string {
	_, _, w, h := c.sizes()
	var shown []string
	if it := c.current(); it != nil {
		shown = it.Shows(w)
	}
	top := max(min(c.top, len(shown)-h), 0)
	shown = widget.Lines(shown[top:], w, h)
	lines := c.list.Lines(nil)
	if w == c.w {
		lines = append(lines, c.env.Theme.Paint(theme.Border, c.env.Theme.Rule(w)))
		return widget.Block(append(lines, shown...), c.w, c.h)
	}
	bar := " " + c.env.Theme.Paint(theme.Border, c.env.Theme.Glyphs.Frame.L) + " "
	for y := range lines {
		lines[y] += bar + shown[y]
	}
	return widget.Block(lines, c.w, c.h)
}
