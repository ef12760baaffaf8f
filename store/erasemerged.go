package store

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"talentmap/model"
)

// Of a person two records may have been made one, or one two. What was merged
// into hers stood under a number of its own; what she was split off from still
// has her addresses in what the journal keeps of it.

// mergedInto are the numbers of the records that were merged into a person's,
// also by way of others: each was last touched by a merge, which decided that
// rows that read like it mean her.
func (tx *Tx) mergedInto(id model.PersonID) (was []model.PersonID, err error) {
	for c, err := range tx.Changes() {
		if err != nil || c.Import != 0 || c.IsUndo() || c.Erases { // what is damaged is passed over
			continue
		}
		touched := peopleOf(c)
		if !slices.ContainsFunc(touched, func(p model.PersonID) bool { return p == id || slices.Contains(was, p) }) {
			continue
		}
		for _, p := range touched {
			if p == id || slices.Contains(was, p) || tx.r.Get(personKey(p)) != nil {
				continue
			}
			merged, err := tx.mergedBy(c, p, id)
			if err != nil {
				return nil, err
			}
			if merged {
				was = append(was, p)
			}
		}
	}
	return was, nil
}

func peopleOf(c Change) (ids []model.PersonID) {
	for _, r := range c.Refs {
		if r.Kind == People {
			ids = append(ids, model.PersonID(r.ID))
		}
	}
	return ids
}

// mergedBy reports whether it was c that took a record away, for one that means her.
func (tx *Tx) mergedBy(c Change, gone, her model.PersonID) (bool, error) {
	if last, err := tx.lastTouching(Ref{Kind: People, ID: uint64(gone)}); err != nil || last.Rev != c.Rev {
		return false, nil
	}
	images, err := tx.imagesOf(c.Rev)
	if err != nil {
		return false, err
	}
	for _, im := range images {
		if im.Old == nil || !bytes.Equal(im.Key, personKey(gone)) {
			continue
		}
		var p model.Person
		if _, err := tx.codec.open(im.Key, im.Old, &p); err != nil {
			return false, nil
		}
		means, ok := tx.Identity(model.IdentityText(&p))
		return ok && means == her, nil
	}
	return false, nil
}

// unmerged reports whether a change took back a merge of her with another: it
// brought her record back. Its images are the other's as both were one.
func (e *erasure) unmerged(c Change, images []image) bool {
	return c.IsUndo() && slices.ContainsFunc(images, func(im image) bool {
		return im.Kind == People && im.Old == nil && e.hers(im)
	})
}

// forgetRedo takes out of an undo what a redo of it would bring back.
func (e *erasure) forgetRedo(tx *Tx, key []byte, images []image) error {
	images = slices.DeleteFunc(images, e.hers)
	for i := range images {
		images[i].Old = nil
	}
	tx.ops++
	return errors.Join(e.rewriteImages(tx, key, images), tx.rewriteChange(imagesRev(key), func(c *Change) { c.Erased = true }))
}

// numbers are hers, and those of the records that were merged into hers.
func (e *erasure) numbers() []model.PersonID { return append([]model.PersonID{e.id}, e.Was...) }

// keyed reports whether one of a record's keys is one of hers.
func (e *erasure) keyed(keys []string) bool {
	return slices.ContainsFunc(keys, func(k string) bool { return slices.Contains(e.Keys, k) })
}

// disown takes out of what another was before the addresses that are hers, unless
// the other has them to this day, and her former name.
func (e *erasure) disown(tx *Tx, p *model.Person) (changed bool) {
	now, _ := tx.Person(p.ID) // gone: nothing is the other's
	changed = e.disownContact(&p.Contact, &now.Contact)
	for _, name := range e.Names { // "also known as", of a merge that was taken back
		if !strings.Contains(now.Notes, name) {
			notes := replaceWord(p.Notes, name, someoneErased)
			changed, p.Notes = changed || notes != p.Notes, notes
		}
	}
	return changed
}

// disownStatement takes out of what a source said of another what is hers: a row of
// hers had been joined with the other, and was taken off again. What is told under
// her name is hers altogether, and then the source says what it says now.
func (e *erasure) disownStatement(tx *Tx, st *model.Statement) (changed bool) {
	now, _ := tx.Statement(st.Source, st.Person) // gone: nothing is the other's
	if st.Name != now.Name && slices.Contains(e.Names, st.Name) {
		now.Source, now.Person = st.Source, st.Person
		*st = now
		return true
	}
	return e.disownContact(&st.Contact, &now.Contact)
}

func (e *erasure) disownContact(c, now *model.Contact) (changed bool) {
	for _, l := range []struct{ list, now *[]string }{
		{&c.Emails, &now.Emails}, {&c.Links, &now.Links}, {&c.Phones, &now.Phones}, {&c.ExternalIDs, &now.ExternalIDs},
	} {
		n := len(*l.list)
		*l.list = slices.DeleteFunc(*l.list, func(s string) bool {
			hers := slices.Contains(e.Reached, s) || slices.Contains(e.Keys, "x:"+s)
			return hers && !slices.Contains(*l.now, s)
		})
		changed = changed || len(*l.list) < n
	}
	return changed
}

// formerNumbers are the numbers under which her record stood before it was taken
// back and came in anew, and those of parts that were split off and put back: the
// journal still has them, to bring them back. Of a namesake who is not there any more
// no more is lost than that.
func (tx *Tx) formerNumbers(p *model.Person, was []model.PersonID) ([]model.PersonID, error) {
	was = slices.Clone(was)
	needles := [][]byte{[]byte(p.Name)}
	for _, k := range p.Keys() {
		needles = append(needles, []byte(k[len("x:"):]))
	}
	for _, key := range tx.recordsWith(spaceImages, needles) {
		images, parts, err := tx.imagesAt(key)
		if errors.Is(err, ErrDamaged) || parts > 0 {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, im := range images {
			id := model.PersonID(lastID(im.Key))
			if im.Kind != People || im.Old == nil || id == p.ID || slices.Contains(was, id) || tx.r.Get(personKey(id)) != nil {
				continue
			}
			var q model.Person
			if _, err := tx.codec.open(im.Key, im.Old, &q); err == nil && (sameHuman(p, &q) || partOf(p, &q)) {
				was = append(was, id)
			}
		}
	}
	return was, nil
}

// partOf reports whether all by which one record can be known is another's as well.
func partOf(p, part *model.Person) bool {
	hers, keys := p.Keys(), part.Keys()
	return len(keys) > 0 && !slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(hers, k) })
}

// sameHuman reports whether two records of one name share a key, or have none.
func sameHuman(p, q *model.Person) bool {
	if model.NameKey(p.Name) != model.NameKey(q.Name) {
		return false
	}
	mine, theirs := p.Keys(), q.Keys()
	return len(mine) == 0 || len(theirs) == 0 || slices.ContainsFunc(theirs, func(k string) bool { return slices.Contains(mine, k) })
}
