package tui_test

import (
	"testing"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
)

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

// Into a workbench with people of its own the sample comes only after a question.
func TestTheSampleAsksBeforeItJoinsRealPeople(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.edit("entered her", func(tx *store.Tx) error { return tx.PutPerson(&model.Person{Name: "Lin Real"}) })
		b.press("L")
		b.Contains("Load 120 made-up people beside the one who is here?", "u takes it back.")
		b.press("enter")
		if n := b.people(); n != 1 {
			t.Fatalf("%d people after a no", n)
		}
		b.press("L y")
		b.Contains("loaded 120 made-up people")
		if n := b.people(); n != 121 {
			t.Fatalf("%d people after a yes", n)
		}
	})
}

// While the index is still being read nobody can say how many are here: it asks all the
// same.
func TestTheSampleAsksWhileTheIndexIsRead(t *testing.T) {
	at(t, setup{empty: true}, func(b *bench) {
		b.edit("entered her", func(tx *store.Tx) error { return tx.PutPerson(&model.Person{Name: "Lin Real"}) })
		b.config.Roster = roster.New(b.store, b.config.Weights, b.clock.Now)
		b.reopen()
		b.press("L")
		b.Contains("Load 120 made-up people beside those who are here?")
		if n := b.people(); n != 1 {
			t.Fatalf("%d people before an answer", n)
		}
		b.press("y")
		if n := b.people(); n != 121 {
			t.Fatalf("%d people after a yes", n)
		}
	})
}
