package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// Records name one another: a map its people, a signal its person or company.
// An undo and a redo leave no name without its record, neither by taking away
// what others name nor by bringing back what names somebody who has gone.

// mayGo refuses to remove a record on which others' work hangs. images are all of
// the change.
func (tx *Tx) mayGo(c Change, im image, u *undoing, mapped map[model.PersonID]string, images []image) error {
	switch im.Kind {
	case People:
		if _, stays, err := tx.staysLocked(c, im, u); stays || err != nil {
			return err
		}
		if err := tx.personMayGo(model.PersonID(lastID(im.Key)), u, mapped, images); err != nil {
			return fmt.Errorf("%s was %w", tx.called(im.Key), err)
		}
	case Companies:
		id := model.CompanyID(lastID(im.Key))
		if c.Import == 0 && tx.inUse(id, images) {
			return fmt.Errorf("%s was %w: people or signals are at it now", tx.called(im.Key), ErrChangedSince)
		}
	case Maps:
		return tx.mapMayGo(im, u)
	case Templates:
		return tx.templateMayGo(im, u)
	}
	return nil
}

// unheardOf refuses when a file has told of a person since.
func (tx *Tx) unheardOf(id model.PersonID, u *undoing, images []image) error {
	if !u.files {
		return nil
	}
	said, err := tx.StatementsOf(id)
	if err != nil {
		return err
	}
	for _, s := range said {
		if !u.ours(s.Rev) && !among(images, statementKey(s.Source, id)) {
			return fmt.Errorf("%w: a newer file has told of her; take its import back first", ErrChangedSince)
		}
	}
	for n, err := range tx.NewsOf(id) {
		if err != nil {
			return err
		}
		if !u.ours(n.Rev) && !among(images, news.key(&n)) {
			return fmt.Errorf("%w: a newer file has told of her (%s); take its import back first", ErrChangedSince, n.Kind)
		}
	}
	return nil
}

// holdsAny reports whether a space has a key.
func (tx *Tx) holdsAny(space byte) bool {
	for range tx.r.Ascend(kv.Prefix([]byte{space})) {
		return true
	}
	return false
}

// mapMayGo refuses to remove a map from which a role takes its people.
func (tx *Tx) mapMayGo(im image, u *undoing) error {
	for r, err := range tx.Roles() {
		if err != nil {
			return err
		}
		if !u.ours(r.Rev) && slices.Contains(r.Maps, model.MapID(lastID(im.Key))) {
			return fmt.Errorf("%s was %w: the role %q takes its people from it", tx.called(im.Key), ErrChangedSince, r.Title)
		}
	}
	return nil
}

// templateMayGo refuses to remove a template that a sequence uses.
func (tx *Tx) templateMayGo(im image, u *undoing) error {
	id := model.TemplateID(lastID(im.Key))
	for s, err := range tx.Sequences() {
		if err != nil {
			return err
		}
		if !u.ours(s.Rev) && slices.ContainsFunc(s.Steps, func(st model.Step) bool { return st.Template == id }) {
			return fmt.Errorf("%s was %w: the sequence %q uses it", tx.called(im.Key), ErrChangedSince, s.Name)
		}
	}
	return nil
}

func (tx *Tx) personMayGo(id model.PersonID, u *undoing, mapped map[model.PersonID]string, images []image) error {
	if name, on := mapped[id]; on {
		return fmt.Errorf("%w: put on the map %q; take her off first", ErrChangedSince, name)
	}
	if title, on := u.listed[id]; on {
		return fmt.Errorf("%w: decided about on the shortlist of %q; take that back first", ErrChangedSince, title)
	}
	for t, err := range tx.TouchesOf(id) {
		if err != nil {
			return err
		}
		if !u.ours(t.Rev) && !among(images, touches.key(&t)) {
			return fmt.Errorf("%w: a touch by %s at %s; take that back first", ErrChangedSince, t.By, t.At.Format("2006-01-02 15:04"))
		}
	}
	for s, err := range tx.SignalsOf(id) {
		if err != nil {
			return err
		}
		if !u.ours(s.Rev) && !among(images, signalKey(&s)) {
			return fmt.Errorf("%w: a signal (%s) was logged; take that back first", ErrChangedSince, s.Kind)
		}
	}
	if err := tx.unheardOf(id, u, images); err != nil {
		return err
	}
	for v, err := range tx.VersionsOf(id) {
		if err != nil {
			return err
		}
		if v.By != u.actor && !u.ours(v.Rev) && !among(images, versionKey(id, v.ID)) {
			return fmt.Errorf("%w: %s has written to her", ErrChangedSince, v.By)
		}
	}
	d, err := tx.Draft(id)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	case d.OnItsWay():
		return onItsWay(&d)
	case d.By != u.actor && !d.Empty() && !u.ours(d.Rev) && !among(images, drafts.key(&d)):
		return fmt.Errorf("%w: %s is writing to her", ErrChangedSince, d.By)
	}
	return nil
}

