package talent

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/widget"
)

// filter narrows the map while one types, by the same queries as "find anyone".
type filter struct {
	open  bool
	input *widget.Input
	text  string                  // what is typed
	kept  map[model.PersonID]bool // nil: everyone
	wrong string                  // what of the text can't be understood
}

func (f *filter) keeps(id model.PersonID) bool { return f.kept == nil || f.kept[id] }

func (p *Pane) openFilter() tea.Cmd {
	p.filter.open = true
	p.refill()
	return nil
}

func (p *Pane) setFilter(text string) {
	p.filter.input.SetText(text)
	p.filterTyped()
}

func (p *Pane) filterTyped() {
	p.filter.text = p.filter.input.Text()
	p.refill()
}

// narrow finds whom the filter keeps. Of a text that can't be understood the last
// that could stays.
func (p *Pane) narrow() {
	f := &p.filter
	f.wrong = ""
	if strings.TrimSpace(f.text) == "" {
		f.kept = nil
		return
	}
	ids := make([]model.PersonID, len(p.board.Map.Entries))
	for i, e := range p.board.Map.Entries {
		ids[i] = e.Person
	}
	kept, err := p.deps.Finder.Narrow(f.text, ids)
	if err != nil {
		f.wrong = err.Error()
		return
	}
	f.kept = make(map[model.PersonID]bool, len(kept))
	for _, id := range kept {
		f.kept[id] = true
	}
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
	if changed, handled := p.filter.input.Update(msg); handled {
		if changed {
			p.filterTyped()
		}
		return nil
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			return p.clearFilter()
		case "enter":
			p.filter.open = false
			p.refill()
		}
	}
	return nil
}
