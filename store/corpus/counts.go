package corpus

import "maps"

// counts says of how many people something holds. They never change; with gives new
// ones that share all but the newest changes.
type counts[K comparable] struct {
	base  map[K]uint32
	since map[K]int32 // what has changed; few
}

// mostSince is how many changes are kept apart: they are copied with each change.
const mostSince = 4096

func (c counts[K]) of(k K) int {
	n := int(c.base[k])
	if len(c.since) > 0 {
		n += int(c.since[k])
	}
	return n
}

// with is the counts after some changes.
func (c counts[K]) with(changes map[K]int32) counts[K] {
	if len(changes) == 0 {
		return c
	}
	since := maps.Clone(c.since)
	if since == nil {
		since = make(map[K]int32, len(changes))
	}
	for k, n := range changes {
		if since[k] += n; since[k] == 0 {
			delete(since, k)
		}
	}
	if len(since) <= mostSince {
		return counts[K]{c.base, since}
	}
	base := make(map[K]uint32, len(c.base)+len(since))
	maps.Copy(base, c.base)
	for k, n := range since {
		if sum := int64(base[k]) + int64(n); sum > 0 {
			base[k] = uint32(sum)
		} else {
			delete(base, k)
		}
	}
	return counts[K]{base: base}
}
