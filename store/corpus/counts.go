package corpus

import (
	"cmp"
	"maps"
	"slices"
)

// counts says of how many people something holds. They never change; with gives new
// ones that share all but the newest changes.
type counts[K cmp.Ordered] struct {
	keys  []K // rising
	n     []uint32
	since map[K]int32 // what has changed; few
}

// mostSince is how many changes are kept apart: they are copied with each change.
const mostSince = 4096

// counted counts how often each key is among some, which it sorts.
func counted[K cmp.Ordered](all []K) counts[K] {
	slices.Sort(all)
	different := 0
	for i := range all {
		if i == 0 || all[i] != all[i-1] {
			different++
		}
	}
	c := counts[K]{keys: make([]K, 0, different), n: make([]uint32, 0, different)}
	for i, k := range all {
		if i == 0 || k != all[i-1] {
			c.keys, c.n = append(c.keys, k), append(c.n, 0)
		}
		c.n[len(c.n)-1]++
	}
	return c
}

func (c counts[K]) of(k K) (n int) {
	if i, ok := slices.BinarySearch(c.keys, k); ok {
		n = int(c.n[i])
	}
	if len(c.since) > 0 {
		n += int(c.since[k])
	}
	return n
}

// with is the counts after some changes.
func (c counts[K]) with(changes map[K]int32) counts[K] {
	since := maps.Clone(c.since)
	if since == nil {
		since = make(map[K]int32, len(changes))
	}
	for k, n := range changes {
		if since[k] += n; since[k] == 0 {
			delete(since, k)
		}
	}
	next := counts[K]{c.keys, c.n, since}
	if len(since) > mostSince {
		return next.settled()
	}
	return next
}

// settled is the counts with nothing kept apart.
func (c counts[K]) settled() counts[K] {
	var next counts[K]
	add := func(k K, n int) {
		if n > 0 {
			next.keys, next.n = append(next.keys, k), append(next.n, uint32(n))
		}
	}
	at := 0
	for _, k := range slices.Sorted(maps.Keys(c.since)) {
		for ; at < len(c.keys) && c.keys[at] < k; at++ {
			add(c.keys[at], int(c.n[at]))
		}
		add(k, c.of(k))
		if at < len(c.keys) && c.keys[at] == k {
			at++
		}
	}
	next.keys, next.n = append(next.keys, c.keys[at:]...), append(next.n, c.n[at:]...)
	next.keys, next.n = slices.Clip(next.keys), slices.Clip(next.n)
	return next
}
