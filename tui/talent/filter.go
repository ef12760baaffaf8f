package talent

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
)

// filter narrows the map while one types.
type filter struct {
	open  bool
	text  string
	words []string
}

func (f *filter) keeps(r *row) bool {
	for _, w := range f.words {
		if !strings.Contains(r.fold, w) {
			return false
		}
	}
	return true
}

func (p *Pane) openFilter() tea.Cmd {
	p.filter.open = true
	p.refill()
	return nil
}

func (p *Pane) setFilter(text string) {
	p.filter.text = text
	p.filter.words = strings.Fields(model.NameKey(text))
	p.refill()
}

// clearFilter shows everyone again.
func (p *Pane) clearFilter() tea.Cmd {
	p.filter.open = false
	p.setFilter("")
	return nil
}

// typeFilter takes the keys of the open filter.
func (p *Pane) typeFilter(msg tea.Msg) tea.Cmd {
	if !p.filter.open {
		return nil
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.setFilter(p.filter.text + model.CleanLine(msg.Content))
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p.clearFilter()
		case "enter":
			p.filter.open = false
			p.refill()
		case "backspace":
			if r := []rune(p.filter.text); len(r) > 0 {
				p.setFilter(string(r[:len(r)-1]))
			}
		case "up":
			p.list.Move(-1)
		case "down":
			p.list.Move(1)
		default:
			p.setFilter(p.filter.text + model.CleanLine(msg.Text) + trailingSpace(msg.Text))
		}
	}
	return nil
}

// trailingSpace keeps a typed space, which cleaning takes from the end.
func trailingSpace(s string) string {
	if s == " " {
		return " "
	}
	return ""
}
