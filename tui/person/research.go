package person

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// researchPart is the checklist of six.
func (p *Pane) researchPart() part {
	r, ready := p.profile.Person.Outreach.Research, p.deps.Weights.Cadence.Ready
	pt := part{sec: research, count: fmt.Sprintf("%d/%d", r.Done(), len(r)), head: func(s *pane.Sheet) {
		says := fmt.Sprintf("ready at %d", ready)
		if r.Done() >= ready {
			says = "ready"
		}
		s.Head(fmt.Sprintf("Research · %d of %d, %s", r.Done(), len(r), says))
	}}
	for _, which := range model.ResearchItems() {
		f := r[which]
		it := item{
			draw: func(s *pane.Sheet) { p.finding(s, which, f) }, edit: func() tea.Cmd { return p.askFinding(which, f) },
			none: func() tea.Cmd {
				return p.look(which, model.Finding{Looked: model.ItemNone, Date: model.DateOf(p.Env.Now())})
			},
		}
		switch f.Looked {
		case model.ItemFound:
			it.copies = copying("the source", f.Source)
			it.whole = func(s *pane.Sheet) {
				p.finding(s, which, model.Finding{Looked: f.Looked})
				s.Wrapped(theme.Text, 2, f.Fact)
				s.Wrapped(theme.Dim, 2, joinedBy(" · ", f.Source, f.Date.String()))
			}
			fallthrough
		case model.ItemNone:
			it.remove = func() tea.Cmd { return p.look(which, model.Finding{}) }
		}
		if f.Looked == model.ItemNone {
			it.none = nil
		}
		p.put(&pt, which.String(), it)
	}
	return pt
}

// finding draws an item of the checklist.
func (p *Pane) finding(s *pane.Sheet, which model.ResearchItem, f model.Finding) {
	g := s.Env.Theme.Glyphs
	tok, said, sign, text := theme.Dim, theme.Text, g.Open, "open"
	switch f.Looked {
	case model.ItemOpen:
		said = theme.Dim
	case model.ItemFound:
		tok, sign, text = theme.Good, g.Done, joinedBy(" · ", f.Fact, f.Source, f.Date.String())
	case model.ItemNone:
		sign, text = g.Done, joinedBy(" · ", "looked, nothing there", f.Date.String())
	}
	p.told(s, pane.Cell{Tok: tok, Text: sign, W: 2}, pane.Cell{Tok: theme.Dim, Text: which.String(), W: 26}, pane.Cell{Tok: said, Text: text})
}

// look answers an item of the checklist.
func (p *Pane) look(which model.ResearchItem, f model.Finding) tea.Cmd {
	said := map[model.Looked]string{model.ItemOpen: "is open again", model.ItemNone: "looked, nothing there", model.ItemFound: "found"}[f.Looked]
	return p.act(which.String()+": "+said, func(st Store, who store.Act) (store.Acted, error) { return st.Look(who, which, f) })
}
