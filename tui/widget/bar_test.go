package widget_test

import (
	"testing"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

func TestBar(t *testing.T) {
	fine, coarse := theme.Plain(), theme.Plain().ASCII()
	for _, c := range []struct {
		share float64
		w     int
		want  string
		ascii string
	}{
		{0, 4, "    ", "    "},
		{1, 4, "████", "####"},
		{0.5, 4, "██  ", "##  "},
		{0.5, 3, "█▌ ", "## "},
		{0.01, 2, "▏ ", ". "},
		{2, 2, "██", "##"},
		{0.5, 0, "", ""},
	} {
		if got := string(widget.AppendBar(nil, c.share, c.w, fine)); got != c.want {
			t.Errorf("%v of %d: %q, want %q", c.share, c.w, got, c.want)
		}
		if got := string(widget.AppendBar(nil, c.share, c.w, coarse)); got != c.ascii {
			t.Errorf("%v of %d: %q, want %q", c.share, c.w, got, c.ascii)
		}
	}
}
