package widget_test

import (
	"testing"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

func sure(from, to float64) widget.Stretch {
	return widget.Stretch{Earliest: from, From: from, To: to, Latest: to}
}

// One cell is half a year here, so that what is to be drawn can be counted.
func TestBarsAreToScale(t *testing.T) {
	line := widget.Timeline{Begin: 2020, End: 2025}
	for _, c := range []struct {
		name  string
		s     widget.Stretch
		want  string
		ascii string
	}{
		{"whole cells", sure(2021, 2023), "  ████    ", "  ####    "},
		{"it ends a quarter of a year into a cell", sure(2021, 2022.25), "  ██▌     ", "  ###     "},
		{"it ends an eighth into a cell", sure(2021, 2022.0625), "  ██▏     ", "  ##.     "},
		{"it begins amid a cell", sure(2020.25, 2021.5), "▐██       ", "###       "},
		{"it begins before the line and ends behind it", sure(2010, 2030), "██████████", "##########"},
		{"too short to be seen, and seen", sure(2022, 2022.001), "    ▏     ", "    .     "},
		{"an unsure beginning", widget.Stretch{Earliest: 2020, From: 2021, To: 2022, Latest: 2022}, "░░██      ", "..##      "},
		{"an unsure end", widget.Stretch{Earliest: 2020, From: 2020, To: 2021, Latest: 2022}, "██░░      ", "##..      "},
		{"mostly unsure in its first cell", widget.Stretch{Earliest: 2020, From: 2020.45, To: 2021, Latest: 2021}, "░█        ", ".#        "},
		{"all of it unsure", widget.Stretch{Earliest: 2020, From: 2021, To: 2021, Latest: 2021}, "░░        ", "..        "},
		{"nobody knows when it began", widget.Stretch{Earliest: 2022, From: 2022, To: 2023, Latest: 2023, NoBegin: true}, "   ?██    ", "   ?##    "},
	} {
		if got := line.Bar(theme.Dark(), c.s, 10); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := line.Bar(theme.Dark().ASCII(), c.s, 10); got != c.ascii {
			t.Errorf("%s in ASCII: %q, want %q", c.name, got, c.ascii)
		}
	}
}

func TestAxisNamesYearsWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		begin, end float64
		w          int
		want       string
	}{
		{2020, 2022, 20, "2020      2021      "},
		{2020, 2025, 10, "2020      "},
		{2015.5, 2026.5, 44, "  2016    2018    2020    2022    2024      "},
		{1990, 2026, 24, "1990  2000   2010   2020"},
		{2020, 2020, 5, "     "},
	} {
		got := widget.Timeline{Begin: c.begin, End: c.end}.Axis(c.w)
		if widget.Width(got) != c.w {
			t.Errorf("%v to %v in %d cells has %d", c.begin, c.end, c.w, widget.Width(got))
		}
		if got != c.want {
			t.Errorf("%v to %v in %d cells is\n%q, want\n%q", c.begin, c.end, c.w, got, c.want)
		}
	}
}

// Whatever it is given, a bar takes its cells and no more.
func TestBarsKeepTheirWidth(t *testing.T) {
	for w := range 60 {
		for _, s := range []widget.Stretch{{}, sure(2030, 2010), sure(1900, 1901), sure(3000, 3001), {NoBegin: true, To: 2021}} {
			if got := (widget.Timeline{Begin: 2019.3, End: 2026.2}).Bar(theme.Dark(), s, w); widget.Width(got) != w {
				t.Errorf("%+v in %d cells is %q", s, w, got)
			}
		}
	}
}
