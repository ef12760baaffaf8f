package widget_test

import (
	"slices"
	"testing"

	"talentmap/tui/widget"
)

func TestRangeOfMarks(t *testing.T) {
	l := list(6, 6)
	l.Move(3)
	l.BeginRange()
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"it begins", func() {}, " 0| 1| 2|>*3| 4| 5"},
		{"down", func() { l.Move(2) }, " 0| 1| 2| *3| *4|>*5"},
		{"back, and over where it began", func() { l.Move(-3) }, " 0| 1|>*2| *3| 4| 5"},
		{"a reload in another order", func() { l.SetIDs([]int{5, 3, 4, 2, 1, 0}) }, " 5| *3| *4|>*2| 1| 0"},
		{"kept", l.EndRange, " 5| *3| *4|>*2| 1| 0"},
		{"and on", func() { l.Move(1) }, " 5| *3| *4| *2|>1| 0"},
		{"all others", l.Invert, " *5| 3| 4| 2|>*1| *0"},
		{"all", l.MarkAll, " *5| *3| *4| *2|>*1| *0"},
		{"none", l.MarkAll, " 5| 3| 4| 2|>1| 0"},
		{"dropped", func() { l.BeginRange(); l.Move(-2); l.DropRange() }, " 5| 3|>4| 2| 1| 0"},
		{"its beginning is gone", func() { l.BeginRange(); l.SetIDs([]int{5, 3, 2}) }, " 5| 3|>2|||"},
	} {
		c.do()
		if got := look(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	l.BeginRange()
	l.Move(-1)
	if got := l.Marked(); !slices.Equal(got, []int{3, 2}) || !l.IsMarked(3) || l.IsMarked(5) {
		t.Errorf("marked while it goes on: %v", got)
	}
}

func TestHeadingsBetweenRows(t *testing.T) {
	l := list(7, 4)
	parts := []widget.Heading[int]{{First: 0, Head: "A"}, {First: 3, Head: "B"}, {First: 99, Head: "?"}}
	l.SetIDs(upTo(7), parts...)
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"at first", func() {}, "A|>0| 1| 2"},
		{"over one", func() { l.Move(3) }, " 2|B|>3| 4"},
		{"to the end", l.End, " 3| 4| 5|>6"},
		{"a reload moves nothing", func() { l.SetIDs(upTo(7), parts...) }, " 3| 4| 5|>6"},
		{"home, with its heading", l.Home, "A|>0| 1| 2"},
		{"scrolled", func() { l.Scroll(3) }, " 2|B| 3| 4"},
		{"a heading is no row", func() {
			if l.PointAt(1) {
				t.Error("the cursor stands on a heading")
			}
		}, " 2|B| 3| 4"},
		{"a click", func() { l.PointAt(2) }, " 2|B|>3| 4"},
		{"one line", func() { l.SetSize(5, 1); l.Home() }, ">0"},
	} {
		c.do()
		if got := look(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	l.SetSize(5, 4)
	l.Select(3)
	if line, ok := l.CursorLine(); !ok || line != 2 { // after 2 and the heading B
		t.Errorf("the cursor is at line %d", line)
	}
	if got := l.Last(); got != 4 {
		t.Errorf("the last row in view is %d", got)
	}
}
