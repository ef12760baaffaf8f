package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// helpID is the action that lists the keys: the only one of everywhere that also
// runs over what lies over a place.
const helpID = "help"

// homeID is the action that closes a page wherever that has no key of its own for it.
const homeID = "go.home"

// mostRecent is how many commands the palette remembers.
const mostRecent = 8

// command is an action in the help or in the palette.
type command struct {
	action.Action
	group string
	off   string // why it is off, with the session's keys
}

// help lists the keys of where one is, also over what lies over a place, and those of
// a text that is being typed; once more, and it is gone.
func (r *Root) help() tea.Cmd {
	top := r.top()
	if _, is := top.(*keyList); is {
		return r.close()
	}
	all := grouped(r.commands(top.Actions()))
	if len(r.overlays) == 0 {
		all = append(all, grouped(r.commands(r.acts))...)
	}
	if e, is := top.(pane.Editing); is && e.Editing() {
		keys := slices.DeleteFunc(typingActions(), func(a action.Action) bool { return !e.Takes(a.Keys[0]) })
		all = append(all, r.commands(keys)...)
	}
	p := overlay.NewPicker(r.env, "Keys · "+top.Title(), "a word, or a key: {picker.choose} runs what it does", func(q string) []overlay.Item {
		return r.items(narrowed(all, q))
	})
	return r.open(&keyList{Picker: p.Whole(), all: all})
}

// palette finds commands by their words: those of this place and of everywhere,
// the ones that ran last first.
func (r *Root) palette() tea.Cmd {
	all := append(grouped(r.commands(r.acts)), grouped(r.commands(r.under().Actions()))...)
	all = r.recentFirst(all)
	p := overlay.NewPicker(r.env, "Commands", "what would you like to do?", func(q string) []overlay.Item {
		return r.items(narrowed(all, q))
	})
	return r.open(&keyList{Picker: p.Whole(), all: all})
}

func (r *Root) commands(acts []action.Action) []command {
	all := make([]command, len(acts))
	for i, a := range acts {
		all[i] = command{a, a.Group, r.env.Say(a.Off())}
	}
	return all
}

// grouped brings those of one group together, the groups in the order in which they
// begin.
func grouped(all []command) []command {
	var groups []string
	for _, c := range all {
		if !slices.Contains(groups, c.group) {
			groups = append(groups, c.group)
		}
	}
	slices.SortStableFunc(all, func(a, b command) int {
		return slices.Index(groups, a.group) - slices.Index(groups, b.group)
	})
	return all
}

// recentFirst puts the commands that were chosen last first.
func (r *Root) recentFirst(all []command) []command {
	out := make([]command, 0, len(all))
	for _, id := range r.recent {
		for _, c := range all {
			if c.ID == id {
				c.group = "recent"
				out = append(out, c)
			}
		}
	}
	for _, c := range all {
		if !slices.Contains(r.recent, c.ID) {
			out = append(out, c)
		}
	}
	return out
}

// narrowed are the commands that a query finds: each of its words in the word, the
// sentence or the group of the command, or one of its keys. What has the query as a
// key stands first, then what begins with it.
func narrowed(all []command, query string) []command {
	words := strings.Fields(query)
	if len(words) == 0 {
		return all
	}
	var out []command
	for _, c := range all {
		if !slices.ContainsFunc(words, func(w string) bool { return !c.hasKey(w, true) && !c.says(w) }) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b command) int { return a.rank(words) - b.rank(words) })
	return out
}

// rank is how near a command is to a query, 0 the nearest.
func (c *command) rank(words []string) int {
	query := strings.Join(words, " ")
	switch {
	case c.hasKey(query, false):
		return 0
	case strings.HasPrefix(c.Short, strings.ToLower(query)):
		return 1
	case strings.Contains(c.Short, strings.ToLower(query)):
		return 2
	}
	return 3
}

// says reports whether a word is in what is told of the command.
func (c *command) says(word string) bool {
	return strings.Contains(strings.ToLower(c.Short+" "+c.Long+" "+c.group), strings.ToLower(word))
}

// hasKey reports whether a word is one of the command's keys, as it is spelled or as
// it is shortened; or, with more than a letter typed, the beginning of one.
func (c *command) hasKey(word string, begins bool) bool {
	for _, k := range c.Keys {
		if k == word || action.KeyName(k) == word || begins && utf8.RuneCountInString(word) > 1 && strings.HasPrefix(k, word) {
			return true
		}
	}
	return false
}

// items are the lines of commands, each group named once.
func (r *Root) items(all []command) []overlay.Item {
	items := make([]overlay.Item, len(all))
	for i, c := range all {
		items[i] = overlay.Item{
			Group: c.group, Key: strings.Join(c.Keys, " "), Title: c.Short, Note: c.Long, Off: c.off, Run: r.runLater(c.Action),
		}
	}
	return items
}

// runLater runs an action that was chosen from a list.
func (r *Root) runLater(a action.Action) func() tea.Cmd {
	return func() tea.Cmd {
		r.recent = slices.DeleteFunc(r.recent, func(id string) bool { return id == a.ID })
		r.recent = slices.Insert(r.recent, 0, a.ID)
		r.recent = r.recent[:min(len(r.recent), mostRecent)]
		return r.run(&a)
	}
}

// keyList is a list of commands in which a key that is no text finds what it does
// elsewhere, by being pressed.
type keyList struct {
	*overlay.Picker
	all []command
}

var _ pane.Overlay = (*keyList)(nil)

// Update types, and looks a pressed key up that types and moves nothing.
func (l *keyList) Update(msg tea.Msg) tea.Cmd {
	cmd := l.Picker.Update(msg)
	press, ok := msg.(tea.KeyPressMsg)
	if key := press.String(); ok && press.Text == "" && !l.Takes(key) && slices.ContainsFunc(l.all, func(c command) bool { return slices.Contains(c.Keys, key) }) {
		l.Type(key)
	}
	return cmd
}
