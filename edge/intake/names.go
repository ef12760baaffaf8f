package intake

import (
	"hash/maphash"
	"strings"
	"unicode"
)

// nameWords are 16-bit hashes of up to four words of a name, 0 for none: the
// first two and the last two. Single letters do not count unless there is
// nothing else. The scripts that the name is written in stand beside them.
type nameWords struct {
	words   [4]uint16
	scripts scripts
}

// scripts is a set of writing systems.
type scripts uint8

// The writing systems that names are told apart by. Chinese, Japanese and
// Korean names may be written in each other's letters, so they are one.
const (
	latin scripts = 1 << iota
	eastAsian
	cyrillic
	greek
	arabic
	hebrew
	otherScript
)

func scriptsOf(name string) (s scripts) {
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
		case r < 0x250, unicode.Is(unicode.Latin, r):
			s |= latin
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			s |= eastAsian
		case unicode.Is(unicode.Cyrillic, r):
			s |= cyrillic
		case unicode.Is(unicode.Greek, r):
			s |= greek
		case unicode.Is(unicode.Arabic, r):
			s |= arabic
		case unicode.Is(unicode.Hebrew, r):
			s |= hebrew
		default:
			s |= otherScript
		}
	}
	return s
}

func (m *matcher) wordsOf(nameKey string) nameWords {
	all := strings.Fields(nameKey)
	words := make([]string, 0, 8)
	for _, w := range all {
		if len(w) > 1 {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		words = all
	}
	out := nameWords{scripts: scriptsOf(nameKey)}
	if len(words) > len(out.words) {
		words = append(words[:2], words[len(words)-2:]...)
	}
	for i, w := range words {
		out.words[i] = uint16(maphash.String(m.seeds[0], w)) | 1
	}
	return out
}

func (w nameWords) count() int {
	n := 0
	for _, h := range w.words {
		if h != 0 {
			n++
		}
	}
	return n
}

// shared is how many words of w are also in v.
func (w nameWords) shared(v nameWords) int {
	n := 0
	for _, h := range w.words {
		if h != 0 && (h == v.words[0] || h == v.words[1] || h == v.words[2] || h == v.words[3]) {
			n++
		}
	}
	return n
}

// agreement is what two names say about a key that both people have.
type agreement uint8

const (
	agree     agreement = iota // one person
	unlike                     // someone must look: a shared mailbox, a link copied wrongly, a new name
	strangers                  // not one person: the same number in two systems
)

// judge compares the names of two people who share a key. One common word is
// enough for an address or an account, and none where the names are written in
// different scripts: 李明 and Li Ming. External IDs are unique in one system only,
// so they need two, or all of the shorter name.
func judge(key string, a, b nameWords) agreement {
	external := strings.HasPrefix(key, "x:")
	shared, need := a.shared(b), 1
	if external {
		need = min(2, a.count(), b.count())
	}
	switch {
	case shared >= need, a.count() == 0, b.count() == 0:
		return agree
	case !external && a.scripts&b.scripts == 0:
		return agree
	case external && shared == 0:
		return strangers
	}
	return unlike
}
