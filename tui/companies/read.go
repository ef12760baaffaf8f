package companies

import (
	"cmp"
	"errors"
	"slices"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

// atOnce is how many companies one read goes through: it lasts about 10 ms.
const atOnce = 1000

// most are the companies with most people.
func most(firms map[model.CompanyID]*roster.Firm, n int) []model.CompanyID {
	ids := make([]model.CompanyID, 0, len(firms))
	for id := range firms {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b model.CompanyID) int {
		return cmp.Or(cmp.Compare(firms[b].People, firms[a].People), cmp.Compare(a, b))
	})
	return ids[:min(n, len(ids))]
}

// some reads the companies of some IDs.
func (r *reading) some(tx *store.Tx, ids []model.CompanyID, firms map[model.CompanyID]*roster.Firm) error {
	for _, id := range ids {
		c, err := tx.Company(id)
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err == nil {
			err = r.add(tx, c, firms)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// next reads the companies from an ID on, as many as one read may; more says from
// where the next goes on.
func (r *reading) next(tx *store.Tx, from model.CompanyID, firms map[model.CompanyID]*roster.Firm) (then model.CompanyID, more bool, err error) {
	n := 0
	for c, err := range tx.CompaniesFrom(from) {
		if errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err != nil {
			return 0, false, err
		}
		if n++; n > atOnce {
			return c.ID, true, nil
		}
		if err := r.add(tx, c, firms); err != nil {
			return 0, false, err
		}
	}
	return 0, false, nil
}

func (r *reading) add(tx *store.Tx, c model.Company, firms map[model.CompanyID]*roster.Firm) error {
	with := &company{Company: c, ever: len(tx.PeopleAt(c.ID)), Firm: roster.Firm{Tenure: -1}}
	if f := firms[c.ID]; f != nil {
		with.Firm = *f
	}
	for _, err := range tx.SignalsAt(c.ID) {
		if err != nil {
			return err
		}
		with.signals++
	}
	r.ids = append(r.ids, c.ID)
	r.of[c.ID] = with
	return nil
}
