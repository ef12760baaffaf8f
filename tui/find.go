package tui

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring"
	"talentmap/store/roster"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/talent"
	"talentmap/tui/widget"
)

// found is how many people "find anyone" shows.
const found = 100

const findHint = "name, title, company, place, skill; field:value; @ for saved filters"

// find opens "find anyone".
func (r *Root) find() tea.Cmd { return r.findBy("") }

// findBy opens it with a query.
func (r *Root) findBy(query string) tea.Cmd {
	var p *overlay.Picker
	p = r.finder("Find anyone", func(m *roster.Match) overlay.Item {
		id := m.Card.ID
		return overlay.Item{Run: func() tea.Cmd { return r.openFound(id, p.Query()) }}
	})
	return r.open(p.Type(query))
}

// openFound opens the page of somebody who was found, with the others to walk through.
func (r *Root) openFound(id model.PersonID, query string) tea.Cmd {
	snap, user, now := r.cfg.Roster.Snapshot(), r.cfg.User, r.env.Now()
	return func() tea.Msg {
		out := pane.OpenPerson{ID: id}
		q, err := snap.Filters().Parse(query, user, now)
		if err != nil {
			return out
		}
		among := &pane.Among{Name: "found: " + model.CleanLine(query)}
		for _, m := range snap.First(q, found) {
			among.IDs = append(among.IDs, m.Card.ID)
		}
		if len(among.IDs) > 1 {
			out.Among = among
		}
		return out
	}
}

// finder is a list of the people that match what is typed, see
// [roster.ParseQuery]. item begins the line of each.
func (r *Root) finder(title string, item func(m *roster.Match) overlay.Item) *overlay.Picker {
	p := overlay.NewPicker(r.env, title, findHint, func(text string) []overlay.Item {
		return r.people(text, item)
	})
	return p.Tall().With(r.filterActions(p)...).Completing(r.complete).Nothing(nobody)
}

// nobody is what is said where a query finds nobody.
func nobody(query string) string {
	switch {
	case !strings.ContainsAny(query, ":<>=@"):
		return "Nobody matches. Fewer letters find more."
	case len(strings.Fields(query)) == 1:
		return "Nobody is like that."
	}
	return "Nobody is all of that. One condition less finds more."
}

// complete lists what the word of a query may become.
func (r *Root) complete(text string, cursor int, all bool) (out []widget.Completion) {
	if r.cfg.Roster == nil { // for the docs
		return nil
	}
	list := r.cfg.Roster.Snapshot().Suggest
	if all {
		list = r.cfg.Roster.Snapshot().Complete
	}
	for _, c := range list(text, cursor) {
		out = append(out, widget.Completion(c))
	}
	return out
}

// people are the lines of those found, or what is wrong with the query.
func (r *Root) people(text string, item func(m *roster.Match) overlay.Item) []overlay.Item {
	if r.cfg.Roster == nil { // for the docs
		return nil
	}
	snap := r.cfg.Roster.Snapshot()
	q, err := snap.Filters().Parse(text, r.cfg.User, r.env.Now())
	var bad *roster.QueryError
	if errors.As(err, &bad) {
		return misunderstood(snap, text, bad)
	}
	matches := snap.First(q, found)
	items := make([]overlay.Item, 0, len(matches))
	for i := range matches {
		m := &matches[i]
		it := item(m)
		it.Title, it.Marks, it.Note = m.Card.Name, m.Name, whoIs(&m.Card)
		items = append(items, it)
	}
	return items
}

// whoIs tells people of one name apart: title and company, and where the title is not
// known the place, too.
func whoIs(c *roster.Card) string {
	who := c.Title
	if c.Company != "" {
		who = strings.TrimSpace(who + " at " + c.Company)
	}
	switch {
	case c.Title != "" || c.Location == "":
		return who
	case who == "":
		return c.Location
	}
	return who + " · " + c.Location
}

// misunderstood says what is wrong with a word, and under it what it may become.
func misunderstood(snap *roster.Snapshot, text string, bad *roster.QueryError) []overlay.Item {
	items := []overlay.Item{{Title: bad.Reason, Off: "type on"}}
	for _, c := range snap.Complete(text, bad.End) {
		items = append(items, overlay.Item{Title: c.Text, Note: cmp.Or(c.Note, "type on"), Types: text[:c.Start] + c.Text + text[c.End:]})
	}
	return items
}

// adder opens lists from which people are added to a map.
type adder struct{ r *Root }

// FindMany lists the people that match what is typed, and stays open.
func (a adder) FindMany(to talent.Adding) pane.Overlay {
	p := a.r.finder("", func(m *roster.Match) overlay.Item {
		return overlay.Item{Off: to.Off(m.Card.ID), Value: pane.AddToMap{ID: m.Card.ID, Name: m.Card.Name}}
	})
	return p.Many(to.Title, func(values []any) tea.Cmd {
		people := make([]pane.AddToMap, len(values))
		for i, v := range values {
			people[i] = v.(pane.AddToMap)
		}
		return to.Add(people)
	})
}

// Narrow finds those of some people whom a query keeps.
func (a adder) Narrow(text string, ids []model.PersonID) ([]model.PersonID, error) {
	snap := a.r.cfg.Roster.Snapshot()
	q, err := snap.Filters().Parse(text, a.r.cfg.User, a.r.env.Now())
	if err != nil {
		return nil, err
	}
	return snap.Among(q, ids), nil
}

// Hot counts the hot ones of some people, by the index.
func (a adder) Hot(ids []model.PersonID) (n int) {
	snap, now := a.r.cfg.Roster.Snapshot(), a.r.env.Now()
	for _, id := range ids {
		if score, _ := snap.Score(id, now); a.r.cfg.Weights.Scale.Band(score) == scoring.Hot {
			n++
		}
	}
	return n
}

// Complete lists what the word of a query may become.
func (a adder) Complete(text string, cursor int, all bool) []widget.Completion {
	return a.r.complete(text, cursor, all)
}

// lookAgain has what lists people searched again, as the index has changed.
func (r *Root) lookAgain() tea.Cmd {
	for _, o := range r.overlays {
		if p, ok := o.(*overlay.Picker); ok {
			p.Again()
		}
	}
	cmds := []tea.Cmd{r.queue.Update(pane.Indexed{}), r.talent.Update(pane.Indexed{})}
	for _, p := range slices.Concat(r.pages, r.behind.pages) {
		cmds = append(cmds, p.Update(pane.Indexed{}))
	}
	return tea.Batch(cmds...)
}
