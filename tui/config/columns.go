package config

import (
	"fmt"
	"slices"

	"talentmap/tui/widget"
)

func (p *parser) takeColumns(e *entry) {
	lists := p.known().Lists
	i := slices.IndexFunc(lists, func(l widget.Listed) bool { return l.List == e.path[1].text })
	if i < 0 || len(e.path) > 2 {
		names := make([]string, len(lists))
		for i := range lists {
			names[i] = lists[i].List
		}
		p.problem(e.path[1].at, "there is no list "+shown(e.path[1].text)+" with columns to choose", nearest(e.path[1].text, names))
		return
	}
	shownOnes, all := names(lists[i])
	var chosen []string
	written, ok := p.words(e, "the names of columns in brackets")
	for _, w := range written {
		switch {
		case !slices.Contains(all, w.text):
			p.problem(w.at, fmt.Sprintf("%s has no column %s", e.path[1].text, shown(w.text)), nearest(w.text, all))
		case slices.Contains(chosen, w.text):
			p.problem(w.at, w.text+" is there twice", "")
		default:
			chosen = append(chosen, w.text)
		}
	}
	switch {
	case !ok:
	case len(written) == 0:
		p.problem(e.value.at, "a list without columns shows nothing", "take the line out to see those that it has by itself")
	case len(chosen) > 0 && !slices.Equal(chosen, shownOnes):
		if p.s.Columns == nil {
			p.s.Columns = map[string][]string{}
		}
		p.s.Columns[e.path[1].text] = chosen
	}
}

// names are the columns of a list that are shown where nobody has chosen, and all.
func names(l widget.Listed) (shown, all []string) {
	for _, c := range l.Columns {
		all = append(all, c.Name)
		if !c.Extra {
			shown = append(shown, c.Name)
		}
	}
	return shown, all
}
