package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A search line is what is searched of a person: the words of her name, title,
// company, and of place and skills, each with a space before it, and a line
// break after each of the first three fields:
//
//	" jose garcia\n staff engineer\n acme\n berlin germany go kubernetes"
const fieldEnd = "\n"

// fields is how many fields of a search line are shown and marked; one more
// follows.
const fields = 3

// appendLine adds a person's search line.
func appendLine(line []byte, texts *[textCount]string, skills []string) []byte {
	for _, t := range texts[:fields] {
		line = append(fold(line, nil, t), fieldEnd...)
	}
	line = fold(line, nil, texts[locationText])
	for _, s := range skills {
		line = fold(line, nil, s)
	}
	return line
}

// fold adds the words of a text, each with a space before it: lower case,
// without accents and punctuation, letters that are no letter with an accent
// by their usual spelling; Chinese, Japanese and Korean as they are. from, where
// it is not nil, gets for each byte added where in the text it comes from.
func fold(dst []byte, from *[]int, text string) []byte {
	f := folder{dst: dst, from: from}
	for f.at = 0; f.at < len(text); {
		r, n := utf8.DecodeRuneInString(text[f.at:])
		switch s := text[f.at : f.at+n]; {
		case r < utf8.RuneSelf:
			f.plain(s)
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			f.letters(s)
		default:
			f.other(s)
		}
		f.at += n
	}
	return f.dst
}

type folder struct {
	dst  []byte
	from *[]int
	at   int  // where in the text the current character is
	word bool // within a word
}

// letters adds to the word, or begins one.
func (f *folder) letters(s string) {
	was := len(f.dst)
	if !f.word {
		f.dst = append(f.dst, ' ')
	}
	f.word = true
	f.dst = append(f.dst, s...)
	if f.from != nil {
		for range len(f.dst) - was {
			*f.from = append(*f.from, f.at)
		}
	}
}

// alphabet lends its letters one by one, in lower case.
const alphabet = "abcdefghijklmnopqrstuvwxyz"

// plain adds an ASCII character. An apostrophe or a dot joins what it stands
// between, as in O'Brien and Node.js; plus and hash end a word, as in C++ and C#.
func (f *folder) plain(s string) {
	switch c := s[0]; {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9', f.word && (c == '+' || c == '#'):
		f.letters(s)
	case c >= 'A' && c <= 'Z':
		f.letters(alphabet[c-'A' : c-'A'+1])
	case c == '\'', c == '.':
	default:
		f.word = false
	}
}

// laterMarks is where the blocks begin whose marks are vowels rather than
// accents; package model draws the same line.
const laterMarks = 0x900

// other adds any other character, taken apart into base letters and marks.
func (f *folder) other(s string) {
	if d := norm.NFKD.PropertiesString(s).Decomposition(); d != nil {
		s = string(d)
	}
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case r < utf8.RuneSelf:
			f.plain(string(r))
		case r < laterMarks && unicode.Is(unicode.Mn, r), r == '’', r == 'ʼ':
		case strings.ContainsRune(spelled, r):
			f.letters(spelling(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			f.letters(string(r))
		default:
			f.word = false
		}
	}
}

// spelled are the letters that have no decomposition and yet a usual spelling
// with plain ones.
const spelled = "łßøđæœðþıħŧŋς"

func spelling(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ŋ':
		return "ng"
	}
	return "σ"
}

// letters is a set of letters: a bit each for a to z and 0 to 9, the others
// share the rest. A text can hold a word only if it has all of its letters.
type letters uint64

func lettersOf[T string | []byte](folded T) letters {
	const plain, rest = 36, 28
	var set letters
	for _, r := range string(folded) {
		switch {
		case r >= 'a' && r <= 'z':
			set |= 1 << (r - 'a')
		case r >= '0' && r <= '9':
			set |= 1 << (26 + r - '0')
		case r > ' ':
			set |= 1 << (plain + r%rest)
		}
	}
	return set
}

// has reports whether all of the others are in the set.
func (l letters) has(others letters) bool { return l&others == others }
