package shortlist

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "shortlist.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.notOpenable, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current().Person, Among: &pane.Among{Name: p.read.role.Title, IDs: slices.Clone(p.list().IDs())}})
		}},
		{ID: "shortlist.copy", Group: "person", Short: "copy", Long: "Copy a line of rank, name, title, company, e-mail and link to the clipboard of your terminal, with tabs between them.", Keys: []string{"y"}, Many: true, Why: p.nobody, Run: p.copy},
		{ID: "shortlist.filter", Group: "list", Short: "narrow", Long: "Show only the people that match what you type: words, fields such as company:acme, @ and the name of a saved filter.", Keys: []string{"/"}, Why: p.unread, Run: p.openNarrowing},
		{ID: "shortlist.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: p.write},
		{ID: "shortlist.why", Group: "person", Short: "why", Long: "Show how the role sees the person, part by part, and her must-haves one by one.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd { return p.read.explain(p.Env, p.current()) }},
		{ID: "shortlist.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Why: p.nobody, Run: p.toMap},
		{ID: "shortlist.pin", Group: "shortlist", Short: "pin", Long: "Have the person, or the marked ones, stand first on the list; once more, and the judgement says where.", Keys: []string{"*"}, Footer: true, Many: true, Why: p.nobody, Run: p.pin},
		{ID: "shortlist.down-rank", Group: "shortlist", Short: "pin down", Long: "Move a pinned person one place down.", Keys: []string{"J", "alt+down"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(1) }},
		{ID: "shortlist.up-rank", Group: "shortlist", Short: "pin up", Long: "Move a pinned person one place up.", Keys: []string{"K", "alt+up"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(-1) }},
		{ID: "shortlist.exclude", Group: "shortlist", Short: "take off", Long: "Take the person, or the marked ones, off the list, with the reason; where she was taken off, put her back.", Keys: []string{"x"}, Footer: true, Many: true, Why: p.nobody, Run: p.exclude},
		{ID: "shortlist.turn", Group: "shortlist", Short: "other lists", Long: "Go from who is listed to who can't be written to now, to who is not on the list and why, and back; while narrowing, complete the word at the cursor.", Keys: []string{"tab"}, Footer: true, Why: p.unread, Run: p.turn},
		{ID: "shortlist.whynot", Group: "shortlist", Short: "why not", Long: "Find anybody, and say how the role sees her, and why she is not on the list.", Keys: []string{"Y"}, Why: p.unread, Run: p.whyNot},
		{ID: "shortlist.everyone", Group: "shortlist", Short: "everyone", Long: "Look beyond the maps, at everyone; once more, and only the maps count.", Keys: []string{"B"}, Why: p.unread, Run: p.beyond},
		{ID: "shortlist.draw", Group: "shortlist", Short: "draw", Long: "Say what has changed since the list was drawn last, and keep it as it stands now.", Keys: []string{"."}, Footer: true, Why: p.unread, Run: p.drawAgain},
		pane.Back("shortlist", "Drop the marks, then show everyone, then close the page.", p.close),
	}
	shown := pane.Shown(func() pane.Marker { return p.list() })
	acts = append(acts, pane.Marks("shortlist", shown, p.nobody)...)
	return append(acts, pane.Moves("shortlist", shown)...)
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

func (p *Pane) nobody() string {
	if why := p.unread(); why != "" {
		return why
	}
	switch {
	case p.current() != nil:
		return ""
	case p.narrow.Text() != "":
		return "nobody is shown: {shortlist.close} shows everyone"
	}
	return "nobody is selected: {shortlist.turn} goes to the other lists"
}

// notOpenable keeps the key for the query while that is typed.
func (p *Pane) notOpenable() string {
	if p.narrow.Typing() {
		return "the query is being typed"
	}
	return p.nobody()
}

func (p *Pane) unpinned() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if r := p.current(); r.Pinned == 0 || r.rank == 0 {
		return "the judgement ranks her: {shortlist.pin} pins her first"
	}
	return ""
}

func (p *Pane) turn() tea.Cmd {
	if p.narrow.Typing() {
		return p.narrow.Complete()
	}
	p.view = (p.view + 1) % views
	return nil
}

func (p *Pane) openNarrowing() tea.Cmd {
	p.narrow.Open()
	p.SetSize(p.W, p.H)
	return nil
}

// copy puts whoever is selected on the clipboard.
func (p *Pane) copy() tea.Cmd {
	people := pane.Profiles(p.targets(), func(id model.PersonID) *roster.Profile { return p.read.of[id].prof })
	return pane.CopyPeople(people, func(prof *roster.Profile) string { return rankOf(p.read.of[prof.Person.ID]) })
}

// close drops the marks, then the query; without either it closes the page.
func (p *Pane) close() tea.Cmd {
	switch {
	case p.narrow.Typing():
		cmd := p.narrow.Clear()
		p.SetSize(p.W, p.H)
		return cmd
	case len(p.list().Marked()) > 0:
		p.list().Unmark()
	case p.narrow.Text() != "":
		return p.narrow.Clear()
	default:
		return pane.ClosePage()
	}
	return nil
}

// write takes the composer to the person. What the role offers her, in its words,
// is in [model.Role.Words] by her motive: a first draft begins here.
func (p *Pane) write() tea.Cmd { return pane.Request(pane.Write{ID: p.current().Person}) }

func (p *Pane) toMap() tea.Cmd {
	r := p.current()
	return pane.Request(pane.AddToMap{ID: r.Person, Name: r.prof.Person.Name})
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
