package store

import (
	"hash/maphash"
	"slices"

	"talentmap/model"
)

// nearby is what a directory remembers of people's names and employers. It may have
// more than there is.
type nearby struct {
	names hashedIDs // people by their name, and by the probes of it, see [model.NameParts.EachProbe]
	works []uint64  // who is or was at which company, sorted
	some  bits      // names and probes, each with the companies where such a person is or was

	companies map[string][]model.CompanyID // by the name of an employer, as asked so far
}

// hashedIDs are people by something that is hashed: half a hash and the person's
// number in one, sorted.
type hashedIDs []uint64

func hashedID(hash uint64, id model.PersonID) uint64 { return hash&^0xffffffff | uint64(id)&0xffffffff }

// of adds to ids those of a hash, by rising number; some may have another one.
func (h hashedIDs) of(ids []model.PersonID, hash uint64) []model.PersonID {
	from, _ := slices.BinarySearch(h, hashedID(hash, 0))
	for _, e := range h[from:] {
		if e>>32 != hash>>32 {
			break
		}
		ids = append(ids, model.PersonID(e&0xffffffff))
	}
	return ids
}

// atEmployer leaves of some people those who are or were at one of the companies that
// an employer may be.
func (n *nearby) atEmployer(ids []model.PersonID, companies []model.CompanyID) []model.PersonID {
	return slices.DeleteFunc(ids, func(id model.PersonID) bool {
		return !slices.ContainsFunc(companies, func(c model.CompanyID) bool {
			_, there := slices.BinarySearch(n.works, atCompany(uint64(id), c))
			return there
		})
	})
}

// companiesOf are the companies that a name of an employer means.
func (d *Directory) companiesOf(employer string) []model.CompanyID {
	near := d.filter.near
	companies, ok := near.companies[employer]
	if !ok {
		d.look(func(tx *Tx) { companies = indexed[model.CompanyID](tx, textPrefix(indexCompany, employer)) })
		if len(near.companies) < mostEmployers {
			near.companies[employer] = companies
		}
	}
	return companies
}

// mostEmployers is how many names of employers are remembered.
const mostEmployers = 50_000

// atCompany mixes a number, or a hash, with a company's number.
func atCompany(n uint64, c model.CompanyID) uint64 {
	n = (n ^ uint64(c)*0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9
	return n ^ n>>29
}

// byPerson is people with something else of theirs: the person's number and half a
// hash, or a company's number, in one. Sorted, what is of one person stands together.
type byPerson []uint64

func ofPerson(id model.PersonID, n uint64) uint64 { return uint64(id)<<32 | n&0xffffffff }

// rememberNearby reads the indexes of names and employers.
func (d *Directory) rememberNearby() error {
	var kept, jobs byPerson
	err := d.entries(indexName, func(k []byte) {
		id := model.PersonID(lastID(k))
		kept = append(kept, ofPerson(id, maphash.Bytes(d.seed, k[:len(k)-8])>>32))
		model.PartsOfKey(textOf(k)).EachProbe(model.ProbeKept, func(p []byte) {
			kept = append(kept, ofPerson(id, maphash.Bytes(d.seed, p)>>32))
		})
	})
	if err != nil {
		return err
	}
	err = d.entries(indexEmployer, func(k []byte) {
		if len(k) == 17 {
			jobs = append(jobs, ofPerson(model.PersonID(lastID(k)), lastID(k[:9])))
		}
	})
	if err != nil {
		return err
	}
	d.filter.near = newNearby(kept, jobs)
	return nil
}

// newNearby is made of halves of the hashes that people are kept under, and of the
// companies where they are or were. Both become part of it.
func newNearby(kept, jobs byPerson) *nearby {
	slices.Sort(kept)
	slices.Sort(jobs)
	kept = slices.Compact(kept)
	n := &nearby{
		names: hashedIDs(kept), works: jobs, companies: map[string][]model.CompanyID{},
		some: bitsFor(6 * len(jobs)), // names of two words are kept under five texts
	}
	at := 0
	for i, j := range jobs {
		who, company := j>>32, model.CompanyID(j&0xffffffff)
		for at < len(kept) && kept[at]>>32 < who {
			at++
		}
		for k := at; k < len(kept) && kept[k]>>32 == who; k++ {
			n.some.add(atCompany(kept[k]<<32, company))
		}
		n.works[i] = atCompany(who, company)
	}
	for i, k := range kept {
		n.names[i] = k<<32 | k>>32
	}
	slices.Sort(n.names)
	slices.Sort(n.works)
	return n
}

// textOf is the text in an index key: space, text, 0, number.
func textOf(key []byte) string {
	if len(key) < 10 {
		return ""
	}
	return string(key[1 : len(key)-9])
}
