package roster

import "slices"

// top keeps the first few of many: a heap with the last of them at its root.
type top[T any] struct {
	limit  int
	before func(a, b T) bool
	items  []T
}

func newTop[T any](limit int, before func(a, b T) bool) *top[T] {
	return &top[T]{limit: max(limit, 0), before: before}
}

// full reports whether only what comes before the last still gets in.
func (t *top[T]) full() bool { return len(t.items) >= t.limit }

// last is the last of them; there must be one.
func (t *top[T]) last() T { return t.items[0] }

func (t *top[T]) offer(v T) {
	switch {
	case !t.full():
		t.items = append(t.items, v)
		t.up(len(t.items) - 1)
	case t.limit > 0 && t.before(v, t.items[0]):
		t.items[0] = v
		t.down()
	}
}

func (t *top[T]) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !t.before(t.items[parent], t.items[i]) {
			return
		}
		t.items[parent], t.items[i] = t.items[i], t.items[parent]
		i = parent
	}
}

func (t *top[T]) down() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(t.items) {
			return
		}
		if right := child + 1; right < len(t.items) && t.before(t.items[child], t.items[right]) {
			child = right
		}
		if !t.before(t.items[i], t.items[child]) {
			return
		}
		t.items[i], t.items[child] = t.items[child], t.items[i]
		i = child
	}
}

// merge offers everything that another top has.
func (t *top[T]) merge(other *top[T]) {
	for _, v := range other.items {
		t.offer(v)
	}
}

// sorted are the items, first to last. The top is spent.
func (t *top[T]) sorted() []T {
	slices.SortFunc(t.items, func(a, b T) int {
		if t.before(a, b) {
			return -1
		}
		return 1
	})
	return t.items
}
