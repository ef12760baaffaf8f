package tui_test

import "testing"

// A damaged record is left out and said to be; whatever else there is is there, and each
// stays at her rank.
func TestDamagedPeopleAreLeftOut(t *testing.T) {
	at(t, setup{damage: "Simão dos Santos"}, func(b *bench) {
		b.Contains("70 of 100 · 1 damaged", "1 record is damaged and left out · all else is whole: q leaves, `talentmap check --repair` sets it aside",
			"  4 Sergio", "  6 Nicolò", "Queue · 38 open")
		b.Lacks("Simão")
		b.press("R enter")
		b.Contains("Malin Hedlund")
		b.press("1 j j j j K")
		b.Contains("  5 Nicolò")
		b.press("u")
		b.Contains("  6 Nicolò")
	})
}

// Nor does a draft to somebody whose record is damaged keep the others out of the outbox.
func TestADamagedPersonLeavesTheOutboxWhole(t *testing.T) {
	at(t, setup{damage: "Sergio Echeverría"}, func(b *bench) {
		b.press("O")
		b.Contains("3 begun", "Tóth Márton", "  p10 ")
	})
}
