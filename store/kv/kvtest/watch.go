package kvtest

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"talentmap/store/kv"
)

// patience ends a test that waits for a call that never comes.
const patience = 30 * time.Second

// testWatch has writers at work while a slow watcher looks again at each
// nudge: when all is quiet it must have seen the last commit.
func testWatch(t *testing.T, eng kv.Engine) {
	nudge := make(chan struct{}, 1)
	defer eng.Watch(func() {
		select {
		case nudge <- struct{}{}:
		default:
		}
	})()
	const writers, each = 4, 25
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				put(t, eng, fmt.Sprintf("k%d-%d", w, i), "")
			}
		})
	}
	wg.Wait()
	deadline := time.After(patience)
	for seen := 0; seen < writers*each; {
		select {
		case <-nudge:
		case <-deadline:
			t.Fatalf("nobody said that there are more than %d keys, but there are %d", seen, writers*each)
		}
		_ = eng.View(func(r kv.Reader) error {
			seen = len(ascend(r, []byte("k"), []byte("l")))
			return nil
		})
	}
}

func testWatchStops(t *testing.T, eng kv.Engine) {
	var stopped, going atomic.Int32
	called := make(chan struct{}, 16)
	stop := eng.Watch(func() { stopped.Add(1) })
	defer eng.Watch(func() { going.Add(1); called <- struct{}{} })()
	stop()
	put(t, eng, "ka", "1")
	select {
	case <-called:
	case <-time.After(patience):
		t.Fatal("a commit was not told")
	}
	if stopped.Load() != 0 || going.Load() == 0 {
		t.Errorf("the stopped watch was called %d times, the other %d", stopped.Load(), going.Load())
	}
}
