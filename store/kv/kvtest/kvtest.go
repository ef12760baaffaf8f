// Package kvtest holds every engine to the promises of package kv.
//
//	func TestBolt(t *testing.T) {
//		kvtest.Run(t, func(tb testing.TB) kvtest.Place {
//			path := filepath.Join(tb.TempDir(), "kv.db")
//			return func() (kv.Engine, error) { return kv.OpenBolt(path, kv.BoltOptions{}) }
//		})
//	}
package kvtest

import (
	"bytes"
	"slices"
	"testing"

	"talentmap/store/kv"
)

// Place opens the engine of one place; opening again after Close finds what was
// written.
type Place func() (kv.Engine, error)

// Run runs all tests; fresh makes an empty place.
func Run(t *testing.T, fresh func(testing.TB) Place) {
	t.Run("random operations", func(t *testing.T) { testRandom(t, fresh) })
	t.Run("ranges", func(t *testing.T) { testRanges(t, open(t, fresh)) })
	t.Run("empty values", func(t *testing.T) { testEmptyValue(t, open(t, fresh)) })
	t.Run("own writes", func(t *testing.T) { testOwnWrites(t, open(t, fresh)) })
	t.Run("refused update", func(t *testing.T) { testRefused(t, open(t, fresh)) })
	t.Run("closed", func(t *testing.T) { testClosed(t, fresh) })
	t.Run("one moment", func(t *testing.T) { testOneMoment(t, open(t, fresh)) })
	t.Run("watch", func(t *testing.T) { testWatch(t, open(t, fresh)) })
	t.Run("watch stops", func(t *testing.T) { testWatchStops(t, open(t, fresh)) })
	t.Run("most operations", func(t *testing.T) { testMaxOps(t, open(t, fresh)) })
	t.Run("largest value", func(t *testing.T) { testMaxValue(t, open(t, fresh)) })
	t.Run("beyond the limits", func(t *testing.T) { testBeyond(t, open(t, fresh)) })
	t.Run("compact", func(t *testing.T) { testCompact(t, open(t, fresh)) })
	t.Run("compact at work", func(t *testing.T) { testCompactAtWork(t, open(t, fresh)) })
	t.Run("compact waits for readers", func(t *testing.T) { testCompactWaits(t, open(t, fresh)) })
	t.Run("sound", func(t *testing.T) { testSound(t, open(t, fresh)) })
}

func open(t *testing.T, fresh func(testing.TB) Place) kv.Engine {
	t.Helper()
	eng, err := fresh(t)()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := eng.Close(); err != nil {
			t.Error(err)
		}
	})
	return eng
}

// put writes pairs of key and value, as one where the engine takes so many.
func put(t *testing.T, eng kv.Engine, pairs ...string) {
	t.Helper()
	for chunk := range slices.Chunk(pairs, 2*eng.MaxOps()) {
		putAsOne(t, eng, chunk)
	}
}

func putAsOne(t *testing.T, eng kv.Engine, pairs []string) {
	t.Helper()
	err := eng.Update(func(w kv.Writer) error {
		for i := 0; i < len(pairs); i += 2 {
			if err := w.Put([]byte(pairs[i]), []byte(pairs[i+1])); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func value(t *testing.T, eng kv.Engine, key string) (v string, ok bool) {
	t.Helper()
	err := eng.View(func(r kv.Reader) error {
		b := r.Get([]byte(key))
		v, ok = string(b), b != nil
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return v, ok
}

// pair is one key with its value.
type pair struct{ k, v string }

func ascend(r kv.Reader, from, to []byte) (got []pair) {
	for k, v := range r.Ascend(from, to) {
		got = append(got, pair{string(k), string(v)})
	}
	return got
}

func descend(r kv.Reader, from, to []byte) (got []pair) {
	for k, v := range r.Descend(from, to) {
		got = append(got, pair{string(k), string(v)})
	}
	return got
}

func testRanges(t *testing.T, eng kv.Engine) {
	put(t, eng, "a1", "1", "b1", "2", "b2", "3", "b2\x00", "4", "b2\xff", "5", "b3", "6", "c1", "7", "\xffz", "8")
	tests := []struct{ from, to, want string }{
		{"b1", "b3", "b1 b2 b2\x00 b2\xff"},
		{"b2", "b2", ""},
		{"b3", "b1", ""},
		{"b", "c", "b1 b2 b2\x00 b2\xff b3"},
		{"b2\x00", "b2\xff", "b2\x00"},
		{"b", "b", ""},
		{"b0", "b1", ""},
		{"b4", "c", ""},
		{"d", "e", ""},
	}
	err := eng.View(func(r kv.Reader) error {
		for _, tt := range tests {
			check(t, r, []byte(tt.from), []byte(tt.to), tt.want)
		}
		check(t, r, []byte("b3"), nil, "b3")
		for prefix, want := range map[string]string{"b": "b1 b2 b2\x00 b2\xff b3", "b2": "b2 b2\x00 b2\xff", "b2\xff": "b2\xff", "\xff": "\xffz"} {
			from, to := kv.Prefix([]byte(prefix))
			check(t, r, from, to, want)
		}
		for range r.Ascend([]byte("a"), []byte("b")) {
			break // a scan that is left early leaves nothing behind
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// check compares a range, upwards and downwards, with its keys.
func check(t *testing.T, r kv.Reader, from, to []byte, want string) {
	t.Helper()
	var up, down [][]byte
	for _, p := range ascend(r, from, to) {
		up = append(up, []byte(p.k))
	}
	for _, p := range descend(r, from, to) {
		down = append([][]byte{[]byte(p.k)}, down...)
	}
	if got := string(bytes.Join(up, []byte(" "))); got != want {
		t.Errorf("Ascend(%q, %q) = %q, want %q", from, to, got, want)
	}
	if got := string(bytes.Join(down, []byte(" "))); got != want {
		t.Errorf("Descend(%q, %q) backwards = %q, want %q", from, to, got, want)
	}
}

func testEmptyValue(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "")
	if _, ok := value(t, eng, "ka"); !ok {
		t.Error("a key with an empty value is not there")
	}
	if _, ok := value(t, eng, "kb"); ok {
		t.Error("a key that was never put is there")
	}
}
