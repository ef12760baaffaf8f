package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// numbered are columns as a list has them: two that always have room, one with
// steps, and two that share the rest.
func numbered() *widget.Columns[int] {
	fill := func(sign string) func(*widget.Line, int, int) {
		return func(l *widget.Line, _ int, w int) {
			for range w {
				l.Left(theme.Text, sign, 1)
			}
		}
	}
	return widget.NewColumns(
		widget.Column[int]{Name: "id", Head: "#", Right: true, W: 3, Draw: fill("i")},
		widget.Column[int]{Name: "name", Head: "name", Share: 2, Draw: fill("n")},
		widget.Column[int]{Name: "note", Head: "note", Share: 1, From: 12, Draw: fill("t")},
		widget.Column[int]{Name: "since", Head: "since", Steps: []widget.Step{{From: 14, W: 2}, {From: 24, W: 6}}, Draw: fill("s")},
		widget.Column[int]{Name: "extra", Head: "ex", Extra: true, W: 4, Draw: fill("x")},
	)
}

func headAndRow(c *widget.Columns[int], w int) (head, row string) {
	c.Layout(w)
	h, r := widget.NewLine(nil, theme.Plain(), false), widget.NewLine(nil, theme.Plain(), false)
	c.Head(&h)
	c.Row(&r, 0)
	return ansi.Strip(string(h.Bytes())), ansi.Strip(string(r.Bytes()))
}

func TestColumnsTakeTheRoomThatThereIs(t *testing.T) {
	for _, c := range []struct {
		w         int
		show      []string
		head, row string
	}{
		{w: 30, head: " # name          note   since ", row: "iiinnnnnnnnnnnnnntttttttssssss"},
		{w: 20, head: " # name      note   ", row: "iiinnnnnnnnnntttttss"},
		{w: 14, head: " # name       ", row: "iiinnnnnnnnnnn"}, // the note has no room, nor has since
		{w: 4, head: " #  ", row: "iiin"},
		{w: 2, head: "# ", row: "ii"},
		{w: 0},
		{w: 16, show: []string{"name", "id"}, head: "name          # ", row: "nnnnnnnnnnnnniii"},
		{w: 12, show: []string{"extra", "no such", "id"}, head: "ex   #      ", row: "xxxxiii     "},
		{w: 30, show: []string{"no such"}, head: " # name          note   since ", row: "iiinnnnnnnnnnnnnntttttttssssss"},
	} {
		cols := numbered()
		cols.Show(c.show)
		if head, row := headAndRow(cols, c.w); head != c.head || row != c.row {
			t.Errorf("%d cells of %v:\n|%s|\n|%s|, want\n|%s|\n|%s|", c.w, c.show, head, row, c.head, c.row)
		}
	}
}

// Whatever is chosen, a row has the width that it is given.
func TestColumnsFillTheirRow(t *testing.T) {
	for _, show := range [][]string{nil, {"since"}, {"extra", "extra"}, {"note", "since", "id"}} {
		cols := numbered()
		cols.Show(show)
		for w := range 60 {
			if head, row := headAndRow(cols, w); ansi.StringWidth(head) != w || ansi.StringWidth(row) != w {
				t.Errorf("%v in %d cells: |%s| and |%s|", show, w, head, row)
			}
		}
	}
}

func TestColumnsAreListed(t *testing.T) {
	l := numbered().Listed("people")
	if l.List != "people" || len(l.Columns) != 5 || l.Columns[0].Name != "id" || !l.Columns[4].Extra {
		t.Errorf("listed %+v", l)
	}
}

// A column with a condition comes and goes with it, but not where a person has chosen.
func TestColumnsComeAndGo(t *testing.T) {
	moved := false
	draw := func(sign string) func(*widget.Line, int, int) {
		return func(l *widget.Line, _ int, w int) { l.Left(theme.Text, sign, w) }
	}
	cols := widget.NewColumns(
		widget.Column[int]{Name: "id", W: 2, Draw: draw("i")},
		widget.Column[int]{Name: "moved", W: 2, When: func() bool { return moved }, Draw: draw("m")},
		widget.Column[int]{Name: "tier", W: 2, Extra: true, When: func() bool { return moved }, Draw: draw("t")},
	)
	for _, c := range []struct {
		moved bool
		show  []string
		row   string
	}{{false, nil, "i     "}, {true, nil, "i m t "}, {false, nil, "i     "}, {false, []string{"tier", "id"}, "t i   "}, {true, []string{"id"}, "i     "}} {
		moved = c.moved
		cols.Show(c.show)
		if _, row := headAndRow(cols, 6); row != c.row {
			t.Errorf("moved %v, chosen %v: |%s|, want |%s|", c.moved, c.show, row, c.row)
		}
	}
}

// A column takes no more cells than it has a use for: the others that share have them,
// and where none has a use for them they stay blank at the end.
func TestColumnsTakeWhatTheyHaveAUseFor(t *testing.T) {
	draw := func(sign string) func(*widget.Line, int, int) {
		return func(l *widget.Line, _ int, w int) { l.Left(theme.Text, strings.Repeat(sign, w), w) }
	}
	for _, c := range []struct {
		w    int
		note int // the most of the note
		row  string
	}{
		{w: 8, row: "nnnntttt"},
		{w: 12, row: "nnnnnttttttt"},
		{w: 8, note: 3, row: "nnnnnttt"},
		{w: 10, note: 3, row: "nnnnnttt  "},
	} {
		cols := widget.NewColumns(
			widget.Column[int]{Name: "name", Share: 1, Most: 5, Draw: draw("n")},
			widget.Column[int]{Name: "note", Share: 1, Most: c.note, Draw: draw("t")},
		)
		if _, row := headAndRow(cols, c.w); row != c.row {
			t.Errorf("%d cells, of which the note has a use for %d: |%s|, want |%s|", c.w, c.note, row, c.row)
		}
	}
}

// A text that runs on has the cells of the columns behind it that have nothing of a
// row, up to the first that has something.
func TestColumnsRunOn(t *testing.T) {
	draw := func(sign string) func(*widget.Line, int, int) {
		return func(l *widget.Line, _ int, w int) { l.Left(theme.Text, strings.Repeat(sign, w), w) }
	}
	cols := widget.NewColumns(
		widget.Column[int]{Name: "why", W: 3, RunsOn: true, Draw: draw("w")},
		widget.Column[int]{Name: "owner", W: 2, Blank: func(row int) bool { return row&1 == 0 }, Draw: draw("o")},
		widget.Column[int]{Name: "until", W: 2, Blank: func(row int) bool { return row&2 == 0 }, Draw: draw("u")},
		widget.Column[int]{Name: "score", W: 2, Draw: draw("s")},
	)
	cols.Layout(9)
	for row, want := range []string{"wwwwwwwss", "wwwoouuss", "wwwwwuuss", "wwwoouuss"} {
		l := widget.NewLine(nil, theme.Plain(), false)
		cols.Row(&l, row)
		if got := ansi.Strip(string(l.Bytes())); got != want {
			t.Errorf("row %d: |%s|, want |%s|", row, got, want)
		}
	}
}
