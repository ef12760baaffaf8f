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
	Revisions     []Span  // of the journal that are lost
	Held          []Held  // people who stand again, locked
	// Unknown are people of whom nothing is left by which they would be known
	// again: one who had opted out can be taken in anew.
	Unknown []model.PersonID
}

// Repair makes a damaged database one that can be worked with. It never writes
// to the damaged file: it copies each sound record, byte for byte, into a new
// one, builds the indexes and the sequences anew from them, and puts that in
// place. The file as it was stays beside it.
//
// A record that is damaged, older than the one that the journal says was saved
// last, or removed according to the journal, is set aside: it is not in the new
// file but in a file of JSON lines beside the database (see [asideRecord]). A
// person whose record is gone stands again with her name, her keys and a lock,
// see [Held]. All this, and what is lost, becomes one quiet change of the journal,
// which no undo takes back. What was in lost revisions of the journal is not made
// up, but that they are lost is known from then on, and no fault any more.
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
	states  []image         // what stands, or not, otherwise than the journal says
	missing missing         // people whose records are gone
	highest map[byte]uint64 // number given, by noun
	rev     model.Rev       // highest seen anywhere
}

// rebuild makes the new file out of what can be read of the old one.
func (r *repair) rebuild(old *Store, fresh, path string) error {
	var err error
	if r.eng, err = kv.OpenBolt(fresh, kv.BoltOptions{Wait: holdWait}); err != nil {
		return err
	}
	r.highest, r.missing = map[byte]uint64{}, missing{}
	err = old.eng.View(func(from kv.Reader) error {
		for space := byte(0); space < 0xff; space++ {
			if err := r.copySpace(from, space); err != nil {
				return err
			}
		}
		return r.mend(from, path)
	})
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

// mend makes the copied records a database.
func (r *repair) mend(from kv.Reader, path string) error {
	if err := r.reconcile(from); err != nil {
		return err
	}
	if err := r.hold(); err != nil {
		return err
	}
	if _, err := reindex(r.eng, r.codec, nil); err != nil {
		return err
	}
	if err := r.eng.Update(r.number); err != nil {
		return err
	}
	if len(r.aside) > 0 {
		var err error
		if r.out.Aside, err = writeAside(path, r.now, r.aside); err != nil {
			return err
		}
	}
	return r.tell()
}

// setAside leaves a record out of the new file.
func (r *repair) setAside(key, rec []byte, why string) {
	f := Fault{Where: showKey(key), What: why}
	r.out.SetAside = append(r.out.SetAside, f)
	r.aside = append(r.aside, r.asideOf(key, rec, f))
	r.state(slices.Clone(key))
}

// state has the journal say what stands under a key now; of one that is cut
// short it has never heard.
func (r *repair) state(key []byte) {
	t := tables[key[0]]
	if t == nil || len(key) < len(personKey(0)) || key[0] == spaceSignal && len(key) < len(signalsOf(0, 0)) {
		return
	}
	_, kind := t.noun()
	r.states = append(r.states, image{Kind: kind, Key: key})
}

// tell writes the repair's own entry of the journal. Its revision is above every
// other, also above those whose entries are lost.
func (r *repair) tell() error {
	if len(r.states)+len(r.aside)+len(r.out.Revisions) == 0 {
		return nil
	}
	what := fmt.Sprintf("repaired the database: set %d records aside, found %d lost", len(r.aside), len(r.out.Lost))
	if n := len(r.out.Held); n > 0 {
		what += fmt.Sprintf(", locked %d people", n)
	}
	slices.SortFunc(r.states, func(a, b image) int { return strings.Compare(string(a.Key), string(b.Key)) })
	return r.eng.Update(func(w kv.Writer) error {
		tx := &Tx{r: w, w: w, codec: r.codec, rev: r.rev + 1, images: r.states}
		if err := tx.journal(Actor{Name: r.actor, What: what, Quiet: true}, r.now); err != nil {
			return err
		}
		return tx.rewriteChange(tx.rev, func(c *Change) { c.Lost = r.out.Revisions })
	})
}
