package roster

import (
	"bytes"
	"iter"
	"math/bits"
	"slices"
)

// traits tell at a glance which of a page's search lines may have a word, so that
// a scan reads few of them. They stand in rows: for each letter and each pair of
// bytes the slots whose line has it. Only a slot that is in all rows of a word can have
// the word, and to look at a whole page takes four instructions a row. This is a
// signature file in slices, after Goodwin et al., BitFunnel, SIGIR 2017.
type traits struct {
	rows  [rowCount]slots
	line  [pageSize]uint32 // where in the page the search line begins
	shown [pageSize]uint16 // how long the parts that are shown are, with their ends
}

// row is the number of a row. More than one of a kind may share one.
type row uint16

// The rows: where each kind begins, and how many it has. Together with the other columns
// they fill one of the allocator's sizes, 12,288 bytes.
const (
	thereRow   row = 0 // somebody has this ID
	letterRow      = thereRow + 1
	initialRow     = letterRow + letters   // the first bytes of words in the name and the company
	pairRow        = initialRow + initials // two bytes that follow each other within a word
	tripleRow      = pairRow + pairs       // three
	leapRow        = tripleRow + triples   // a word's first byte and one behind it in the same shown part
	rowCount       = leapRow + leaps

	letters  = 38
	initials = 27 // a to z, and the others
	pairs    = 90
	triples  = 81
	leaps    = 99
)

// letterOf is which letter a byte is: a to z and 0 to 9 are one each, the others share two.
func letterOf(c byte) row {
	switch {
	case c >= 'a' && c <= 'z':
		return row(c - 'a')
	case c >= '0' && c <= '9':
		return 26 + row(c-'0')
	}
	return 36 + row(c&1)
}

func initialOf(c byte) row { return initialRow + min(letterOf(c), initials-1) }

// spread is one of n numbers for up to three bytes, far apart for those that are near.
func spread(a, b, c byte, n uint32) row {
	const golden = 0x9E3779B1
	h := (uint32(a)<<16 | uint32(b)<<8 | uint32(c)) * golden
	return row(uint64(h) * uint64(n) >> 32)
}

// within yields the rows that a folded text is in for what stands within its words.
func within[T string | []byte](folded T) iter.Seq[row] {
	return func(yield func(row) bool) {
		a, b := byte(' '), byte(' ')
		for i := range len(folded) {
			c := folded[i]
			if c > ' ' && (!yield(letterRow+letterOf(c)) ||
				b > ' ' && !yield(pairRow+spread(0, b, c, pairs)) ||
				b > ' ' && a > ' ' && !yield(tripleRow+spread(a, b, c, triples))) {
				return
			}
			a, b = b, c
		}
	}
}

// describe enters the line of a slot, and that somebody is there.
func (t *traits) describe(slot int, line []byte) {
	t.rows[thereRow].add(slot)
	for r := range within(line) {
		t.rows[r].add(slot)
	}
	shown := 0
	for n := range fields {
		part := line[shown:][:bytes.IndexByte(line[shown:], fieldEnd[0])]
		t.leaps(slot, part, n != titleText)
		shown += len(part) + len(fieldEnd)
	}
	t.shown[slot] = uint16(shown)
}

// leaps enters from which first bytes of words to which bytes a shown part leads, and
// perhaps the first bytes themselves.
func (t *traits) leaps(slot int, part []byte, initials bool) {
	for i, first := range part {
		if first <= ' ' || part[i-1] != ' ' { // a part begins with a space
			continue
		}
		if initials {
			t.rows[initialOf(first)].add(slot)
		}
		for _, c := range part[i+1:] {
			if c > ' ' {
				t.rows[leapRow+spread(0, first, c, leaps)].add(slot)
			}
		}
	}
}

// having are the slots in all of the rows.
func (t *traits) having(rows []row) slots {
	found := t.rows[thereRow]
	for _, r := range rows {
		with := &t.rows[r]
		found[0] &= with[0]
		found[1] &= with[1]
		found[2] &= with[2]
		found[3] &= with[3]
		if found == (slots{}) {
			break
		}
	}
	return found
}

// has reports whether a slot is in all of the rows.
func (t *traits) has(slot int, rows []row) bool {
	for _, r := range rows {
		if !t.rows[r].has(slot) {
			return false
		}
	}
	return true
}

// standing are the rows of a line that has the words of a folded text.
func standing(folded string) []row { return unique(slices.Collect(within(folded))) }

// leaping are the rows of a line over a part of which a word is scattered.
func leaping(word string) (rows []row) {
	for i := range len(word) {
		rows = append(rows, letterRow+letterOf(word[i]))
		if i > 0 {
			rows = append(rows, leapRow+spread(0, word[0], word[i], leaps))
		}
	}
	return unique(rows)
}

// unique sorts the rows backwards: pairs are rarer than letters.
func unique(rows []row) []row {
	slices.SortFunc(rows, func(a, b row) int { return int(b) - int(a) })
	return slices.Compact(rows)
}

// slots is a set of the slots of a page.
type slots [pageSize / 64]uint64

func (s *slots) add(slot int)      { s[slot/64] |= 1 << (slot % 64) }
func (s *slots) has(slot int) bool { return s[slot/64]&(1<<(slot%64)) != 0 }

// all are the slots of the set, rising.
func (s slots) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
