package tui_test

import "testing"

// Whether the sample can be loaded is known without reading anything at a key, and
// follows what anybody does.
func TestTheSampleIsOffWhileItIsThere(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		const there = "the sample is loaded already"
		offered := func(want bool) {
			t.Helper()
			b.press("? =load_sample")
			if want {
				b.Contains("Load 120 made-up people")
				b.Lacks(there)
			} else {
				b.Contains(there)
			}
			b.press("esc")
		}
		offered(true)
		b.press("L")
		offered(false)
		b.press("L")
		b.Contains("load sample: " + there)
		b.reopen()
		offered(false)
		b.press("u")
		offered(true)
	})
}
