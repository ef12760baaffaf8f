package store

import (
	"hash/maphash"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// filterAfter is how many lookups a [Directory] makes before it reads the index
// once, to know at once who is not there.
const filterAfter = 2000

// Directory looks people up, each time in a short read of its own. One that is
// asked often remembers which entries the indexes had when it was first asked
// that often: most rows of a file are of people whom nobody knows. It forgets
// them when somebody else writes; what its own import writes it need not find,
// as an import knows its own rows. It is for one goroutine.
type Directory struct {
	store  *Store
	own    *Importer // nil for looking only
	asked  int
	filter []uint64 // hashes of all entries, sorted; nil until there are enough questions
	seed   maphash.Seed
	others int64 // commits of others when the filter was made

	decidedAt int64 // commits of others, and one, when undecided was learned; 0: never
	undecided bool  // no decision is kept
}

// Directory is a view of who is in the store now.
func (s *Store) Directory() *Directory { return &Directory{store: s, seed: maphash.MakeSeed()} }

// Directory is a view of who is in the store, but for what this import has
// written since: it may or may not show that.
func (im *Importer) Directory() *Directory {
	d := im.store.Directory()
	d.own = im
	return d
}

// ByKey is the person who has a key of [model.Person.Keys], the oldest where
// several have it.
func (d *Directory) ByKey(key string) (id model.PersonID, ok bool) {
	if d.unheard(indexKey, key) {
		return 0, false
	}
	d.look(func(tx *Tx) {
		if ids := tx.PeopleByKey(key); len(ids) > 0 {
			id, ok = ids[0], true
		}
	})
	return id, ok
}

// ByName is the people whose [model.NameKey] is the one given and who work or
// worked at the employer of this [model.CompanyKey], oldest first; with an empty
// employer, all of the name.
func (d *Directory) ByName(name, employer string) (ids []model.PersonID) {
	if d.unheard(indexName, name) {
		return nil
	}
	d.look(func(tx *Tx) { ids = tx.namesakesAt(name, employer) })
	return ids
}

// Erased reports whether someone who is not in the store was erased from it on
// request: one of her keys is that of an erased person, or she has no key, and
// name and an employer are.
func (d *Directory) Erased(p *model.Person) bool { return d.store.tombs.refuse(p) }

// Person reads one person.
func (d *Directory) Person(id model.PersonID) (p model.Person, err error) {
	err = d.store.View(func(tx *Tx) error {
		p, err = tx.Person(id)
		return err
	})
	return p, err
}

// look reads; a store that can't be read finds nobody, and the write that
// follows says why.
func (d *Directory) look(fn func(*Tx)) {
	_ = d.store.View(func(tx *Tx) error {
		fn(tx)
		return nil
	})
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
	_, there := slices.BinarySearch(d.filter, maphash.Bytes(d.seed, textPrefix(index, text)))
	return !there
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

// remember reads the entries of both indexes, in reads of bounded length.
func (d *Directory) remember() error {
	d.filter = make([]uint64, 0, 1024)
	for _, index := range []byte{indexKey, indexName} {
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
						d.filter = append(d.filter, maphash.Bytes(d.seed, k[:len(k)-8]))
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	slices.Sort(d.filter)
	d.filter = slices.Compact(d.filter)
	return nil
}

// entriesAtOnce is how many index entries one read goes through.
const entriesAtOnce = 50_000
