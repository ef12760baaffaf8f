package widget

import "slices"

// Part is something on an [Outline]: one or more lines. A fixed one, such as a
// heading, is passed over by the cursor and belongs to what follows it.
type Part[ID comparable] struct {
	ID    ID
	Fixed bool
}

// Outline is a page of parts of one or more lines each, with a cursor that goes from
// part to part. The cursor is an ID and never an index: when the page is read again
// it stays on its part, and that at its place on the screen. Each part is drawn once
// and kept.
type Outline[ID comparable] struct {
	draw     func(id ID, w int, st RowState) []string
	parts    []Part[ID]
	lines    []string // of all parts, none of them selected
	starts   []int    // the first line of each part, and the end
	selected []string // the part under the cursor, as it is drawn there
	fresh    map[ID]bool
	cursor   ID
	at       int // the index of the cursor's part; -1: there is none
	top      int
	w, h     int
	blur     bool
	loose    bool // the view was scrolled away from the cursor
	stale    bool // the part under the cursor must be drawn again
}

// NewOutline makes an empty page whose parts are drawn by draw, in lines of w cells.
// How many lines a part has does not depend on its state. Marked are the parts that
// have come or changed, see [Outline.SetParts].
func NewOutline[ID comparable](draw func(id ID, w int, st RowState) []string) *Outline[ID] {
	return &Outline[ID]{draw: draw, at: -1, fresh: map[ID]bool{}}
}

// SetSize sets the cells that the page may fill.
func (o *Outline[ID]) SetSize(w, h int) {
	o.h = max(h, 0)
	if w != o.w {
		o.w = w
		o.keepPlace(o.Redraw)
	}
	o.scroll()
}

// SetParts replaces the parts. The cursor stays on its ID; when that is gone it stays
// at its place. With news those that are new, or look otherwise than before, are
// marked until the cursor has been on them.
func (o *Outline[ID]) SetParts(parts []Part[ID], news bool) {
	var before map[ID][]string
	if news && len(o.parts) > 0 {
		before = make(map[ID][]string, len(o.parts))
		for i, p := range o.parts {
			before[p.ID] = o.lines[o.starts[i]:o.starts[i+1]]
		}
	}
	o.keepPlace(func() {
		o.parts = parts
		if i := slices.Index(parts, Part[ID]{ID: o.cursor}); i >= 0 {
			o.at = i
		}
		o.at = o.near(o.at)
		o.Redraw()
	})
	if before != nil {
		o.compare(before)
	}
	o.scroll()
}

// compare marks the parts that were not there before, or looked otherwise.
func (o *Outline[ID]) compare(before map[ID][]string) {
	changed := false
	for i, p := range o.parts {
		if was, there := before[p.ID]; !p.Fixed && (!there || !o.fresh[p.ID] && !slices.Equal(was, o.lines[o.starts[i]:o.starts[i+1]])) {
			o.fresh[p.ID], changed = true, true
		}
	}
	if changed {
		o.Redraw()
	}
}

// keepPlace has the part under the cursor stay where it stands on the screen.
func (o *Outline[ID]) keepPlace(change func()) {
	shown := 0
	if o.at >= 0 {
		shown = o.starts[o.at] - o.top
	}
	change()
	if o.at >= 0 {
		o.top = max(o.starts[o.at]-shown, 0)
	}
}

// near is the part that can hold the cursor nearest to an index, -1 for none.
func (o *Outline[ID]) near(i int) int {
	i = min(max(i, 0), len(o.parts)-1)
	for d := range o.parts {
		for _, j := range [2]int{i + d, i - d} {
			if j >= 0 && j < len(o.parts) && !o.parts[j].Fixed {
				o.cursor = o.parts[j].ID
				return j
			}
		}
	}
	return -1
}

// Redraw draws everything again.
func (o *Outline[ID]) Redraw() {
	o.lines, o.starts = o.lines[:0:0], o.starts[:0]
	for _, p := range o.parts {
		o.starts = append(o.starts, len(o.lines))
		o.lines = append(o.lines, o.draw(p.ID, o.w, RowState{Marked: o.fresh[p.ID]})...)
	}
	o.starts = append(o.starts, len(o.lines))
	o.stale = true
}

// Focus says whether the page has the keys.
func (o *Outline[ID]) Focus(on bool) { o.blur, o.stale = !on, true }

// Cursor is the ID under the cursor; ok is false where nothing can hold it.
func (o *Outline[ID]) Cursor() (id ID, ok bool) { return o.cursor, o.at >= 0 }

// Parts are the parts in order; the caller must not change them.
func (o *Outline[ID]) Parts() []Part[ID] { return o.parts }

// Select puts the cursor on an ID; false where that is not there.
func (o *Outline[ID]) Select(id ID) bool {
	i := slices.Index(o.parts, Part[ID]{ID: id})
	if i >= 0 {
		o.place(i)
	}
	return i >= 0
}

// Move moves the cursor by a part, n times; a part that is taller than the view is
// read line by line first. false where there is no more in that direction.
func (o *Outline[ID]) Move(n int) bool {
	step := 1
	if n < 0 {
		step = -1
	}
	for range max(n, -n) {
		if !o.step(step) {
			return false
		}
	}
	return true
}

