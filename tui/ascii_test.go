package tui_test

import "testing"

// A formula can be read in ASCII: its minus is a sign of its own.
func TestAFormulaInASCII(t *testing.T) {
	at(t, setup{plain: true, ascii: true}, func(b *bench) {
		b.Keys("f")
		b.Type("käthe hoff")
		b.Keys("enter", "w")
		b.Contains("makes 71, hot !   100 x (1 - e^(-74.9/60))")
	})
}
