package store

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
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
		like := indexed[model.CompanyID](tx, textPrefix(indexCompany, stemMark+stem))
		if len(like) > mostOfStem {
			like = nil
		}
		for _, id := range like {
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

// mostOfStem is how many companies may share a stem for them to be compared: one
// that more have, such as "city", tells nothing.
const mostOfStem = 200

// pairDoubt is from which confidence on a pair is worth a look.
const pairDoubt = 0.5

// atOnce is how many companies, or pairs of them, one read goes through.
const atOnce = 1000

// LikeCompanies are the pairs of companies that may be one, the likeliest first,
// and of those the ones with most people. Pairs that a person has kept apart are
// left out. It reads every company, in reads of bounded length.
func (s *Store) LikeCompanies() (pairs []CompanyPair, err error) {
	byStem := map[string][]model.Company{}
	for from, more := model.CompanyID(0), true; more; {
		more = false
		err := s.View(func(tx *Tx) error {
			n := 0
			_, end := kv.Prefix([]byte{spaceCompany})
			for c, err := range scanRange(tx, companies, companyKey(from), end) {
				if err != nil {
					return err
				}
				if n++; n > atOnce {
					from, more = c.ID, true
					return nil
				}
				if stem := model.CompanyStem(c.Name); stem != "" && model.IsEmployer(c.Name) {
					byStem[stem] = append(byStem[stem], c)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, group := range byStem {
		if len(group) > mostOfStem {
			continue
		}
		for i := range group {
			for j := i + 1; j < len(group); j++ {
				if p, ok := likePair(&group[i], &group[j], len(group)); ok {
					pairs = append(pairs, p)
				}
			}
		}
	}
	for some := range slices.Chunk(pairs, atOnce) {
		if err := s.View(func(tx *Tx) error { return tx.countStaff(some) }); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(pairs, func(a, b CompanyPair) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.PeopleA+b.PeopleB, a.PeopleA+a.PeopleB), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return pairs, nil
}

// countStaff counts the people of pairs; the company with more comes first.
func (tx *Tx) countStaff(pairs []CompanyPair) error {
	for i := range pairs {
		p := &pairs[i]
		p.PeopleA, p.PeopleB = len(tx.PeopleAt(p.A.ID)), len(tx.PeopleAt(p.B.ID))
		if p.PeopleB > p.PeopleA {
			p.A, p.B, p.PeopleA, p.PeopleB = p.B, p.A, p.PeopleB, p.PeopleA
		}
	}
	return nil
}

// likePair compares two companies of one stem.
func likePair(a, b *model.Company, namesakes int) (CompanyPair, bool) {
	if slices.Contains(a.Apart, b.ID) || slices.Contains(b.Apart, a.ID) {
		return CompanyPair{}, false
	}
	sure, why := model.MatchCompany(companyName(a, namesakes), companyName(b, namesakes))
	return CompanyPair{A: *a, B: *b, Confidence: sure, Why: why}, sure >= pairDoubt
}
