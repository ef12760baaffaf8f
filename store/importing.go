package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"talentmap/model"
)

// Importer writes the people of one import in chunks, each its own transaction,
// all under one import ID: they undo as one. Nothing is written before the
// first Write, so that a file that changes nothing leaves no trace.
type Importer struct {
	store     *Store
	by        Actor
	record    model.Import
	companies map[string]model.CompanyID // by name; 0: no company
	source    *model.Source              // that the file is the newest of, see From
	asOf      model.Date                 // the day that the file tells of
	cited     bool                       // the source is written
	waiting   map[string]bool            // rows that wait for a decision, by [model.IdentityText]; nil: not read yet
	erased    int
	lag       *lag          // what the indexes miss after Alone; else nil
	commits   atomic.Uint64 // of this import, see Directory
}

// Importer begins an import. imp says what is imported; its ID is given at the
// first Write.
func (s *Store) Importer(actor string, imp model.Import) *Importer {
	imp.By, imp.At = actor, s.clock()
	return &Importer{
		store: s, by: By(actor, "imported "+imp.Source), record: imp,
		companies: map[string]model.CompanyID{},
	}
}

// ID is the import's, 0 before the first Write.
func (im *Importer) ID() model.ImportID { return im.record.ID }

// Write adds the new people (ID 0) and updates the known ones, in as few durable
// transactions as the engine takes. Employers are found by name and created where
// they are new. Someone who was erased on request is left out, keeps ID 0 and is
// counted by Erased. On an error those before stand, with their IDs, and a
// second Write of the same people goes on from there.
func (im *Importer) Write(ctx context.Context, chunk []*model.Person) error {
	if err := im.store.tombs.ready(); err != nil {
		return err
	}
	err := im.eachPerson(ctx, chunk, func(tx *Tx, i int) error { return im.take(tx, chunk[i]) })
	if err != nil {
		return err
	}
	for _, p := range chunk {
		if p.ID == 0 {
			im.erased++
		}
	}
	return nil
}

// eachPerson is Each for people. Where one of them is more than a transaction
// with the companies that she brings, those are made first.
func (im *Importer) eachPerson(ctx context.Context, people []*model.Person, write func(tx *Tx, i int) error) error {
	for from := 0; from < len(people); from++ {
		n, err := im.Each(ctx, len(people)-from, func(tx *Tx, i int) error { return write(tx, from+i) })
		from += n
		if !errors.Is(err, ErrTooMany) {
			return err
		}
		if err := im.employersFirst(ctx, people[from]); err != nil {
			return err
		}
		if _, err := im.Each(ctx, 1, func(tx *Tx, _ int) error { return write(tx, from) }); err != nil {
			return err
		}
	}
	return nil
}

// take writes one person, unless she was erased.
func (im *Importer) take(tx *Tx, p *model.Person) error {
	if im.store.tombs.refuse(p) && tx.r.Get(personKey(p.ID)) == nil {
		return nil
	}
	positions, from := p.Positions, p.Origin.Import
	tx.restore = append(tx.restore, func() { p.Positions, p.Origin.Import = positions, from })
	if p.ID == 0 {
		p.Origin.Import = im.record.ID
	}
	err := im.employers(tx, p)
	if err == nil {
		err = tx.PutPerson(p)
	}
	if err != nil {
		return fmt.Errorf("import %s: %w", p.Name, err)
	}
	return nil
}

// Each runs fn for 0 to n-1 as part of the import, in as few transactions as the
// engine takes, and returns how many are done for good. fn may be called more
// than once for the same number. An error that wraps [ErrTooMany] says that the
// next one alone is more than a transaction.
func (im *Importer) Each(ctx context.Context, n int, fn func(tx *Tx, i int) error) (done int, err error) {
	for most := n; done < n; {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		at := done
		err := im.Edit(func(tx *Tx) error {
			for at = done; at < min(done+most, n); at++ {
				if err := fn(tx, at); err != nil {
					return err
				}
			}
			return nil
		})
		switch {
		case errors.Is(err, ErrTooMany) && at > done:
			most = at - done // so many fit
		case err != nil:
			return done, err
		default:
			done = at
		}
	}
	return done, nil
}

// Erased is how many people were left out because they were erased on request.
func (im *Importer) Erased() int { return im.erased }

// Edit runs a transaction as part of the import.
func (im *Importer) Edit(fn func(tx *Tx) error) error {
	im.store.burying.RLock() // who is being erased is known to be, or still there
	defer im.store.burying.RUnlock()
	begun := im.record.ID != 0
	im.commits.Add(1) // before the store counts it, see Directory
	rev, err := im.store.edit(func(tx *Tx) (Actor, error) {
		tx.lag = im.lag
		// Companies made in a transaction that fails are not there.
		tx.restore = append(tx.restore, func() { clear(im.companies) })
		if !begun {
			im.record.ID, im.record.Rev = 0, 0
			if err := tx.PutImport(&im.record); err != nil {
				return im.by, err
			}
			im.by.Import = im.record.ID
		}
		return im.by, fn(tx)
	})
	if rev == 0 && !errors.Is(err, ErrUnknown) {
		im.commits.Add(^uint64(0)) // there was none
	}
	if err == nil && im.lag != nil && len(im.lag.entries) > mostLagging {
		err = im.CatchUp()
	}
	return err
}

// Finish marks the import as complete, with the counts given; Erased are the rows
// that were left out before they were written.
func (im *Importer) Finish(counts model.Import) error {
	if im.record.ID == 0 {
		return nil
	}
	r := &im.record
	r.New, r.Changed, r.Same, r.Bad, r.Done = counts.New, counts.Changed, counts.Same, counts.Bad, true
	r.Erased, r.Review, r.News = counts.Erased+im.erased, counts.Review, counts.News
	r.Rows, r.People, r.Noted = counts.Rows, counts.People, counts.Noted
	if im.source != nil {
		r.From = im.source.ID
	}
	im.by.What = fmt.Sprintf("imported %s: %d new, %d changed", r.Source, r.New, r.Changed)
	if r.New+r.Changed == 0 && r.Noted > 0 {
		im.by.What += fmt.Sprintf(", %d told of for the first time", r.Noted)
	}
	return im.Edit(func(tx *Tx) error { return tx.PutImport(r) })
}

// employersFirst creates the companies of a person in transactions of their own.
func (im *Importer) employersFirst(ctx context.Context, p *model.Person) error {
	_, err := im.Each(ctx, len(p.Positions), func(tx *Tx, i int) error {
		_, err := im.company(tx, p.Positions[i].Company)
		return err
	})
	return err
}

// employers gives each position the ID of its company.
func (im *Importer) employers(tx *Tx, p *model.Person) error {
	p.Positions = slices.Clone(p.Positions) // the caller's stay as they are if the Write fails
	for i := range p.Positions {
		pos := &p.Positions[i]
		if pos.Company == "" || pos.CompanyID != 0 {
			continue
		}
		id, err := im.company(tx, pos.Company)
		if err != nil {
			return err
		}
		pos.CompanyID = id
	}
	return nil
}

func (im *Importer) company(tx *Tx, name string) (model.CompanyID, error) {
	if id, ok := im.companies[name]; ok {
		return id, nil
	}
	origin := model.Origin{Source: im.record.Source, Import: im.record.ID, At: im.record.At}
	id, err := tx.companyOf(name, origin)
	if err == nil {
		im.companies[name] = id
	}
	return id, err
}
