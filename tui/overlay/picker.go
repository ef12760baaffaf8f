package overlay

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// Item is one line of a [Picker].
type Item struct {
	Key, Title, Note string         // a key or sign before, a note behind
	Marks            []int          // byte offsets in Title of the letters that matched
	Off              string         // why it can't be chosen; "" when it can
	Run              func() tea.Cmd // what choosing does, after the picker has closed
}

// Picker is a list that is filtered while one types; enter runs the choice.
type Picker struct {
	base
	title  string
	search func(query string) []Item
	input  textinput.Model
	items  []Item
	at     int
	acts   []action.Action
}

var _ pane.Overlay = (*Picker)(nil)

// NewPicker opens a list whose lines come from search, called at every key; it
// must be quick.
func NewPicker(env *pane.Env, title, hint string, search func(query string) []Item) *Picker {
	p := &Picker{base: newBase(env), title: title, search: search, input: newInput(hint)}
	p.input.Focus()
	p.items = search("")
	move := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			p.at = min(max(p.at+n, 0), max(len(p.items)-1, 0))
			return nil
		}
	}
	p.acts = []action.Action{
		{ID: "picker.choose", Group: "list", Short: "choose", Long: "Run the line under the cursor.", Keys: []string{"enter"}, Footer: true, Run: p.choose},
		{ID: "picker.down", Group: "list", Short: "down", Long: "Move to the next line.", Keys: []string{"down", "ctrl+n", "ctrl+j"}, Run: move(1)},
		{ID: "picker.up", Group: "list", Short: "up", Long: "Move to the line before.", Keys: []string{"up", "ctrl+p", "ctrl+k"}, Run: move(-1)},
		{ID: "picker.half-down", Group: "list", Short: "page down", Long: "Move ten lines down.", Keys: []string{"pgdown", "ctrl+d"}, Run: move(10)},
		{ID: "picker.half-up", Group: "list", Short: "page up", Long: "Move ten lines up.", Keys: []string{"pgup", "ctrl+u"}, Run: move(-10)},
		{ID: "picker.close", Group: "list", Short: "close", Long: "Leave without choosing.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	return p
}

// Filter keeps the items in which every word of the query is found, in the
// key, the title or the note, whatever the case.
func Filter(items []Item, query string) []Item {
	words := strings.Fields(strings.ToLower(query))
	if len(words) == 0 {
		return items
	}
	var out []Item
	for _, it := range items {
		text := strings.ToLower(it.Title + " " + it.Note)
		all := true
		for _, w := range words {
			all = all && (strings.Contains(text, w) || strings.EqualFold(it.Key, w))
		}
		if all || it.Key == query {
			out = append(out, it)
		}
	}
	return out
}

func (p *Picker) choose() tea.Cmd {
	if p.at >= len(p.items) {
		return nil
	}
	it := p.items[p.at]
	if it.Off != "" {
		return pane.Request(pane.Toast{Text: it.Title + ": " + it.Off})
	}
	if it.Run == nil {
		return pane.Request(pane.Close{})
	}
	return pane.Request(pane.Close{Then: func() tea.Msg { return runMsg{it.Run} }})
}

// runMsg runs a choice in the root's Update, after the overlay has gone.
type runMsg struct{ run func() tea.Cmd }

// Chosen is the command of a choice that comes back to the root.
func Chosen(msg tea.Msg) (tea.Cmd, bool) {
	m, ok := msg.(runMsg)
	if !ok {
		return nil, false
	}
	return m.run(), true
}

// Title names the overlay.
func (p *Picker) Title() string { return p.title }

// Actions are moving, choosing and leaving.
func (p *Picker) Actions() []action.Action { return p.acts }

// Editing is always so.
func (p *Picker) Editing() bool { return true }

// Update types into the filter.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		before := p.input.Value()
		var cmd tea.Cmd
		p.input, cmd = p.input.Update(msg)
		if q := p.input.Value(); q != before {
			p.items, p.at = p.search(q), 0
		}
		return cmd
	}
	return nil
}

// Want is as much as it gets, up to 84 × 24.
func (p *Picker) Want(w, h int) (int, int) { return min(w, 84), min(h, 24) }

// View is the filter and the lines.
func (p *Picker) View() string {
	pg, g := p.page(), p.env.Theme.Glyphs
	if q := p.input.Value(); q == "" {
		pg.lines = append(pg.lines, p.env.Theme.Paint(theme.Accent, "> ")+p.env.Theme.Paint(theme.Dim, widget.Fit(p.input.Placeholder, p.w-2, g.Ellipsis)))
	} else {
		text, _ := widget.Input(q, p.input.Position(), p.w-2, g.Ellipsis)
		pg.lines = append(pg.lines, p.env.Theme.Paint(theme.Accent, "> ")+text)
	}
	pg.gap()
	if len(p.items) == 0 {
		pg.text(theme.Dim, "Nothing matches. Fewer letters find more.")
		return pg.String()
	}
	rows := max(p.h-2, 1)
	top := max(p.at-rows+1, 0)
	keyWidth := p.keyWidth()
	for i := top; i < min(top+rows, len(p.items)); i++ {
		pg.lines = append(pg.lines, p.line(p.items[i], i == p.at, keyWidth))
	}
	return pg.String()
}

func (p *Picker) keyWidth() int {
	n := 0
	for _, it := range p.items {
		n = max(n, widget.Width(it.Key))
	}
	return min(n, 12)
}

func (p *Picker) line(it Item, selected bool, keyWidth int) string {
	l := widget.NewLine(nil, p.env.Theme, selected)
	bar, tok := " ", theme.Text
	if selected {
		bar = p.env.Theme.Glyphs.Bar
	}
	if it.Off != "" {
		tok = theme.Dim
	}
	l.Left(theme.Accent, bar, 1)
	w := p.w - 1
	if keyWidth > 0 {
		l.Left(theme.Accent, it.Key, keyWidth)
		l.Left(theme.Text, "", 2)
		w -= keyWidth + 2
	}
	note := it.Note
	if it.Off != "" {
		note = it.Off
	}
	tw := min(max(widget.Width(it.Title), w*2/5), w)
	if note == "" {
		tw = w
	}
	l.Marked(tok, it.Title, it.Marks, tw)
	if w > tw {
		l.Left(theme.Text, "", 2)
		l.Left(theme.Dim, note, w-tw-2)
	}
	return string(l.Bytes())
}

// Cursor is in the filter.
func (p *Picker) Cursor() (x, y int, ok bool) {
	_, x = widget.Input(p.input.Value(), p.input.Position(), p.w-2, "")
	return 2 + x, 0, true
}
