package queue

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/scoring"
	"talentmap/tui/widget"
)

// view is whose queue is shown.
type view uint8

// The views, in the order in which one key goes through them.
const (
	everyone view = iota
	mine
	putOff
	views
)

func (v view) String() string { return [...]string{"everyone", "mine", "put off"}[v] }

// nextView shows mine, then those who are put off, then everyone again.
func (p *Pane) nextView() tea.Cmd {
	p.view = (p.view + 1) % views
	return p.renarrow()
}

// turn narrows to the next class, or to the one before; to all beyond the last.
func (p *Pane) turn(n int) tea.Cmd {
	all := int(scoring.KeepOrErase) + 2
	p.class = uint8((int(p.class) + n + all) % all)
	return p.renarrow()
}

// renarrow reads what the queue is narrowed to now.
func (p *Pane) renarrow() tea.Cmd {
	p.limit, p.afresh = shown, true
	p.list.Unmark()
	return p.Load()
}

// typed follows what is typed. Of a text that can't be understood the last that could
// stays.
func (p *Pane) typed() tea.Cmd {
	text := p.narrow.Text()
	_, err := p.deps.Index.Snapshot().Filters().Parse(text, p.env.User, p.env.Now())
	p.narrow.Wrong(err)
	if err != nil || text == p.understood {
		return nil
	}
	p.understood = text
	return p.renarrow()
}

// complete lists what the word of the query may become.
func (p *Pane) complete(text string, cursor int, all bool) (out []widget.Completion) {
	if p.deps.Index == nil { // for the docs
		return nil
	}
	list := p.deps.Index.Snapshot().Suggest
	if all {
		list = p.deps.Index.Snapshot().Complete
	}
	for _, c := range list(text, cursor) {
		out = append(out, widget.Completion(c))
	}
	return out
}

// narrowed reports whether less than the whole queue is shown.
func (p *Pane) narrowed() bool { return p.class != 0 || p.view != everyone || p.narrow.Text() != "" }

func (p *Pane) nothingToClear() string {
	if !p.narrowed() && !p.narrow.Typing() && len(p.list.Marked()) == 0 {
		return "everyone is shown, and nobody is marked"
	}
	return ""
}

// clear drops the marks, then shows everyone.
func (p *Pane) clear() tea.Cmd {
	if len(p.list.Marked()) > 0 {
		p.list.Unmark()
		return nil
	}
	p.class, p.view = 0, everyone
	if p.narrow.Text() == "" {
		return p.renarrow()
	}
	return p.narrow.Clear()
}
