package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"talentmap/tui/widget"
)

// list makes a list of n rows, 0 to n-1, in a window of h.
func list(n, h int) *widget.List[int] {
	l := widget.NewList(func(b []byte, id, w int, st widget.RowState) []byte {
		sign := " "
		switch {
		case st.Selected:
			sign = ">"
		case st.Cursor:
			sign = "-"
		}
		if st.Marked {
			sign += "*"
		}
		return append(b, widget.Fit(fmt.Sprintf("%s%d", sign, id), w, "")...)
	})
	l.SetSize(5, h)
	l.SetIDs(upTo(n))
	return l
}

func upTo(n int) []int {
	ids := make([]int, n)
	for i := range ids {
		ids[i] = i
	}
	return ids
}

// look is the window's rows, between |.
func look(l *widget.List[int]) string {
	rows := l.Lines(nil)
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "|")
}

func TestListShowsAWindow(t *testing.T) {
	l := list(9, 3)
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"at first", func() {}, ">0| 1| 2"},
		{"within", func() { l.Move(2) }, " 0| 1|>2"},
		{"over the edge by half a page", func() { l.Move(1) }, " 2|>3| 4"},
		{"to the end", l.End, " 6| 7|>8"},
		{"not beyond", func() { l.Move(5) }, " 6| 7|>8"},
		{"up half a page", func() { l.Page(-1) }, " 6|>7| 8"},
		{"home", l.Home, ">0| 1| 2"},
		{"not above", func() { l.Move(-1) }, ">0| 1| 2"},
		{"taller", func() { l.SetSize(5, 10) }, ">0| 1| 2| 3| 4| 5| 6| 7| 8|"},
		{"select", func() { l.SetSize(5, 3); l.Select(5) }, " 4|>5| 6"},
		{"select nobody", func() { l.Select(99) }, " 4|>5| 6"},
		{"no room", func() { l.SetSize(5, 0) }, ""},
	} {
		c.do()
		if got := look(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestListKeepsCursorAndMarksByID(t *testing.T) {
	l := list(5, 5)
	l.Move(1)
	l.ToggleMark()
	l.Move(2)
	l.ToggleMark() // 1 and 3, the cursor on 3
	l.SetIDs([]int{9, 4, 3, 1, 0})
	if got := look(l); got != " 9| 4|>*3| *1| 0" {
		t.Errorf("after a reload: %q", got)
	}
	if got := l.Marked(); !slices.Equal(got, []int{3, 1}) {
		t.Errorf("marked %v", got)
	}
	l.SetIDs([]int{9, 4, 1, 0}) // the one under the cursor is gone
	if id, ok := l.Cursor(); !ok || id != 1 {
		t.Errorf("the cursor is on %d; it should stay in its place", id)
	}
	if got := l.Marked(); !slices.Equal(got, []int{1}) {
		t.Errorf("marked %v", got)
	}
	l.SetIDs(nil)
	if _, ok := l.Cursor(); ok || l.Len() != 0 {
		t.Error("an empty list has a cursor")
	}
	l.ToggleMark()
	l.Move(1)
	if len(l.Marked()) != 0 {
		t.Error("something is marked in an empty list")
	}
	l.SetIDs(upTo(2))
	if id, ok := l.Cursor(); !ok || id != 1 {
		t.Errorf("she is back, and the cursor is on %d", id)
	}
}

func TestListWantsSomeoneWhoIsYetToCome(t *testing.T) {
	l := list(3, 3)
	l.Want(7)
	if got := look(l); got != ">0| 1| 2" {
		t.Errorf("before: %q", got)
	}
	l.SetIDs([]int{0, 1, 2, 7})
	if got := look(l); got != " 1| 2|>7" {
		t.Errorf("after: %q", got)
	}
	l.Home()
	l.SetIDs([]int{0, 1, 2, 7, 8}) // once is enough
	if id, _ := l.Cursor(); id != 0 {
		t.Errorf("the next reload moved the cursor to %d", id)
	}
}

func TestListWithoutTheFocusShowsWhereItStands(t *testing.T) {
	l := list(3, 3)
	l.Focus(false)
	if got := look(l); got != "-0| 1| 2" {
		t.Errorf("%q", got)
	}
	l.Focus(true)
	if got := look(l); got != ">0| 1| 2" {
		t.Errorf("%q", got)
	}
}

func TestListDrawsARowOnce(t *testing.T) {
	drawn := 0
	l := widget.NewList(func(b []byte, _, w int, _ widget.RowState) []byte {
		drawn++
		return append(b, widget.Spaces(w)...)
	})
	l.SetSize(5, 4)
	l.SetIDs(upTo(4))
	look(l)
	drawn = 0
	l.Move(1)
	look(l)
	if drawn != 2 { // the row left, and the row of the cursor
		t.Errorf("a move draws %d rows", drawn)
	}
	drawn = 0
	l.Redraw()
	look(l)
	if drawn != 4 {
		t.Errorf("a redraw draws %d rows", drawn)
	}
}
