package queue

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// Selected are the marked people, else the one under the cursor.
func (p *Pane) Selected() pane.Selected {
	return pane.SelectedIn(p.list, p.Preview())
}

// Export is who is marked, else all to whom the queue is narrowed, also those who have
// not been read.
func (p *Pane) Export() pane.Export {
	if p.lines == nil {
		return pane.Export{}
	}
	e := pane.ExportIn("the queue", p.list)
	if e.Marked || len(p.lines.ids) < p.limit {
		return e
	}
	deps, want := p.deps, p.asked()
	e.Count = p.lines.counts.All()
	if p.class != 0 {
		e.Count = p.lines.counts[p.class-1]
	}
	e.People = func() ([]model.PersonID, error) { return everybody(deps, want) }
	return e
}

// copy puts whoever is selected on the clipboard.
func (p *Pane) copy() tea.Cmd {
	people := pane.Profiles(p.Selected().People, func(id model.PersonID) *roster.Profile { return p.lines.rows[id].profile })
	return pane.CopyPeople(people, nil)
}

func (p *Pane) askStop() string {
	if n := len(p.list.Marked()); n > 0 {
		return pane.AskStop(fmt.Sprintf("%d people", n))
	}
	return pane.AskStop(p.current().profile.Person.Name)
}

// skip passes over the reasons of whoever is selected; those who are put off come
// back into the queue.
func (p *Pane) skip() tea.Cmd {
	st, user := p.deps.Store, p.env.User
	c := pane.Change{To: p.Selected().People, Settles: true}
	if p.view == putOff {
		c.Do, c.Told = st.Wake, func(whom string) string { return whom + " may be in the queue again" }
		return c.Now(st, user)
	}
	rows := p.lines.rows
	c.Told = func(whom string) string { return "skipped " + whom + " until there is something new" }
	c.Do = func(who store.Act) (store.Acted, error) {
		l := rows[who.Person]
		who.Rev = l.profile.Person.Rev // what is skipped is what was looked at
		return st.Skip(who, l.next.Skip())
	}
	return c.Now(st, user)
}

// acted goes on to the next person where what was to be done of this one is done, and
// drops marks that have served.
func (p *Pane) acted(msg pane.Acted) {
	if pane.Served(p.list, msg) {
		return
	}
	id, ok := p.list.Cursor()
	if ok && msg.Settles && slices.Contains(msg.People, id) {
		p.list.Move(1)
	}
}

// deferral is who put somebody off, until when, in words.
func deferral(d *model.Deferral) string {
	what := "skipped"
	if d.Until.Known() {
		what = "snoozed until " + d.Until.String()
	}
	return fmt.Sprintf("%s by %s on %s", what, d.By, model.DateOf(d.At))
}
