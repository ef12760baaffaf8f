package store

import (
	"errors"
	"slices"
	"time"

	"talentmap/model"
)

// Employ gives each position of a person the ID of its company, creating the
// companies that are new, with the origin given. What is no company, such as
// "Freelance", has none.
func (tx *Tx) Employ(p *model.Person, origin model.Origin) error {
	p.Positions = slices.Clone(p.Positions) // the caller's stay as they are if the Edit fails
	for i := range p.Positions {
		pos := &p.Positions[i]
		if pos.CompanyID != 0 || pos.Company == "" {
			continue
		}
		id, err := tx.companyOf(pos.Company, origin)
		if err != nil {
			return err
		}
		pos.CompanyID = id
	}
	return nil
}

// EmployersOf are the companies where somebody works on the day of now, as far as
// they are known.
func (tx *Tx) EmployersOf(p *model.Person, now time.Time) (all []model.Company, err error) {
	for i, pos := range p.Positions {
		if pos.CompanyID == 0 || !pos.Open(now) || slices.ContainsFunc(p.Positions[:i], func(q model.Position) bool {
			return q.CompanyID == pos.CompanyID && q.Open(now)
		}) {
			continue
		}
		c, err := tx.Company(pos.CompanyID)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// companyOf is the company that a name surely means, else a new one; 0 for a name
// that is none of a company.
func (tx *Tx) companyOf(name string, origin model.Origin) (model.CompanyID, error) {
	if model.CompanyKey(name) == "" || !model.IsEmployer(name) {
		return 0, nil
	}
	if id, ok := tx.CompanyLike(name); ok {
		return id, nil
	}
	c := model.Company{Name: name, Origin: origin}
	err := tx.PutCompany(&c)
	return c.ID, err
}
