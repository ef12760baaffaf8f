package roster

import (
	"cmp"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// arrival is a file that came in.
type arrival struct {
	id   importCode
	file string
	day  model.Date // in the roster's location
}

// arrivals are the imports that stand. They are never changed.
type arrivals struct {
	all  []arrival  // in order of ID
	last importCode // the newest that is the newest of its source, and so told what has changed; 0 none
}

// readArrivals reads the imports that stand, but for damaged ones.
func (r *Roster) readArrivals(tx *store.Tx) (a arrivals, err error) {
	where := r.clock().Location()
	for imp, err := range tx.Imports() {
		ref := store.Ref{Kind: store.Imports, ID: uint64(imp.ID)}
		delete(r.damaged, ref)
		damaged, err := store.Damaged(err)
		switch {
		case err != nil:
			return a, err
		case damaged:
			r.damaged[ref] = true
		case imp.Dialect != model.MergedCompanies:
			a.all = append(a.all, arrival{importCodeOf(imp.ID), imp.Source, model.DateOf(imp.At.In(where))})
		}
	}
	for src, err := range tx.Sources() {
		ref := store.Ref{Kind: store.Sources, ID: uint64(src.ID)}
		delete(r.damaged, ref)
		damaged, err := store.Damaged(err)
		if err != nil {
			return a, err
		}
		if damaged {
			r.damaged[ref] = true
			continue
		}
		a.last = max(a.last, importCodeOf(src.Import))
	}
	return a, nil
}

// rereadArrivals reads the imports again and publishes.
func (r *Roster) rereadArrivals() error {
	s := r.sharing()
	err := r.store.View(func(tx *store.Tx) (err error) {
		s.arrivals, err = r.readArrivals(tx)
		return err
	})
	if err == nil {
		r.publish(s)
	}
	return err
}

// with finds an import.
func (a *arrivals) with(id importCode) (found arrival, ok bool) {
	i, ok := slices.BinarySearchFunc(a.all, id, func(one arrival, id importCode) int { return cmp.Compare(one.id, id) })
	if !ok {
		return found, false
	}
	return a.all[i], true
}
