package kv_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"talentmap/store/kv"
)

// A writer that uses the freed pages of what is being copied must not get into
// the copy: it writes all over the file while it is compacted, and what it does
// not touch stays as it is.
func TestBoltCompactWhilePagesAreReused(t *testing.T) {
	dir, err := os.MkdirTemp("/dev/shm", "talentmap-test-") // in memory many writes fit into a moment
	if err != nil {
		dir = t.TempDir()
	}
	defer os.RemoveAll(dir)
	eng, err := kv.OpenBolt(filepath.Join(dir, "kv.db"), kv.BoltOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	const keys = 40_000
	stands := func(i int) string { return fmt.Sprintf("%06d", i) + strings.Repeat(".", 120) }
	put := func(from, step int, value func(int) string) {
		err := eng.Update(func(w kv.Writer) error {
			for i := from; i < keys; i += step {
				if err := w.Put(fmt.Appendf(nil, "k%06d", i), []byte(value(i))); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	put(0, 1, stands)
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				put(keys-2001, 20, func(int) string { return strings.Repeat("w", 126) })
			}
		}
	})
	for range 8 {
		if err := eng.Compact(); err != nil {
			t.Error(err)
		}
	}
	close(done)
	wg.Wait()
	wrong := 0
	_ = eng.View(func(r kv.Reader) error {
		for i := range keys {
			touched := i >= keys-2001 && (i-keys+2001)%20 == 0
			if got := string(r.Get(fmt.Appendf(nil, "k%06d", i))); !touched && got != stands(i) {
				wrong++
			}
		}
		return nil
	})
	if wrong > 0 {
		t.Errorf("%d of %d untouched values were changed by a compaction", wrong, keys)
	}
}
