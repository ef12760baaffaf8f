package kvtest

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentmap/store/kv"
)

// machine compares an engine with a map.
type machine struct {
	place Place
	eng   kv.Engine
	want  map[string]string
}

// Keys are short and of few letters, so that they meet; the spaces are two.
var (
	keys   = rapid.StringMatching(`[ab][\x00a-c\x{ff}]{1,3}`)
	bounds = rapid.StringMatching(`[ab][\x00a-c\x{ff}]{0,3}`)
	values = rapid.StringMatching(`[a-z]{0,300}`)
)

var errRefused = errors.New("refused")

func testRandom(t *testing.T, fresh func(testing.TB) Place) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &machine{place: fresh(t), want: map[string]string{}}
		m.open(rt)
		defer func() { m.eng.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"update":  m.update,
			"reopen":  m.reopen,
			"compact": m.compact,
			"range":   m.scan,
			"":        m.compare,
		})
	})
}

func (m *machine) open(t *rapid.T) {
	var err error
	if m.eng, err = m.place(); err != nil {
		t.Fatal(err)
	}
}

func (m *machine) reopen(t *rapid.T) {
	if err := m.eng.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
}

func (m *machine) compact(t *rapid.T) {
	if err := m.eng.Compact(); err != nil {
		t.Fatal(err)
	}
}

// update makes some writes as one; one in four is refused at the end.
func (m *machine) update(t *rapid.T) {
	next := maps.Clone(m.want)
	refused := rapid.IntRange(0, 3).Draw(t, "refuse") == 0
	n := rapid.IntRange(1, 8).Draw(t, "writes")
	err := m.eng.Update(func(w kv.Writer) error {
		for range n {
			k := keys.Draw(t, "key")
			if rapid.IntRange(0, 2).Draw(t, "delete") == 0 {
				delete(next, k)
				if err := w.Delete([]byte(k)); err != nil {
					t.Fatal(err)
				}
				continue
			}
			next[k] = values.Draw(t, "value")
			if err := w.Put([]byte(k), []byte(next[k])); err != nil {
				t.Fatal(err)
			}
		}
		compare(t, w, next, []byte("a"), []byte("b"))
		if refused {
			return errRefused
		}
		return nil
	})
	if refused != errors.Is(err, errRefused) || !refused && err != nil {
		t.Fatalf("Update = %v, refused %v", err, refused)
	}
	if !refused {
		m.want = next
	}
}

func (m *machine) scan(t *rapid.T) {
	from, to := []byte(bounds.Draw(t, "from")), []byte(bounds.Draw(t, "to"))
	m.view(t, func(r kv.Reader) { compare(t, r, m.want, from, to) })
}

func (m *machine) compare(t *rapid.T) {
	m.view(t, func(r kv.Reader) {
		compare(t, r, m.want, []byte("a"), []byte("b"))
		compare(t, r, m.want, []byte("b"), []byte("c"))
		for k, v := range m.want {
			if got := r.Get([]byte(k)); string(got) != v {
				t.Fatalf("Get(%q) = %q, want %q", k, got, v)
			}
		}
	})
}

func (m *machine) view(t *rapid.T, fn func(kv.Reader)) {
	err := m.eng.View(func(r kv.Reader) error { fn(r); return nil })
	if err != nil {
		t.Fatal(err)
	}
}

// compare reads a range of one space both ways.
func compare(t *rapid.T, r kv.Reader, all map[string]string, from, to []byte) {
	var want []pair
	for _, k := range slices.Sorted(maps.Keys(all)) {
		if k[0] == from[0] && k >= string(from) && k < string(to) {
			want = append(want, pair{k, all[k]})
		}
	}
	if got := ascend(r, from, to); !slices.Equal(got, want) {
		t.Fatalf("Ascend(%q, %q) = %q, want %q", from, to, got, want)
	}
	slices.Reverse(want)
	if got := descend(r, from, to); !slices.Equal(got, want) {
		t.Fatalf("Descend(%q, %q) = %q, want %q", from, to, got, want)
	}
}
