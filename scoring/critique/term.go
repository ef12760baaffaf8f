package critique

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talentmap/scoring/critique/prose"
)

// Term stands for a word in whatever form, or for a few characters of a script
// without spaces.
type Term uint64

// Name stands for a name of several words in any order, or of one.
type Name uint64

// Gram stands for five words in a row.
type Gram uint32

// hashes are FNV-1a of 64 bits: the same in every process.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hashOf(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// termOf is the term of a folded word.
func termOf(word string) Term { return Term(hashOf(hashSeed, stem(word))) }

// signs are how many characters of a script without spaces make a term.
const signs = 3

// eachTerm yields the terms of some words with where they begin and end: a term a
// word, and of a script without spaces one for each run of characters.
func eachTerm(words []prose.Word, first int, yield func(term Term, from, to int) bool) {
	for i := range words {
		w := &words[i]
		switch {
		case w.Form&(prose.Link|prose.Mail) != 0:
		case w.Form&prose.Sign == 0:
			if len(w.Text) > 1 && !yield(termOf(w.Text), first+i, first+i+1) {
				return
			}
		case i+signs <= len(words) && isRun(words[i:i+signs]):
			h := uint64(hashSeed)
			for _, s := range words[i : i+signs] {
				h = hashOf(h, s.Text)
			}
			if !yield(Term(h), first+i, first+i+signs) {
				return
			}
		}
	}
}

// isRun reports whether characters stand beside one another.
func isRun(words []prose.Word) bool {
	for i, w := range words {
		if w.Form&prose.Sign == 0 || i > 0 && w.Gap != 0 {
			return false
		}
	}
	return true
}

// leastStem is how many letters a stem has at least.
const leastStem = 4

// suffixes are what inflects a word or makes another of it, in the four languages
// together: facts and drafts need not be in the same one. The longest first.
var suffixes = [...]string{
	"aciones", "ations", "ements", "ungen", "ation", "acion", "ement", "ando", "endo", "ings", "ions", "ados", "adas", "ment", "ieren", "iert",
	"ing", "ung", "ion", "ers", "ado", "ada", "ern", "est", "ees", "er", "ed", "es", "en", "em", "os", "as", "ez", "ee", "ly", "te", "s", "e", "n", "a", "o",
}

// stem is a folded word without its endings. It is light: of two words of one stem
// one can mostly be said for the other.
func stem(word string) string {
	if c := word[0]; c >= '0' && c <= '9' {
		return word
	}
	if r, _ := utf8.DecodeRuneInString(word); r >= utf8.RuneSelf && !unicode.Is(unicode.Latin, r) {
		return stemOther(word, r)
	}
	for _, s := range suffixes {
		if len(word)-len(s) >= leastStem && strings.HasSuffix(word, s) {
			return single(word[:len(word)-len(s)])
		}
	}
	return single(word)
}

// single is a stem without the second of two consonants at its end: unplugging is of
// unplug, and scrolling of scroll.
func single(stem string) string {
	n := len(stem)
	if n > leastStem && stem[n-1] == stem[n-2] && strings.IndexByte("bdfglmnprt", stem[n-1]) >= 0 {
		return stem[:n-1]
	}
	return stem
}

// stemOther takes the particle off a Korean word, and the vowels off the end of a
// Russian or Greek one.
func stemOther(word string, first rune) string {
	last, n := utf8.DecodeLastRuneInString(word)
	switch {
	case unicode.Is(unicode.Hangul, first):
		if utf8.RuneCountInString(word) > 2 && strings.ContainsRune("을를이가은는의에로와과도만", last) {
			return word[:len(word)-n]
		}
	case unicode.Is(unicode.Cyrillic, first):
		short := strings.TrimRight(word, "аеиоуыэюяйьмхв")
		if utf8.RuneCountInString(short) >= leastStem {
			return short
		}
	}
	return word
}

// NameOf is the name of a text; 0 for one without a letter. The order of its words
// does not matter: Ada Smith is Smith, Ada.
func NameOf(text string) Name { return nameOfWords(strings.Fields(prose.Fold(text))) }

func nameOfWords(words []string) Name {
	if len(words) == 0 {
		return 0
	}
	var sum uint64
	for _, w := range words {
		h := hashOf(hashSeed, w)
		sum += h ^ h>>29 // a sum of what has been mixed does not depend on the order
	}
	return Name(sum)
}
