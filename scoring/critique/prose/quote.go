package prose

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestQuote is how many bytes stand between two quotation marks at most.
const longestQuote = 300

// closes leads from an opening quotation mark to those that may close it.
var closes = map[rune]string{
	'“': "”“\"", '„': "“”\"", '«': "»", '‹': "›", '"': "\"”", '「': "」", '『': "』", '‘': "’'", '\'': "'’", '`': "`", '»': "«", '《': "》",
}

// findQuotes finds the words that stand in quotation marks.
func (t *Text) findQuotes() []Span {
	var out []Span
	src := t.read
	last := ' '
	for i := 0; i < len(src); {
		if c := src[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			last = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(src[i:])
		opens := closes[r] != "" && !(isApostrophe(r) && isLetterOrDigit(last))
		last = r
		i += n
		if !opens {
			continue
		}
		if end := closing(src, i, r); end > i {
			if s := t.wordsIn(i, end); s.First < s.End {
				out = append(out, s)
			}
			i, last = end, ' '
			_, n = utf8.DecodeRuneInString(src[i:])
			i += n
		}
	}
	return out
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// closing is where the quotation that was opened before a place is closed; -1 if
// it is not, within its paragraph and a reasonable length.
func closing(src string, from int, open rune) int {
	marks := closes[open]
	before := ' '
	for i, r := range src[from:min(len(src), from+longestQuote)] {
		if r == '\n' && strings.HasPrefix(strings.TrimLeft(src[from+i+1:], " \t\r"), "\n") {
			return -1
		}
		if strings.ContainsRune(marks, r) {
			after, _ := utf8.DecodeRuneInString(src[from+i+utf8.RuneLen(r):])
			if !isApostrophe(r) || !isLetterOrDigit(after) && before != ' ' {
				return from + i
			}
		}
		before = r
	}
	return -1
}

// wordsIn are the words between two places.
func (t *Text) wordsIn(from, to int) Span {
	first := sort.Search(len(t.Words), func(i int) bool { return t.Words[i].Start >= from })
	end := first
	for end < len(t.Words) && t.Words[end].End <= to {
		end++
	}
	return Span{first, end}
}
