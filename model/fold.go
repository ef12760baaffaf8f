package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// NameKey is a person's name reduced for comparison: case and accents folded,
// punctuation to spaces, single spaces.
func NameKey(name string) string {
	var buf [64]byte
	key := fold(buf[:0], name, false)
	if string(key) == name {
		return name
	}
	return string(key)
}

// SameText reports whether two texts are equal but for case, accents,
// punctuation and spacing.
func SameText(a, b string) bool { return a == b || NameKey(a) == NameKey(b) }

// fold appends a name reduced for comparison: letters and digits in lower case
// without accents, apostrophes and dots gone, everything else single spaces.
// With and set, an ampersand is the word "and".
func fold(dst []byte, s string, and bool) []byte {
	if !isPlain(s) {
		return foldWide(dst, s, and)
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			dst = append(dst, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			dst = append(dst, c)
		case c == '\'', c == '.':
		case c == '&' && and:
			dst = append(space(dst), "and "...)
		default:
			dst = space(dst)
		}
	}
	return trimSpace(dst)
}

// foldWide is fold for text beyond ASCII. What leaving out characters has moved
// together is put in order again, so that a key is its own key.
func foldWide(dst []byte, s string, and bool) []byte {
	start, left, marks := len(dst), false, false
	for _, r := range cases.Fold().String(norm.NFKD.String(strings.ToValidUTF8(s, "\ufffd"))) { // norm takes nothing apart behind a broken byte
		switch {
		case accent(r), r == '\'', r == '’', r == '.':
			left = true
		case r == '&' && and:
			dst = append(space(dst), "and "...)
		case unicode.IsLetter(r), unicode.IsDigit(r):
			dst = utf8.AppendRune(dst, cherokee(r))
		case unicode.Is(unicode.M, r):
			dst, marks = utf8.AppendRune(dst, r), true
		default:
			dst = space(dst)
		}
	}
	dst = trimSpace(dst)
	if left && marks {
		return append(dst[:start], norm.NFKD.String(string(dst[start:]))...)
	}
	return dst
}

// cherokee is r in upper case: the folding of x/text swaps the cases of that one
// script, so that folding twice would not be the same as folding once.
func cherokee(r rune) rune {
	if r >= 0xAB70 && r <= 0xABBF || r >= 0x13F8 && r <= 0x13FD {
		return unicode.ToUpper(r)
	}
	return r
}

// space ends a word, if one has begun.
func space(dst []byte) []byte {
	if n := len(dst); n == 0 || dst[n-1] == ' ' {
		return dst
	}
	return append(dst, ' ')
}

func trimSpace(dst []byte) []byte {
	if n := len(dst); n > 0 && dst[n-1] == ' ' {
		return dst[:n-1]
	}
	return dst
}

// accent reports whether r is a mark that readers of its script leave out when
// they look for a name: Latin, Greek and Cyrillic accents, Hebrew and Arabic
// points. The marks of later blocks are vowels, and stay.
func accent(r rune) bool { return r < 0x900 && unicode.Is(unicode.Mn, r) }

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
