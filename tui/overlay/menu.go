package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Menu is a few things that can be done, of which one is chosen by its key. It closes
// before that is done.
//
//	overlay.NewMenu(env, "Put off Ada", choices).About(func(s *pane.Sheet) { … })
type Menu struct {
	base
	title   string
	about   func(s *pane.Sheet) // what stands above the choices; nil: nothing
	choices []action.Action
	acts    []action.Action
	at      int
	wanted  struct{ w, rows int } // as it opened: what stands above may change
}

var (
	_ pane.Overlay = (*Menu)(nil)
	_ pane.Listing = (*Menu)(nil)
)

// NewMenu lists choices in their order; those of one group stand together. Each has
// a key that no other of them has, and none of them those of [Contexts]'s Menus.
func NewMenu(env *pane.Env, title string, choices []action.Action) *Menu {
	m := &Menu{base: newBase(env), title: title}
	for _, c := range choices {
		run := c.Run
		c.Run = func() tea.Cmd {
			return pane.Request(pane.Close{Then: func() tea.Msg { return runMsg{run} }})
		}
		m.choices = append(m.choices, c)
	}
	move := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			m.Move(n)
			return nil
		}
	}
	m.acts = append(m.choices[:len(m.choices):len(m.choices)], []action.Action{
		{ID: "menu.choose", Group: "list", Short: "choose", Long: "Do what stands under the cursor.", Keys: []string{"enter"}, Footer: true, Why: m.off, Run: m.choose},
		{ID: "menu.down", Group: "list", Short: "down", Long: "Move to the next line.", Keys: []string{"down", "ctrl+n"}, Run: move(1)},
		{ID: "menu.up", Group: "list", Short: "up", Long: "Move to the line before.", Keys: []string{"up", "ctrl+p"}, Run: move(-1)},
		{ID: "menu.close", Group: "list", Short: "close", Long: "Leave without doing anything.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}...)
	return m
}

// About draws what one should know before one chooses.
func (m *Menu) About(draw func(s *pane.Sheet)) *Menu {
	m.about = draw
	return m
}

// At puts the cursor on a choice, by its index.
func (m *Menu) At(i int) *Menu {
	m.at = 0
	m.Move(i)
	return m
}

// With adds an action that leaves the menu open.
func (m *Menu) With(a action.Action) *Menu {
	m.acts = append(m.acts, a)
	return m
}

func (m *Menu) off() string {
	if len(m.choices) == 0 {
		return "there is nothing to choose"
	}
	return ""
}

// choose has the choice under the cursor run as by its key: what it asks is asked.
func (m *Menu) choose() tea.Cmd { return pane.Request(pane.Do{Action: &m.acts[m.at]}) }

// Title names the overlay.
func (m *Menu) Title() string { return m.title }

// Actions are the choices, moving and leaving.
func (m *Menu) Actions() []action.Action { return m.acts }

// Update ignores everything but its actions.
func (m *Menu) Update(tea.Msg) tea.Cmd { return nil }

// Move moves the cursor by n lines, stopping at the ends.
func (m *Menu) Move(n int) { m.at = min(max(m.at+n, 0), max(len(m.choices)-1, 0)) }

// The widest that a menu gets, the cells of a key, and the most lines that stand above
// the choices.
const (
	menuWidth = 84
	keyWidth  = 4
	menuHead  = 16
)

// menuNote is the lines of a note that stands below the choices, and the gap before it.
const menuNote = 3

// Want is a line for each choice and what stands above them. Where a choice has no room
// for all that it does, there are lines for that below them.
func (m *Menu) Want(w, h int) (int, int) {
	w = min(w, m.widest())
	if m.wanted.w != w {
		m.wanted.w, m.wanted.rows = w, len(m.head(w, menuHead+len(m.choices)))+len(m.choices)
		if m.cuts(w) {
			m.wanted.rows += menuNote
		}
	}
	return w, min(h, m.wanted.rows)
}

// widest is what a menu gets at most: what its choices need, where nothing stands above
// them.
func (m *Menu) widest() int {
	if m.about != nil {
		return menuWidth
	}
	group, short := m.widths(menuWidth)
	note := 0
	for i := range m.choices {
		note = max(note, widget.Width(m.note(&m.acts[i])))
	}
	return min(menuWidth, 1+group+keyWidth+short+note+1)
}

// cuts reports whether a line of w cells has no room for what its choice does.
func (m *Menu) cuts(w int) bool {
	room := m.noteRoom(w)
	return slices.ContainsFunc(m.choices, func(a action.Action) bool { return widget.Width(a.Long) > room })
}

// below is how many lines tell whole what the choice under the cursor does: none where
// there is no room for them.
func (m *Menu) below() int {
	if m.cuts(m.w) && m.h >= len(m.choices)+menuNote {
		return menuNote
	}
	return 0
}

// note is what a choice does, or why it can't be chosen.
func (m *Menu) note(a *action.Action) string {
	if why := a.Off(); why != "" {
		return m.env.Say(why)
	}
	return a.Long
}

// noteRoom is how many of w cells a line has for what its choice does.
func (m *Menu) noteRoom(w int) int {
	group, short := m.widths(w)
	return max(w-1-group-keyWidth-short, 0)
}

// head is what stands above the choices, as far as these leave room.
func (m *Menu) head(w, h int) []string {
	if m.about == nil {
		return nil
	}
	s := &pane.Sheet{Env: m.env, W: w}
	m.about(s)
	s.Gap()
	if room := h - len(m.choices); len(s.Lines) > room {
		return s.Lines[:max(room, 0)]
	}
	return s.Lines
}

// View is what one should know, and the choices.
func (m *Menu) View() string {
	p := m.page()
	p.lines = append(p.lines, m.head(m.w, m.h-m.below())...)
	top, rows := m.window()
	for i := top; i < min(top+rows, len(m.choices)); i++ {
		p.lines = append(p.lines, m.line(i, i == top))
	}
	if m.below() > 0 && m.at < len(m.choices) {
		p.lines = widget.Lines(p.lines, m.w, m.h-menuNote)
		p.gap()
		p.wrapped(theme.Dim, m.note(&m.acts[m.at]))
	}
	return p.String()
}

// line is a choice: its group where that begins, its key, its word, what it does.
func (m *Menu) line(i int, first bool) string {
	a := &m.acts[i] // which has the session's keys
	l := widget.NewLine(nil, m.env.Theme, i == m.at)
	bar, tok, keyed := " ", theme.Text, theme.Accent
	if i == m.at {
		bar = m.env.Theme.Glyphs.Bar
	}
	if a.Off() != "" {
		tok, keyed = theme.Dim, theme.Dim
	}
	group, key := a.Group, ""
	if !first && i > 0 && m.choices[i-1].Group == group {
		group = ""
	}
	if len(a.Keys) > 0 {
		key = action.KeyName(a.Keys[0])
	}
	gw, sw := m.widths(m.w)
	l.Left(theme.Accent, bar, 1)
	l.Left(theme.Dim, group, gw)
	l.Left(keyed, key, keyWidth)
	l.Left(tok, a.Short, min(sw, max(m.w-1-gw-keyWidth, 0)))
	l.Left(theme.Dim, m.note(a), m.noteRoom(m.w))
	return string(l.Bytes())
}

// groupFrom is how much room what the choices do has at least where their groups are
// named, in cells.
const groupFrom = 20

// widths are those of the groups and of the words in w cells, with a gap behind each. Where
// all are of one group it needs no name, and has none where there is little room.
func (m *Menu) widths(w int) (group, short int) {
	several := false
	for i := range m.choices {
		group, short = max(group, widget.Width(m.choices[i].Group)+2), max(short, widget.Width(m.choices[i].Short)+2)
		several = several || m.choices[i].Group != m.choices[0].Group
	}
	if !several || w-1-group-keyWidth-short < groupFrom {
		group = 0
	}
	return group, short
}

// window is the first choice in view, and how many there are.
func (m *Menu) window() (top, rows int) {
	room := m.h - m.below()
	rows = max(room-len(m.head(m.w, room)), 1)
	return max(m.at-rows+1, 0), rows
}

// Rows are the choices.
func (m *Menu) Rows() pane.Rows {
	return pane.Rows{List: menuRows{m}, Line: len(m.head(m.w, m.h-m.below())), Open: "menu.choose"}
}

// menuRows are a menu's choices for the mouse. The one under the cursor is always in
// view, so that the wheel moves that.
type menuRows struct{ m *Menu }

func (r menuRows) PointAt(line int) bool {
	top, rows := r.m.window()
	if line < 0 || line >= rows || top+line >= len(r.m.choices) {
		return false
	}
	r.m.at = top + line
	return true
}

func (r menuRows) CursorLine() (line int, ok bool) {
	top, _ := r.m.window()
	return r.m.at - top, len(r.m.choices) > 0
}

func (r menuRows) Scroll(rows int) { r.m.Move(rows) }

func (menuRows) LetGo() {}
