package roster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A search line is what is searched of a person, in parts with a line break
// between them: the words of her name, title, company, place, skills and tags,
// each with a space before it:
//
//	" jose garcia\n staff engineer\n acme\n berlin germany\n go kubernetes\n alumni"
const fieldEnd = "\n"

// fields is how many parts of a search line, the first, are shown and marked.
const fields = 3

// The parts behind those that are texts of the entry.
const (
	skillPart = locationText + 1 + iota
	tagPart
)

// appendLine adds a person's search line.
func appendLine(line []byte, texts *[textCount]string, skills, tags []string) []byte {
	for _, t := range texts[:locationText+1] {
		line = append(fold(line, nil, t), fieldEnd...)
	}
	for _, s := range skills {
		line = fold(line, nil, s)
	}
	line = append(line, fieldEnd...)
	for _, t := range tags {
		line = fold(line, nil, t)
	}
	return line
}

// fold adds the words of a text, each with a space before it: lower case,
// without accents and punctuation, letters that are no letter with an accent
// by their usual spelling; Chinese, Japanese and Korean as they are. from, where
// it is not nil, gets for each byte added where in the text it comes from.
func fold(dst []byte, from *[]int, text string) []byte {
	f := folder{dst: dst, from: from}
	for f.at < len(text) {
		if c := text[f.at]; c < utf8.RuneSelf {
			f.plain(c)
			f.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[f.at:])
		s := text[f.at : f.at+n]
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			f.letters(s)
		} else {
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
	for i := range len(s) {
		f.letter(s[i])
	}
}

func (f *folder) letter(c byte) {
	if !f.word {
		f.word = true
		f.letter(' ')
	}
	f.dst = append(f.dst, c)
	if f.from != nil {
		*f.from = append(*f.from, f.at)
	}
}

// plain adds an ASCII character. An apostrophe or a dot joins what it stands
// between, as in O'Brien and Node.js; plus and hash end a word, as in C++ and C#.
func (f *folder) plain(c byte) {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9', f.word && (c == '+' || c == '#'):
		f.letter(c)
	case c >= 'A' && c <= 'Z':
		f.letter(c + 'a' - 'A')
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
			f.plain(byte(r))
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
