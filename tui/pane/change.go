package pane

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
)

// Change is something that is done to people, to all or to none of them.
type Change struct {
	To      []model.PersonID
	Do      func(who store.Act) (store.Acted, error)
	Told    func(whom string) string // "snoozed Ada until 2026-06-01"
	Settles bool                     // see Acted
	Stays   bool                     // no undo takes it back
}

// Changer makes changes for several people.
type Changer interface {
	Together(actor string, people []model.PersonID, do func(store.Act) (store.Acted, error)) ([]store.Acted, error)
}

// Make makes the change, and says it. What was so already is said to be.
func (c Change) Make(st Changer, actor string) (Acted, error) {
	all, err := st.Together(actor, c.To, c.Do)
	if err != nil {
		return Acted{}, err
	}
	changed, whom := 0, ""
	for _, a := range all {
		whom = a.Person.Name
		if a.Changed {
			changed++
		}
	}
	if len(all) > 1 {
		whom = fmt.Sprintf("%d people", len(all))
	}
	out := Acted{People: c.To, Settles: c.Settles}
	if changed == 0 {
		out.Text = whom + ": nothing to change, it is so already"
		return out, nil
	}
	out.Text = c.Told(whom) + closedOf(all)
	if !c.Stays {
		out.Next = TakesBack
	}
	return out, nil
}

// closedOf says what the gate says of contacts that took place all the same.
func closedOf(all []store.Acted) string {
	var first error
	closed := 0
	for i := range all {
		if err := all[i].Closed.Err(); err != nil {
			closed++
			first = cmp.Or(first, err)
		}
	}
	switch {
	case closed == 0:
		return ""
	case len(all) == 1:
		return "; " + first.Error() + ", and it is logged all the same"
	}
	return fmt.Sprintf("; of %d the gate is closed, and it is logged all the same", closed)
}

// Now is the command that makes the change, and tells of it or of what stands in its
// way.
func (c Change) Now(st Changer, actor string) tea.Cmd {
	return func() tea.Msg {
		done, err := c.Make(st, actor)
		if err != nil {
			return Refused{Why: err.Error()}
		}
		return done
	}
}
