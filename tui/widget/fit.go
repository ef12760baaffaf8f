package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const blanks = "                                                                                                                                "

// Spaces is n blank cells.
func Spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Width is the cells that cleaned text takes.
func Width(s string) int {
	if n, ok := simple(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// simple counts the cells of text in which each character takes one and none joins
// another, which is most of what is written in Latin, Greek or Cyrillic letters; false
// for any other.
func simple(s string) (cells int, ok bool) {
	for _, r := range s {
		if !single(r) {
			return 0, false
		}
		cells++
	}
	return cells, true
}

// single reports whether a character takes one cell whatever stands beside it. It is
// asked of every character that is drawn: what it does not know is looked up.
func single(r rune) bool {
	switch {
	case r <= '~':
		return r >= ' '
	case r < 0x300:
		return r > 0xa0 && r != 0xad
	case r < 0x483:
		return r >= 0x391 && r != 0x3a2
	}
	return r >= 0x2010 && r <= 0x2027 || r >= 0x2500 && r <= 0x25a9 || r == '▬' || r == '▲' || r == '▼' || r == '●' || r == '○' || r == '◐'
}

// Fit is s in exactly w cells: cut with the ellipsis or padded on the right.
func Fit(s string, w int, ellipsis string) string {
	return string(AppendFit(nil, s, w, ellipsis))
}

// AppendFit appends s in exactly w cells to b.
func AppendFit(b []byte, s string, w int, ellipsis string) []byte {
	if w <= 0 {
		return b
	}
	n := Width(s)
	if n > w {
		s = Cut(s, w, ellipsis)
		n = Width(s)
	}
	b = append(b, s...)
	return append(b, Spaces(w-n)...)
}

// AppendRight appends s right-aligned in exactly w cells to b.
func AppendRight(b []byte, s string, w int, ellipsis string) []byte {
	n := Width(s)
	if n > w {
		return AppendFit(b, s, w, ellipsis)
	}
	b = append(b, Spaces(w-n)...)
	return append(b, s...)
}

// Cut is s in at most w cells, ending in the ellipsis where it was cut.
func Cut(s string, w int, ellipsis string) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	// Text far beyond what can fit is not even measured.
	if most := w * 64; len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	if _, ok := simple(s); ok {
		return cutSimple(s, w-Width(ellipsis), ellipsis)
	}
	return ansi.Truncate(s, w, ellipsis)
}

// cutSimple is the first n characters of s, and the ellipsis.
func cutSimple(s string, n int, ellipsis string) string {
	if n < 0 {
		return ""
	}
	for i := range s {
		if n == 0 {
			return s[:i] + ellipsis
		}
		n--
	}
	return s
}

// Wrap breaks s into lines of at most w cells, at words where it can, and not at the
// hyphen of a date.
func Wrap(s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	kept := s
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '-' && isDigit(s[i-1]) && isDigit(s[i+1]) {
			kept = kept[:len(kept)-len(s)+i] + unbroken + s[i+1:]
		}
	}
	wrapped := ansi.Wrap(kept, w, " -/")
	if len(kept) > len(s) {
		wrapped = strings.ReplaceAll(wrapped, unbroken, "-")
	}
	return strings.Split(wrapped, "\n")
}

// unbroken is a hyphen at which no line is broken.
const unbroken = "\u2011"

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
