package scoring

import (
	"slices"
	"strings"
)

// kindOf is what a key is one of: an e-mail, an account on one network, a number
// of one column.
func kindOf(key string) string {
	switch key[0] {
	case 'l':
		return key[:strings.LastIndexByte(key, '/')+1]
	case 'x':
		return key[:2+strings.IndexByte(key[2:], ':')+1]
	}
	return key[:2]
}

// onlyOne reports whether people have no more than one key of a kind: a profile
// on a network for work, a number of the source. Addresses change with the job,
// and many have several accounts elsewhere.
func onlyOne(kind string) bool {
	return kind[0] == 'x' || kind == "l:linkedin.com/in/" || kind == "l:xing.com/profile/"
}

// keyName is a key for people.
func keyName(key string) string {
	switch key[:1] {
	case "e":
		return "e-mail " + key[2:]
	case "l":
		return "account " + key[2:]
	}
	return "number " + key[2:]
}

// alike reports whether two names can be one person's: they share two words, or
// all of the shorter one's.
func alike(a, b string) bool {
	shared, shorter := sharedWords(a, b)
	return shared >= min(2, shorter)
}

// halfAlike reports whether two names share a word, as before and after a
// marriage.
func halfAlike(a, b string) bool {
	shared, _ := sharedWords(a, b)
	return shared > 0
}

// sharedWords counts the words that two folded names share, single letters apart,
// and the words of the shorter name.
func sharedWords(a, b string) (shared, shorter int) {
	one, two := nameWords(a), nameWords(b)
	for _, w := range one {
		if slices.Contains(two, w) {
			shared++
		}
	}
	return shared, min(len(one), len(two))
}

// allIn reports whether all words of one list are in the other.
func allIn(words, list []string) bool {
	for _, w := range words {
		if !slices.Contains(list, w) {
			return false
		}
	}
	return true
}

// nameWords are the words of a folded name without initials, unless there is
// nothing else.
func nameWords(name string) []string {
	all := strings.Fields(name)
	long := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return len(w) < 2 })
	if len(long) == 0 {
		return all
	}
	return long
}
