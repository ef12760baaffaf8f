package store

import (
	"bytes"
	"encoding/binary"
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

// imagesWith are the revisions whose images hold one of the needles.
func (tx *Tx) imagesWith(needles [][]byte) (revs []model.Rev) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{spaceImages})) {
		if rev := model.Rev(lastID(k)); rev < tx.rev && containsAny(rec, needles) {
			revs = append(revs, rev)
		}
	}
	return revs
}

// idNeedle is in the key of each record of hers.
func (e *erasure) idNeedle() []byte { return binary.BigEndian.AppendUint64(nil, uint64(e.id)) }

// hers reports whether an image is of a record of hers.
func (e *erasure) hers(im image) bool { return refOf(im.Kind, im.Key).isOf(e.id) }

// findNames gathers what she was ever called.
func (e *erasure) findNames(tx *Tx) error {
	e.names = []string{e.person.Name}
	for _, rev := range tx.imagesWith([][]byte{e.idNeedle()}) {
		images, err := tx.imagesOf(rev)
		if err != nil {
			return err
		}
		for _, im := range images {
			if im.Old == nil || im.Key[0] != spacePerson || !e.hers(im) {
				continue
			}
			var was model.Person
			if _, err := tx.codec.open(im.Key, im.Old, &was); err != nil {
				return err
			}
			if !slices.Contains(e.names, was.Name) {
				e.names = append(e.names, was.Name)
			}
		}
	}
	return nil
}

func (e *erasure) scrubImages(tx *Tx) error {
	needles := append(tieNeedles(e.id, e.names), e.idNeedle(), append([]byte{1}, cborNumber(uint64(e.id))...))
	for _, rev := range tx.imagesWith(needles) {
		images, err := tx.imagesOf(rev)
		if err != nil {
			return err
		}
		before := len(images)
		images = slices.DeleteFunc(images, e.hers)
		changed := len(images) < before
		for i := range images {
			did, err := e.scrubImage(tx, &images[i])
			if err != nil {
				return err
			}
			changed = changed || did
		}
		if !changed {
			continue
		}
		if err := tx.rewriteImages(rev, images); err != nil {
			return err
		}
		if len(images) == 0 {
			if err := tx.rewriteChange(rev, func(c *Change) { c.Erased = true }); err != nil {
				return err
			}
		}
	}
	return nil
}

// scrubImage takes her out of what a map or another person was before. The
// image stays one of the same revision.
func (e *erasure) scrubImage(tx *Tx, im *image) (changed bool, err error) {
	if im.Old == nil {
		return false, nil
	}
	switch im.Kind {
	case Maps:
		var m model.Map
		rev, err := tx.codec.open(im.Key, im.Old, &m)
		if err != nil || m.Remove(e.id) != nil {
			return false, err
		}
		im.Old, err = tx.codec.seal(im.Key, rev, &m)
		return true, err
	case People:
		if !containsAny(im.Old, tieNeedles(e.id, e.names)) {
			return false, nil
		}
		var p model.Person
		rev, err := tx.codec.open(im.Key, im.Old, &p)
		if err != nil {
			return false, err
		}
		before := len(p.Background.Connections)
		if e.untie(&p); len(p.Background.Connections) == before {
			return false, nil
		}
		im.Old, err = tx.codec.seal(im.Key, rev, &p)
		return true, err
	}
	return false, nil
}

func (tx *Tx) rewriteImages(rev model.Rev, images []image) error {
	key := imagesKey(rev)
	rec, err := tx.codec.seal(key, rev, images)
	if err != nil {
		return err
	}
	return tx.w.Put(key, rec)
}

func (tx *Tx) rewriteChange(rev model.Rev, edit func(*Change)) error {
	c, err := tx.change(rev)
	if err != nil {
		return err
	}
	edit(&c)
	key := journalKey(rev)
	rec, err := tx.codec.seal(key, rev, &c)
	if err != nil {
		return err
	}
	return tx.w.Put(key, rec)
}

// scrubTexts takes her name, addresses and links out of the journal's texts.
func (e *erasure) scrubTexts(tx *Tx) error {
	words := e.words()
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	var revs []model.Rev
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{spaceJournal})) {
		if slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(rec, []byte(w)) }) {
			revs = append(revs, model.Rev(lastID(k)))
		}
	}
	for _, rev := range revs {
		err := tx.rewriteChange(rev, func(c *Change) {
			for _, w := range words {
				c.What = replaceWord(c.What, w, someoneErased)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
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
