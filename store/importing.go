package store

import (
	"context"
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
	companies map[string]model.CompanyID // by company key; 0: looked up in vain
	erased    int
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

// Write adds the new people (ID 0) and updates the known ones, in one durable
// transaction. Employers are found by name and created where they are new.
// Someone who was erased on request is left out, keeps ID 0 and is counted by
// Erased.
func (im *Importer) Write(ctx context.Context, chunk []*model.Person) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := im.store.tombs.ready(); err != nil {
		return err
	}
	erased := 0
	err := im.Edit(func(tx *Tx) error {
		erased = 0
		for _, p := range chunk {
			if im.store.tombs.refuse(p) && tx.r.Get(personKey(p.ID)) == nil {
				erased++
				continue
			}
			positions, from := p.Positions, p.Origin.Import
			tx.restore = append(tx.restore, func() { p.Positions, p.Origin.Import = positions, from })
			if p.ID == 0 {
				p.Origin.Import = im.record.ID
			}
			if err := im.employers(tx, p); err != nil {
				return err
			}
			if err := tx.PutPerson(p); err != nil {
				return fmt.Errorf("import %s: %w", p.Name, err)
			}
		}
		return nil
	})
	if err == nil {
		im.erased += erased
	}
	return err
}

// Erased is how many people were left out because they were erased on request.
func (im *Importer) Erased() int { return im.erased }

// Edit runs a transaction as part of the import.
func (im *Importer) Edit(fn func(tx *Tx) error) error {
	begun := im.record.ID != 0
	rev, err := im.store.edit(func(tx *Tx) (Actor, error) {
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
	if rev != 0 {
		im.commits.Add(1)
	}
	return err
}

// Finish marks the import as complete, with its counts.
func (im *Importer) Finish(created, changed, same, bad int) error {
	if im.record.ID == 0 {
		return nil
	}
	r := &im.record
	r.New, r.Changed, r.Same, r.Bad, r.Done = created, changed, same, bad, true
	im.by.What = fmt.Sprintf("imported %s: %d new, %d changed", r.Source, created, changed)
	return im.Edit(func(tx *Tx) error { return tx.PutImport(r) })
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
	key := model.CompanyKey(name)
	if key == "" {
		return 0, nil
	}
	if id, ok := im.companies[key]; ok {
		return id, nil
	}
	id, ok := tx.CompanyByName(name)
	if !ok {
		c := model.Company{Name: name, Origin: model.Origin{Source: im.record.Source, Import: im.record.ID, At: im.record.At}}
		if err := tx.PutCompany(&c); err != nil {
			return 0, err
		}
		id = c.ID
	}
	im.companies[key] = id
	return id, nil
}
