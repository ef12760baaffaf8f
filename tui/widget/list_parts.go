package widget

import "slices"

// Heading is a line over a row, which the cursor passes by.
type Heading[ID comparable] struct {
	First ID     // the row below it
	Head  string // a line of the list's width
}

// setParts notes which rows have a heading before them.
func (l *List[ID]) setParts(parts []Heading[ID]) {
	l.heads, l.headed = l.heads[:0], l.headed[:0]
	for _, p := range parts {
		if i := slices.Index(l.ids, p.First); i >= 0 {
			l.heads, l.headed = append(l.heads, p.Head), append(l.headed, i)
		}
	}
}

// lineOf is the line of a row, counted from the first one of the whole list.
func (l *List[ID]) lineOf(i int) int {
	n := i
	for _, row := range l.headed {
		if row <= i {
			n++
		}
	}
	return n
}

// length is all lines: rows and headings.
func (l *List[ID]) length() int { return len(l.ids) + len(l.headed) }

// rowAt is the row at a line; of a heading's -1, and head is which one it is.
func (l *List[ID]) rowAt(line int) (row, head int) {
	for n, first := range l.headed {
		switch at := first + n; {
		case line == at:
			return -1, n
		case line < at:
			return line - n, -1
		}
	}
	return line - len(l.headed), -1
}
