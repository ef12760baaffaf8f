package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
	"talentmap/store/kv"
)

// reconcile compares the records of the new file with the journal. Where that is
// whole, what is not what was saved last is taken out again, and what is not
// there is lost. Where revisions of it are lost nobody can tell: then what stands
// is stated, so that from now on the journal is one to check against again.
func (r *repair) reconcile(old kv.Reader) error {
	var out [][]byte // taken out again
	err := r.eng.View(func(from kv.Reader) error {
		tx := &Tx{r: from, codec: r.codec}
		out = r.orphans(tx)
		r.out.Revisions = tx.unaccounted(r.rev)
		must, whole := tx.checkJournal(&Checked{})
		for _, im := range r.states { // set aside as damaged
			if _, known := must[string(im.Key)]; known || !whole {
				r.missing.add(im.Key)
			}
			delete(must, string(im.Key))
		}
		other, err := r.compare(tx, must, whole)
		out = append(out, other...)
		r.seek(tx, old, whole)
		return err
	})
	if err != nil {
		return err
	}
	return r.eng.Update(func(w kv.Writer) error {
		for _, key := range out {
			if err := w.Delete(key); err != nil {
				return err
			}
		}
		return nil
	})
}

// orphans sets aside the images whose entry is lost, or of which a part is: an
// undo can't use them, and an erasure would not find its way through them.
func (r *repair) orphans(tx *Tx) (out [][]byte) {
	for k, rec := range tx.r.Ascend(kv.Prefix([]byte{spaceImages})) {
		rev := imagesRev(k)
		_, err := tx.imagesOf(rev)
		if tx.r.Get(journalKey(rev)) != nil && !errors.Is(err, ErrNotFound) {
			continue
		}
		r.setAside(k, rec, fmt.Sprintf("is of revision %d, of which the rest is lost", rev))
		out = append(out, slices.Clone(k))
	}
	return out
}

// compare goes through all records with what the journal says of them.
func (r *repair) compare(tx *Tx, must map[string]model.Rev, whole bool) (out [][]byte, err error) {
	for space := range tables {
		for k, rec := range tx.r.Ascend(kv.Prefix([]byte{space})) {
			rev, known := must[string(k)]
			delete(must, string(k))
			have, err := tx.stands(k)
			switch {
			case err != nil:
				return nil, err
			case known && have == rev:
				continue
			case !whole:
				r.state(slices.Clone(k))
				continue
			case !known:
				r.setAside(k, rec, fmt.Sprintf("is of revision %d, the journal says that it was removed", have))
			default:
				r.setAside(k, rec, fmt.Sprintf("is of revision %d, the journal says %d", have, rev))
				r.missing.add(k)
				r.missing.earlier(r.codec, k, rec)
			}
			out = append(out, slices.Clone(k))
		}
	}
	for key, rev := range must {
		why := "is missing: revision %d wrote it"
		if !whole {
			why = "is missing: revision %d wrote it, a lost one may have removed it"
		} else {
			r.missing.add([]byte(key))
		}
		r.out.Lost = append(r.out.Lost, Fault{showKey([]byte(key)), fmt.Sprintf(why, rev)})
		r.state([]byte(key))
	}
	slices.SortFunc(r.out.Lost, func(a, b Fault) int { return strings.Compare(a.Where, b.Where) })
	return out, nil
}
