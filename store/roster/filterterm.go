package roster

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// term is one word of a query: -field<value, with each part but the value
// optional.
type term struct {
	start, end int    // in the text
	not        bool   // a minus before it
	name       string // of a field, in lower case; a bare word may have one, too
	op         string // : < > <= >= =, or "" for a bare word
	value      string // of a bare word all of it, without the minus
	quoted     bool
	closed     bool // and the second quote is there
}

// terms splits a text at its spaces. Quotes keep them; one that is never closed
// ends with the text.
func terms(text string) iter.Seq[term] {
	return func(yield func(term) bool) {
		for at := 0; ; {
			at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
			if at == len(text) {
				return
			}
			t := termAt(text, at)
			if !yield(t) {
				return
			}
			at = t.end
		}
	}
}

// termAt reads the word that begins at a place.
func termAt(text string, start int) term {
	t := term{start: start}
	rest := text[start:]
	if after, ok := strings.CutPrefix(rest, "-"); ok && after != "" && !startsWithSpace(after) {
		t.not, rest = true, after
	}
	name := rest[:nameLen(rest)]
	op := opOf(rest[len(name):])
	if name != "" && op != "" {
		t.name, t.op = strings.ToLower(name), op
		rest = rest[len(name)+len(op):]
	}
	if after, ok := strings.CutPrefix(rest, `"`); ok {
		t.quoted = true
		t.value, rest, t.closed = strings.Cut(after, `"`)
	} else {
		n := strings.IndexFunc(rest, unicode.IsSpace)
		if n < 0 {
			n = len(rest)
		}
		t.value, rest = rest[:n], rest[n:]
		if t.op == "" && fieldNamed(strings.ToLower(t.value)) != nil {
			t.name = strings.ToLower(t.value)
		}
	}
	t.end = len(text) - len(rest)
	return t
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// nameLen is how many letters a to z a text begins with.
func nameLen(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// opOf is the operator that a text begins with.
func opOf(s string) string {
	for _, op := range [...]string{"<=", ">=", ":", "<", ">", "="} {
		if strings.HasPrefix(s, op) {
			return op
		}
	}
	return ""
}
