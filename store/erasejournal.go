package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/store/kv"
)

// The journal keeps what records were before. An erasure takes out of it every
// image of a record of hers, her places and connections out of the images of
// others, and her name out of the texts. What it says of who did something, and
// when, stays, with her number: without the record that leads to nobody.

// someoneErased stands in a text where a name stood.
const someoneErased = "someone erased"

// recordsWith are the keys in a space whose records hold one of the needles.
func (tx *Tx) recordsWith(space byte, needles [][]byte) (keys [][]byte) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{space})) {
		if containsAny(rec, needles) {
			keys = append(keys, slices.Clone(k))
		}
	}
	return keys
}

// idNeedle is in the key of each record of hers.
func idNeedle(id model.PersonID) []byte { return binary.BigEndian.AppendUint64(nil, uint64(id)) }

// namesOf are what a person is called and was ever called, also in records that
// were merged into hers, as far as the journal can be read.
func (tx *Tx) namesOf(p *model.Person, merged []model.PersonID) []string {
	names := []string{p.Name}
	for _, id := range append([]model.PersonID{p.ID}, merged...) {
		names = tx.addNames(names, personKey(id))
	}
	return names
}

// addNames adds the names under which a record ever stood.
func (tx *Tx) addNames(names []string, key []byte) []string {
	for _, k := range tx.recordsWith(spaceImages, [][]byte{key}) {
		images, _, err := tx.imagesAt(k)
		if err != nil {
			continue
		}
		for _, im := range images {
			var was model.Person
			if im.Old == nil || !bytes.Equal(im.Key, key) {
				continue
			}
			if _, err := tx.codec.open(key, im.Old, &was); err == nil && !slices.Contains(names, was.Name) {
				names = append(names, was.Name)
			}
		}
	}
	return names
}

// hers reports whether an image is of a record of hers.
func (e *erasure) hers(im image) bool {
	return slices.ContainsFunc(e.numbers(), refOf(im.Kind, im.Key).isOf)
}

// imageNeedles are the bytes of which a record of images has some where one of
// the images may be of her, or lead to her: numbers as keys and as the fields of
// a place and a connection, names, addresses; and the key of any row that waits.
func (e *erasure) imageNeedles() [][]byte {
	needles := [][]byte{{spaceReview, 0, 0, 0, 0}}
	for _, id := range e.numbers() {
		needles = append(needles, append([]byte{1}, cborNumber(uint64(id))...), idNeedle(id))
		needles = append(needles, tieNeedles(id, e.Names)...)
	}
	for _, text := range e.Reached {
		needles = append(needles, []byte(text))
	}
	for _, k := range e.Keys {
		needles = append(needles, []byte(k[len("x:"):]))
	}
	return needles
}

// scrubImages takes her out of what the journal keeps from before.
func (e *erasure) scrubImages(tx *Tx) (full bool, err error) {
	for _, key := range tx.recordsWith(spaceImages, e.imageNeedles()) {
		if key, err = e.scrubRecord(tx, key); err != nil {
			return false, err
		}
		if key == nil {
			return true, nil
		}
	}
	return false, nil
}

// scrubRecord takes her out of one record of images; done is nil where there is
// no room for that.
func (e *erasure) scrubRecord(tx *Tx, key []byte) (done []byte, err error) {
	images, parts, err := tx.imagesAt(key)
	if errors.Is(err, ErrDamaged) || parts > 0 {
		return key, nil
	}
	if err != nil {
		return nil, err
	}
	rev := imagesRev(key)
	c, err := tx.change(rev)
	if err == nil && c.Erases { // says which numbers are gone, and whose records it has changed
		n := len(images)
		images = slices.DeleteFunc(images, func(im image) bool { return im.Now != 0 && e.hers(im) })
		switch {
		case len(images) == n:
			return key, nil
		case tx.room() < 2+len(splitImages(images)):
			return nil, nil
		}
		return key, e.rewriteImages(tx, key, images)
	}
	if e.unmerged(c, images) {
		if tx.room() < 3+len(splitImages(images)) {
			return nil, nil
		}
		return key, e.forgetRedo(tx, key, images)
	}
	before := len(images)
	images = slices.DeleteFunc(images, e.hers)
	changed := len(images) < before
	for i := range images {
		did, err := e.scrubImage(tx, &images[i])
		if err != nil {
			return nil, err
		}
		changed = changed || did
	}
	if !changed {
		return key, nil
	}
	if need := 2 + len(splitImages(images)); tx.room() < need {
		return nil, nil
	}
	return key, e.rewriteImages(tx, key, images)
}