func (o *Outline[ID]) step(d int) bool {
	if o.at < 0 {
		return false
	}
	if end := o.starts[o.at+1]; d > 0 && end > o.top+o.h && end-o.starts[o.at] > o.h {
		o.top++
		return true
	}
	if d < 0 && o.starts[o.at] < o.top && o.starts[o.at+1]-o.starts[o.at] > o.h {
		o.top--
		return true
	}
	for i := o.at + d; i >= 0 && i < len(o.parts); i += d {
		if !o.parts[i].Fixed {
			o.place(i)
			return true
		}
	}
	o.top = min(max(o.top+d*o.h, 0), max(len(o.lines)-o.h, 0)) // what stands beyond the last part
	o.scroll()
	return false
}

// Page moves the cursor by n half pages.
func (o *Outline[ID]) Page(n int) bool {
	if o.at < 0 {
		return false
	}
	want, was := o.starts[o.at]+n*max(o.h/2, 1), o.at
	if o.starts[o.at+1]-o.starts[o.at] > o.h { // through a tall part
		want = o.top + n*max(o.h/2, 1)
		if want >= o.starts[o.at] && want+o.h <= o.starts[o.at+1] {
			o.top = want
			return true
		}
	}
	i, _ := slices.BinarySearch(o.starts[:len(o.parts)], want)
	o.place(o.near(i))
	return o.at != was
}

// Home moves the cursor to the first part.
func (o *Outline[ID]) Home() { o.place(o.near(0)); o.top = 0; o.scroll() }

// End moves the cursor to the last part.
func (o *Outline[ID]) End() { o.place(o.near(len(o.parts) - 1)) }

func (o *Outline[ID]) place(i int) {
	if i < 0 {
		return
	}
	if i != o.at {
		o.calm(o.cursor)
	}
	o.at, o.cursor, o.loose, o.stale = i, o.parts[i].ID, false, true
	o.scroll()
}

// calm takes the mark off a part on which the cursor has been.
func (o *Outline[ID]) calm(id ID) {
	if !o.fresh[id] {
		return
	}
	delete(o.fresh, id)
	copy(o.lines[o.starts[o.at]:o.starts[o.at+1]], o.draw(id, o.w, RowState{}))
}

// scroll brings the part under the cursor into view, with what is fixed before it:
// by half a page where it left at an edge.
func (o *Outline[ID]) scroll() {
	if o.h <= 0 {
		return
	}
	if !o.loose && o.at >= 0 {
		first, last := o.starts[o.at], o.starts[o.at+1]
		for i := o.at - 1; i >= 0 && o.parts[i].Fixed && last-o.starts[i] <= o.h; i-- {
			first = o.starts[i]
		}
		switch {
		case last-first > o.h:
			o.top = min(max(o.top, first), last-o.h)
		case first < o.top:
			o.top = first - (o.h-(last-first))/2
		case last > o.top+o.h:
			o.top = min(first, last-o.h/2)
		}
	}
	o.top = max(min(o.top, len(o.lines)-o.h), 0)
}

// Lines appends the visible lines: exactly the page's height.
func (o *Outline[ID]) Lines(lines []string) []string {
	first, last := -1, -1
	if o.at >= 0 {
		first, last = o.starts[o.at], o.starts[o.at+1]
		if o.stale {
			o.selected = o.draw(o.cursor, o.w, RowState{Cursor: true, Selected: !o.blur, Marked: o.fresh[o.cursor]})
			o.stale = false
		}
	}
	for y := o.top; y < o.top+o.h; y++ {
		switch {
		case y >= len(o.lines):
			lines = append(lines, Spaces(o.w))
		case y >= first && y < last && y-first < len(o.selected):
			lines = append(lines, o.selected[y-first])
		default:
			lines = append(lines, o.lines[y])
		}
	}
	return lines
}

// PointAt puts the cursor on the part at a line of the view; false where there is
// none that can hold it.
func (o *Outline[ID]) PointAt(line int) bool {
	y := o.top + line
	if line < 0 || line >= o.h || y >= len(o.lines) {
		return false
	}
	i, found := slices.BinarySearch(o.starts[:len(o.parts)], y)
	if !found {
		i--
	}
	if o.parts[i].Fixed {
		return false
	}
	top := o.top
	o.place(i)
	o.top = top // the part stays under the pointer
	return true
}

// CursorLine is the line of the view at which the part under the cursor begins, or
// goes on; false where that is not in view.
func (o *Outline[ID]) CursorLine() (line int, ok bool) {
	if o.at < 0 || o.starts[o.at] >= o.top+o.h || o.starts[o.at+1] <= o.top {
		return 0, false
	}
	return max(o.starts[o.at]-o.top, 0), true
}

// Scroll moves the view by lines; the cursor stays where it is, and may be out of
// view until it moves, or until [Outline.LetGo].
func (o *Outline[ID]) Scroll(rows int) {
	o.loose = true
	o.top = max(min(o.top+rows, len(o.lines)-o.h), 0)
}

// LetGo brings the cursor into view again.
func (o *Outline[ID]) LetGo() {
	if o.loose {
		o.loose = false
		o.scroll()
	}
}
