package critique

import (
	"strings"
	"unicode/utf8"

	"talentmap/scoring/critique/prose"
)

// Needle tells in some microseconds of most messages that they are no copy of a draft.
//
// A draft has n rows of five words, and a copy at least e of them. Each word of the draft
// that a message lacks takes a row of its own from it: the one that begins with it, and
// of its last four words the last row takes all. So who lacks more than n−e+4 of its
// different words has too few rows. Only words are looked for that stand in a text as
// they are: of some small letters, and none into which a contraction is drawn out.
//
// A word is there if all its runs of four letters are, of which a message has a set of
// bits: one that is not there may be taken for one that is, and never the other way.
type Needle struct {
	words   [][]uint16 // the bits of each
	mayLack int
}

// Haystack is a message that is looked through; its room serves again and again.
type Haystack struct {
	text []byte
	bits [runBits / 64]uint64
}

// runBits is how many bits there are for the runs of a message, and runLetters how many
// letters a run has.
const (
	runBits    = 1 << 15
	runLetters = 4
)

// runs yields the bits of the runs of a text.
func runs(text []byte, yield func(bit uint16)) {
	var four uint32
	for i, c := range text {
		if four = four<<8 | uint32(c); i >= runLetters-1 {
			yield(uint16(four * 2654435761 >> 17))
		}
	}
}

// leastLetters is how many letters a word has that is looked for.
const leastLetters = 5

// Needle is for finding the messages of which a draft has at least enough of its rows of
// words, whose number is rows.
func (rd *Reader) Needle(d Draft, rows, enough int) *Needle {
	n := &Needle{mayLack: rows - enough + 4}
	if rd.about.Person == nil {
		return n
	}
	seen := make(map[string]bool)
	gramWords(rd.look(d.Body, Body, d.Lang), rd.about.Person, func(w string) {
		if !seen[w] && standsAsItIs(w) {
			var bits []uint16
			runs([]byte(w), func(bit uint16) { bits = append(bits, bit) })
			n.words = append(n.words, bits)
		}
		seen[w] = true
	})
	return n
}

// standsAsItIs reports whether a word stands letter for letter in each text that has it.
func standsAsItIs(w string) bool {
	if len(w) < leastLetters || w == "would" || w == "shall" || strings.HasSuffix(w, "que") {
		return false
	}
	return strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// MayBe reports whether a message may be a copy of the draft; of one that is none it
// says so sometimes, too.
func (n *Needle) MayBe(body string, h *Haystack) bool {
	if len(n.words) <= n.mayLack {
		return true
	}
	h.text = folded(h.text[:0], body)
	clear(h.bits[:])
	runs(h.text, func(bit uint16) { h.bits[bit/64] |= 1 << (bit % 64) })
	lacks := 0
	for _, w := range n.words {
		if !h.has(w) {
			lacks++
		}
	}
	return lacks <= n.mayLack
}

func (h *Haystack) has(word []uint16) bool {
	for _, bit := range word {
		if h.bits[bit/64]&(1<<(bit%64)) == 0 {
			return false
		}
	}
	return true
}

// folded appends a text in which each word of small letters stands as the critique reads
// it.
func folded(text []byte, body string) []byte {
	empty := len(text)
	for i := 0; i < len(body); {
		c := body[i]
		switch {
		case c >= 'A' && c <= 'Z':
			text = append(text, c+'a'-'A')
			i++
		case c == '\'' || c == '`':
			i++
		case c < utf8.RuneSelf:
			text = append(text, c)
			i++
		default:
			r, n := utf8.DecodeRuneInString(body[i:])
			switch r {
			case '’', '‘', '´': // apostrophes within a word are passed over
			case '“', '”', '„', '–', '—', '…', '•', '\u00a0':
				text = append(text, ' ')
			default:
				return append(text[:empty], prose.Fold(body)...)
			}
			i += n
		}
	}
	return text
}
