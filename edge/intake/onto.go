package intake

import (
	"context"
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// placing is an import that notes who is new, for a talent map to take them.
type placing struct {
	*store.Importer
	fresh []model.PersonID // as many as a map may take
	more  int
}

// Arrive implements [Sink].
func (p *placing) Arrive(ctx context.Context, chunk []store.Arrival) error {
	var fresh []*model.Person
	for i := range chunk {
		if chunk[i].Person.ID == 0 {
			fresh = append(fresh, chunk[i].Person)
		}
	}
	if err := p.Importer.Arrive(ctx, chunk); err != nil {
		return err
	}
	for _, who := range fresh {
		switch {
		case who.ID == 0: // erased on request
		case len(p.fresh) < model.MapSize:
			p.fresh = append(p.fresh, who.ID)
		default:
			p.more++
		}
	}
	return nil
}

// place puts who is new at the end of a talent map until it is full, or whoever the
// file ranks in the order of its ranks, as part of the import, and counts.
func (p *placing) place(st *store.Store, onto model.MapID, sum *Outcome) error {
	ranking := slices.DeleteFunc(sum.ranking, func(e model.Entry) bool { return e.Person == 0 })
	if len(ranking) == 0 {
		for _, id := range p.fresh {
			ranking = append(ranking, model.Entry{Person: id})
		}
	}
	changed := false
	arrange := func(tx *store.Tx) (m model.Map, err error) {
		if m, err = tx.Map(onto); err != nil {
			return m, err
		}
		before := slices.Clone(m.Entries)
		sum.Placed, sum.Unplaced = m.Arrange(ranking)
		changed = !slices.Equal(before, m.Entries)
		return m, nil
	}
	err := st.View(func(tx *store.Tx) error {
		_, err := arrange(tx)
		return err
	})
	if err == nil && changed {
		err = p.Edit(func(tx *store.Tx) error {
			m, err := arrange(tx)
			if err != nil {
				return err
			}
			return tx.PutMap(&m)
		})
	}
	if err != nil {
		return fmt.Errorf("put people onto map %s: %w", onto, err)
	}
	if len(sum.ranking) == 0 {
		sum.Unplaced += p.more
	}
	return nil
}
