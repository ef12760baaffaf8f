package overlay

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Menu is a few things to choose from, each by its own key: that is all there is to
// press. The arrows and enter do, too.
//
//	overlay.NewMenu(env, "Tier", []overlay.Item{{Key: "a", Title: "A", Run: …}})
type Menu struct {
	base
	title string
	items []Item
	at    int
	acts  []action.Action
}

var (
	_ pane.Overlay = (*Menu)(nil)
	_ pane.Editing = (*Menu)(nil)
	_ pane.Listing = (*Menu)(nil)
)

// NewMenu shows items, each with a Key of one letter or sign. The cursor begins on
// the one at.
func NewMenu(env *pane.Env, title string, items []Item, at int) *Menu {
	m := &Menu{base: newBase(env), title: title, items: items, at: min(max(at, 0), max(len(items)-1, 0))}
	m.acts = []action.Action{
		{ID: "menu.choose", Group: "menu", Short: "choose", Long: "Choose the line under the cursor; the key before a line does so at once.", Keys: []string{"enter"}, Footer: true, Run: func() tea.Cmd { return m.choose(m.at) }},
		{ID: "menu.down", Group: "menu", Short: "down", Long: "Move to the next line.", Keys: []string{"down", "ctrl+n", "tab"}, Run: m.mover(1)},
		{ID: "menu.up", Group: "menu", Short: "up", Long: "Move to the line before.", Keys: []string{"up", "ctrl+p", "shift+tab"}, Run: m.mover(-1)},
		{ID: "menu.close", Group: "menu", Short: "close", Long: "Leave without choosing.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	return m
}

func (m *Menu) mover(n int) func() tea.Cmd {
	return func() tea.Cmd {
		m.at = (m.at + n + len(m.items)) % max(len(m.items), 1)
		return nil
	}
}

func (m *Menu) choose(i int) tea.Cmd {
	if i >= len(m.items) {
		return nil
	}
	m.at = i
	it := m.items[i]
	if it.Off != "" {
		return pane.Request(pane.Toast{Next: it.Title + ": " + it.Off})
	}
	return pane.Request(pane.Close{Then: func() tea.Msg { return runMsg{it.Run} }})
}

// Title names the overlay.
func (m *Menu) Title() string { return m.title }

// Actions are moving, choosing and leaving.
func (m *Menu) Actions() []action.Action { return m.acts }

// Editing is always so: a letter chooses.
func (m *Menu) Editing() bool { return true }

// Takes is no key but letters and signs.
func (m *Menu) Takes(string) bool { return false }

// Update chooses by key.
func (m *Menu) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || press.Text == "" && press.String() != "space" {
		return nil
	}
	for i := range m.items {
		if m.items[i].Key == press.String() {
			return m.choose(i)
		}
	}
	return pane.Request(pane.Toast{Next: action.KeyName(press.String()) + " chooses nothing here: {menu.choose} takes the line under the cursor, {menu.close} leaves"})
}

// Want is as wide as its widest line, and as high as it has lines.
func (m *Menu) Want(w, h int) (int, int) {
	widest := widget.Width(m.title) + 4
	for _, it := range m.items {
		widest = max(widest, menuIndent+m.titles()+2+widget.Width(it.Note))
	}
	return min(w, widest), min(h, len(m.items))
}

// titles is the width of the widest title.
func (m *Menu) titles() (w int) {
	for _, it := range m.items {
		w = max(w, widget.Width(it.Title))
	}
	return w
}

// menuIndent is what stands before a line's title: the cursor's bar and the key.
const menuIndent = 5

// Rows are the lines.
func (m *Menu) Rows() pane.Rows { return pane.Rows{List: menuRows{m}, Open: "menu.choose"} }

type menuRows struct{ m *Menu }

func (r menuRows) PointAt(line int) bool {
	i := r.m.top() + line
	if line < 0 || line >= r.m.h || i >= len(r.m.items) {
		return false
	}
	r.m.at = i
	return true
}

func (r menuRows) CursorLine() (int, bool) { return r.m.at - r.m.top(), len(r.m.items) > 0 }

func (r menuRows) Scroll(n int) { r.m.at = min(max(r.m.at+n, 0), max(len(r.m.items)-1, 0)) }

func (menuRows) LetGo() {}

// top is the first line in view.
func (m *Menu) top() int { return max(m.at-m.h+1, 0) }

// View is the lines in view.
func (m *Menu) View() string {
	p, titles := m.page(), m.titles()
	for i := m.top(); i < len(m.items) && len(p.lines) < m.h; i++ {
		it, st := &m.items[i], widget.RowState{Cursor: i == m.at, Selected: i == m.at}
		l := widget.NewLine(nil, m.env.Theme, st.Selected)
		tok, bar := st.Bar(m.env.Theme)
		l.Left(tok, bar, 2)
		text := theme.Text
		if it.Off != "" {
			text = theme.Dim
		}
		l.Left(theme.Accent, it.Key, menuIndent-2)
		l.Left(text, it.Title, min(titles+2, max(m.w-menuIndent, 0)))
		l.Left(theme.Dim, it.Note, m.w-menuIndent-titles-2)
		p.lines = append(p.lines, string(l.Bytes()))
	}
	return p.String()
}
