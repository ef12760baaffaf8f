package tui_test

import "testing"

// Where a title has no room the name in it is cut, and what is counted behind it stays.
func TestATitleIsCutWhereItIsLongest(t *testing.T) {
	at(t, setup{w: 60, h: 15}, func(b *bench) {
		b.Keys("space", "space", "space")
		b.Contains("─ ▸ 1 Platform & data, payments,… · 70 of 100 · 3 marked ─")
		b.Keys("esc")
		b.Contains("─ ▸ 1 Platform & data, payments, Europe · 70 of 100 ─")
	})
}
