package tui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A box whose edge cuts a character of two cells in half leaves the row as wide as
// it was: the frames on both sides stay straight. The sample has names in such
// characters, and at these widths the edges fall on either half of them.
func TestBoxOverWideCharacters(t *testing.T) {
	for w := 120; w < 124; w++ {
		at(t, setup{w: w, h: 40}, func(b *bench) {
			for _, keys := range []string{"m", "f =ber", "2 r"} {
				b.press("1 " + keys)
				rows := strings.Split(b.root.View().Content, "\n")
				for y, row := range rows[:len(rows)-1] {
					if n := ansi.StringWidth(row); n != w {
						b.t.Errorf("%d cells, %s: row %d has %d: %q", w, keys, y, n, ansi.Strip(row))
					}
				}
				b.press("esc esc")
			}
		})
	}
}
