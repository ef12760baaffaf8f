package store

import (
	"encoding/binary"
	"fmt"

	"talentmap/model"
	"talentmap/store/kv"
)

// The before-images of a revision are one record, a list. Where that would be
// larger than a value may be they are several lists, and the record holds their
// number: a program that does not know of parts refuses it as damaged rather
// than to take half of a change back.
//
//	u REV        list              or   u REV      n
//	                                    u REV 1    list
//	                                    u REV n    list

func imagesPart(rev model.Rev, n int) []byte { return id8(spaceImages, uint64(rev), uint64(n)) }

// imagesRev is the revision whose images a key is of.
func imagesRev(key []byte) model.Rev {
	if len(key) < 9 {
		return 0
	}
	return model.Rev(binary.BigEndian.Uint64(key[1:]))
}

// imageOverhead bounds what an image takes beside its key and what stood there.
const imageOverhead = 32

// putImages writes the images of a revision.
func (tx *Tx) putImages(rev model.Rev, images []image) error {
	parts := splitImages(images)
	if len(parts) == 1 {
		return tx.putRecord(imagesKey(rev), rev, parts[0])
	}
	for i, part := range parts {
		if err := tx.putRecord(imagesPart(rev, i+1), rev, part); err != nil {
			return err
		}
	}
	return tx.putRecord(imagesKey(rev), rev, len(parts))
}

// splitImages cuts a list into as many as fit into a value each; one at least.
func splitImages(images []image) (parts [][]image) {
	from, size := 0, 0
	for i, im := range images {
		n := len(im.Key) + len(im.Old) + imageOverhead
		if size += n; size > kv.MaxValue-imageOverhead && i > from {
			parts, from, size = append(parts, images[from:i]), i, n
		}
	}
	return append(parts, images[from:])
}

// putRecord writes a record that has no table.
func (tx *Tx) putRecord(key []byte, rev model.Rev, value any) error {
	rec, err := tx.codec.seal(key, rev, value)
	if err != nil {
		return err
	}
	return tx.w.Put(key, rec)
}

// openImages reads a record of images: a list, or the number of its parts.
func (c codec) openImages(key, rec []byte) (images []image, parts uint64, err error) {
	_, payload, err := unseal(key, rec)
	if err == nil && len(payload) > 0 && payload[0]>>5 == 0 { // a number in CBOR
		_, err = c.open(key, rec, &parts)
		return nil, parts, err
	}
	if err == nil {
		_, err = c.open(key, rec, &images)
	}
	return images, 0, err
}

// imagesOf reads the images of a revision.
func (tx *Tx) imagesOf(rev model.Rev) ([]image, error) {
	images, parts, err := tx.imagesAt(imagesKey(rev))
	for n := uint64(1); n <= parts && err == nil; n++ {
		var part []image
		part, _, err = tx.imagesAt(imagesPart(rev, int(n)))
		images = append(images, part...)
	}
	return images, err
}

func (tx *Tx) imagesAt(key []byte) (images []image, parts uint64, err error) {
	rec := tx.r.Get(key)
	if rec == nil {
		return nil, 0, fmt.Errorf("what stood before revision %d: %w", imagesRev(key), ErrNotFound)
	}
	if images, parts, err = tx.codec.openImages(key, rec); err != nil {
		return nil, 0, err
	}
	for _, im := range images {
		if !wellFormed(im.Key) {
			return nil, 0, fmt.Errorf("%w: %s names %q, which this program does not know", ErrDamaged, showKey(key), im.Key)
		}
	}
	return images, parts, nil
}
