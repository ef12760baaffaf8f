package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Company is an employer: a name, what it is also called, and what its size
// says about events there.
type Company struct {
	ID  CompanyID `cbor:"1,keyasint"`
	Rev Rev       `cbor:"-"`

	Name     string   `cbor:"2,keyasint"`
	Aliases  []string `cbor:"3,keyasint,omitempty"`
	Domain   string   `cbor:"4,keyasint,omitempty"`
	Industry string   `cbor:"5,keyasint,omitempty"`
	Stage    string   `cbor:"6,keyasint,omitempty"`
	Staff    int      `cbor:"7,keyasint,omitempty"` // head count; 0 unknown
	Location string   `cbor:"8,keyasint,omitempty"`
	Origin   Origin   `cbor:"9,keyasint,omitzero"`
}

// legalForms are the suffixes dropped from a company's name before comparison.
var legalForms = map[string]bool{
	"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true,
	"llc": true, "llp": true, "lp": true, "ltd": true, "limited": true, "plc": true,
	"gmbh": true, "ag": true, "se": true, "kg": true, "ug": true, "sa": true, "sas": true,
	"sarl": true, "bv": true, "nv": true, "ab": true, "as": true, "oy": true, "oyj": true,
	"spa": true, "srl": true, "pty": true, "kk": true, "aps": true,
}

// CompanyKey is a company's name reduced for comparison: case and accents
// folded, punctuation to spaces, legal forms dropped from the end as long as
// something is left ("Acme, Inc." and "ACME GmbH" share a key, "Open Co" keeps
// its name because one word is not enough to drop another).
func CompanyKey(name string) string {
	words := strings.Fields(foldName(name))
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		if len(words) == 2 && words[1] == "co" {
			break
		}
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// NameKey is a person's name reduced for comparison: case and accents folded,
// punctuation to spaces, single spaces.
func NameKey(name string) string { return strings.Join(strings.Fields(foldName(name)), " ") }

// SameText reports whether two texts are equal but for case, accents,
// punctuation and spacing.
func SameText(a, b string) bool { return a == b || NameKey(a) == NameKey(b) }

func foldName(s string) string {
	if isPlain(s) {
		return foldPlain(s)
	}
	s = cases.Fold().String(norm.NFKD.String(s))
	return strings.Map(func(r rune) rune {
		switch {
		case accent(r), r == '\'', r == '’', r == '.':
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			return r
		}
		return ' '
	}, s)
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

// foldPlain is foldName for ASCII, which most names are.
func foldPlain(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b = append(b, c)
		case c == '\'', c == '.':
		default:
			b = append(b, ' ')
		}
	}
	return string(b)
}
