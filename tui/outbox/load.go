package outbox

import (
	"cmp"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// mostBegun is how many messages that have been begun are listed, the newest first.
const mostBegun = 100

type loaded = pane.Loaded[[]*row]

// Load reads what waits, and what has been begun, again.
func (p *Pane) Load() tea.Cmd {
	st, user := p.deps.Store, p.Env.User
	return pane.Load(&p.Reading, func() (rows []*row, err error) {
		err = st.View(func(tx *store.Tx) error {
			all, err := tx.Outbox()
			if err != nil {
				return err
			}
			mine, err := begun(tx, user)
			if err != nil {
				return err
			}
			all = append(all, mine...)
			for i := range all {
				who, err := tx.Person(all[i].Person)
				damaged, err := store.Damaged(err)
				if err != nil && !errors.Is(err, store.ErrNotFound) {
					return err
				}
				if damaged {
					who.Name = all[i].Person.String()
				}
				rows = append(rows, &row{all[i], who.Name, pane.WhereSheLives(&who, all[i].SendAt)})
			}
			return nil
		})
		return rows, err
	})
}

// begun are the messages that a user has begun and not approved, the newest first.
func begun(tx *store.Tx, user string) ([]model.Draft, error) {
	all, err := tx.Drafts()
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(d model.Draft) bool {
		return d.OutState() != model.Drafting || d.By != user || d.Empty()
	})
	slices.SortStableFunc(all, func(a, b model.Draft) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Rev, a.Rev)) })
	return all[:min(len(all), mostBegun)], nil
}
