package shortlist

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	return []action.Action{
		{ID: "shortlist.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.NotOpenable, Run: p.OpenPerson},
		{ID: "shortlist.copy", Group: "person", Short: "copy", Long: "Copy a line of rank, name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Many: true, Why: p.Nobody, Run: p.copy},
		{ID: "shortlist.filter", Group: "list", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as company:acme, @ and the name of a saved filter.", Keys: []string{"/"}, Why: p.unread, Run: p.OpenNarrowing},
		{ID: "shortlist.order", Group: "list", Short: "order", Long: "Order by rank, score, receptivity or another column; the same once more turns it round.", Keys: []string{"o"}, Why: p.unread, Run: p.reorder},
		{ID: "shortlist.write", Group: "person", Short: "write", Long: "Write to the person: a first draft for the role, through the warmest channel, unless there is one already.", Keys: []string{"c"}, Footer: true, Why: p.Nobody, Run: p.write},
		{ID: "shortlist.why", Group: "person", Short: "why", Long: "Show how the role sees the person, part by part, and her must-haves one by one.", Keys: []string{"w"}, Footer: true, Why: p.Nobody, Run: func() tea.Cmd { return p.read.explain(p.Env, p.current()) }},
		{ID: "shortlist.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Why: p.Nobody, Run: p.ToMap},
		{ID: "shortlist.pin", Group: "shortlist", Short: "pin", Long: "Have the person, or the marked ones, stand first on the list; once more, and the judgement says where.", Keys: []string{"*"}, Footer: true, Many: true, Why: p.Nobody, Run: p.pin},
		{ID: "shortlist.down-rank", Group: "shortlist", Short: "pin down", Long: "Move a pinned person one place down.", Keys: []string{"J", "alt+down"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(1) }},
		{ID: "shortlist.up-rank", Group: "shortlist", Short: "pin up", Long: "Move a pinned person one place up.", Keys: []string{"K", "alt+up"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(-1) }},
		{ID: "shortlist.exclude", Group: "shortlist", Short: "take off", Long: "Take the person, or the marked ones, off the list, with the reason; where she was taken off, put her back.", Keys: []string{"x"}, Footer: true, Many: true, Why: p.Nobody, Run: p.exclude},
		{ID: "shortlist.turn", Group: "shortlist", Short: "other lists", Long: "Go from who is listed to who can't be written to now, to who is not on the list and why, and back; while narrowing, complete the word at the cursor.", Keys: []string{"tab"}, Footer: true, Why: p.unread, Run: p.Turn},
		{ID: "shortlist.whynot", Group: "shortlist", Short: "why not", Long: "Find anybody, and say how the role sees her, and why she is not on the list.", Keys: []string{"Y"}, Why: p.unread, Run: p.whyNot},
		{ID: "shortlist.everyone", Group: "shortlist", Short: "everyone", Long: "Look beyond the maps, at everyone; once more, and only the maps count.", Keys: []string{"B"}, Why: p.unread, Run: p.beyond},
		{ID: "shortlist.draw", Group: "shortlist", Short: "draw", Long: "Say what has changed since the list was drawn last, and keep it as it stands now.", Keys: []string{"."}, Footer: true, Why: p.unread, Run: p.drawAgain},
		pane.Back("shortlist", "Drop the marks, then show everyone, then close the page.", p.Back),
	}
}

func (p *Pane) unread() string {
	switch {
	case p.gone:
		return "the role has been deleted: {undo} brings it back where that was you"
	case p.read == nil:
		return "the shortlist is being drawn"
	}
	return ""
}

func (p *Pane) unpinned() string {
	if why := p.Nobody(); why != "" {
		return why
	}
	if !p.order.Natural() {
		return "the list is not in the order of the ranks: {shortlist.order} and the rank order it so"
	}
	if r := p.current(); r.Pinned == 0 || r.rank == 0 {
		return "the judgement ranks her: {shortlist.pin} pins her first"
	}
	return ""
}

func (p *Pane) copy() tea.Cmd {
	return p.Copy(func(prof *roster.Profile) string { return rankOf(p.read.of[prof.Person.ID]) })
}

// write takes the composer to the person, with a first draft in the role's words through
// the warmest channel.
func (p *Pane) write() tea.Cmd {
	r := p.current()
	return pane.Request(pane.Write{ID: r.Person, Role: p.id, Channel: r.Channel})
}

// targets are the marked people, else the one under the cursor.
func (p *Pane) targets() []model.PersonID { return p.Selected().People }

func (p *Pane) named(ids []model.PersonID) string {
	if len(ids) > 1 {
		return fmt.Sprintf("%d people", len(ids))
	}
	return p.read.of[ids[0]].prof.Person.Name
}

// unchanged is an edit that failed: what it showed at once is read again.
type unchanged struct {
	pane.Owner
	tell tea.Msg
}

// change edits the role as it stands within the transaction, and tells what was
// done.
func (p *Pane) change(what string, edit func(r *model.Role) error) tea.Cmd {
	st, by, id, owner := p.deps.Store, store.By(p.Env.User, what), p.id, p.Owner(0)
	return func() tea.Msg {
		_, err := st.EditRole(by, id, func(_ *store.Tx, r *model.Role) error { return edit(r) })
		switch {
		case errors.Is(err, model.ErrPinned), errors.Is(err, model.ErrUnpinned), errors.Is(err, model.ErrExcluded), errors.Is(err, model.ErrIncluded), errors.Is(err, store.ErrNotFound):
			return unchanged{owner, pane.Refused{Why: err.Error()}}
		case err != nil:
			return unchanged{owner, pane.Fail(err)}
		}
		return pane.Toast{Text: what, Next: pane.TakesBack}
	}
}
