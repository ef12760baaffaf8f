package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
)

// Many has the picker stay open and take several lines at once: choose gets their
// values, runs within Update, and the lines are searched again after it. title is
// asked for at every frame. tab marks then, and the arrow alone completes.
func (p *Picker) Many(title func() string, choose func(values []any) tea.Cmd) *Picker {
	p.title, p.many = title, choose
	for i := range p.acts {
		if p.acts[i].ID == "picker.complete" {
			p.acts[i].ID, p.acts[i].Keys = "picker.complete-several", []string{"right"} // other keys, so that it is chosen by itself
			p.acts = slices.Insert(p.acts, i, action.Action{
				ID: "picker.mark", Group: "list", Short: "mark", Long: "Mark the line and go on, where several can be chosen; a blank does so, too, once you have moved.",
				Keys: []string{"tab"}, Footer: true, Why: p.unmarkable, Run: p.markLine,
			})
			break
		}
	}
	return p
}

// completing is the key that completes, "" for none.
func (p *Picker) completing() string {
	for i := range p.acts {
		if a := &p.acts[i]; strings.HasPrefix(a.ID, "picker.complete") && len(a.Keys) > 0 {
			return a.Keys[0]
		}
	}
	return ""
}

// take chooses some and goes on.
func (p *Picker) take(values []any) tea.Cmd {
	p.marked = nil
	cmd := p.many(values)
	p.Again()
	return cmd
}

// offered is what the lines say that the query may become.
func (p *Picker) offered() string {
	for _, it := range p.items {
		if it.Types != "" {
			return it.Types
		}
	}
	return ""
}

func (p *Picker) nothingToComplete() string {
	if !p.words.Any() && p.offered() == "" {
		return "there is nothing to complete"
	}
	return ""
}

// completeWord completes the word at the cursor, else as the lines say.
func (p *Picker) completeWord() tea.Cmd {
	switch text := p.offered(); {
	case p.words.Next():
		p.typed()
	case text != "":
		p.Type(text)
	}
	return nil
}

func (p *Picker) unmarkable() string {
	it, ok := p.Current()
	if !ok || it.Value == nil {
		return "there is nothing to mark"
	}
	return it.Off
}

// Marked are the values of the marked lines, in the order in which they were marked.
func (p *Picker) Marked() []any { return slices.Clone(p.marked) }

func (p *Picker) markLine() tea.Cmd {
	p.mark()
	return nil
}

// mark marks the line under the cursor, or no longer, and goes on.
func (p *Picker) mark() {
	if p.unmarkable() != "" {
		return
	}
	v := p.items[p.at].Value
	if i := slices.Index(p.marked, v); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, v)
	}
	p.move(1)
}

// sign is before a marked line.
func (p *Picker) sign(it Item) string {
	if it.Value != nil && slices.Contains(p.marked, it.Value) {
		return p.env.Theme.Glyphs.Mark
	}
	return ""
}
