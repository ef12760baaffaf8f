package kv

import (
	"bytes"
	"iter"

	"go.etcd.io/bbolt"
)

// boltFill is how full pages are packed where records arrive in the order of
// their keys, as new people and the journal do; what is left of a page is for
// those that grow. All other pages split into halves, which is bbolt's default.
const boltFill = 0.95

// boltIndexFill is how full a copy packs the pages of an index, whose entries
// have no values and come in any order: with room for the next.
const boltIndexFill = 0.75

// boltTx keeps each space in a bucket of its own, named by the first byte.
type boltTx struct {
	tx      *bbolt.Tx
	touched map[string]bool // the keys written, where somebody wants to know
	wrote   *bool           // set by the first write; nil in a View
}

func (t boltTx) touch(key []byte) {
	if t.wrote != nil {
		*t.wrote = true
	}
	if t.touched != nil {
		t.touched[string(key)] = true
	}
}

func (t boltTx) Get(key []byte) []byte {
	b := t.tx.Bucket(key[:1])
	if b == nil {
		return nil
	}
	return b.Get(key[1:])
}

func (t boltTx) Put(key, value []byte) error {
	t.touch(key)
	b, err := t.tx.CreateBucketIfNotExists(key[:1])
	if err != nil {
		return err
	}
	if len(value) > 0 && b.FillPercent < boltFill && isLast(b, key[1:]) {
		b.FillPercent = boltFill
	}
	return b.Put(key[1:], value)
}

// isLast reports whether a key comes after all that are in its bucket.
func isLast(b *bbolt.Bucket, key []byte) bool {
	last, _ := b.Cursor().Last()
	return bytes.Compare(key, last) > 0
}

func (t boltTx) Delete(key []byte) error {
	t.touch(key)
	b := t.tx.Bucket(key[:1])
	if b == nil {
		return nil
	}
	return b.Delete(key[1:])
}

func (t boltTx) Ascend(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		b := t.tx.Bucket(from[:1])
		if b == nil {
			return
		}
		full := append(make([]byte, 0, 64), from[0])
		c := b.Cursor()
		for k, v := c.Seek(from[1:]); k != nil; k, v = c.Next() {
			full = append(full[:1], k...)
			if to != nil && bytes.Compare(full, to) >= 0 || !yield(full, v) {
				return
			}
		}
	}
}

func (t boltTx) Descend(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		b := t.tx.Bucket(from[:1])
		if b == nil || to != nil && bytes.Compare(from, to) >= 0 {
			return
		}
		full := append(make([]byte, 0, 64), from[0])
		c := b.Cursor()
		for k, v := seekBefore(c, from[0], to); k != nil; k, v = c.Prev() {
			full = append(full[:1], k...)
			if bytes.Compare(full, from) < 0 || !yield(full, v) {
				return
			}
		}
	}
}

// seekBefore places the cursor on the last key of the space before to.
func seekBefore(c *bbolt.Cursor, space byte, to []byte) (k, v []byte) {
	if to == nil || to[0] != space {
		return c.Last()
	}
	if k, _ := c.Seek(to[1:]); k == nil {
		return c.Last()
	}
	return c.Prev()
}
