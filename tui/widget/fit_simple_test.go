package widget_test

import (
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/widget"
)

// What is measured quickly is as wide, and is cut, as the library says: each character
// alone, and any beside any.
func TestMeasuredAsTheLibraryDoes(t *testing.T) {
	for r := rune(1); r < 0x2700; r++ {
		s := string(r)
		if got, want := widget.Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("%U has %d cells, want %d", r, got, want)
		}
	}
	rnd := rand.New(rand.NewPCG(3, 1))
	letters := []rune("abc éßøłşčžĐ ΑΩως ЖяЁ·–—“”…•│─╭▌█▲▼▬●○◐\u0301\u200d界👍ﷺ")
	for range 20_000 {
		text := make([]rune, 1+rnd.IntN(30))
		for i := range text {
			text[i] = letters[rnd.IntN(len(letters)-rnd.IntN(2)*5)]
		}
		s, w := string(text), 1+rnd.IntN(20)
		if got, want := widget.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q has %d cells, want %d", s, got, want)
		}
		for _, ellipsis := range []string{"…", "...", ""} {
			if got, want := widget.Cut(s, w, ellipsis), ansi.Truncate(s, w, ellipsis); got != want {
				t.Fatalf("%q in %d cells is %q, want %q", s, w, got, want)
			}
		}
	}
}
