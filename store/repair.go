package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store/kv"
)

// Repaired says what [Repair] found and did.
type Repaired struct {
	Before, After Checked
	Kept          string  // the file as it was; "" when nothing was wrong
	Aside         string  // the file of the records set aside; "" when there are none
	SetAside      []Fault // these, and why
	Lost          []Fault // records that must stand and are not to be found
}

// Repair makes a damaged database one that can be worked with. It never writes
// to the damaged file: it copies each sound record, byte for byte, into a new
// one, builds the indexes and the sequences anew from them, and puts that in
// place. The file as it was stays beside it.
//
// A record that is damaged, older than the one that the journal says was saved
// last, or removed according to the journal, is set aside: it is not in the new
// file but in a file of JSON lines beside the database (see [asideRecord]). That
// and what is lost becomes one quiet change of the journal, which no undo takes
// back. Gaps of the journal are reported and stay faults: what was in them is
// not made up.
//
// The error is a file that can't be opened or is open elsewhere, or a disk that
// took no copy; then nothing has been changed. bbolt can crash on a badly
// damaged file: repair in a process of its own.
func Repair(path, actor string, now time.Time) (out Repaired, err error) {
	old, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return out, err
	}
	defer old.Close()
	if out.Before, err = old.Check(); err != nil || len(out.Before.Faults) == 0 {
		out.After = out.Before
		return out, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".talentmap-repair-")
	if err != nil {
		return out, fmt.Errorf("repair %s: %w", path, err)
	}
	defer os.RemoveAll(dir)
	r := repair{out: &out, actor: actor, now: now, codec: old.codec}
	fresh := filepath.Join(dir, filepath.Base(path))
	if err := r.rebuild(old, fresh, path); err != nil {
		if isFull(err) {
			err = fmt.Errorf("%w (%w)", ErrFull, err)
		}
		return out, fmt.Errorf("repair %s: %w", path, err)
	}
	if out.Kept, err = keep(path, "before-repair", now); err != nil {
		return out, fmt.Errorf("keep the damaged database: %w", err)
	}
	if err := os.Rename(fresh, path); err != nil {
		return out, fmt.Errorf("put the repaired database in place: %w", err)
	}
	return out, syncDir(filepath.Dir(path))
}

// repair is a repair at work.
type repair struct {
	out   *Repaired
	actor string
	now   time.Time
	codec codec

	eng     kv.Engine // of the new file
	aside   []asideRecord
	gone    []image         // what the journal must say of the records that are not there
	highest map[byte]uint64 // number given, by noun
	rev     model.Rev       // highest seen anywhere
	indexes map[byte][]pair // entries, by index
}

// rebuild makes the new file out of what can be read of the old one.
func (r *repair) rebuild(old *Store, fresh, path string) error {
	var err error
	if r.eng, err = kv.OpenBolt(fresh, kv.BoltOptions{Wait: holdWait}); err != nil {
		return err
	}
	r.highest, r.indexes = map[byte]uint64{}, map[byte][]pair{}
	err = old.eng.View(func(from kv.Reader) error {
		for space := byte(0); space < 0xff; space++ {
			if err := r.copySpace(from, space); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = r.reconcile()
	}
	if err == nil {
		err = r.index()
	}
	if err == nil && len(r.aside) > 0 {
		r.out.Aside = fmt.Sprintf("%s.damaged-%s.jsonl", path, r.now.Format("20060102-150405"))
		err = writeAside(r.out.Aside, r.aside)
	}
	if err == nil {
		err = r.tell()
	}
	if err = errors.Join(err, r.eng.Close()); err != nil {
		return err
	}
	st, err := Open(fresh, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	r.out.After, err = st.Check()
	return errors.Join(err, st.Close())
}

// setAside leaves a record out of the new file.
func (r *repair) setAside(key, rec []byte, why string) {
	f := Fault{Where: showKey(key), What: why}
	r.out.SetAside = append(r.out.SetAside, f)
	r.aside = append(r.aside, r.asideOf(key, rec, f))
	r.remove(slices.Clone(key))
}

// remove has the journal say that no record stands under a key; one that is cut
// short it has never heard of.
func (r *repair) remove(key []byte) {
	t := tables[key[0]]
	if t == nil || len(key) < len(personKey(0)) || key[0] == spaceSignal && len(key) < len(signalsOf(0, 0)) {
		return
	}
	_, kind := t.noun()
	r.gone = append(r.gone, image{Kind: kind, Key: key})
}

// reconcile compares the records of the new file with the journal: what is not
// what was saved last is taken out again, what is not there is lost. With a
// damaged journal nobody can tell.
func (r *repair) reconcile() error {
	set := len(r.gone)
	err := r.eng.View(func(from kv.Reader) error {
		tx := &Tx{r: from, codec: r.codec}
		must := tx.checkJournal(&Checked{})
		if must == nil {
			return nil
		}
		for _, im := range r.gone {
			delete(must, string(im.Key))
		}
		for space := range tables {
			for k, rec := range from.Ascend(kv.Prefix([]byte{space})) {
				rev, known := must[string(k)]
				delete(must, string(k))
				switch have, err := tx.stands(k); {
				case err != nil:
					return err
				case !known:
					r.setAside(k, rec, fmt.Sprintf("is of revision %d, the journal says that it was removed", have))
				case have != rev:
					r.setAside(k, rec, fmt.Sprintf("is of revision %d, the journal says %d", have, rev))
				}
			}
		}
		for key, rev := range must {
			r.out.Lost = append(r.out.Lost, Fault{showKey([]byte(key)), fmt.Sprintf("is missing: revision %d wrote it", rev)})
			r.remove([]byte(key))
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(r.out.Lost, func(a, b Fault) int { return strings.Compare(a.Where, b.Where) })
	return r.eng.Update(func(w kv.Writer) error {
		for _, im := range r.gone[set:] {
			if err := w.Delete(im.Key); err != nil {
				return err
			}
		}
		return nil
	})
}

// tell writes the repair's own entry of the journal. Its revision is above every
// other, also above those whose entries are lost.
func (r *repair) tell() error {
	if len(r.gone)+len(r.aside) == 0 {
		return nil
	}
	what := fmt.Sprintf("repaired the database: set %d records aside, found %d lost", len(r.aside), len(r.out.Lost))
	slices.SortFunc(r.gone, func(a, b image) int { return strings.Compare(string(a.Key), string(b.Key)) })
	return r.eng.Update(func(w kv.Writer) error {
		tx := &Tx{r: w, w: w, codec: r.codec, rev: r.rev + 1, images: r.gone}
		return tx.journal(Actor{Name: r.actor, What: what, Quiet: true}, r.now)
	})
}
