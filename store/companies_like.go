package store

import (
	"cmp"
	"slices"

	"talentmap/model"
)

// stemMark goes before a company's stem in the index of names, so that a stem is
// not taken for a name.
const stemMark = "~"

// CompanyLike is the company that a name surely means: of those with the name,
// alias, domain or stem the likeliest by [model.MatchCompany]. Those with the very
// same name need no second look.
func (tx *Tx) CompanyLike(name string) (model.CompanyID, bool) {
	ids := indexed[model.CompanyID](tx, textPrefix(indexCompany, model.CompanyKey(name)))
	if stem := model.CompanyStem(name); stem != "" {
		for _, id := range indexed[model.CompanyID](tx, textPrefix(indexCompany, stemMark+stem)) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	best, most := model.CompanyID(0), 0.0
	for _, id := range ids {
		c, err := tx.Company(id)
		if err != nil {
			continue // a damaged one is nobody's employer
		}
		if model.SameText(c.Name, name) {
			return id, true
		}
		sure, _ := model.MatchCompany(model.CompanyName{Name: name, Namesakes: len(ids) + 1}, companyName(&c, len(ids)))
		if sure > most {
			best, most = id, sure
		}
	}
	return best, most >= model.Sure
}

func companyName(c *model.Company, namesakes int) model.CompanyName {
	return model.CompanyName{Name: c.Name, Aliases: c.Aliases, Domain: c.Domain, Namesakes: namesakes}
}

// CompanyPair is two companies that may be one.
type CompanyPair struct {
	A, B             model.Company // A has more people
	PeopleA, PeopleB int
	Confidence       float64 // see [model.MatchCompany]
	Why              string
}

// pairDoubt is from which confidence on a pair is worth a look.
const pairDoubt = 0.5

// LikeCompanies are the pairs of companies that may be one, the likeliest first,
// and of those the ones with most people. Pairs that a person has kept apart are
// left out. It reads every company.
func (tx *Tx) LikeCompanies() (pairs []CompanyPair, err error) {
	byStem := map[string][]model.Company{}
	for c, err := range tx.Companies() {
		if err != nil {
			return nil, err
		}
		if stem := model.CompanyStem(c.Name); stem != "" && model.IsEmployer(c.Name) {
			byStem[stem] = append(byStem[stem], c)
		}
	}
	for _, group := range byStem {
		for i := range group {
			for j := i + 1; j < len(group); j++ {
				if p, ok := tx.pair(&group[i], &group[j], len(group)); ok {
					pairs = append(pairs, p)
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b CompanyPair) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.PeopleA+b.PeopleB, a.PeopleA+a.PeopleB), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return pairs, nil
}

func (tx *Tx) pair(a, b *model.Company, namesakes int) (CompanyPair, bool) {
	if slices.Contains(a.Apart, b.ID) || slices.Contains(b.Apart, a.ID) {
		return CompanyPair{}, false
	}
	sure, why := model.MatchCompany(companyName(a, namesakes), companyName(b, namesakes))
	if sure < pairDoubt {
		return CompanyPair{}, false
	}
	p := CompanyPair{A: *a, B: *b, PeopleA: len(tx.PeopleAt(a.ID)), PeopleB: len(tx.PeopleAt(b.ID)), Confidence: sure, Why: why}
	if p.PeopleB > p.PeopleA {
		p.A, p.B, p.PeopleA, p.PeopleB = p.B, p.A, p.PeopleB, p.PeopleA
	}
	return p, true
}
