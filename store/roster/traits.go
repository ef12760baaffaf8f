package roster

import (
	"bytes"
	"unicode/utf8"
)

// traits tell of most search lines at a glance that a word is not in them. A
// scan looks at nothing else of most people, so that it waits less for memory.
type traits struct {
	line    uint32  // where in the page the search line begins
	size    uint16  // how long the parts that are shown are, with their ends
	there   bool    // somebody has this ID
	letters letters // that occur in the line
	shown   letters // that occur in the parts that are shown
	pairs   pairs   // of bytes that follow each other within a word
}

// traitsOf are the traits of the search line that begins at a place.
func traitsOf(lines []byte, at int) traits {
	line, shown := lines[at:], 0
	for range fields {
		shown += bytes.IndexByte(line[shown:], fieldEnd[0]) + 1
	}
	t := traits{line: uint32(at), size: uint16(shown), there: true, shown: lettersOf(line[:shown]), pairs: pairsOf(line)}
	t.letters = t.shown | lettersOf(line[shown:])
	return t
}

// possible reports whether a word may stand in the line, or be scattered over
// a part of it.
func (t *traits) possible(w *word) (stands, scattered bool) {
	return t.pairs.has(w.pairs), len(w.letters) >= leastLetters && t.shown.has(w.needed)
}

// letters is a set of letters: a bit each for a to z and 0 to 9, the others
// share the rest. A text can hold a word only if it has all of its letters.
type letters uint64

func lettersOf[T string | []byte](folded T) letters {
	const plain, rest = 36, 28
	var set letters
	for i := 0; i < len(folded); {
		c := folded[i]
		switch {
		case c >= 'a' && c <= 'z':
			set |= 1 << (c - 'a')
		case c >= '0' && c <= '9':
			set |= 1 << (26 + c - '0')
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(string(folded[i:min(i+utf8.UTFMax, len(folded))]))
			set |= 1 << (plain + r%rest)
			i += n
			continue
		case c > ' ':
			set |= 1 << (plain + c%rest)
		}
		i++
	}
	return set
}

// has reports whether all of the others are in the set.
func (l letters) has(others letters) bool { return l&others == others }

// pairs is a set of pairs of bytes, each of which has one of 128 bits.
type pairs [2]uint64

func pairsOf[T string | []byte](folded T) (set pairs) {
	last := byte(' ')
	for i := range len(folded) {
		c := folded[i]
		if last > ' ' && c > ' ' {
			const golden = 0x9E3779B1 // spreads what is near
			bit := (uint32(last)<<8 | uint32(c)) * golden >> 25
			set[bit>>6] |= 1 << (bit & 63)
		}
		last = c
	}
	return set
}

func (p pairs) has(others pairs) bool {
	return p[0]&others[0] == others[0] && p[1]&others[1] == others[1]
}
