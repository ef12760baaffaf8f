package store

import (
	"hash/maphash"

	"talentmap/model"
)

// Directory looks people up, each time in a short read of its own. One that is
// asked often remembers which entries the indexes had when it was first asked
// that often: most rows of a file are of people whom nobody knows. It forgets
// them when somebody else writes; what its own import writes it need not find,
// as an import knows its own rows. It is for one goroutine.
type Directory struct {
	store  *Store
	own    *Importer // nil for looking only
	asked  int
	filter *filter // nil until there are enough questions
	seed   maphash.Seed
	others int64 // commits of others when the filter was made

	boxes   hashedIDs // people by mailboxes that their addresses do not show
	boxesAt int64     // commits of others, and one, when they were read; 0: never

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

// ByName is the people whose [model.NameKey] is the one given, oldest first.
func (d *Directory) ByName(name string) (ids []model.PersonID) {
	if d.unheard(indexName, name) {
		return nil
	}
	d.look(func(tx *Tx) { ids = tx.PeopleByName(name) })
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
