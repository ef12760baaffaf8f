package sample

import (
	"context"
	"errors"
	"fmt"
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
// undo takes back. Everything in it is marked as made up.
func Load(ctx context.Context, st *store.Store, actor string, now time.Time) (Loaded, error) {
	im := st.Importer(actor, model.Import{Source: "sample (made up)", Dialect: "sample"})
	var seg Segment
	err := im.Edit(func(tx *store.Tx) error {
		seg = Build(Seed, now)
		seg.Assign(actor)
		return put(tx, &seg, im.ID())
	})
	if err = errors.Join(err, ctx.Err()); err != nil {
		return Loaded{}, fmt.Errorf("load the sample: %w", err)
	}
	err = im.Finish(len(seg.People), 0, 0, 0)
	return Loaded{
		Import: im.ID(), People: len(seg.People), Companies: len(seg.Companies),
		Signals: len(seg.Signals), Maps: len(seg.Maps),
	}, err
}

// put writes a segment. What others refer to is written bare first, so that it
// has its ID; then every reference is renumbered and all of it is written.
func put(tx *store.Tx, seg *Segment, im model.ImportID) error {
	// An undo goes backwards: the companies come first, so that nobody is at one
	// any more when it is taken away.
	if err := errors.Join(each(seg.Companies, tx.PutCompany), each(seg.Maps, tx.PutMap)); err != nil {
		return err
	}
	people := make([]model.PersonID, len(seg.People))
	for i := range seg.People {
		p := &seg.People[i]
		p.ID, p.Origin.Import = 0, im
		bare := model.Person{Name: p.Name, Origin: p.Origin}
		if err := tx.PutPerson(&bare); err != nil {
			return err
		}
		people[i], p.ID, p.Rev = bare.ID, bare.ID, bare.Rev
	}
	seg.Renumber(
		func(id model.PersonID) model.PersonID { return people[id-1] },
		func(id model.CompanyID) model.CompanyID { return seg.Companies[id-1].ID },
		func(id model.MapID) model.MapID { return seg.Maps[id-1].ID },
	)
	return errors.Join(
		each(seg.People, tx.PutPerson), each(seg.Maps, tx.PutMap), each(seg.Signals, tx.PutSignal),
		each(seg.Touches, tx.PutTouch), each(seg.Drafts, tx.PutDraft), each(seg.Roles, tx.PutRole),
	)
}

func each[T any](values []T, put func(*T) error) error {
	for i := range values {
		if err := put(&values[i]); err != nil {
			return err
		}
	}
	return nil
}
