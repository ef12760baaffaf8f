package store

import (
	"hash/maphash"
	"slices"

	"talentmap/store/kv"
)

// filterAfter is how many lookups a [Directory] makes before it reads the indexes
// once, to know at once who is not there.
const filterAfter = 2000

// filter is what a directory remembers of the keys and names that somebody has, as
// sorted hashes. What it does not have is not there; what it has may be there.
type filter struct {
	texts []uint64
	some  bits
	near  *nearby // nil until somebody was asked for by name and employer
}

// bits is a set of hashes that may have more than were put in, to answer most
// questions by one look.
type bits []uint64

// bitsFor has room for n hashes; of others one or two in a hundred seem to be in it.
func bitsFor(n int) bits {
	size := 64
	for size < 16*n {
		size *= 2
	}
	return make(bits, size/64)
}

func (b bits) add(hash uint64) {
	for _, i := range b.at(hash) {
		b[i/64] |= 1 << (i % 64)
	}
}

// at are the two places of a hash.
func (b bits) at(hash uint64) [2]uint64 {
	mask := uint64(len(b)*64 - 1)
	return [2]uint64{hash >> 32 & mask, hash & mask}
}

func (b bits) has(hash uint64) bool {
	for _, i := range b.at(hash) {
		if b[i/64]&(1<<(i%64)) == 0 {
			return false
		}
	}
	return true
}

// ready reports whether the directory was asked often enough to have read the
// indexes, and has read what others have written since.
func (d *Directory) ready() bool {
	if d.asked++; d.asked < filterAfter {
		return false
	}
	if others := d.commitsOfOthers(); d.filter == nil || others > d.others {
		d.others = others
		if d.remember() != nil {
			d.filter, d.asked = nil, 0
			return false
		}
	}
	return true
}

// unheard reports whether an index surely has no entry of a text. false may be
// either.
func (d *Directory) unheard(index byte, text string) bool {
	if !d.ready() {
		return false
	}
	hash := d.hash(index, text)
	if !d.filter.some.has(hash) {
		return true
	}
	_, there := slices.BinarySearch(d.filter.texts, hash)
	return !there
}

func (d *Directory) hash(index byte, text string) uint64 {
	return maphash.Bytes(d.seed, textPrefix(index, text))
}

// commitsOfOthers never grows by a commit of the own import, which counts its own
// before it makes them: while it makes one the number is one too small.
func (d *Directory) commitsOfOthers() int64 {
	n := int64(d.store.commits.Load())
	if d.own != nil {
		n -= int64(d.own.commits.Load())
	}
	return n
}

// remember reads the indexes by which people are found.
func (d *Directory) remember() error {
	f := &filter{texts: make([]uint64, 0, 1024)}
	for _, index := range []byte{indexKey, indexName} {
		err := d.entries(index, func(k []byte) { f.texts = append(f.texts, maphash.Bytes(d.seed, k[:len(k)-8])) })
		if err != nil {
			return err
		}
	}
	slices.Sort(f.texts)
	f.texts = slices.Compact(f.texts)
	f.some = bitsFor(len(f.texts))
	for _, h := range f.texts {
		f.some.add(h)
	}
	d.filter = f
	return nil
}

// entries hands every key of an index to do, in reads of bounded length.
func (d *Directory) entries(index byte, do func(key []byte)) error {
	from, end := kv.Prefix([]byte{index})
	for more := true; more; {
		err := d.store.View(func(tx *Tx) error {
			more = false
			n := 0
			for k := range tx.r.Ascend(from, end) {
				if n++; n > entriesAtOnce {
					from, more = slices.Clone(k), true
					return nil
				}
				if len(k) > 8 {
					do(k)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// entriesAtOnce is how many index entries one read goes through.
const entriesAtOnce = 50_000
