package intake

import (
	"context"
	"fmt"

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

// place puts who is new at the end of a talent map until it is full, as part of
// the import, and counts.
func (p *placing) place(onto model.MapID, sum *Outcome) error {
	if len(p.fresh) == 0 {
		return nil
	}
	err := p.Edit(func(tx *store.Tx) error {
		m, err := tx.Map(onto)
		if err != nil {
			return err
		}
		sum.Placed = max(min(len(p.fresh), model.MapSize-len(m.Entries)), 0)
		for _, id := range p.fresh[:sum.Placed] {
			if err := m.Add(id); err != nil {
				return err
			}
		}
		return tx.PutMap(&m)
	})
	if err != nil {
		return fmt.Errorf("put the new people onto map %s: %w", onto, err)
	}
	sum.Unplaced = len(p.fresh) + p.more - sum.Placed
	return nil
}
