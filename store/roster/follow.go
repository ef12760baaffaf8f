package roster

import (
	"context"
	"errors"
	"maps"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// companiesAtOnce is how many companies are read in one go, with everyone who
// works there: well under 50 ms.
const companiesAtOnce = 16

// refsAtOnce is about how many touched records are gathered from the journal
// before they are read.
const refsAtOnce = 20_000

// catchUp reads what has changed since the newest snapshot, until nothing has.
func (r *Roster) catchUp(ctx context.Context) error {
	for ctx.Err() == nil {
		c, err := r.changes(r.Snapshot().rev)
		switch {
		case errors.Is(err, store.ErrDamaged):
			return r.load(ctx) // better to read everything than to miss a change
		case err != nil:
			return err
		case c.rev == 0:
			return nil
		}
		if err := r.read(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// touched is what a stretch of the journal says was changed.
type touched struct {
	rev       model.Rev // the last one of the stretch; 0: nothing is new
	people    map[model.PersonID]bool
	companies map[model.CompanyID]bool // whose signals
	records   map[model.CompanyID]bool // which companies themselves
	maps      map[model.MapID]bool
	filters   bool
	arrivals  bool
}

func (r *Roster) changes(since model.Rev) (touched, error) {
	t := touched{
		people: map[model.PersonID]bool{}, companies: map[model.CompanyID]bool{}, maps: map[model.MapID]bool{},
		records: map[model.CompanyID]bool{},
	}
	err := r.store.View(func(tx *store.Tx) error {
		for c, err := range tx.ChangesSince(since) {
			if err != nil {
				return err
			}
			t.add(c)
			if len(t.people)+len(t.companies)+len(t.records) >= refsAtOnce {
				break
			}
		}
		return nil
	})
	return t, err
}

func (t *touched) add(c store.Change) {
	t.rev = c.Rev
	for _, ref := range c.Refs {
		switch ref.Kind {
		case store.People, store.PersonSignals, store.PersonNews:
			t.people[model.PersonID(ref.ID)] = true
		case store.Companies:
			t.records[model.CompanyID(ref.ID)] = true
		case store.CompanySignals:
			t.companies[model.CompanyID(ref.ID)] = true
		case store.Maps:
			t.maps[model.MapID(ref.ID)] = true
		case store.Filters:
			t.filters = true
		case store.Imports, store.Sources:
			t.arrivals = true
		}
	}
}

// read brings the roster up to the end of a stretch in short reads.
func (r *Roster) read(ctx context.Context, t touched) error {
	for some := range slices.Chunk(slices.Sorted(maps.Keys(t.companies)), companiesAtOnce) {
		if err := r.step(ctx, nil, some); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(t.records)), peopleAtOnce) {
		if err := r.reshut(some); err != nil || ctx.Err() != nil {
			return err
		}
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(t.people)), peopleAtOnce) {
		if err := r.step(ctx, some, nil); err != nil {
			return err
		}
	}
	if len(t.maps) > 0 {
		if err := r.reread(t.maps); err != nil {
			return err
		}
	}
	if t.filters {
		if err := r.rereadFilters(); err != nil {
			return err
		}
	}
	if t.arrivals {
		if err := r.rereadArrivals(); err != nil {
			return err
		}
	}
	if ctx.Err() == nil {
		r.reached(t.rev)
	}
	return nil
}

// step is one short read, published.
func (r *Roster) step(ctx context.Context, people []model.PersonID, companies []model.CompanyID) error {
	if ctx.Err() != nil {
		return nil
	}
	s, err := r.refresh(people, companies)
	if err != nil {
		return err
	}
	r.publish(s)
	return nil
}
