package sample

import (
	"context"
	"fmt"
	"slices"
	"time"

	"talentmap/model"
	"talentmap/store"
)

// Seed is the seed of the sample that ships.
const Seed = 20260302

// Loaded counts what Load has put in.
type Loaded struct {
	Import                           model.ImportID
	People, Companies, Signals, Maps int
}

// Load puts the shipped sample into a store as one import of actor, which one
// undo takes back. Everything in it is marked as made up. On an error part of it
// may be there: the same undo takes that back.
func Load(ctx context.Context, st *store.Store, actor string, now time.Time) (Loaded, error) {
	im := st.Importer(actor, model.Import{Source: "sample (made up)", Dialect: "sample"})
	seg := Build(Seed, now)
	seg.Assign(actor)
	if err := put(ctx, im, &seg); err != nil {
		return Loaded{}, fmt.Errorf("load the sample: %w", err)
	}
	err := im.Finish(model.Import{New: len(seg.People)})
	return Loaded{
		Import: im.ID(), People: len(seg.People), Companies: len(seg.Companies),
		Signals: len(seg.Signals), Maps: len(seg.Maps),
	}, err
}

// put writes a segment. What others refer to is written bare first, so that it
// has its ID; then every reference is renumbered and all of it is written.
func put(ctx context.Context, im *store.Importer, seg *Segment) error {
	// An undo goes backwards: the companies come first, so that nobody is at one
	// any more when it is taken away.
	first := slices.Concat(each(seg.Companies, (*store.Tx).PutCompany), each(seg.Maps, (*store.Tx).PutMap))
	people := make([]model.PersonID, len(seg.People))
	for i := range seg.People {
		first = append(first, func(tx *store.Tx) error {
			p := &seg.People[i]
			p.Origin.Import = im.ID()
			bare := model.Person{Name: p.Name, Origin: p.Origin}
			err := tx.PutPerson(&bare)
			people[i], p.ID, p.Rev = bare.ID, bare.ID, bare.Rev
			return err
		})
	}
	if err := write(ctx, im, first); err != nil {
		return err
	}
	seg.Renumber(
		func(id model.PersonID) model.PersonID { return people[id-1] },
		func(id model.CompanyID) model.CompanyID { return seg.Companies[id-1].ID },
		func(id model.MapID) model.MapID { return seg.Maps[id-1].ID },
	)
	return write(ctx, im, slices.Concat(
		each(seg.People, (*store.Tx).PutPerson), each(seg.Maps, (*store.Tx).PutMap), each(seg.Signals, (*store.Tx).PutSignal),
		each(seg.Touches, (*store.Tx).PutTouch), each(seg.Drafts, (*store.Tx).PutDraft), each(seg.Roles, (*store.Tx).PutRole),
		each(seg.Shelf, (*store.Tx).PutShelfItem),
	))
}

// record writes one record.
type record func(*store.Tx) error

func each[T any](values []T, put func(*store.Tx, *T) error) (all []record) {
	for i := range values {
		all = append(all, func(tx *store.Tx) error { return put(tx, &values[i]) })
	}
	return all
}

// write writes records in order, in as few transactions as the store takes.
func write(ctx context.Context, im *store.Importer, all []record) error {
	_, err := im.Each(ctx, len(all), func(tx *store.Tx, i int) error { return all[i](tx) })
	return err
}
