package store

import (
	"iter"
	"slices"
)

// rehang moves records to another subject: turn changes what their key is made
// of. They keep their numbers.
func rehang[T any](tx *Tx, t *table[T], list iter.Seq2[T, error], turn func(*T)) error {
	all, err := collect(list) // a scan must not run while its space is written
	if err != nil {
		return err
	}
	for i := range all {
		v := &all[i]
		if err := remove(tx, t, slices.Clone(t.key(v))); err != nil {
			return err
		}
		turn(v)
		key := t.key(v)
		rec, err := tx.codec.seal(key, tx.rev, v)
		if err != nil {
			return err
		}
		tx.note(t.kind, key, tx.r.Get(key))
		var add [][]byte
		if t.index != nil {
			add = t.index(v)
		}
		if err := tx.write(key, rec, nil, add); err != nil {
			return err
		}
	}
	return nil
}
