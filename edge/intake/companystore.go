package intake

import (
	"context"
	"fmt"

	"talentmap/model"
	"talentmap/store"
)

// companyStore is a store as the companies that are known and as what takes
// their signals; im is nil for looking only.
type companyStore struct {
	store *store.Store
	im    *store.Importer
}

var (
	_ KnownCompanies = companyStore{}
	_ CompanySink    = companyStore{}
)

// Company implements [KnownCompanies].
func (c companyStore) Company(name string) (found model.Company, err error) {
	err = c.store.View(func(tx *store.Tx) error {
		id, ok := tx.CompanyLike(name)
		if !ok {
			return nil
		}
		found, err = tx.Company(id)
		return err
	})
	return found, err
}

// SignalsAt implements [KnownCompanies].
func (c companyStore) SignalsAt(id model.CompanyID) (list []model.Signal, err error) {
	err = c.store.View(func(tx *store.Tx) error {
		for s, err := range tx.SignalsAt(id) {
			if err != nil {
				return err
			}
			list = append(list, s)
		}
		return nil
	})
	return list, err
}

// WriteSignals implements [CompanySink].
func (c companyStore) WriteSignals(ctx context.Context, chunk []CompanySignal) error {
	_, err := c.im.Each(ctx, len(chunk), func(tx *store.Tx, i int) error {
		sig := chunk[i].Signal // a copy: the transaction may be tried again
		id, err := c.companyOf(tx, chunk[i].Company)
		if err != nil {
			return err
		}
		if sig.Company = id; sig.ID == 0 {
			sig.Origin.Import = c.im.ID()
		}
		if err := tx.PutSignal(&sig); err != nil {
			return fmt.Errorf("write a signal on %s: %w", id, err)
		}
		return nil
	})
	return err
}

// companyOf is the ID of a company, which is made where it is new.
func (c companyStore) companyOf(tx *store.Tx, company model.Company) (model.CompanyID, error) {
	if company.ID != 0 {
		return company.ID, nil
	}
	if id, ok := tx.CompanyLike(company.Name); ok {
		return id, nil
	}
	company.Origin.Import = c.im.ID()
	if err := tx.PutCompany(&company); err != nil {
		return 0, fmt.Errorf("add %s: %w", company.Name, err)
	}
	return company.ID, nil
}
