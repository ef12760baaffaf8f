package roster

import (
	"cmp"
	"errors"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// onMap is who is on a talent map. It never changes.
type onMap struct {
	id     model.MapID
	name   string
	folded string
	people []model.PersonID
}

func newOnMap(m *model.Map) onMap {
	on := onMap{id: m.ID, name: m.Name, folded: string(fold(nil, nil, m.Name))}
	for _, e := range m.Entries {
		on.people = append(on.people, e.Person)
	}
	return on
}

// readMaps reads all maps, in order of ID.
func (r *Roster) readMaps(tx *store.Tx) (all []onMap, err error) {
	for m, err := range tx.Maps() {
		damaged, err := store.Damaged(err)
		switch {
		case err != nil:
			return nil, err
		case damaged:
			r.damaged[store.Ref{Kind: store.Maps, ID: uint64(m.ID)}] = true
		default:
			all = append(all, newOnMap(&m))
		}
	}
	return all, nil
}

// reread reads some maps again and publishes.
func (r *Roster) reread(ids map[model.MapID]bool) error {
	s := r.sharing()
	s.maps = slices.DeleteFunc(slices.Clone(s.maps), func(m onMap) bool { return ids[m.id] })
	err := r.store.View(func(tx *store.Tx) error {
		for id := range ids {
			ref := store.Ref{Kind: store.Maps, ID: uint64(id)}
			delete(r.damaged, ref)
			m, err := tx.Map(id)
			damaged, err := store.Damaged(err)
			switch {
			case errors.Is(err, store.ErrNotFound):
			case err != nil:
				return err
			case damaged:
				r.damaged[ref] = true
			default:
				s.maps = append(s.maps, newOnMap(&m))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(s.maps, func(a, b onMap) int { return cmp.Compare(a.id, b.id) })
	r.publish(s)
	return nil
}
