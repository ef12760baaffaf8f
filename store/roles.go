package store

import (
	"iter"

	"talentmap/model"
)

// Role reads one role.
func (tx *Tx) Role(id model.RoleID) (model.Role, error) { return get(tx, roles, roleKey(id)) }

// PutRole writes a role; one with ID 0 is new and gets its ID.
func (tx *Tx) PutRole(r *model.Role) error { return put(tx, roles, r) }

// RemoveRole deletes a role with what was decided about its shortlist; the people
// and the maps stay.
func (tx *Tx) RemoveRole(id model.RoleID) error { return remove(tx, roles, roleKey(id)) }

// Roles yields every role, oldest first.
func (tx *Tx) Roles() iter.Seq2[model.Role, error] { return scan(tx, roles, []byte{spaceRole}) }

// EditRole changes a role as it stands within the transaction, so that two people
// who decide about one shortlist at once both count.
func (s *Store) EditRole(by Actor, id model.RoleID, change func(*Tx, *model.Role) error) (r model.Role, err error) {
	_, err = s.Edit(by, func(tx *Tx) error {
		if r, err = tx.Role(id); err != nil {
			return err
		}
		r.List.Own()
		if err := change(tx, &r); err != nil {
			return err
		}
		return tx.PutRole(&r)
	})
	return r, err
}

// Listed is what was decided about a person on a role's shortlist.
type Listed struct {
	Role   model.RoleID
	Title  string
	Pinned int // her place, from 1; 0: not pinned
	Out    bool
	Why    model.Excluded // where she is out
	Drawn  int            // her rank when the list was drawn last; 0: she was not on it
}

// listedOf are the roles that name a person.
func (tx *Tx) listedOf(id model.PersonID) (all []Listed, err error) {
	for r, err := range tx.Roles() {
		if err != nil {
			return nil, err
		}
		if !r.List.Names(id) {
			continue
		}
		l := Listed{Role: r.ID, Title: r.Title, Pinned: r.List.Pin(id), Drawn: r.List.DrawnRank(id)}
		l.Why, l.Out = r.List.Excluded(id)
		all = append(all, l)
	}
	return all, nil
}

// shortlisted names, for everyone about whom something was decided on a shortlist,
// one role on which it was, and which is not itself being taken back. How a list
// stood once holds nobody.
func (tx *Tx) shortlisted(u *undoing, images []image) (map[model.PersonID]string, error) {
	on := map[model.PersonID]string{}
	for r, err := range tx.Roles() {
		if err != nil {
			return nil, err
		}
		if u.ours(r.Rev) || among(images, roleKey(r.ID)) {
			continue
		}
		for id := range decided(&r) {
			on[id] = r.Title
		}
	}
	return on, nil
}

// decided are the people about whom something was decided on a role's shortlist.
func decided(r *model.Role) iter.Seq[model.PersonID] {
	return func(yield func(model.PersonID) bool) {
		for _, e := range r.List.Pinned {
			if !yield(e.Person) {
				return
			}
		}
		for _, x := range r.List.Out {
			if !yield(x.Person) {
				return
			}
		}
	}
}