// rewriteImages writes a record of images anew, and says in the journal's entry
// when nothing is left of the change.
func (e *erasure) rewriteImages(tx *Tx, key []byte, images []image) error {
	rev := imagesRev(key)
	tx.ops += 2 + len(splitImages(images))
	write := func() error { return tx.putRecord(key, rev, images) }
	if bytes.Equal(key, imagesKey(rev)) { // of a time before there were parts it may be too large
		write = func() error { return tx.putImages(rev, images) }
	}
	if err := write(); err != nil || len(images) > 0 {
		return err
	}
	if all, err := tx.imagesOf(rev); err != nil || len(all) > 0 {
		return nil
	}
	return tx.rewriteChange(rev, func(c *Change) { c.Erased = true })
}

// scrubImage takes her out of what a map or another person was before. The
// image stays one of the same revision.
func (e *erasure) scrubImage(tx *Tx, im *image) (changed bool, err error) {
	if im.Old == nil {
		return false, nil
	}
	switch im.Kind {
	case Identities, Reviews: // of her before: that is nothing now
		if changed = e.hersInside(tx.codec, im.Key, im.Old); changed {
			im.Old = nil
		}
		return changed, nil
	case Maps:
		return rewriteImage(tx, im, func(m *model.Map) bool {
			return e.anyNumber(func(id model.PersonID) bool { return m.Remove(id) == nil })
		})
	case Roles:
		return rewriteImage(tx, im, func(r *model.Role) bool { return e.anyNumber(r.List.Forget) })
	case Statements:
		return rewriteImage(tx, im, func(st *model.Statement) bool { return e.disownStatement(tx, st) })
	case People:
		return rewriteImage(tx, im, func(p *model.Person) bool {
			untied := e.untie(p)
			return e.disown(tx, p) || untied
		})
	}
	return false, nil
}

// anyNumber takes each of her numbers out of something, and reports whether any was in.
func (e *erasure) anyNumber(takeOut func(model.PersonID) bool) (changed bool) {
	for _, id := range e.numbers() {
		changed = takeOut(id) || changed
	}
	return changed
}

// rewriteImage writes an image anew where scrub has changed what it is of.
func rewriteImage[T any](tx *Tx, im *image, scrub func(*T) bool) (changed bool, err error) {
	var v T
	rev, err := tx.codec.open(im.Key, im.Old, &v)
	if err != nil || !scrub(&v) {
		return false, err
	}
	im.Old, err = tx.codec.seal(im.Key, rev, &v)
	return true, err
}

func (tx *Tx) rewriteChange(rev model.Rev, edit func(*Change)) error {
	c, err := tx.change(rev)
	if err != nil {
		return err
	}
	edit(&c)
	return tx.putRecord(journalKey(rev), rev, &c)
}

// scrubTexts takes her name, addresses and links out of the journal's texts.
func (e *erasure) scrubTexts(tx *Tx) (full bool, err error) {
	words := e.words()
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	var needles [][]byte
	for _, w := range words {
		needles = append(needles, []byte(w))
	}
	for _, key := range tx.recordsWith(spaceJournal, needles) {
		rev := model.Rev(lastID(key))
		c, err := tx.change(rev)
		text := c.What
		for _, w := range words {
			text = replaceWord(text, w, someoneErased)
		}
		if err != nil || text == c.What {
			continue
		}
		if tx.room() < 1 {
			return true, nil
		}
		tx.ops++
		if err := tx.rewriteChange(rev, func(c *Change) { c.What = text }); err != nil {
			return false, err
		}
	}
	return false, nil
}

// replaceWord replaces a text where it stands by itself: Bo, not Bob.
func replaceWord(text, word, by string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(text, word)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if inWord(last) || inWord(next) {
			out.WriteString(word)
		} else {
			out.WriteString(by)
		}
		text = after
	}
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
