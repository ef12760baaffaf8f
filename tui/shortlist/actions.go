package shortlist

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "shortlist.open", Group: "person", Short: "open", Long: "Open the person's page.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd {
			return pane.Request(pane.OpenPerson{ID: p.current().Person})
		}},
		{ID: "shortlist.write", Group: "person", Short: "write", Long: "Write to the person, with the facts beside the text.", Keys: []string{"c"}, Footer: true, Why: p.nobody, Run: p.write},
		{ID: "shortlist.why", Group: "person", Short: "why", Long: "Show how the role sees the person, part by part, and her must-haves one by one.", Keys: []string{"w"}, Footer: true, Why: p.nobody, Run: func() tea.Cmd { return p.read.explain(p.Env, p.current()) }},
		{ID: "shortlist.add", Group: "person", Short: "to map", Long: "Put the person on the talent map that is shown.", Keys: []string{"a"}, Why: p.nobody, Run: p.toMap},
		{ID: "shortlist.snooze", Group: "person", Short: "defer", Long: "Keep the person, or the marked ones, out of the queue until a day.", Keys: []string{"d"}, Many: true, Why: p.nobody, Run: p.snooze},
		{ID: "shortlist.assign", Group: "person", Short: "assign", Long: "Hand the person, or the marked ones, over to a colleague.", Keys: []string{"@"}, Many: true, Why: p.nobody, Run: p.assign},
		{ID: "shortlist.mark", Group: "shortlist", Short: "mark", Long: "Mark the person, to act on several at once, and move on.", Keys: []string{"space"}, Why: p.nobody, Run: p.mark},
		{ID: "shortlist.pin", Group: "shortlist", Short: "pin", Long: "Have the person, or the marked ones, stand first on the list; once more, and the judgement says where.", Keys: []string{"*"}, Footer: true, Many: true, Why: p.nobody, Run: p.pin},
		{ID: "shortlist.down-rank", Group: "shortlist", Short: "pin down", Long: "Move a pinned person one place down.", Keys: []string{"J", "shift+down"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(1) }},
		{ID: "shortlist.up-rank", Group: "shortlist", Short: "pin up", Long: "Move a pinned person one place up.", Keys: []string{"K", "shift+up"}, Why: p.unpinned, Run: func() tea.Cmd { return p.rank(-1) }},
		{ID: "shortlist.exclude", Group: "shortlist", Short: "take off", Long: "Take the person, or the marked ones, off the list, with the reason; where she was taken off, put her back.", Keys: []string{"x"}, Footer: true, Many: true, Why: p.nobody, Run: p.exclude},
		{ID: "shortlist.turn", Group: "shortlist", Short: "other lists", Long: "Go from who is listed to who can't be written to now, to who is not on the list and why, and back.", Keys: []string{"tab"}, Footer: true, Why: p.unread, Run: p.turn},
		{ID: "shortlist.whynot", Group: "shortlist", Short: "why not", Long: "Find anybody, and say how the role sees her, and why she is not on the list.", Keys: []string{"Y"}, Why: p.unread, Run: p.whyNot},
		{ID: "shortlist.everyone", Group: "shortlist", Short: "everyone", Long: "Look beyond the maps, at everyone; once more, and only the maps count.", Keys: []string{"B"}, Why: p.unread, Run: p.beyond},
		{ID: "shortlist.draw", Group: "shortlist", Short: "draw", Long: "Say what has changed since the list was drawn last, and keep it as it stands now.", Keys: []string{"."}, Footer: true, Why: p.unread, Run: p.drawAgain},
		pane.Back("shortlist", "Drop the marks, then close the page.", p.close),
	}
	return append(acts, pane.Moves("shortlist", mover{p})...)
}

// mover moves through the list that is shown.
type mover struct{ p *Pane }

func (m mover) Move(n int) { m.p.list().Move(n) }
func (m mover) Page(n int) { m.p.list().Page(n) }
func (m mover) Home()      { m.p.list().Home() }
func (m mover) End()       { m.p.list().End() }

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
	if p.current() == nil {
		return "nobody is selected: {shortlist.turn} goes to the other lists"
	}
	return ""
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
	p.view = (p.view + 1) % views
	return nil
}

func (p *Pane) mark() tea.Cmd {
	p.list().ToggleMark()
	p.list().Move(1)
	return nil
}

func (p *Pane) close() tea.Cmd {
	if len(p.list().Marked()) > 0 {
		p.list().Unmark()
		return nil
	}
	return pane.Request(pane.Close{})
}

// write takes the composer to the person. What the role offers her, in its words,
// is in [model.Role.Words] by her motive: a first draft begins here.
func (p *Pane) write() tea.Cmd { return pane.Request(pane.Write{ID: p.current().Person}) }

func (p *Pane) toMap() tea.Cmd {
	r := p.current()
	return pane.Request(pane.AddToMap{ID: r.Person, Name: r.prof.Person.Name})
}

// targets are the marked people, else the one under the cursor.
func (p *Pane) targets() []model.PersonID {
	if marked := p.list().Marked(); len(marked) > 0 {
		return marked
	}
	return []model.PersonID{p.current().Person}
}

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

// each does something with one person after the other, each a change of its own. one
// says what became of her, many of several.
func (p *Pane) each(doing string, ids []model.PersonID, one func(store.Act) (store.Acted, error), did func(who string) string) tea.Cmd {
	who, user := p.named(ids), p.Env.User
	p.list().Unmark()
	return pane.Request(pane.Job{What: doing, Run: func(tell func(pane.Done)) tea.Msg {
		for i, id := range ids {
			tell(pane.Done{Count: i, Of: "person", Share: float64(i) / float64(len(ids))})
			if _, err := one(store.Act{By: user, Person: id}); err != nil {
				if i > 0 {
					err = fmt.Errorf("after %d of %d: %w", i, len(ids), err)
				}
				return pane.Fail(err)
			}
		}
		next := pane.TakesBack
		if len(ids) > 1 {
			next = "{undo} takes them back one by one"
		}
		return pane.Toast{Text: did(who), Next: next}
	}})
}

func (p *Pane) snooze() tea.Cmd {
	ids, st, now := p.targets(), p.deps.Store, p.Env.Now
	fields := []overlay.Field{{Label: "Until", Hint: "tomorrow, friday, in 2 weeks, q2, 1 May"}}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, "Keep "+p.named(ids)+" out of the queue", fields, func(v []string) (tea.Cmd, error) {
		until, err := model.ParseWhen(v[0], now())
		if err != nil {
			return nil, err
		}
		return p.each("snoozing", ids, func(a store.Act) (store.Acted, error) { return st.Snooze(a, until) }, func(who string) string {
			return fmt.Sprintf("snoozed %s until %s", who, until)
		}), nil
	})})
}

func (p *Pane) assign() tea.Cmd {
	ids, st := p.targets(), p.deps.Store
	fields := []overlay.Field{{Label: "To", Hint: "a colleague's name; empty: nobody's", Value: p.Env.User}}
	return pane.Request(pane.Show{Overlay: overlay.NewForm(p.Env, "Hand "+p.named(ids)+" over", fields, func(v []string) (tea.Cmd, error) {
		to := model.CleanLine(v[0])
		return p.each("handing over", ids, func(a store.Act) (store.Acted, error) { return st.Assign(a, to) }, func(who string) string {
			if to == "" {
				return who + ": nobody's now"
			}
			return "handed " + who + " over to " + to
		}), nil
	})})
}
