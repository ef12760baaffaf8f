package format

import (
	"fmt"
	"iter"
	"runtime/debug"
)

// aheadRows is how many rows are handed over at once by the one who reads ahead.
const aheadRows = 256

// item is one step of [Source.Records].
type item struct {
	rec Record
	bad *Problem
}

// Ahead is [Source.Records] with the reading in a goroutine of its own, some
// hundreds of rows ahead: while the caller looks at one row, the next are taken
// apart. The goroutine has ended when the loop has; a panic in it becomes the
// reason why reading stopped, see [Source.Err].
func (s *Source) Ahead() iter.Seq2[Record, *Problem] {
	return func(yield func(Record, *Problem) bool) {
		items, stop := make(chan []item, 2), make(chan struct{})
		go s.readAhead(items, stop)
		for some := range items {
			for i := range some {
				if !yield(some[i].rec, some[i].bad) {
					close(stop)
					for range items {
					}
					s.err = nil // of rows that nobody asked for
					return
				}
			}
		}
	}
}

// readAhead sends the records until there are no more, or stop is closed. A
// panic of a reader becomes the reason why reading stopped.
func (s *Source) readAhead(items chan<- []item, stop <-chan struct{}) {
	defer close(items)
	defer func() {
		if p := recover(); p != nil {
			s.err = fmt.Errorf("read %s: %v\n%s", s.name, p, debug.Stack())
		}
	}()
	some := make([]item, 0, aheadRows)
	for rec, bad := range s.Records() {
		if some = append(some, item{rec, bad}); len(some) < aheadRows {
			continue
		}
		select {
		case items <- some:
		case <-stop:
			return
		}
		some = make([]item, 0, aheadRows)
	}
	select {
	case items <- some:
	case <-stop:
	}
}
