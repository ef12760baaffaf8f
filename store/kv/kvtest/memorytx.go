package kvtest

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"

	"talentmap/store/kv"
)

// memoryTx is a moment of a [Memory] and what was written on top of it.
type memoryTx struct {
	all     []pair
	written map[string][]byte // nil for what was deleted
}

func (t *memoryTx) Get(key []byte) []byte {
	if v, ok := t.written[string(key)]; ok {
		return v
	}
	i := t.find(string(key))
	if i == len(t.all) || t.all[i].k != string(key) {
		return nil
	}
	return []byte(t.all[i].v)
}

// find is the place of the first key that is not before key.
func (t *memoryTx) find(key string) int {
	return sort.Search(len(t.all), func(i int) bool { return t.all[i].k >= key })
}

func (t *memoryTx) Put(key, value []byte) error {
	if len(value) > kv.MaxValue {
		return fmt.Errorf("%w: a value of %d bytes, at most %d", kv.ErrLimit, len(value), kv.MaxValue)
	}
	t.written[string(key)] = append([]byte{}, value...)
	return nil
}

func (t *memoryTx) Delete(key []byte) error {
	t.written[string(key)] = nil
	return nil
}

func (t *memoryTx) Ascend(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		for _, p := range t.scan(from, to) {
			if !yield([]byte(p.k), []byte(p.v)) {
				return
			}
		}
	}
}

func (t *memoryTx) Descend(from, to []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		for _, p := range slices.Backward(t.scan(from, to)) {
			if !yield([]byte(p.k), []byte(p.v)) {
				return
			}
		}
	}
}

// scan is a range within the space of from.
func (t *memoryTx) scan(from, to []byte) []pair {
	_, end := kv.Prefix(from[:1])
	if to != nil && (end == nil || string(to) < string(end)) {
		end = to
	}
	if end != nil && string(from) >= string(end) {
		return nil
	}
	return t.between(string(from), string(end))
}

// between is what stands from one key up to another, "" for the end.
func (t *memoryTx) between(from, to string) []pair {
	end := len(t.all)
	if to != "" {
		end = t.find(to)
	}
	old := t.all[t.find(from):end]
	var fresh []string
	for _, k := range slices.Sorted(maps.Keys(t.written)) {
		if k >= from && (to == "" || k < to) {
			fresh = append(fresh, k)
		}
	}
	if len(fresh) == 0 {
		return old
	}
	merged := make([]pair, 0, len(old)+len(fresh))
	for _, k := range fresh {
		for len(old) > 0 && old[0].k < k {
			merged, old = append(merged, old[0]), old[1:]
		}
		if len(old) > 0 && old[0].k == k {
			old = old[1:]
		}
		if v := t.written[k]; v != nil {
			merged = append(merged, pair{k, string(v)})
		}
	}
	return append(merged, old...)
}
