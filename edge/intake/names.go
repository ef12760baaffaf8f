package intake

import (
	"hash/maphash"
	"strings"
)

// nameWords are 16-bit hashes of up to four words of a name, 0 for none: the
// first two and the last two. Single letters do not count unless there is
// nothing else.
type nameWords [4]uint16

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
	var out nameWords
	if len(words) > len(out) {
		words = append(words[:2], words[len(words)-2:]...)
	}
	for i, w := range words {
		out[i] = uint16(maphash.String(m.seeds[0], w)) | 1
	}
	return out
}

func (w nameWords) count() int {
	n := 0
	for _, h := range w {
		if h != 0 {
			n++
		}
	}
	return n
}

// shared is how many words of w are also in v.
func (w nameWords) shared(v nameWords) int {
	n := 0
	for _, h := range w {
		if h != 0 && (h == v[0] || h == v[1] || h == v[2] || h == v[3]) {
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
// enough for an address or an account. External IDs are unique in one system
// only, so they need two, or all of the shorter name.
func judge(key string, a, b nameWords) agreement {
	external := strings.HasPrefix(key, "x:")
	shared, need := a.shared(b), 1
	if external {
		need = min(2, a.count(), b.count())
	}
	switch {
	case shared >= need, a.count() == 0, b.count() == 0:
		return agree
	case external && shared == 0:
		return strangers
	}
	return unlike
}
