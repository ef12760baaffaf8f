package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Many has the picker stay open and take several lines at once: choose gets their
// values, runs within Update, and the lines are searched again after it. title is
// asked for at every frame.
func (p *Picker) Many(title func() string, choose func(values []any) tea.Cmd) *Picker {
	p.title, p.many = title, choose
	return p
}

// take chooses some and goes on.
func (p *Picker) take(values []any) tea.Cmd {
	p.marked = nil
	cmd := p.many(values)
	p.Again()
	return cmd
}

// completion is what the query may become.
func (p *Picker) completion() string {
	for _, it := range p.items {
		if it.Types != "" {
			return it.Types
		}
	}
	return ""
}

func (p *Picker) unmarkable() string {
	it, ok := p.Current()
	switch {
	case p.completion() != "":
		return ""
	case p.many == nil:
		return "one line is chosen here: {picker.choose} does"
	case !ok || it.Value == nil:
		return "there is nothing to mark"
	}
	return it.Off
}

func (p *Picker) tab() tea.Cmd {
	if text := p.completion(); text != "" {
		p.Type(text)
		return nil
	}
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
