package store

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"

	"talentmap/model"
	"talentmap/store/kv"
)

// ErrNotFound is a record that is not there.
var ErrNotFound = errors.New("not found")

// ConflictError is a write from an old revision. Mine is what was to be
// written, Theirs what stands there now; both are of the noun's type.
type ConflictError struct {
	What         string
	Mine, Theirs any
	Change       Change // who changed it last, and when
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%s was changed meanwhile by %s at %s", e.What, e.Change.Actor, e.Change.At.Format("15:04:05"))
}

// table describes one noun to the generic code below.
type table[T any] struct {
	space byte
	kind  Kind
	key   func(*T) []byte
	rev   func(*T) *model.Rev
	// number gives a new value its identifier from the sequence; nil where the
	// key is somebody else's (a draft has its person's).
	number func(*T, func() uint64)
	// index lists the index keys that lead to the value.
	index func(*T) [][]byte
}

// indexer is a table whose type does not matter: what undo and check need.
type indexer interface {
	indexKeys(c codec, key, rec []byte) ([][]byte, error)
	noun() (space byte, kind Kind)
}

func (t *table[T]) noun() (byte, Kind) { return t.space, t.kind }

func (t *table[T]) indexKeys(c codec, key, rec []byte) ([][]byte, error) {
	var v T
	if _, err := c.open(key, rec, &v); err != nil {
		return nil, err
	}
	if t.index == nil {
		return nil, nil
	}
	return t.index(&v), nil
}

func get[T any](tx *Tx, t *table[T], key []byte) (T, error) {
	var v T
	rec := tx.r.Get(key)
	if rec == nil {
		return v, fmt.Errorf("%s: %w", showKey(key), ErrNotFound)
	}
	rev, err := tx.codec.open(key, rec, &v)
	*t.rev(&v) = rev
	return v, err
}

// put writes a value, gives it a number when it is new, keeps its indexes and
// notes the change for the journal. A value read at an older revision than the
// one that stands is refused with a [ConflictError].
func put[T any](tx *Tx, t *table[T], v *T) error {
	saved := *v
	tx.restore = append(tx.restore, func() { *v = saved })
	if tx.w == nil {
		return ErrReadOnly
	}
	fresh, err := giveNumber(tx, t, v)
	if err != nil {
		return err
	}
	key, base := t.key(v), t.rev(v)
	old := tx.r.Get(key)
	var drop [][]byte
	if old != nil {
		var was T
		rev, err := tx.codec.open(key, old, &was)
		if err != nil {
			return err
		}
		if rev != *base && rev != tx.rev {
			*t.rev(&was) = rev
			return tx.conflict(t.kind, key, *base, rev, *v, was)
		}
		if rev == tx.rev {
			if err := tx.flushAll(); err != nil {
				return err
			}
		}
		if t.index != nil {
			drop = t.index(&was)
		}
	}
	if old == nil && (*base != 0 || !fresh) {
		return fmt.Errorf("%s was removed meanwhile: %w", showKey(key), ErrNotFound)
	}
	rec, err := tx.codec.seal(key, tx.rev, v)
	if err != nil {
		return err
	}
	var add [][]byte
	if t.index != nil {
		add = t.index(v)
	}
	if err := tx.mayEnter(key, len(add)); err != nil {
		return err
	}
	tx.note(t.kind, key, old)
	*base = tx.rev
	if old == nil && t.kind == People {
		tx.ops += personOps
	}
	return tx.write(key, rec, drop, add)
}

// giveNumber gives a new value its identifier; fresh is true where nothing can
// have stood under its key before.
func giveNumber[T any](tx *Tx, t *table[T], v *T) (fresh bool, err error) {
	if t.number == nil {
		return true, nil
	}
	t.number(v, func() (n uint64) {
		n, err = tx.sequence(t.space)
		fresh = true
		return n
	})
	return fresh, err
}

// remove deletes a record together with its index entries.
func remove(tx *Tx, t indexer, key []byte) error {
	if tx.w == nil {
		return ErrReadOnly
	}
	if err := tx.flushAll(); err != nil {
		return err
	}
	old := tx.r.Get(key)
	if old == nil {
		return fmt.Errorf("%s: %w", showKey(key), ErrNotFound)
	}
	drop, err := t.indexKeys(tx.codec, key, old)
	if err != nil {
		return err
	}
	_, kind := t.noun()
	tx.note(kind, key, old)
	return tx.write(key, nil, drop, nil)
}

// write puts (or deletes, when rec is nil) one record and turns the index
// entries drop into add. New entries wait for flush: sorted, they cost a
// fraction of what they cost one by one.
func (tx *Tx) write(key, rec []byte, drop, add [][]byte) error {
	tx.bytes += len(rec) + len(key) + imageOverhead
	for _, k := range drop {
		if !holds(add, k) {
			tx.ops++
			if err := tx.dropEntry(k); err != nil {
				return err
			}
		}
	}
	for _, k := range add {
		if !holds(drop, k) {
			tx.ops++
			tx.addEntry(k)
		}
	}
	if err := tx.fits(); err != nil {
		return err
	}
	if rec == nil {
		return tx.w.Delete(key)
	}
	return tx.w.Put(key, rec)
}

func (tx *Tx) dropEntry(k []byte) error {
	if tx.lags(k[0]) {
		tx.missing = append(tx.missing, entry{key: k, gone: true})
		return nil
	}
	return tx.w.Delete(k)
}

func (tx *Tx) addEntry(k []byte) {
	if tx.lags(k[0]) {
		tx.missing = append(tx.missing, entry{key: k})
		return
	}
	tx.later[k[0]] = append(tx.later[k[0]], k)
}

func holds(keys [][]byte, k []byte) bool {
	for _, have := range keys {
		if bytes.Equal(have, k) {
			return true
		}
	}
	return false
}

// flush writes the entries of one index that wait. Whoever is about to look
// something up in it calls it first.
func (tx *Tx) flush(index byte) error {
	keys := tx.later[index]
	slices.SortFunc(keys, bytes.Compare)
	for _, k := range keys {
		if err := tx.w.Put(k, nil); err != nil {
			return err
		}
	}
	delete(tx.later, index)
	return nil
}

func (tx *Tx) flushAll() error {
	for index := range tx.later {
		if err := tx.flush(index); err != nil {
			return err
		}
	}
	return nil
}

// scan yields the values under a key prefix in order. A damaged record comes
// with its error and the scan goes on.
func scan[T any](tx *Tx, t *table[T], prefix []byte) iter.Seq2[T, error] {
	from, to := kv.Prefix(prefix)
	return scanRange(tx, t, from, to)
}

func scanRange[T any](tx *Tx, t *table[T], from, to []byte) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for k, rec := range tx.r.Ascend(from, to) {
			var v T
			rev, err := tx.codec.open(k, rec, &v)
			*t.rev(&v) = rev
			if !yield(v, err) {
				return
			}
		}
	}
}
