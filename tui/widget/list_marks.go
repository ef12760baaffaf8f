package widget

import "slices"

// BeginRange begins a range of marks at the cursor: the rows from there to wherever
// the cursor goes are marked until [List.EndRange] keeps them or [List.DropRange]
// lets them go.
func (l *List[ID]) BeginRange() {
	if id, ok := l.Cursor(); ok {
		l.anchor, l.ranging = id, true
	}
}

// Ranging reports whether a range is being marked.
func (l *List[ID]) Ranging() bool { return l.ranging }

// EndRange keeps the marks of the range.
func (l *List[ID]) EndRange() {
	from, to := l.span()
	for i := from; i < to; i++ {
		l.marks[l.ids[i]] = true
		delete(l.cache, l.ids[i])
	}
	l.ranging = false
}

// DropRange ends the range; its rows are marked no longer.
func (l *List[ID]) DropRange() { l.ranging = false }

// span is the indexes of the range, to the first beyond; the same where there is
// none.
func (l *List[ID]) span() (from, to int) {
	if !l.ranging {
		return 0, 0
	}
	at := slices.Index(l.ids, l.anchor)
	if at < 0 {
		return 0, 0
	}
	return min(at, l.at), max(at, l.at) + 1
}

// ToggleMark marks or unmarks the row under the cursor.
func (l *List[ID]) ToggleMark() {
	if id, ok := l.Cursor(); ok {
		l.toggle(id)
	}
}

func (l *List[ID]) toggle(id ID) {
	if l.marks[id] {
		delete(l.marks, id)
	} else {
		l.marks[id] = true
	}
	delete(l.cache, id)
}

// SetMarks marks some rows, or drops their marks; those that there are not are passed
// over.
func (l *List[ID]) SetMarks(ids []ID, on bool) {
	for _, id := range ids {
		if l.marks[id] != on && slices.Contains(l.ids, id) {
			l.toggle(id)
		}
	}
}

// MarkAll marks every row; where all are marked already it drops their marks.
func (l *List[ID]) MarkAll() {
	l.EndRange()
	all := len(l.Marked()) == len(l.ids)
	for _, id := range l.ids {
		if l.marks[id] == all {
			l.toggle(id)
		}
	}
}

// Invert marks the rows that are not marked, and no others.
func (l *List[ID]) Invert() {
	l.EndRange()
	for _, id := range l.ids {
		l.toggle(id)
	}
}

// Unmark drops every mark, and the range.
func (l *List[ID]) Unmark() {
	l.ranging = false
	clear(l.marks)
	clear(l.cache)
}

// keepMarks drops the marks of rows that are gone.
func (l *List[ID]) keepMarks() {
	if len(l.marks) == 0 {
		return
	}
	kept := make(map[ID]bool, len(l.marks))
	for _, id := range l.ids {
		if l.marks[id] {
			kept[id] = true
		}
	}
	l.marks = kept
}

// Marked are the marked IDs in the order of the rows, those of the range with them.
func (l *List[ID]) Marked() []ID {
	if !l.HasMarks() {
		return nil // a title asks for each frame
	}
	from, to := l.span()
	out := make([]ID, 0, len(l.marks)+to-from)
	for i, id := range l.ids {
		if l.marks[id] || i >= from && i < to {
			out = append(out, id)
		}
	}
	return out
}

// HasMarks reports whether any row is marked, or a range begun.
func (l *List[ID]) HasMarks() bool { return l.ranging || len(l.marks) > 0 }

// IsMarked reports whether a row is marked.
func (l *List[ID]) IsMarked(id ID) bool {
	if l.marks[id] {
		return true
	}
	from, to := l.span()
	return slices.Contains(l.ids[from:to], id)
}
