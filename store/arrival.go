package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"talentmap/model"
)

// Arrival is what one person's rows of a file bring.
type Arrival struct {
	Person *model.Person // someone new has ID 0
	Same   bool          // her record stays as it is
	// Said is what the source says of her now; nil: nothing else than before.
	// Its source and person are set when it is written.
	Said    *model.Statement
	News    []model.News // what has changed since its last file
	Signals []Fired      // what that means; logged once for the same kind and day
}

// Fired is a signal that something new has given rise to: of the person, or of
// everyone at a company that is given by its name.
type Fired struct {
	Company string // "": of the person
	Signal  model.Signal
}

// From says which source the import is the newest file of, and the day that it
// tells of. A new one, with ID 0, gets its ID with the first Arrive.
func (im *Importer) From(src *model.Source, asOf model.Date) { im.source, im.asOf = src, asOf }

// Arrive writes what the rows of a file bring, in as few durable transactions as
// the engine takes; of the people the same holds as for Write.
func (im *Importer) Arrive(ctx context.Context, chunk []Arrival) error {
	if err := im.store.tombs.ready(); err != nil {
		return err
	}
	people := make([]*model.Person, len(chunk))
	for i := range chunk {
		people[i] = chunk[i].Person
	}
	err := im.eachPerson(ctx, people, func(tx *Tx, i int) error { return im.arrive(tx, &chunk[i]) })
	for i := range chunk {
		if err == nil && chunk[i].Person.ID == 0 {
			im.erased++
		}
	}
	return err
}

func (im *Importer) arrive(tx *Tx, a *Arrival) error {
	if err := im.cite(tx); err != nil {
		return err
	}
	if !a.Same {
		if err := im.take(tx, a.Person); err != nil {
			return err
		}
	}
	if a.Person.ID == 0 { // erased on request
		return nil
	}
	if st := a.Said; st != nil && im.source != nil {
		before := *st
		tx.restore = append(tx.restore, func() { *st = before })
		st.Source, st.Person = im.source.ID, a.Person.ID
		if err := tx.PutStatement(st); err != nil {
			return fmt.Errorf("what %s says of %s: %w", im.source.Name, a.Person.Name, err)
		}
	}
	var src model.SourceID
	if im.source != nil {
		src = im.source.ID
	}
	return tx.tell(a, src, model.Origin{Source: im.record.Source, Import: im.record.ID, At: im.record.At})
}

// tell writes the news of a person, and what they mean.
func (tx *Tx) tell(a *Arrival, src model.SourceID, origin model.Origin) error {
	for _, n := range a.News {
		n.Person, n.Import, n.Source = a.Person.ID, origin.Import, src
		if err := tx.PutNews(&n); err != nil {
			return err
		}
	}
	for _, f := range a.Signals {
		if err := tx.fire(a.Person, f, origin); err != nil {
			return err
		}
	}
	return nil
}

// cite writes the source with the first of its people.
func (im *Importer) cite(tx *Tx) error {
	if im.source == nil || im.cited {
		return nil
	}
	src, before := im.source, *im.source
	tx.restore = append(tx.restore, func() { *src, im.cited = before, false })
	if im.cited = true; src.ID == 0 || im.asOf > src.AsOf { // else an older file, or the same again
		src.AsOf, src.Import = im.asOf, im.record.ID
	}
	return tx.PutSource(src)
}

// fire logs a signal, unless it is there: of the same kind and day, by the same
// source. A company that nobody knows has no people whom it concerns.
func (tx *Tx) fire(p *model.Person, f Fired, origin model.Origin) error {
	s := f.Signal
	s.Origin, s.Source = origin, cmp.Or(s.Source, origin.Source)
	there := tx.SignalsOf(p.ID)
	if f.Company == "" {
		s.Person = p.ID
	} else {
		id, ok := tx.CompanyLike(f.Company)
		if !ok {
			return nil
		}
		s.Company, there = id, tx.SignalsAt(id)
	}
	for have, err := range there {
		if err != nil {
			return err
		}
		if have.Kind == s.Kind && have.Date == s.Date && have.Source == s.Source {
			return nil
		}
	}
	return tx.PutSignal(&s)
}

// Hold keeps rows for a person to look at. One that waits already, or is of
// someone erased on request, is not kept again.
func (im *Importer) Hold(ctx context.Context, rows []*model.Review) error {
	if err := im.readWaiting(); err != nil {
		return err
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(r *model.Review) bool {
		text := model.IdentityText(&r.Incoming)
		if im.waiting[text] || im.store.tombs.refuse(&r.Incoming) {
			return true
		}
		im.waiting[text] = true
		return false
	})
	if len(rows) == 0 {
		return nil
	}
	_, err := im.Each(ctx, len(rows), func(tx *Tx, i int) error {
		if err := im.cite(tx); err != nil {
			return err
		}
		r := rows[i]
		before := *r
		tx.restore = append(tx.restore, func() { *r = before })
		r.Import, r.AsOf = im.record.ID, cmp.Or(r.AsOf, im.asOf)
		if im.source != nil {
			r.Source = im.source.ID
		}
		return tx.PutReview(r)
	})
	return err
}

// readWaiting learns which rows wait for a decision.
func (im *Importer) readWaiting() error {
	if im.waiting != nil {
		return nil
	}
	waiting := map[string]bool{}
	err := im.store.View(func(tx *Tx) error {
		for r, err := range tx.Reviews() {
			if err != nil {
				return err
			}
			waiting[model.IdentityText(&r.Incoming)] = true
		}
		return nil
	})
	im.waiting = waiting
	return err
}

// Seen notes that the source's newest file is of a later day, where nothing in
// it was new.
func (im *Importer) Seen() error {
	if im.source == nil || im.source.ID == 0 || im.cited || im.asOf <= im.source.AsOf {
		return nil
	}
	return im.Edit(im.cite)
}
