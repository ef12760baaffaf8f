package model

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// CompanyKey is a company's name reduced for comparison: case, accents and
// punctuation folded, "and" and "&" left out between words, legal forms of any
// country taken off, a leading "The" too, and a few well-known names put under
// one of their names.
//
//	Acme, Inc. | ACME GmbH & Co. KG | acme  →  acme
//	The Boeing Company                      →  boeing
//	International Business Machines Corp.   →  ibm
//
// Something is always left of a name that has a letter. "The" and "Co" stay where
// a single common word would be left: Open Co is not Open, nor The Guild Guild.
// A key is its own key. Equal keys are where to look and not yet proof that two
// companies are one: [MatchCompany] judges that.
func CompanyKey(name string) string {
	var buf [96]byte
	name = clipped(name)
	key, _ := companyKey(buf[:0], name)
	if known, ok := companyNames()[string(key)]; ok {
		return known
	}
	if string(key) == name {
		return name
	}
	return string(key)
}

// companyKey is the key in dst before it is looked up among the known names, and
// the legal form that was taken off, the outermost that tells a country.
func companyKey(dst []byte, name string) (key []byte, form legalForm) {
	key = dropAnd(fold(dst, name, true))
	for {
		rest, f, ok := cutForm(key)
		if !ok {
			return key, form
		}
		if form.countries == "" {
			form.countries = f.countries
		}
		form.native, form.some = form.native || f.native, form.some || f.some
		key = rest
	}
}

// dropAnd takes "and" out from between words; at the head it belongs to the
// name (&Open).
func dropAnd(key []byte) []byte {
	for i := 1; i < len(key); {
		next := bytes.IndexByte(key[i:], ' ')
		if next < 0 {
			break
		}
		i += next + 1
		word := key[i:]
		if end := bytes.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		if w := string(word); w != "and" && w != "und" && w != "et" {
			continue
		}
		end := min(i+len(word)+1, len(key))
		key = append(key[:i], key[end:]...)
		i-- // the space before, so that the next word is looked at too
	}
	return trimSpace(key)
}

// cutForm takes one legal form, or what is treated as one, off a key.
func cutForm(key []byte) (rest []byte, form legalForm, ok bool) {
	last := key[bytes.LastIndexByte(key, ' ')+1:]
	n, isForm := formTails[string(last)]
	if n > 0 {
		if rest, form, ok = cutTail(key, n); ok {
			return rest, form, true
		}
	}
	if isForm && weakForms[string(last)] {
		if rest = trimSpace(key[:len(key)-len(last)]); isName(rest) {
			return rest, form, true
		}
	}
	if rest, ok = bytes.CutPrefix(key, []byte("the ")); ok && isName(rest) {
		return rest, form, true
	}
	return cutLeading(key)
}

// cutTail looks for the longest legal form of at most n words at the end.
func cutTail(key []byte, n int) (rest []byte, form legalForm, ok bool) {
	at := len(key)
	for range n {
		i := bytes.LastIndexByte(key[:at], ' ')
		if i < 0 {
			break
		}
		at = i
		if f, found := legalForms[string(key[at+1:])]; found {
			rest, form, ok = key[:at], f, true
		}
	}
	return rest, form, ok
}

// cutLeading takes off the forms that stand in front, and those in native
// script at either end.
func cutLeading(key []byte) (rest []byte, form legalForm, ok bool) {
	if i := bytes.IndexByte(key, ' '); i > 0 {
		if in := leadingForm(key[:i]); in != "" && isDistinctive(key[i+1:]) {
			return key[i+1:], legalForm{countries: in, some: true}, true
		}
	}
	if len(key) > 0 && !isPlainBytes(key) {
		return cutNative(key)
	}
	return key, form, false
}

// cutNative takes off a native form: the longest that has grown together with
// the name, or one that is a word of its own.
func cutNative(key []byte) (rest []byte, form legalForm, ok bool) {
	for _, f := range grownForms {
		if rest, ok = bytes.CutSuffix(key, []byte(f)); !ok {
			rest, ok = bytes.CutPrefix(key, []byte(f))
		}
		if rest = bytes.Trim(rest, " "); ok && len(rest) > 0 {
			return rest, nativeForms[f], true
		}
	}
	if i := bytes.IndexByte(key, ' '); i > 0 {
		if f, found := nativeForms[string(key[:i])]; found {
			return key[i+1:], f, true
		}
	}
	if i := bytes.LastIndexByte(key, ' '); i > 0 {
		if f, found := nativeForms[string(key[i+1:])]; found {
			return key[:i], f, true
		}
	}
	return key, form, false
}

// isName reports whether words could be the whole of a company's name: two or
// more beside a "the", or one that is distinctive.
func isName(key []byte) bool {
	key = bytes.TrimPrefix(key, []byte("the "))
	if len(key) == 0 {
		return false
	}
	return bytes.IndexByte(key, ' ') > 0 || families[string(key)] || !isCommon(string(key))
}

// isDistinctive reports whether one of the words is no common one.
func isDistinctive(key []byte) bool {
	for w := range strings.FieldsSeq(string(key)) {
		if !isCommon(w) {
			return true
		}
	}
	return false
}

func isPlainBytes(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// longestName is how many bytes of a company's name are looked at: no company has
// a longer one, and a hostile one may have a megabyte.
const longestName = 600

// clipped is as much of a name as is looked at.
func clipped(name string) string {
	if len(name) <= longestName {
		return name
	}
	n := longestName
	for n > 0 && !utf8.RuneStart(name[n]) {
		n--
	}
	return name[:n]
}
