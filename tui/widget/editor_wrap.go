package widget

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// maxMended is how many rows an edit makes anew before it leaves the others to
// be made when they are looked at.
const maxMended = 64

// paragraph is one line of the text as it was entered, with the rows that it
// takes on the screen. Rows are made as far as somebody looks, and after an
// edit as far as they differ from before.
type paragraph struct {
	text  []byte    // valid UTF-8 without line breaks
	rows  []textRow // from the top; once wrapped, never empty
	more  bool      // rows follow that are not made yet
	cells int       // what rows was made for; 0: not wrapped yet
	sums  sums      // of the text
}

// textRow is one row of a paragraph on the screen. It begins between clusters.
type textRow struct {
	start int    // byte offset in the paragraph
	drawn string // as last drawn
	turn  int    // the screen's turn when it was; 0: it must be drawn again
}

// firstCluster returns the length in bytes and the width in cells of the first
// grapheme cluster of a text that is not empty.
func firstCluster(text []byte) (n, cells int) {
	if text[0] < utf8.RuneSelf && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, cells := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return len(c), cells
}

// rowEnd returns where the row that begins at from ends. Rows break after
// spaces, and beside clusters of two cells, which is where scripts without
// spaces allow it; else within a word. Spaces never begin the next row: they
// hang at the end of this one, even beyond its cells.
func rowEnd(text []byte, from, cells int) int {
	x, chance := 0, 0
	for i := from; i < len(text); {
		n, w := firstCluster(text[i:])
		if isBlank(text[i : i+n]) {
			i, x = i+n, x+w
			chance = i
			continue
		}
		if w > 1 {
			chance = i
		}
		if x+w > cells && i > from {
			if chance > from {
				return chance
			}
			return i
		}
		i, x = i+n, x+w
		if w > 1 {
			chance = i
		}
	}
	return len(text)
}

// wrap begins the rows for a number of cells.
func (p *paragraph) wrap(cells int) {
	if p.cells == cells {
		return
	}
	p.cells = cells
	p.rows = append(p.rows[:0], textRow{})
	p.more = true
}

// makeRow makes the next row, if there is one more.
func (p *paragraph) makeRow() {
	end := rowEnd(p.text, p.rows[len(p.rows)-1].start, p.cells)
	if p.more = end < len(p.text); p.more {
		p.rows = append(p.rows, textRow{start: end})
	}
}

// splice replaces text[from:to] and mends the rows. What a row holds depends on
// nothing before its start. Rows are made anew from two before the edit until
// one begins where an old one did: the first word of the edited row may now fit
// into the row above, and a mark at its start may widen the cluster before it,
// at which the row above that one ends.
func (p *paragraph) splice(from, to int, ins []byte) {
	p.text = slices.Replace(p.text, from, to, ins...)
	p.sums.known = false
	if p.cells == 0 {
		return
	}
	delta := len(ins) - (to - from)
	first := max(p.rowBefore(from)-2, 0)
	old := first + 1 // the next old row that may be met
	var room [8]textRow
	fresh := room[:0]
	for at := p.rows[first].start; ; {
		at = rowEnd(p.text, at, p.cells)
		for old < len(p.rows) && (p.rows[old].start < to || p.rows[old].start+delta < at) {
			old++
		}
		if at == len(p.text) || len(fresh) == maxMended {
			old, p.more = len(p.rows), at < len(p.text)
			break
		}
		if old < len(p.rows) && p.rows[old].start+delta == at {
			break
		}
		fresh = append(fresh, textRow{start: at})
	}
	p.rows[first].turn = 0
	p.rows = slices.Replace(p.rows, first+1, old, fresh...)
	for i := first + 1 + len(fresh); i < len(p.rows); i++ {
		p.rows[i].start += delta
	}
}

// has reports whether there is a row, and makes it.
func (p *paragraph) has(row int) bool {
	for p.more && len(p.rows) <= row {
		p.makeRow()
	}
	return row < len(p.rows)
}

// lastRow makes all rows and returns the last.
func (p *paragraph) lastRow() int {
	for p.more {
		p.makeRow()
	}
	return len(p.rows) - 1
}

// rowAt returns the row that holds a byte offset. One between two rows belongs
// to the lower.
func (p *paragraph) rowAt(col int) int {
	for p.more && p.rows[len(p.rows)-1].start <= col {
		p.makeRow()
	}
	return p.rowBefore(col)
}

// rowBefore is the last row that is made and does not begin after a byte offset.
func (p *paragraph) rowBefore(col int) int {
	return sort.Search(len(p.rows), func(i int) bool { return p.rows[i].start > col }) - 1
}

// rowStop returns the byte offset at which a row ends.
func (p *paragraph) rowStop(row int) int {
	if p.has(row + 1) {
		return p.rows[row+1].start
	}
	return len(p.text)
}
