package widget

import (
	"bytes"
	"slices"
)

// replace puts ins in place of the text between two places, keeps what is
// needed to undo it and leaves the cursor after ins. It reports whether the
// text changed: it does not where it would grow beyond its limit.
func (e *Editor) replace(k kind, from, to place, ins string) bool {
	del := e.between(from, to)
	if len(del) == 0 && ins == "" || e.size+len(ins)-len(del) > e.limit {
		return false
	}
	c := change{kind: k, at: from, del: del, ins: []byte(ins), before: e.cursor}
	e.cursor, e.goal = e.snap(e.splice(from, to, c.ins)), -1
	e.past.add(c)
	return true
}

// splice puts ins in place of the text between two places and returns the
// place after it. The cursor and the history are the caller's.
func (e *Editor) splice(from, to place, ins []byte) place {
	after := from.after(ins)
	e.follow(from, to, len(ins))
	e.sums.known = false
	first := e.paragraphs[from.line]
	if from.line == to.line && after.line == from.line {
		e.size += len(ins) - (to.col - from.col)
		first.splice(from.col, to.col, ins)
		return after
	}
	e.size += len(ins) - (e.offsetOf(to) - e.offsetOf(from))
	tail := e.paragraphs[to.line].text[to.col:]
	parts := bytes.Split(ins, []byte{'\n'})
	last := len(parts) - 1
	parts[last] = slices.Concat(parts[last], tail)
	first.splice(from.col, len(first.text), parts[0])
	fresh := make([]*paragraph, 0, last)
	for _, text := range parts[1:] {
		fresh = append(fresh, &paragraph{text: bytes.Clone(text)})
	}
	e.paragraphs = slices.Replace(e.paragraphs, from.line+1, to.line+1, fresh...)
	return after
}

// after is the place at the end of a text that begins at p.
func (p place) after(text []byte) place {
	last := bytes.LastIndexByte(text, '\n')
	if last < 0 {
		return place{p.line, p.col + len(text)}
	}
	return place{p.line + bytes.Count(text, []byte{'\n'}), len(text) - last - 1}
}

// snap returns the first place between two clusters that is not before p: an
// edit may have joined what was on both sides of it.
func (e *Editor) snap(p place) place {
	par := e.wrapped(p.line)
	at := par.rows[par.rowAt(p.col)].start
	for at < p.col {
		n, _ := firstCluster(par.text[at:])
		at += n
	}
	return place{p.line, at}
}

// deleteTo deletes between the cursor and another place.
func (e *Editor) deleteTo(k kind, p place) bool {
	if p.before(e.cursor) {
		return e.replace(k, p, e.cursor, "")
	}
	return e.replace(k, e.cursor, p, "")
}

func (e *Editor) enter() bool           { return e.replace(typed, e.cursor, e.cursor, "\n") }
func (e *Editor) backspace() bool       { return e.deleteTo(erased, e.left()) }
func (e *Editor) deleteRight() bool     { return e.deleteTo(eaten, e.right()) }
func (e *Editor) deleteWordLeft() bool  { return e.deleteTo(cut, e.wordLeft()) }
func (e *Editor) deleteWordRight() bool { return e.deleteTo(cut, e.wordRight()) }

// deleteToStart deletes to the beginning of the paragraph; from there, the line
// break before it.
func (e *Editor) deleteToStart() bool {
	if e.cursor.col == 0 {
		return e.deleteTo(cut, e.left())
	}
	return e.deleteTo(cut, place{e.cursor.line, 0})
}

// deleteToEnd deletes to the end of the paragraph; from there, the line break
// after it.
func (e *Editor) deleteToEnd() bool {
	if end := len(e.paragraphs[e.cursor.line].text); e.cursor.col < end {
		return e.deleteTo(cut, place{e.cursor.line, end})
	}
	return e.deleteTo(cut, e.right())
}
