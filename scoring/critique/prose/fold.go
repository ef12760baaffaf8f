package prose

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldEnd is the first rune that the table of folded letters does not cover.
const foldEnd = 0x2000

// folds leads from a letter to the one it is compared as; 0 is a mark that is
// left out.
var folds = sync.OnceValue(func() *[foldEnd]uint16 {
	var table [foldEnd]uint16
	for r := range rune(foldEnd) {
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(unicode.ToLower(r))))
		if !(base < foldEnd) || isAccent(base) {
			base = 0
		}
		table[r] = uint16(base)
	}
	return &table
})

// spelled are the letters that are compared as one or two plain ones and do not
// come apart by themselves.
var spelled = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d",
	'ł': "l", 'Ł': "l", 'ı': "i", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
}

// appendFolded appends a letter or digit as it is compared; nothing for an accent.
func appendFolded(dst []byte, r rune, table *[foldEnd]uint16) []byte {
	switch {
	case r < utf8.RuneSelf:
		return append(dst, byte(table[r]))
	case r < foldEnd:
		if s, ok := spelled[r]; ok {
			return append(dst, s...)
		}
		if base := table[r]; base != 0 {
			return utf8.AppendRune(dst, rune(base))
		}
		return dst
	case r >= '！' && r <= '～': // full width
		return appendFolded(dst, r-0xFEE0, table)
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// isAccent reports whether r is a mark that readers of its script leave out when
// they look for a word. The marks of later blocks are vowels.
func isAccent(r rune) bool { return r < 0x900 && unicode.Is(unicode.Mn, r) }

// Fold is a text as its words are compared, with single spaces between them.
func Fold(s string) string {
	raws, arena := scan(s, nil, nil)
	out := make([]byte, 0, len(arena)+len(raws))
	for i, r := range raws {
		if i > 0 && !(r.form&Sign != 0 && r.gap == 0) {
			out = append(out, ' ')
		}
		out = append(out, plainWord(arena[r.from:r.to])...)
	}
	return string(out)
}

// plainWord is a scanned word without its apostrophes.
func plainWord(w []byte) []byte {
	if bytes.IndexByte(w, '\'') < 0 {
		return w
	}
	return bytes.ReplaceAll(w, []byte{'\''}, nil)
}
