package person

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// journalPart is who has changed what of her, newest first.
func (p *Pane) journalPart() part {
	count := numbered(len(p.journal))
	if p.older {
		count += "+"
	}
	pt := part{sec: journal, count: count, head: func(s *pane.Sheet) { s.Head("Journal") }}
	for i := range p.journal {
		e := &p.journal[i]
		it := item{
			draw: func(s *pane.Sheet) { p.entry(s, e) }, copies: copying("the entry", joined(p.day(e.At), e.Actor, e.What)),
			whole: func(s *pane.Sheet) {
				p.entry(s, e)
				s.Wrapped(theme.Dim, 4, fmt.Sprintf("%s, change %d", e.What, e.Rev))
			},
			remove: func() tea.Cmd { return p.takeBack(e) },
		}
		p.put(&pt, fmt.Sprint(e.Rev), it)
	}
	if p.older {
		p.put(&pt, "older", item{fixed: true, draw: func(s *pane.Sheet) { s.Says(theme.Dim, 0, "older changes are in the history: {history}") }})
	}
	return pt
}

// entry draws a change in a line; one that does not stand is dim and says so.
func (p *Pane) entry(s *pane.Sheet, e *store.Entry) {
	tok, what := theme.Text, e.What
	if e.Gone || e.IsUndo() {
		tok = theme.Dim
	}
	if e.Gone {
		what = "taken back: " + what
	}
	s.Cells(pane.Cell{Tok: theme.Dim, Text: e.At.In(p.Env.Now().Location()).Format("2006-01-02 15:04"), W: 18},
		pane.Cell{Tok: theme.Dim, Text: e.Actor, W: 12}, pane.Cell{Tok: tok, Text: what})
}

// takeBack asks, and takes back a change of one's own.
func (p *Pane) takeBack(e *store.Entry) tea.Cmd {
	switch {
	case e.Gone:
		return pane.Request(pane.Toast{Next: "it was taken back before"})
	case e.IsUndo():
		return pane.Request(pane.Toast{Next: "this is an undo: {redo} brings back what you took back last"})
	case e.Import != 0:
		return pane.Request(pane.Toast{Text: "it came with an import", Next: "{imports} takes back the whole of it"})
	case e.Actor != p.Env.User:
		return pane.Request(pane.Toast{Text: "this change is by " + e.Actor, Next: "{history} takes back the changes of others"})
	}
	st, user, rev := p.deps.Store, p.Env.User, e.Rev
	ask := fmt.Sprintf("Take back your change of %s, %q, with all that it touched?", e.At.In(p.Env.Now().Location()).Format("2006-01-02 15:04"), e.What)
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, ask, func() tea.Cmd {
		return pane.Request(pane.Job{What: "taking it back", Run: func(func(pane.Done)) tea.Msg { return pane.TookBack(st.UndoChange(user, rev)) }})
	}).Next(pane.BringsBack)})
}
