package store

import (
	"slices"

	"talentmap/model"
)

// DeleteMap deletes a talent map and takes it out of the roles that name it; its
// people stay. One undo brings all of it back.
func (tx *Tx) DeleteMap(id model.MapID) error {
	roles, err := collect(tx.Roles())
	if err != nil {
		return err
	}
	for i := range roles {
		r := &roles[i]
		if !slices.Contains(r.Maps, id) {
			continue
		}
		r.Maps = slices.DeleteFunc(slices.Clone(r.Maps), func(m model.MapID) bool { return m == id })
		if err := tx.PutRole(r); err != nil {
			return err
		}
	}
	return tx.RemoveMap(id)
}
