package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// MergeCompanies makes one of two companies that are the same: everyone at other
// is at keep from then on, its signals are keep's, its names are keep's aliases,
// and it is gone. A company may have thousands of people: the work is done in
// chunks under one import ID, which undo as one.
func (s *Store) MergeCompanies(ctx context.Context, actor string, keep, other model.CompanyID) (people int, err error) {
	if keep == other {
		return 0, fmt.Errorf("%s and %s: %w", keep, other, ErrSame)
	}
	var kept, gone model.Company
	var there []model.PersonID
	err = s.View(func(tx *Tx) (err error) {
		if kept, err = tx.Company(keep); err != nil {
			return err
		}
		if gone, err = tx.Company(other); err != nil {
			return err
		}
		there = tx.PeopleAt(other)
		return nil
	})
	if err != nil {
		return 0, err
	}
	im := s.Importer(actor, model.Import{Source: fmt.Sprintf("%s into %s", gone.Name, kept.Name), Dialect: model.MergedCompanies})
	im.by.What = fmt.Sprintf("merged the company %s into %s", gone.Name, kept.Name)
	if people, err = im.moveStaff(ctx, there, keep, other); err != nil {
		return people, im.takenBack(err)
	}
	if err := im.Edit(func(tx *Tx) error { return tx.absorbCompany(keep, other) }); err != nil {
		return people, im.takenBack(err)
	}
	im.record.Changed, im.record.Done = people, true
	return people, im.Edit(func(tx *Tx) error { return tx.PutImport(&im.record) })
}

func (im *Importer) moveStaff(ctx context.Context, there []model.PersonID, keep, other model.CompanyID) (int, error) {
	return im.Each(ctx, len(there), func(tx *Tx, i int) error {
		p, err := tx.Person(there[i])
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		p.Positions = slices.Clone(p.Positions)
		for i := range p.Positions {
			if p.Positions[i].CompanyID == other {
				p.Positions[i].CompanyID = keep
			}
		}
		return tx.PutPerson(&p)
	})
}

// takenBack undoes what an import has done before it failed.
func (im *Importer) takenBack(err error) error {
	if im.ID() == 0 {
		return err
	}
	_, undoErr := im.store.UndoImport(im.by.Name, im.ID())
	return errors.Join(err, undoErr)
}

// absorbCompany puts what is left of other into keep. Somebody who came to other
// meanwhile is found by its name, which is an alias of keep from now on.
func (tx *Tx) absorbCompany(keep, other model.CompanyID) error {
	kept, err := tx.Company(keep)
	if err != nil {
		return err
	}
	gone, err := tx.Company(other)
	if err != nil {
		return err
	}
	if late := tx.PeopleAt(other); len(late) > 0 {
		return fmt.Errorf("%s came to %s meanwhile: try again: %w", late[0], gone.Name, ErrChangedSince)
	}
	kept.Aliases = slices.Clone(kept.Aliases)
	for _, name := range append([]string{gone.Name}, gone.Aliases...) {
		if !model.SameText(name, kept.Name) {
			kept.Aliases = model.WithText(kept.Aliases, name)
		}
	}
	for _, f := range []struct{ to, from *string }{
		{&kept.Domain, &gone.Domain}, {&kept.Industry, &gone.Industry}, {&kept.Stage, &gone.Stage}, {&kept.Location, &gone.Location},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	kept.Staff = max(kept.Staff, gone.Staff)
	kept.AbsorbLock(&gone)
	kept.Apart = slices.DeleteFunc(slices.Concat(kept.Apart, gone.Apart), func(id model.CompanyID) bool { return id == keep || id == other })
	slices.Sort(kept.Apart)
	kept.Apart = slices.Compact(kept.Apart)
	return errors.Join(
		rehang(tx, signals, tx.SignalsAt(other), func(s *model.Signal) { s.Company = keep }),
		remove(tx, companies, companyKey(other)),
		tx.PutCompany(&kept),
	)
}

// KeepCompaniesApart remembers that two companies are not one, so that nobody is
// asked again.
func (s *Store) KeepCompaniesApart(actor string, a, b model.CompanyID) error {
	_, err := s.edit(func(tx *Tx) (Actor, error) {
		one, err := tx.Company(a)
		if err != nil {
			return Actor{}, err
		}
		two, err := tx.Company(b)
		if err != nil {
			return Actor{}, err
		}
		by := By(actor, fmt.Sprintf("kept %s and %s apart", one.Name, two.Name))
		if slices.Contains(one.Apart, b) {
			return by, nil
		}
		one.Apart, two.Apart = append(slices.Clone(one.Apart), b), append(slices.Clone(two.Apart), a)
		return by, errors.Join(tx.PutCompany(&one), tx.PutCompany(&two))
	})
	return err
}
