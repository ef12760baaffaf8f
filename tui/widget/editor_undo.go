package widget

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// How much can be undone: steps, and bytes of text in all of them.
const (
	maxSteps   = 200
	maxHistory = 4 * maxText
)

// kind says what a change was made by. A run of changes of the first three
// kinds is one step to undo.
type kind int

const (
	typed  kind = iota // characters, forwards, up to the next word
	erased             // clusters deleted to the left
	eaten              // clusters deleted to the right
	cut                // more than a cluster deleted
	pasted             // text that came as one
)

// change is one step to undo: at a place, ins stands where del stood.
type change struct {
	kind     kind
	at       place
	del, ins []byte
	before   place // the cursor before
}

// history is the changes that can be undone and, in the order in which they
// were undone, redone.
type history struct {
	done, undone []change
	closed       bool // the next change begins a step
}

// add keeps a change, in the last step where it goes on with that.
func (h *history) add(c change) {
	h.undone = nil
	if last := len(h.done) - 1; last >= 0 && !h.closed && h.done[last].join(c) {
		return
	}
	h.closed = false
	h.done = append(h.done, c)
	h.trim()
}

// trim forgets the oldest steps where there are too many, or too large ones.
func (h *history) trim() {
	oldest, bytes := len(h.done), 0
	for ; oldest > 0 && len(h.done)-oldest < maxSteps; oldest-- {
		c := &h.done[oldest-1]
		if bytes += len(c.del) + len(c.ins); bytes > maxHistory {
			break
		}
	}
	h.done = slices.Delete(h.done, 0, oldest)
}

// join makes d a part of c, and reports whether it goes on with it.
func (c *change) join(d change) bool {
	if c.kind != d.kind {
		return false
	}
	switch c.kind {
	case typed:
		if d.at != c.at.after(c.ins) || endsWord(c.ins) && !endsWord(d.ins) {
			return false
		}
		c.ins = append(c.ins, d.ins...)
	case erased:
		if d.at.after(d.del) != c.at {
			return false
		}
		c.at, c.del = d.at, slices.Concat(d.del, c.del)
	case eaten:
		if d.at != c.at {
			return false
		}
		c.del = append(c.del, d.del...)
	default:
		return false
	}
	return true
}

func endsWord(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return unicode.IsSpace(r)
}

// undo takes the last step back and reports whether there was one.
func (e *Editor) undo() bool {
	last := len(e.past.done) - 1
	if last < 0 {
		return false
	}
	c := e.past.done[last]
	e.past.done = e.past.done[:last]
	e.past.undone = append(e.past.undone, c)
	e.splice(c.at, c.at.after(c.ins), c.del)
	e.move(c.before)
	return true
}

// redo makes the step that was undone last again.
func (e *Editor) redo() bool {
	last := len(e.past.undone) - 1
	if last < 0 {
		return false
	}
	c := e.past.undone[last]
	e.past.undone = e.past.undone[:last]
	e.past.done = append(e.past.done, c)
	e.move(e.snap(e.splice(c.at, c.at.after(c.del), c.ins)))
	return true
}
