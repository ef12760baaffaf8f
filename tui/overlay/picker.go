package overlay

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/pane"
	"talentmap/tui/widget"
)

// Item is one line of a [Picker].
type Item struct {
	Group            string         // what it belongs to: named where another group begins
	Key, Title, Note string         // a key or sign before, a note behind
	Marks            []int          // byte offsets in Title of the letters that matched
	Off              string         // why it can't be chosen; "" when it can
	Types            string         // what choosing types in place of the query; the picker stays open
	Value            any            // what it stands for in a picker for several; comparable
	Run              func() tea.Cmd // what choosing does, after the picker has closed
}

func (it *Item) same(as *Item) bool {
	return it.Title == as.Title && it.Note == as.Note && it.Value == as.Value
}

// Picker is a list that is filtered while one types; enter runs the choice.
type Picker struct {
	base
	title   func() string
	search  func(query string) []Item
	input   *widget.Input
	hint    string
	nothing func(query string) string // what is said where nothing is found
	items   []Item
	at      int
	acts    []action.Action

	opened int                        // how many lines there were at first
	wanted int                        // the rows that it wants, once it was asked
	tall   bool                       // for many lines, whatever there is at first
	whole  bool                       // the note of the line under the cursor is shown whole, below
	words  *widget.Completer          // of what is typed
	many   func(chosen []any) tea.Cmd // nil: one is chosen, and the picker closes
	marked []any                      // values, in the order in which they were marked
	moved  bool                       // since the last letter: a space marks
	taken  bool                       // just now: a letter begins another query
}

var _ pane.Overlay = (*Picker)(nil)

// NewPicker opens a list whose lines come from search, called at every key; it
// must be quick. The hint is a sentence, see [pane.Env.Say].
func NewPicker(env *pane.Env, title, hint string, search func(query string) []Item) *Picker {
	p := &Picker{base: newBase(env), search: search, input: widget.NewInput(), hint: hint, nothing: noneMatches}
	p.words = widget.NewCompleter(p.input, nil)
	p.title = func() string { return title }
	p.items = search("")
	p.opened = len(p.items)
	p.acts = []action.Action{
		{ID: "picker.choose", Group: "list", Short: "choose", Long: "Run the line under the cursor; where several can be chosen, take the marked ones and go on.", Keys: []string{"enter"}, Footer: true, Run: p.choose},
		{ID: "picker.down", Group: "list", Short: "down", Long: "Move to the next line.", Keys: []string{"down", "ctrl+n"}, Run: p.mover(1)},
		{ID: "picker.up", Group: "list", Short: "up", Long: "Move to the line before.", Keys: []string{"up", "ctrl+p"}, Run: p.mover(-1)},
		{ID: "picker.half-down", Group: "list", Short: "page down", Long: "Move ten lines down.", Keys: []string{"pgdown"}, Run: p.mover(10)},
		{ID: "picker.half-up", Group: "list", Short: "page up", Long: "Move ten lines up.", Keys: []string{"pgup"}, Run: p.mover(-10)},
		{ID: "picker.complete", Group: "list", Short: "complete", Long: "Complete the word at the cursor, as the line below it says; again, with what comes next. The arrow does so at the end of what is typed.", Keys: []string{"tab", "right"}, Why: p.nothingToComplete, Run: p.completeWord},
		{ID: "picker.close", Group: "list", Short: "close", Long: "Leave without choosing.", Keys: []string{"esc"}, Footer: true, Run: func() tea.Cmd { return pane.Request(pane.Close{}) }},
	}
	return p
}

// noneMatches is what is said where a word finds nothing.
func noneMatches(string) string { return "Nothing matches. Fewer letters find more." }

// NewPickerOf opens a few lines that are there from the first, of which those are left in
// which what is typed is found: see [Filter].
func NewPickerOf(env *pane.Env, title, hint string, items []Item) *Picker {
	return NewPicker(env, title, hint, func(query string) []Item { return Filter(items, query) })
}

// Completing has words of the query completed.
func (p *Picker) Completing(complete widget.Complete) *Picker {
	p.words = widget.NewCompleter(p.input, complete)
	p.words.Look()
	return p
}

// Nothing says what there is to say where a query finds nothing: a sentence, see
// [pane.Env.Say].
func (p *Picker) Nothing(says func(query string) string) *Picker {
	p.nothing = says
	return p
}

// With adds actions of its own, whose keys are no text.
func (p *Picker) With(acts ...action.Action) *Picker {
	p.acts = slices.Insert(p.acts, len(p.acts)-1, acts...)
	return p
}

// Query is what is typed.
func (p *Picker) Query() string { return p.input.Text() }

// Type puts a query in place of what is typed.
func (p *Picker) Type(query string) *Picker {
	p.input.SetText(query)
	p.typed()
	return p
}

// typed searches for what is typed now.
func (p *Picker) typed() {
	p.items, p.at, p.moved = p.search(p.input.Text()), 0, false
	p.words.Look()
}

// Current is the line under the cursor.
func (p *Picker) Current() (it Item, ok bool) {
	if p.at >= len(p.items) {
		return it, false
	}
	return p.items[p.at], true
}

// Again searches again, as what is searched has changed. The cursor stays on its
// line.
func (p *Picker) Again() {
	was, _ := p.Current()
	p.items = p.search(p.input.Text())
	if i := slices.IndexFunc(p.items, func(it Item) bool { return it.same(&was) }); i >= 0 {
		p.at = i
	}
	p.at = min(p.at, max(len(p.items)-1, 0))
}

func (p *Picker) mover(n int) func() tea.Cmd {
	return func() tea.Cmd {
		p.move(n)
		return nil
	}
}

func (p *Picker) move(n int) {
	p.at = min(max(p.at+n, 0), max(len(p.items)-1, 0))
	p.moved, p.taken = true, false
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
	if len(p.marked) > 0 {
		cmd := p.take(p.marked)
		p.taken = true
		return cmd
	}
	it, ok := p.Current()
	switch {
	case !ok:
		return nil
	case it.Off != "":
		return pane.Request(pane.Toast{Text: it.Title + ": " + it.Off})
	case it.Types != "":
		p.Type(it.Types)
		return nil
	case p.many != nil && it.Value != nil:
		cmd := p.take([]any{it.Value})
		p.move(1)
		p.taken = true
		return cmd
	case it.Run == nil:
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

// Title names the overlay, and says how many are marked.
func (p *Picker) Title() string {
	if n := len(p.marked); n > 0 {
		return fmt.Sprintf("%s · %d marked", p.title(), n)
	}
	return p.title()
}

// Actions are moving, choosing and leaving.
func (p *Picker) Actions() []action.Action { return p.acts }

// Editing is always so.
func (p *Picker) Editing() bool { return true }

// Takes are the keys of the filter; the arrow at its end completes.
func (p *Picker) Takes(key string) bool {
	if key == "right" && p.input.AtEnd() && p.words.Any() {
		return false
	}
	return p.input.Takes(key)
}

// Update types into the filter.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok && p.many != nil && p.moved && key.String() == "space" {
		p.mark()
		return nil
	}
	switch key := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		before := p.input.Text()
		if k, ok := key.(tea.KeyPressMsg); p.taken && (!ok || k.Text != "") {
			p.input.SetText("")
		}
		p.taken = false
		p.input.Update(msg)
		if p.input.Text() != before {
			p.typed()
		}
		p.words.Look() // the cursor may be in another word
	}
	return nil
}
