package roster

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// stride is how many pages a worker takes at a time; fewer are not worth a
// second worker.
const stride = 8

// fork has the pages 0 to n−1 worked on, one worker a core, and returns when all
// have ended. Each worker is called once and ranges over the pages that fall to
// it, in rising order. A panic in a worker comes out of fork.
func fork(n int, worker func(pages iter.Seq[int])) {
	var taken atomic.Int64
	pages := func(yield func(int) bool) {
		for {
			end := int(taken.Add(stride))
			if end-stride >= n {
				return
			}
			for i := end - stride; i < min(end, n); i++ {
				if !yield(i) {
					return
				}
			}
		}
	}
	var wg sync.WaitGroup
	var failed atomic.Pointer[any]
	for range min(runtime.GOMAXPROCS(0), (n+stride-1)/stride) - 1 {
		wg.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					failed.Store(&p)
				}
			}()
			worker(pages)
		})
	}
	worker(pages)
	wg.Wait()
	if p := failed.Load(); p != nil {
		panic(*p)
	}
}
