package corpus

import (
	"math/rand/v2"
	"testing"
)

// Counts that are changed again and again, over the number that is kept apart, are
// those of a map.
func TestCounts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	plain := map[term]int{}
	var all []term
	for range 20_000 {
		k := term(rnd.IntN(30_000))
		all = append(all, k)
		plain[k]++
	}
	c := counted(all)
	settled := 0
	for range 60 {
		changes := map[term]int32{}
		for range 300 {
			k := term(rnd.IntN(60_000))
			if n := plain[k]; n > 0 && rnd.IntN(2) == 0 {
				changes[k], plain[k] = changes[k]-1, n-1
			} else {
				changes[k], plain[k] = changes[k]+1, n+1
			}
		}
		if c = c.with(changes); len(c.since) == 0 {
			settled++
		}
		for range 200 {
			if k := term(rnd.IntN(60_000)); c.of(k) != plain[k] {
				t.Fatalf("%d counts %d, want %d", k, c.of(k), plain[k])
			}
		}
	}
	if settled == 0 {
		t.Error("nothing was ever taken in")
	}
}
