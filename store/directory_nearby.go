package store

import (
	"cmp"
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

// keptUnder is a hash of a name or of a probe, and a person who is kept under it.
type keptUnder struct {
	person model.PersonID
	hash   uint64
}

// job is a company where a person is or was.
type job struct {
	person  model.PersonID
	company model.CompanyID
}

// rememberNearby reads the indexes of names and employers.
func (d *Directory) rememberNearby() error {
	var kept []keptUnder
	err := d.entries(indexName, func(k []byte) {
		id := model.PersonID(lastID(k))
		kept = append(kept, keptUnder{id, maphash.Bytes(d.seed, k[:len(k)-8])})
		model.PartsOfKey(textOf(k)).EachProbe(model.ProbeKept, func(p []byte) {
			kept = append(kept, keptUnder{id, maphash.Bytes(d.seed, p)})
		})
	})
	if err != nil {
		return err
	}
	var jobs []job
	err = d.entries(indexEmployer, func(k []byte) {
		if len(k) == 17 {
			jobs = append(jobs, job{model.PersonID(lastID(k)), model.CompanyID(lastID(k[:9]))})
		}
	})
	if err != nil {
		return err
	}
	d.filter.near = newNearby(kept, jobs)
	return nil
}

func newNearby(kept []keptUnder, jobs []job) *nearby {
	slices.SortFunc(kept, func(a, b keptUnder) int { return cmp.Compare(a.person, b.person) })
	slices.SortFunc(jobs, func(a, b job) int { return cmp.Compare(a.person, b.person) })
	n := &nearby{
		names: make(hashedIDs, len(kept)), works: make([]uint64, len(jobs)), companies: map[string][]model.CompanyID{},
		some: bitsFor(6 * len(jobs)), // names of two words are kept under five texts
	}
	at := 0
	for i, j := range jobs {
		n.works[i] = atCompany(uint64(j.person), j.company)
		for at < len(kept) && kept[at].person < j.person {
			at++
		}
		for k := at; k < len(kept) && kept[k].person == j.person; k++ {
			n.some.add(atCompany(kept[k].hash, j.company))
		}
	}
	for i, k := range kept {
		n.names[i] = hashedID(k.hash, k.person)
	}
	slices.Sort(n.names)
	slices.Sort(n.works)
	n.names = slices.Compact(n.names)
	return n
}

// textOf is the text in an index key: space, text, 0, number.
func textOf(key []byte) string {
	if len(key) < 10 {
		return ""
	}
	return string(key[1 : len(key)-9])
}
