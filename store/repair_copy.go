package store

import (
	"bytes"
	"iter"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// pair is what goes into the new file. Its value belongs to the old one.
type pair struct{ key, rec []byte }

// copySpace copies the sound records of one space.
func (r *repair) copySpace(from kv.Reader, space byte) error {
	if bytes.IndexByte(indexSpaces, space) >= 0 {
		return nil
	}
	return r.write(r.readSpace(from, space))
}

// write puts sorted records into the new file.
func (r *repair) write(all []pair) error {
	return inChunks(r.eng, all, func(w kv.Writer, p pair) error { return w.Put(p.key, p.rec) })
}

// readSpace is every sound record of a space, in order. Where a page can't be
// read it goes on from the end, back to that page.
func (r *repair) readSpace(from kv.Reader, space byte) []pair {
	lo, hi := kv.Prefix([]byte{space})
	var sound []pair
	take := func(k, rec []byte) {
		if r.admit(k, rec) {
			sound = append(sound, pair{slices.Clone(k), rec})
		}
	}
	last, whole := readable(from.Ascend(lo, hi), nil, take)
	if whole {
		return sound
	}
	ahead := len(sound)
	readable(from.Descend(lo, hi), last, take)
	slices.Reverse(sound[ahead:])
	return sound
}

// readable gives what a scan yields to take until it ends, whole, or can't go on:
// a memory fault, a page that bbolt panics on, a key out of order as in a circle
// of pages. Backwards it stops after the key until, which was taken before.
func readable(scan iter.Seq2[[]byte, []byte], until []byte, take func(k, rec []byte)) (last []byte, whole bool) {
	direction := 0
	defer func() {
		if recover() != nil {
			whole = false
		}
	}()
	whole = true
	for k, rec := range scan {
		if last != nil {
			step := bytes.Compare(k, last)
			if step == 0 || direction != 0 && step != direction {
				return last, false
			}
			direction = step
		}
		if until != nil && bytes.Compare(k, until) <= 0 {
			return last, true
		}
		last = slices.Clone(k)
		take(last, rec)
	}
	return last, true
}

// admit reports whether a record goes into the new file; a damaged one is set
// aside.
func (r *repair) admit(key, rec []byte) bool {
	rev, err := r.sound(key, rec)
	if err != nil {
		r.setAside(key, rec, err.Error())
		return false
	}
	r.rev = max(r.rev, rev)
	if tables[key[0]] != nil {
		r.highest[key[0]] = max(r.highest[key[0]], lastID(key))
	}
	return true
}

// sound reads a record as its space demands. What this program does not know is
// not judged, and stays.
func (r *repair) sound(key, rec []byte) (model.Rev, error) {
	switch space := key[0]; {
	case tables[space] != nil:
		if _, err := tables[space].indexKeys(r.codec, key, rec); err != nil {
			return 0, err
		}
		rev, _, err := unseal(key, rec)
		return rev, err
	case space == spaceJournal:
		return model.Rev(lastID(key)), r.decodes(key, rec, &Change{})
	case space == spaceImages:
		images, _, err := r.codec.openImages(key, rec)
		for _, im := range images {
			if len(im.Key) >= 9 {
				r.highest[im.Key[0]] = max(r.highest[im.Key[0]], lastID(im.Key))
			}
		}
		return imagesRev(key), err
	case bytes.HasPrefix(key, seqKey(0)[:len(seqKey(0))-1]):
		var last uint64
		err := r.decodes(key, rec, &last)
		r.highest[key[len(key)-1]] = max(r.highest[key[len(key)-1]], last)
		return 0, err
	case space == spaceTomb:
		var line string
		return 0, r.decodes(key, rec, &line)
	}
	return 0, nil
}

func (r *repair) decodes(key, rec []byte, into any) error {
	_, err := r.codec.open(key, rec, into)
	return err
}

// number sets the sequences right.
func (r *repair) number(w kv.Writer) error {
	for space, n := range r.highest {
		if !numbered(space) {
			continue
		}
		tx := &Tx{r: w, codec: r.codec}
		if last, err := tx.lastNumber(space); err == nil && last >= n {
			continue
		}
		rec, err := r.codec.seal(seqKey(space), r.rev, n)
		if err != nil {
			return err
		}
		if err := w.Put(seqKey(space), rec); err != nil {
			return err
		}
	}
	return nil
}