// among reports whether the change itself goes on to rewrite or take away the
// record under key: what it puts there instead is looked at by mayReturn.
func among(images []image, key []byte) bool {
	return slices.ContainsFunc(images, func(im image) bool { return bytes.Equal(im.Key, key) })
}

// inUse reports whether someone works, or a signal is, at a company, apart from
// those of the images: they go, or go back to what they were before it was there.
func (tx *Tx) inUse(id model.CompanyID, images []image) bool {
	for s := range tx.SignalsAt(id) {
		if !among(images, signalKey(&s)) {
			return true
		}
	}
	return slices.ContainsFunc(tx.PeopleAt(id), func(p model.PersonID) bool { return !among(images, personKey(p)) })
}

// mapped names, for everyone on a talent map, one map that holds her and is not
// itself being taken back.
func (tx *Tx) mapped(u *undoing, images []image) (map[model.PersonID]string, error) {
	on := map[model.PersonID]string{}
	for m, err := range tx.Maps() {
		if err != nil {
			return nil, err
		}
		if u.ours(m.Rev) || among(images, mapKey(m.ID)) {
			continue
		}
		for id := range m.People() {
			on[id] = m.Name
		}
	}
	return on, nil
}

// mayReturn refuses to bring back what names a record that will not be there
// when all steps are done.
func (tx *Tx) mayReturn(c Change, images []image, u *undoing) error {
	for _, im := range images {
		before, err := im.before()
		if err != nil {
			return err
		}
		if before == 0 || u.after[string(im.Key)] != before {
			continue // another step has the last word on this record
		}
		if err := tx.cameAgain(c, im, u); err != nil {
			return u.refuse(c, err)
		}
		named, err := tx.namedBy(im)
		if err != nil {
			return err
		}
		for _, key := range named {
			rev, ours := u.after[string(key)]
			if ours && rev != 0 || !ours && tx.r.Get(key) != nil {
				continue
			}
			_, kind := tables[key[0]].noun()
			later, err := tx.lastTouching(refOf(kind, key))
			switch {
			case errors.Is(err, ErrNotFound): // it was never there
				continue
			case err != nil:
				return err
			}
			return u.refuse(c, fmt.Errorf("%s, which it needs, was %w", showKey(key), sinceBy(later)))
		}
	}
	return nil
}

// cameAgain refuses to bring somebody back who was put in, or given the same
// address or link, since she was taken away, and a filter likewise.
func (tx *Tx) cameAgain(c Change, im image, u *undoing) error {
	switch im.Key[0] {
	case spaceFilter:
		return tx.filterMayReturn(im.Key, im.Old)
	case spaceTemplate, spaceSequence:
		return tx.nameMayReturn(im.Key, im.Old)
	}
	if im.Key[0] != spacePerson || im.Now != 0 {
		return nil
	}
	index, err := people.indexKeys(tx.codec, im.Key, im.Old)
	if err != nil {
		return err
	}
	for _, k := range index {
		if k[0] != indexKey {
			continue
		}
		for _, id := range indexed[model.PersonID](tx, k[:len(k)-8]) {
			later, given, err := tx.givenSince(c.Rev, id, k[:len(k)-8], u)
			if err != nil {
				return err
			}
			if given {
				return fmt.Errorf("%s has the same address or link and was %w", tx.called(personKey(id)), sinceBy(later))
			}
		}
	}
	return nil
}

