package store

import (
	"cmp"
	"hash/maphash"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// filterAfter is how many lookups a [Directory] makes before it reads the indexes
// once, to know at once who is not there.
const filterAfter = 2000

// filter is what a directory remembers of the indexes: hashes, sorted. What it does
// not have is not there; what it has may be there.
type filter struct {
	texts []uint64 // of the keys and names that somebody has
	pairs []uint64 // of a name and a company where somebody of that name is or was

	companies map[string][]model.CompanyID // by the name of an employer, as asked so far
}

// unheard reports whether an index surely has no entry of a text. false may be
// either.
func (d *Directory) unheard(index byte, text string) bool {
	if d.asked++; d.asked < filterAfter {
		return false
	}
	if others := d.commitsOfOthers(); d.filter == nil || others > d.others {
		d.others = others
		if d.remember() != nil {
			d.filter, d.asked = nil, 0
			return false
		}
	}
	_, there := slices.BinarySearch(d.filter.texts, d.hash(index, text))
	return !there
}

// neverThere reports whether surely nobody of a name is or was at an employer. false
// may be either.
func (d *Directory) neverThere(name, employer string) bool {
	if d.filter == nil {
		return false
	}
	companies, ok := d.filter.companies[employer]
	if !ok {
		d.look(func(tx *Tx) { companies = indexed[model.CompanyID](tx, textPrefix(indexCompany, employer)) })
		if len(d.filter.companies) < mostEmployers {
			d.filter.companies[employer] = companies
		}
	}
	named := d.hash(indexName, name)
	return !slices.ContainsFunc(companies, func(id model.CompanyID) bool {
		_, there := slices.BinarySearch(d.filter.pairs, atCompany(named, uint64(id)))
		return there
	})
}

// mostEmployers is how many names of employers a filter remembers.
const mostEmployers = 50_000

func (d *Directory) hash(index byte, text string) uint64 {
	return maphash.Bytes(d.seed, textPrefix(index, text))
}

// atCompany mixes the hash of a name with a company's number.
func atCompany(named, company uint64) uint64 {
	return (named ^ company*0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9
}

// commitsOfOthers never grows by a commit of the own import, which counts its own
// before it makes them: while it makes one the number is one too small.
func (d *Directory) commitsOfOthers() int64 {
	n := int64(d.store.commits.Load())
	if d.own != nil {
		n -= int64(d.own.commits.Load())
	}
	return n
}

// named is the hash of one name of a person.
type named struct{ person, hash uint64 }

// remember reads the indexes by which people are found.
func (d *Directory) remember() error {
	f := &filter{texts: make([]uint64, 0, 1024), companies: map[string][]model.CompanyID{}}
	var names []named
	err := d.entries(indexKey, func(k []byte) {
		f.texts = append(f.texts, maphash.Bytes(d.seed, k[:len(k)-8]))
	})
	if err == nil {
		err = d.entries(indexName, func(k []byte) {
			h := maphash.Bytes(d.seed, k[:len(k)-8])
			f.texts, names = append(f.texts, h), append(names, named{lastID(k), h})
		})
	}
	slices.SortFunc(names, func(a, b named) int { return cmp.Compare(a.person, b.person) })
	if err == nil {
		err = d.entries(indexEmployer, func(k []byte) {
			if len(k) != 17 {
				return
			}
			who, company := lastID(k), lastID(k[:9])
			at, _ := slices.BinarySearchFunc(names, who, func(n named, id uint64) int { return cmp.Compare(n.person, id) })
			for ; at < len(names) && names[at].person == who; at++ {
				f.pairs = append(f.pairs, atCompany(names[at].hash, company))
			}
		})
	}
	if err != nil {
		return err
	}
	slices.Sort(f.texts)
	slices.Sort(f.pairs)
	f.texts, f.pairs = slices.Compact(f.texts), slices.Compact(f.pairs)
	d.filter = f
	return nil
}

// entries hands every key of an index to do, in reads of bounded length.
func (d *Directory) entries(index byte, do func(key []byte)) error {
	from, end := kv.Prefix([]byte{index})
	for more := true; more; {
		err := d.store.View(func(tx *Tx) error {
			more = false
			n := 0
			for k := range tx.r.Ascend(from, end) {
				if n++; n > entriesAtOnce {
					from, more = slices.Clone(k), true
					return nil
				}
				if len(k) > 8 {
					do(k)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// entriesAtOnce is how many index entries one read goes through.
const entriesAtOnce = 50_000
