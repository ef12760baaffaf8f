package tui_test

import (
	"testing"

	"talentmap/model"
	"talentmap/store"
)

// One key says why somebody may not be written to: what blocks, since when, when it
// opens, and what to do.
func TestMayIWrite(t *testing.T) {
	at(t, setup{}, func(b *bench) {
		b.press("W")
		b.Contains("May Bruno Marini be written to?", "Yes: nothing blocks")
		b.press("esc f =nkechi enter W")
		b.Contains("May Nkechi Abiola", "do-not-contact", "does not end by itself", "→")
		if _, err := b.store.Lock(store.Act{By: "grace", Person: b.ranked()[0]}, store.Lock{Kind: model.DoNotContact, Until: model.Day(2026, 6, 30), Why: "a client's"}); err != nil {
			t.Fatal(err)
		}
		b.press("esc esc W")
		b.Contains("May Bruno Marini be written to?", "held by grace · opens 2026-07-01", "→ ask grace")
	})
	at(t, setup{empty: true}, func(b *bench) {
		b.press("W")
		b.Contains("nobody is selected here")
	})
}
