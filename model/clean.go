package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks one base character keeps. No living
// script stacks more; text made to spill over its neighbours does.
const maxMarks = 8

// tabWidth is how many spaces a tab in a longer text becomes.
const tabWidth = 4

// CleanLine makes a text from outside safe to store and to draw on one line:
// a name, a title, a company, an error, a file name. The result is valid UTF-8
// (an invalid byte becomes U+FFFD) in NFC, without control characters, escape
// sequences, bidi controls and invisible characters; joiners and variation
// selectors stay only where they join or select something. Line breaks, tabs
// and all kinds of space become single spaces, none at the ends.
// Cleaning twice is the same as cleaning once; plain ASCII comes back as it is,
// without allocation.
func CleanLine(s string) string {
	if isCleanLine(s) {
		return s
	}
	return clean(s, true)
}

// CleanText is [CleanLine] for text of many lines, such as a draft being typed:
// line breaks of every kind become \n, a tab four spaces, and all other spacing
// stays as it is, also at the ends.
func CleanText(s string) string {
	if isCleanText(s) {
		return s
	}
	return clean(s, false)
}

func isCleanLine(s string) bool {
	last := byte(' ') // so that a space in front is refused
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

func isCleanText(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// clean scrubs and composes until nothing changes. Mostly the first pass is
// the only one that changes anything; where composing moves marks about, a
// later pass only ever removes some of the marks and joiners of one base
// character, so that a few passes are enough for a text of any length.
func clean(s string, line bool) string {
	for {
		next := norm.NFC.String(scrub(s, line))
		if next == s {
			return s
		}
		s = next
	}
}

// scrubber is one pass over a text. Marks are limited before composing, because
// x/text inserts characters of its own into very long runs of marks.
type scrubber struct {
	out   strings.Builder
	line  bool
	space bool // line only: a space is due before the next character

	base     rune // the last base character; 0 after a space or a line break
	marks    int  // how many marks it has
	selected bool // and whether a variation selector is among them
}

func scrub(s string, line bool) string {
	b := scrubber{line: line}
	b.out.Grow(len(s))
	for i := 0; i < len(s); {
		if n := escapeLen(s[i:]); n > 0 {
			i += n
			continue
		}
		if strings.HasPrefix(s[i:], "\r\n") {
			i++
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		b.add(r, s[i:])
	}
	return b.out.String()
}

// add takes the next character, with the text that follows it.
func (b *scrubber) add(r rune, rest string) {
	switch {
	case r > ' ' && r <= '~':
		b.character(r)
	case r == '\t':
		b.blank(strings.Repeat(" ", tabWidth))
	case breaksLine(r):
		b.blank("\n")
	case unicode.Is(unicode.Zs, r):
		b.blank(string(r))
	case r == zwj || r == zwnj:
		if b.joins(r, rest) {
			b.out.WriteRune(r)
		}
	case unicode.Is(unicode.M, r) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		b.mark(r)
	case !harmful(r):
		b.character(r)
	}
}

func (b *scrubber) character(r rune) {
	if b.space {
		b.out.WriteByte(' ')
	}
	b.out.WriteRune(r)
	b.base, b.marks, b.selected, b.space = r, 0, false, false
}

// blank ends a base character with spacing: as given in a text, in a line as
// one space between two other characters.
func (b *scrubber) blank(as string) {
	b.base = 0
	if b.line {
		b.space = b.out.Len() > 0
		return
	}
	b.out.WriteString(as)
}

// mark adds a combining mark or a variation selector to the base character
// before it, where there is one that can still take it.
func (b *scrubber) mark(r rune) {
	selector := unicode.Is(unicode.Variation_Selector, r)
	if !b.takesMark() || selector && b.selected {
		return
	}
	b.out.WriteRune(r)
	b.marks++
	b.selected = b.selected || selector
}

func (b *scrubber) takesMark() bool { return b.base != 0 && b.marks < maxMarks }

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

// joins reports whether a joiner between the last base character and what
// follows has a meaning: in an emoji such as a family, or in a script where it
// shapes the letters.
func (b *scrubber) joins(r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	if r == zwj && pictograph(b.base) && pictograph(next) {
		return true
	}
	if !unicode.In(b.base, joiningScripts...) || !unicode.In(next, joiningScripts...) {
		return false
	}
	return unicode.IsLetter(next) || unicode.Is(unicode.M, next) && b.takesMark()
}

// joiningScripts are the scripts in which a joiner or non-joiner changes how a
// word is written.
var joiningScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya,
	unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Khmer, unicode.Myanmar,
}

// pictograph reports whether r can be part of a joined emoji. The blocks are a
// little wider than the emoji in them, which does no harm.
func pictograph(r rune) bool {
	return r >= 0x2190 && r <= 0x2BFF || r >= 0x1F000 && r <= 0x1FAFF
}

// breaksLine reports whether r ends a line: LF, VT, FF, CR, NEL and the line and
// paragraph separators.
func breaksLine(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// harmful reports whether r is never kept: controls, format characters (bidi
// controls, zero-width characters, tags, annotations, byte-order marks), and
// what is invisible or no character by definition.
func harmful(r rune) bool {
	if r < 0x80 {
		return r < ' ' || r == 0x7F
	}
	return unicode.In(r, unicode.Cc, unicode.Cf,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// escapeLen is the length of the complete terminal escape sequence at the start
// of s, introduced by ESC or by its C1 form; 0 when there is none. An incomplete
// one is not taken as a sequence: its introducer goes as a control character,
// and the text after it stays.
func escapeLen(s string) int {
	var kind byte
	var head int
	switch {
	case len(s) > 1 && s[0] == 0x1B:
		kind, head = s[1], 2
	case len(s) > 1 && s[0] == 0xC2 && s[1] >= 0x80 && s[1] <= 0x9F:
		kind, head = s[1]-0x40, 2
	default:
		return 0
	}
	switch kind {
	case '[':
		return finalAfter(s, head, 0x40)
	case ']', 'P', 'X', '^', '_':
		return stringEnd(s, head)
	}
	if s[0] != 0x1B {
		return 0
	}
	return finalAfter(s, 1, 0x30)
}

// finalAfter is the length of s up to and including the byte that ends a
// control sequence: from i on, parameters and intermediates (0x20 to below
// first), then one final byte (first to 0x7E). 0 when it does not come.
func finalAfter(s string, i int, first byte) int {
	for ; i < len(s) && s[i] >= ' ' && s[i] <= '~'; i++ {
		if s[i] >= first {
			return i + 1
		}
	}
	return 0
}

// stringEnd is the length of s up to and including the terminator of a control
// string, such as a window title: BEL or ST. 0 when another control character
// or the end of the text comes first.
func stringEnd(s string, i int) int {
	for ; i < len(s); i++ {
		switch tail := s[i:]; {
		case s[i] == 0x07:
			return i + 1
		case strings.HasPrefix(tail, "\x1b\\"), strings.HasPrefix(tail, "\u009c"):
			return i + 2
		case s[i] < ' ', s[i] == 0xC2 && len(tail) > 1 && tail[1] <= 0x9F && tail[1] >= 0x80:
			return 0
		}
	}
	return 0
}
