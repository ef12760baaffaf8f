package prose

import (
	"unicode"
	"unicode/utf8"
)

// Gap is what stands between a word and the one before it.
type Gap uint16

// The parts of a gap. A gap without any is none at all, as between the signs of
// a script without spaces.
const (
	Space    Gap = 1 << iota // white space of any kind
	Hyphen                   // a hyphen within a word
	Clause                   // a comma, colon, dash or bracket
	Stop                     // a full stop or an ellipsis
	Question                 // a question mark
	Exclaim                  // an exclamation mark
	Line                     // a line break
	Para                     // an empty line
	Bullet                   // the sign of a list at the beginning of a line
)

// Form is how a word is written.
type Form uint8

// The forms of a word.
const (
	Capital Form = 1 << iota // it begins with a capital
	Caps                     // two capitals or more and nothing else
	Digit                    // it begins with a digit
	Sign                     // one character of a script without spaces
	Link                     // an address of a page: its text is [LinkWord]
	Mail                     // an e-mail address: its text is [MailWord]
)

// What stands for an address among the words.
const (
	LinkWord = "@link"
	MailWord = "@mail"
)

// rawWord is a word as it was scanned: its place in the source, its folded text
// in the arena, with apostrophes.
type rawWord struct {
	start, end int
	from, to   int
	gap        Gap
	form       Form
	letters    langSet // whose letters it is written with
}

// scan finds the words of a text. Both slices are appended to.
func scan(s string, raws []rawWord, arena []byte) ([]rawWord, []byte) {
	sc := scanner{src: s, raws: raws, arena: arena, table: folds(), gap: Line}
	for sc.at < len(s) {
		r, n := utf8.DecodeRuneInString(s[sc.at:])
		switch {
		case isWordRune(r, n):
			if !sc.address() {
				sc.word(r, n)
			}
		default:
			sc.between(r)
			sc.at += n
		}
	}
	return sc.raws, sc.arena
}

type scanner struct {
	src   string
	at    int
	raws  []rawWord
	arena []byte
	table *[foldEnd]uint16
	gap   Gap // since the last word
	lines int // line breaks since then

	noAddress int // up to where it is known that no address begins
}

// isWordRune reports whether a word can begin with a rune that took n bytes.
func isWordRune(r rune, n int) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return (r != utf8.RuneError || n > 1) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// word takes in the word that begins here.
func (sc *scanner) word(r rune, n int) {
	w := rawWord{start: sc.at, from: len(sc.arena), gap: sc.gap}
	sign := isSign(r)
	upper, lower := 0, 0
	for first := true; ; first = false {
		switch {
		case unicode.IsUpper(r):
			upper++
			if first {
				w.form |= Capital
			}
		case unicode.IsLetter(r):
			lower++
		case first:
			w.form |= Digit
		}
		if r >= utf8.RuneSelf {
			w.letters |= lettersOf[r]
		}
		sc.arena = appendFolded(sc.arena, r, sc.table)
		sc.at += n
		w.end = sc.at
		if r, n = sc.next(sign); n == 0 {
			break
		}
	}
	if sign {
		w.form |= Sign
	}
	if upper > 1 && lower == 0 {
		w.form |= Caps
	}
	w.to = len(sc.arena)
	if w.to > w.from {
		sc.raws = append(sc.raws, w)
		sc.gap, sc.lines = 0, 0
	}
}

// next is the rune with which the word goes on, past what is invisible in it; n
// is 0 where the word has ended.
func (sc *scanner) next(sign bool) (r rune, n int) {
	for at := sc.at; at < len(sc.src); at += n {
		r, n = utf8.DecodeRuneInString(sc.src[at:])
		switch {
		case r >= utf8.RuneSelf && isInvisible(r):
			continue
		case unicode.Is(unicode.M, r) && r >= utf8.RuneSelf:
		case sign:
			return 0, 0
		case isWordRune(r, n):
			if isSign(r) {
				return 0, 0
			}
		case isApostrophe(r):
			after, k := utf8.DecodeRuneInString(sc.src[at+n:])
			if !isWordRune(after, k) || isSign(after) {
				return 0, 0
			}
			sc.arena = append(sc.arena, '\'')
			r, n, at = after, k, at+n
		case (r == '.' || r == ',') && sc.inNumber(at):
			if !isThousand(sc.src[at+1:]) {
				sc.arena = append(sc.arena, '.')
			}
			r, n, at = rune(sc.src[at+1]), 1, at+1
		default:
			return 0, 0
		}
		sc.at = at
		return r, n
	}
	return 0, 0
}

// inNumber reports whether what stands at a place parts two digits of a number.
func (sc *scanner) inNumber(at int) bool {
	return at > 0 && at+1 < len(sc.src) && isDigit(sc.src[at-1]) && isDigit(sc.src[at+1])
}

// isThousand reports whether a text begins with exactly three digits, so that a
// dot or comma before it only groups them: 14,000 and 14.000 are one number.
func isThousand(s string) bool {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n == 3
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// between notes what stands between two words.
func (sc *scanner) between(r rune) {
	switch r {
	case ' ', '\t', '\u00a0', '\u202f', '\u3000':
		sc.gap |= Space
	case '\n', '\u2028', '\u0085':
		sc.lines++
		sc.gap |= Line | Space
		sc.gap &^= Bullet
		if sc.lines > 1 {
			sc.gap |= Para
		}
	case '\u2029':
		sc.gap |= Line | Space | Para
	case '.', '…', '。', '।', '۔', '．', '｡':
		sc.gap |= Stop
	case '?', '？', '؟':
		sc.gap |= Question
	case '!', '！':
		sc.gap |= Exclaim
	case '-', '‐', '‑', '*', '•', '·', '‣', '–', '—', '▪', '●':
		sc.dash(r)
	case ',', ';', ':', '(', ')', '[', ']', '，', '、', '；', '：', '/', '|', '（', '）':
		sc.gap |= Clause
	default:
		if unicode.IsSpace(r) {
			sc.gap |= Space
		}
	}
}

// dash notes a hyphen, a dash or the sign of a list, by where it stands.
func (sc *scanner) dash(r rune) {
	switch {
	case sc.gap&Line != 0:
		sc.gap |= Bullet
	case sc.gap == 0 && (r == '-' || r == '‐' || r == '‑'):
		sc.gap |= Hyphen
	default:
		sc.gap |= Clause
	}
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`', '＇', 'ʹ':
		return true
	}
	return false
}

// isInvisible reports whether r shows nothing and joins what is around it: soft
// hyphens, zero-width characters, byte-order marks, variation selectors.
func isInvisible(r rune) bool {
	return r == 0xAD || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// isSign reports whether r is of a script that is written without spaces.
func isSign(r rune) bool {
	if r < 0xE00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r == 'ー' || r == '々'
}
