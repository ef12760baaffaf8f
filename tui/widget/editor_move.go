package widget

// spot is a row of the text on the screen: the row of a paragraph.
type spot struct{ line, row int }

func (s spot) before(t spot) bool {
	return s.line < t.line || s.line == t.line && s.row < t.row
}

// wrapped returns a paragraph with its rows made for the screen.
func (e *Editor) wrapped(line int) *paragraph {
	p := e.paragraphs[line]
	p.wrap(e.screen.cells())
	return p
}

func (e *Editor) spotOf(p place) spot {
	return spot{p.line, e.wrapped(p.line).rowAt(p.col)}
}

// walk goes n rows down, or up where n is negative, and stops at the ends.
func (e *Editor) walk(s spot, n int) spot {
	for s.row+n < 0 && s.line > 0 {
		n += s.row + 1
		s.line--
		s.row = e.wrapped(s.line).lastRow()
	}
	for s.line+1 < len(e.paragraphs) && !e.wrapped(s.line).has(s.row+n) {
		n -= e.wrapped(s.line).lastRow() + 1 - s.row
		s.line, s.row = s.line+1, 0
	}
	s.row = max(s.row+n, 0)
	if p := e.wrapped(s.line); !p.has(s.row) {
		s.row = p.lastRow()
	}
	return s
}

// move puts the cursor somewhere; what is typed there is a new step to undo.
func (e *Editor) move(p place) {
	e.cursor, e.goal = p, -1
	e.past.closed = true
}

// column is how many cells of its row stand before the cursor.
func (e *Editor) column() int {
	p := e.wrapped(e.cursor.line)
	x := 0
	for at := p.rows[p.rowAt(e.cursor.col)].start; at < e.cursor.col; {
		n, w := firstCluster(p.text[at:])
		at, x = at+n, x+w
	}
	return x
}

// down moves the cursor n rows down, or up where n is negative, as near as
// may be to the column that it had when it began to go up and down.
func (e *Editor) down(n int) bool {
	goal := e.goal
	if goal < 0 {
		goal = min(e.column(), e.screen.w-1)
	}
	e.move(e.inRow(e.walk(e.spotOf(e.cursor), n), goal))
	e.goal = goal
	return false
}

// inRow is the last place in a row that is not beyond x cells. The end of a row
// is the start of the next, so only the last row of a paragraph has an end.
func (e *Editor) inRow(s spot, x int) place {
	p := e.wrapped(s.line)
	at, stop := p.rows[s.row].start, p.rowStop(s.row)
	for at < stop {
		n, w := firstCluster(p.text[at:])
		if w > x || at+n == stop && p.has(s.row+1) {
			break
		}
		at, x = at+n, x-w
	}
	return place{s.line, at}
}

func (e *Editor) home() place {
	s := e.spotOf(e.cursor)
	return place{s.line, e.paragraphs[s.line].rows[s.row].start}
}

func (e *Editor) endOfRow() place {
	return e.inRow(e.spotOf(e.cursor), maxText)
}

func (e *Editor) left() place {
	c := e.cursor
	if c.col == 0 {
		return e.lineAbove()
	}
	p := e.wrapped(c.line)
	at := p.rows[p.rowAt(c.col-1)].start
	for {
		n, _ := firstCluster(p.text[at:])
		if at+n >= c.col {
			return place{c.line, at}
		}
		at += n
	}
}

func (e *Editor) right() place {
	c := e.cursor
	text := e.paragraphs[c.line].text[c.col:]
	if len(text) == 0 {
		return e.lineBelow()
	}
	n, _ := firstCluster(text)
	return place{c.line, c.col + n}
}

// wordLeft is the start of the word before the cursor; from the start of a
// paragraph, the end of the one above.
func (e *Editor) wordLeft() place {
	c := e.cursor
	if c.col == 0 {
		return e.lineAbove()
	}
	text := e.paragraphs[c.line].text[:c.col]
	start, blank := 0, true
	for at := 0; at < len(text); {
		n, _ := firstCluster(text[at:])
		wasBlank := blank
		blank = isBlank(text[at : at+n])
		if wasBlank && !blank {
			start = at
		}
		at += n
	}
	return place{c.line, start}
}

// wordRight is the end of the word after the cursor; from the end of a
// paragraph, the start of the one below.
func (e *Editor) wordRight() place {
	c := e.cursor
	text := e.paragraphs[c.line].text
	if c.col == len(text) {
		return e.lineBelow()
	}
	inWord := false
	for c.col < len(text) {
		n, _ := firstCluster(text[c.col:])
		blank := isBlank(text[c.col : c.col+n])
		if inWord && blank {
			break
		}
		inWord = inWord || !blank
		c.col += n
	}
	return c
}

// lineAbove is the end of the paragraph above, or the start of the text.
func (e *Editor) lineAbove() place {
	if e.cursor.line == 0 {
		return place{}
	}
	line := e.cursor.line - 1
	return place{line, len(e.paragraphs[line].text)}
}

// lineBelow is the start of the paragraph below, or the end of the text.
func (e *Editor) lineBelow() place {
	if e.cursor.line == len(e.paragraphs)-1 {
		return e.end()
	}
	return place{e.cursor.line + 1, 0}
}