// givenSince is the change after a revision by which a person came to an address or
// link, as she will stand when all steps are done; false where she had it by then.
// What was changed of her besides stands in nobody's way.
func (tx *Tx) givenSince(since model.Rev, id model.PersonID, address []byte, u *undoing) (Change, bool, error) {
	key := personKey(id)
	rev, ours := u.after[string(key)]
	if !ours {
		var err error
		if rev, err = tx.stands(key); err != nil {
			return Change{}, false, err
		}
	}
	for rev > since {
		images, err := tx.imagesOf(rev)
		if err != nil {
			return Change{}, false, err
		}
		i := slices.IndexFunc(images, func(im image) bool { return bytes.Equal(im.Key, key) })
		had := false
		if i >= 0 && images[i].Old != nil {
			index, err := people.indexKeys(tx.codec, key, images[i].Old)
			if err != nil {
				return Change{}, false, err
			}
			had = slices.ContainsFunc(index, func(k []byte) bool { return bytes.HasPrefix(k, address) && len(k) == len(address)+8 })
		}
		if !had {
			later, err := tx.change(rev)
			return later, err == nil, err
		}
		if rev, err = images[i].before(); err != nil {
			return Change{}, false, err
		}
	}
	return Change{}, false, nil
}

// namedBy are the keys of the records that an earlier state of a record names.
func (tx *Tx) namedBy(im image) (keys [][]byte, err error) {
	switch im.Key[0] {
	case spacePerson:
		index, err := people.indexKeys(tx.codec, im.Key, im.Old)
		for _, k := range index {
			if k[0] == indexEmployer {
				keys = append(keys, companyKey(model.CompanyID(binary.BigEndian.Uint64(k[1:]))))
			}
		}
		return keys, err
	case spaceSignal:
		return [][]byte{id8(im.Key[1], binary.BigEndian.Uint64(im.Key[2:]))}, nil
	case spaceStatement:
		return [][]byte{sourceKey(model.SourceID(binary.BigEndian.Uint64(im.Key[1:]))), personKey(model.PersonID(lastID(im.Key)))}, nil
	case spaceTouch, spaceDraft, spaceNews, spaceVersion:
		return [][]byte{id8(spacePerson, binary.BigEndian.Uint64(im.Key[1:]))}, nil
	case spaceMap:
		var m model.Map
		_, err := tx.codec.open(im.Key, im.Old, &m)
		for id := range m.People() {
			keys = append(keys, personKey(id))
		}
		return keys, err
	case spaceSequence:
		var s model.Sequence
		_, err := tx.codec.open(im.Key, im.Old, &s)
		for _, st := range s.Steps {
			if st.Template != 0 {
				keys = append(keys, templateKey(st.Template))
			}
		}
		return keys, err
	case spaceRole:
		var r model.Role
		_, err := tx.codec.open(im.Key, im.Old, &r)
		for _, m := range r.Maps {
			keys = append(keys, mapKey(m))
		}
		for id := range decided(&r) {
			keys = append(keys, personKey(id))
		}
		return keys, err
	}
	return nil, nil
}

// called names a record to people: "Björn Ek (p17)", as far as it can be read.
func (tx *Tx) called(key []byte) string {
	name := ""
	switch key[0] {
	case spacePerson, spaceDraft:
		p, _ := tx.Person(model.PersonID(lastID(key)))
		name = p.Name
	case spaceCompany:
		c, _ := tx.Company(model.CompanyID(lastID(key)))
		name = c.Name
	case spaceMap:
		m, _ := tx.Map(model.MapID(lastID(key)))
		name = m.Name
	case spaceRole:
		r, _ := tx.Role(model.RoleID(lastID(key)))
		name = r.Title
	case spaceTemplate:
		t, _ := tx.Template(model.TemplateID(lastID(key)))
		name = t.Name
	case spaceSequence:
		s, _ := tx.Sequence(model.SequenceID(lastID(key)))
		name = s.Name
	case spaceShelf:
		s, _ := tx.ShelfItem(model.ShelfID(lastID(key)))
		name = s.Title
	}
	if name == "" {
		return showKey(key)
	}
	return name + " (" + showKey(key) + ")"
}
