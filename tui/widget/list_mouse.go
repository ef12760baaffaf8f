package widget

// PointAt puts the cursor on the row at a line of the list; false where there is
// none.
func (l *List[ID]) PointAt(line int) bool {
	if line < 0 || line >= l.h {
		return false
	}
	i, head := l.rowAt(l.top + line)
	if head >= 0 || i >= len(l.ids) {
		return false
	}
	top := l.top
	l.place(i)
	l.top = top // the row stays under the pointer
	return true
}

// CursorLine is the line of the list at which the row under the cursor stands;
// false where that is not in view.
func (l *List[ID]) CursorLine() (line int, ok bool) {
	line = l.lineOf(l.at) - l.top
	return line, len(l.ids) > 0 && line >= 0 && line < l.h
}

// Scroll moves the view by rows; the cursor stays where it is, and may be out of
// view until it moves, or until [List.LetGo].
func (l *List[ID]) Scroll(rows int) {
	l.loose = true
	l.top = max(min(l.top+rows, l.length()-l.h), 0)
}

// LetGo brings the cursor into view again.
func (l *List[ID]) LetGo() {
	l.loose = false
	l.scroll()
}

// Last is the index of the last row in view, -1 for none.
func (l *List[ID]) Last() int {
	for line := min(l.top+l.h, l.length()) - 1; line >= 0; line-- {
		if i, head := l.rowAt(line); head < 0 {
			return i
		}
	}
	return -1
}
