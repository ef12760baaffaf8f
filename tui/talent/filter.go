package talent

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/widget"
)

// filter narrows the map while one types, by the same queries as "find anyone".
type filter struct {
	open  bool
	input *widget.Input
	words *widget.Completer
	text  string                  // what is typed
	kept  map[model.PersonID]bool // nil: everyone
	wrong string                  // what of the text can't be understood
	bad   roster.QueryError       // and which word that is
}

func (f *filter) keeps(id model.PersonID) bool { return f.kept == nil || f.kept[id] }

// completes reports whether the filter's line says what completes the word at the
// cursor: not where another word is wrong.
func (f *filter) completes() bool {
	at := f.input.Offset()
	return f.open && f.words.Any() && (f.wrong == "" || f.bad.Start <= at && at <= f.bad.End)
}

func (p *Pane) openFilter() tea.Cmd {
	p.filter.open = true
	p.filter.words.Look()
	p.refill()
	return nil
}

func (p *Pane) setFilter(text string) {
	p.filter.input.SetText(text)
	p.filterTyped()
}

// complete lists what the word of the filter may become.
func (p *Pane) complete(text string, cursor int, all bool) []widget.Completion {
	if p.deps.Finder == nil { // for the docs
		return nil
	}
	return p.deps.Finder.Complete(text, cursor, all)
}

func (p *Pane) nothingToComplete() string {
	switch {
	case !p.filter.open:
		return "nothing is being typed: {talent.filter} begins"
	case !p.filter.words.Any():
		return "there is nothing to complete"
	}
	return ""
}

// completeWord completes the word at the cursor of the filter.
func (p *Pane) completeWord() tea.Cmd {
	if p.filter.words.Next() {
		p.filterTyped()
	}
	return nil
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
	ids := slices.Collect(p.board.Map.People())
	kept, err := p.deps.Finder.Narrow(f.text, ids)
	if err != nil {
		f.wrong, f.bad = err.Error(), roster.QueryError{}
		if bad := (*roster.QueryError)(nil); errors.As(err, &bad) {
			f.bad = *bad
		}
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
	key, _ := msg.(tea.KeyPressMsg)
	if key.String() == "right" && p.filter.input.AtEnd() && p.filter.words.Any() {
		return p.completeWord()
	}
	if changed, handled := p.filter.input.Update(msg); handled {
		if changed {
			p.filterTyped()
		}
		p.filter.words.Look()
		return nil
	}
	switch key.String() {
	case "esc":
		return p.clearFilter()
	case "enter":
		p.filter.open = false
		p.refill()
	}
	return nil
}
