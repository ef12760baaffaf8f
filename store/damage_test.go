package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"testing"

	"talentmap/store"
	"talentmap/store/kv"
)

func isDamaged(err error) bool { return errors.Is(err, store.ErrDamaged) }

// valueOf reads one record without the store.
func valueOf(tb testing.TB, path, key string) (value []byte) {
	tb.Helper()
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1}))(tb)
	err := eng.View(func(r kv.Reader) error {
		value = bytes.Clone(r.Get([]byte(key)))
		return nil
	})
	if err := errors.Join(err, eng.Close()); err != nil {
		tb.Fatal(err)
	}
	if value == nil {
		tb.Fatalf("there is no record %q", key)
	}
	return value
}

// flipValue flips one bit in the n-th byte of a record's value, or in its last.
func flipValue(key string, n int) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		v := valueOf(t, path, key)
		v[min(n, len(v)-1)] ^= 4
		withEngine(t, path, key, v)
	}
}

// copyValue puts the value of one key under another.
func copyValue(from, to string) func(*testing.T, string) {
	return func(t *testing.T, path string) { withEngine(t, path, to, valueOf(t, path, from)) }
}

// usedBytes is how much of the file is in use: a copy of it is that long.
func usedBytes(tb testing.TB, path string) int {
	tb.Helper()
	eng := must(kv.OpenBolt(path, kv.BoltOptions{Wait: 1}))(tb)
	var b bytes.Buffer
	if err := errors.Join(eng.Backup(&b), eng.Close()); err != nil {
		tb.Fatal(err)
	}
	return b.Len()
}

// loseFreePage makes the first page on the list of free ones another.
func loseFreePage(t *testing.T, path string) {
	t.Helper()
	file, page := content(path), os.Getpagesize()
	word := func(at int) int { return int(binary.NativeEndian.Uint64(file[at:])) }
	const head, freelist, txid = 16, 32, 48 // bbolt's page header, and fields of its headers
	newest := head
	if word(page+head+txid) > word(head+txid) {
		newest += page
	}
	first := word(newest+freelist)*page + head
	binary.NativeEndian.PutUint64(file[first:], uint64(word(first))+1000)
	try(t, os.WriteFile(path, file, 0o600))
}
