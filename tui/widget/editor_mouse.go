package widget

// PointAt puts the cursor at a cell of the view.
func (e *Editor) PointAt(x, y int) {
	e.move(e.inRow(e.walk(e.spotOf(e.screen.top), y), x))
	e.goal = -1
	e.scroll()
}

// PointAt puts the cursor at a cell of the view of w cells.
func (in *Input) PointAt(x, w int) {
	from, _ := in.shown(w)
	text := in.text.paragraphs[0].text
	for x > 0 && from < len(text) {
		n, cells := firstCluster(text[from:])
		from, x = from+n, x-cells
	}
	in.MoveTo(from)
}

// Scroll moves the view by rows as far as there is text; the cursor stays where it
// is, and may be out of view until it moves, or until [Editor.LetGo].
func (e *Editor) Scroll(rows int) {
	h := e.screen.h - 1
	top := e.walk(e.spotOf(e.screen.top), rows)
	top = e.walk(e.walk(top, h), -h) // there and back again: full if it can be
	e.screen.top = place{top.line, e.wrapped(top.line).rows[top.row].start}
}

// LetGo brings the cursor into view again.
func (e *Editor) LetGo() { e.scroll() }
