package kvtest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"talentmap/store/kv"
)

// testCompact looks for what was deleted and replaced in a copy made after.
func testCompact(t *testing.T, eng kv.Engine) {
	for i := range 500 {
		put(t, eng, fmt.Sprintf("k%03d", i), "the value of "+fmt.Sprint(i))
	}
	put(t, eng, "kgone", "deleted-secret", "kother", "replaced-secret", "xempty", "")
	err := eng.Update(func(w kv.Writer) error {
		if err := w.Put([]byte("kother"), []byte("public")); err != nil {
			return err
		}
		return w.Delete([]byte("kgone"))
	})
	if err != nil {
		t.Fatal(err)
	}
	var before, after []pair
	var copied bytes.Buffer
	look := func(into *[]pair) {
		_ = eng.View(func(r kv.Reader) error {
			*into = slices.Concat(ascend(r, []byte("k"), []byte("l")), ascend(r, []byte("x"), []byte("y")))
			return nil
		})
	}
	look(&before)
	if err := eng.Compact(); err != nil {
		t.Fatal(err)
	}
	look(&after)
	if len(before) != 502 || !slices.Equal(before, after) {
		t.Errorf("%d pairs before, others after: %d", len(before), len(after))
	}
	if err := eng.Backup(&copied); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(copied.String(), "public") {
		t.Error("what stands can't be found in the copy: this test looks in the wrong place")
	}
	for _, secret := range []string{"deleted-secret", "replaced-secret", "gone"} {
		if strings.Contains(copied.String(), secret) {
			t.Errorf("%q is still there", secret)
		}
	}
}

// testCompactAtWork compacts again and again while writers change two keys as
// one and readers compare them: all goes on, and nothing acknowledged is lost.
func testCompactAtWork(t *testing.T, eng kv.Engine) {
	var still []string // pairs that stay as they are, beside one that is always written
	for i := range 8000 {
		key := fmt.Sprintf("z%05d", i)
		still = append(still, key, "what stands under "+key)
	}
	put(t, eng, still...)
	put(t, eng, "ka", "0", "kb", "0")
	const writes = 60
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(done)
		for i := range writes {
			n := fmt.Sprint(i)
			put(t, eng, "ka", n, "kb", n, "kn"+n, n, "z04000x", n, "z00001x", n)
		}
	})
	wg.Go(func() { compactUntil(t, eng, done) })
	for range 2 {
		wg.Go(func() { compareUntil(t, eng, done) })
	}
	wg.Wait()
	_ = eng.View(func(r kv.Reader) error {
		all := ascend(r, []byte("kn"), []byte("ko"))
		if len(all) != writes {
			t.Errorf("%d of %d acknowledged writes are there", len(all), writes)
		}
		for _, p := range all {
			if p.k != "kn"+p.v {
				t.Errorf("%q is %q", p.k, p.v)
			}
		}
		return nil
	})
	for i := 0; i < len(still); i += 2 {
		if v, _ := value(t, eng, still[i]); v != still[i+1] {
			t.Fatalf("%q is %q", still[i], v)
		}
	}
	if err := eng.Check(func(err error) { t.Errorf("fault: %v", err) }); err != nil {
		t.Error(err)
	}
}

func compactUntil(t *testing.T, eng kv.Engine, done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default:
			if err := eng.Compact(); err != nil {
				t.Errorf("compact: %v", err)
				return
			}
		}
	}
}

// compareUntil reads two keys that are always written as one.
func compareUntil(t *testing.T, eng kv.Engine, done <-chan struct{}) {
	for last := -1; ; {
		select {
		case <-done:
			return
		default:
		}
		var a, b string
		if err := eng.View(func(r kv.Reader) error {
			a, b = string(r.Get([]byte("ka"))), string(r.Get([]byte("kb")))
			return nil
		}); err != nil {
			t.Errorf("view: %v", err)
			return
		}
		n := 0
		if _, err := fmt.Sscan(a, &n); a != b || err != nil || n < last {
			t.Errorf("read %q and %q after %d", a, b, last)
			return
		}
		last = n
	}
}

// testCompactWaits begins to compact while a View is open: the View keeps its
// moment to its end, and others read and write in the meantime.
func testCompactWaits(t *testing.T, eng kv.Engine) {
	put(t, eng, "ka", "old")
	notified := make(chan struct{}, 8)
	defer eng.Watch(func() { notified <- struct{}{} })()
	compacted := make(chan error, 1)
	err := eng.View(func(r kv.Reader) error {
		go func() { compacted <- eng.Compact() }()
		written := make(chan struct{})
		go func() { // an Update and a View in a goroutine of their own
			defer close(written)
			put(t, eng, "ka", "new")
			if v, _ := value(t, eng, "ka"); v != "new" {
				t.Errorf("beside an open View one reads %q", v)
			}
		}()
		select {
		case <-written:
		case <-time.After(patience):
			t.Error("nobody can write while a View is open and the engine compacts")
		}
		if v := string(r.Get([]byte("ka"))); v != "old" {
			t.Errorf("an open View reads %q", v)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-compacted; err != nil {
		t.Error(err)
	}
	select {
	case <-notified:
	case <-time.After(patience):
		t.Error("the write was not told")
	}
}
