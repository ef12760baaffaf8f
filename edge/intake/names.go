package intake

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"talentmap/model"
)

// nameWords is what is remembered of a name to compare it with others: of up to four
// words, the first two and the last two, hashes of what each may be short for. It is
// small, as there is one for everyone in a file.
type nameWords struct {
	words       [4]wordHash
	glued       uint16 // all of it without spaces
	generation  uint16 // 0 for none
	scripts     scripts
	familyFirst bool
}

// wordHash is one word; the zero wordHash is none.
type wordHash struct {
	names   [2]uint16 // of [model.NameWord.Names]; 0 for none
	letter  byte      // of the first letter
	initial bool      // it is only a letter
}

func (w wordHash) none() bool { return w.names[0] == 0 }

// is reports whether two words may be one, as [model.NameWord.Is] does, or one is the
// initial of the other.
func (w wordHash) is(v wordHash) bool {
	if w.initial != v.initial {
		return w.letter == v.letter
	}
	return w.names[0] == v.names[0] || w.names[0] == v.names[1] || w.names[1] != 0 && (w.names[1] == v.names[0] || w.names[1] == v.names[1])
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

func (m *matcher) wordsOf(name string, parts model.NameParts) nameWords {
	out := nameWords{scripts: scriptsOf(name), glued: m.short(parts.Glued()), familyFirst: parts.FamilyFirst()}
	if parts.Generation != "" {
		out.generation = m.short(parts.Generation)
	}
	for i, w := range parts.Words {
		h := wordHash{letter: byte(w.Letter()), initial: w.Initial()}
		for j, name := range w.Names {
			if name != "" {
				h.names[j] = m.short(name)
			}
		}
		out.words[i] = h
	}
	return out
}

// short is a hash of two bytes that is never 0.
func (m *matcher) short(text string) uint16 { return uint16(maphash.String(m.seeds[0], text)) | 1 }

// alignment is how the words of two names go together.
type alignment struct {
	matched      int  // words of both
	whole        int  // of these no initials
	left, right  int  // words that only one of them has; an initial counts where little else is matched
	firstMatched bool // the first of one is the first of the other
}

// align lays the words of two names side by side.
func align(a, b *nameWords) (l alignment) {
	rest := slices.Clone(b.words[:])
	strayed := 0 // initials of a that match nothing
	for i, w := range a.words {
		if w.none() {
			continue
		}
		at := slices.IndexFunc(rest, func(v wordHash) bool { return !v.none() && w.is(v) })
		switch {
		case at >= 0:
			l.matched++
			if !w.initial && !rest[at].initial {
				l.whole++
			}
			l.firstMatched = l.firstMatched || i == 0 && at == 0
			rest[at] = wordHash{}
		case w.initial:
			strayed++
		default:
			l.left++
		}
	}
	astray := 0
	for _, w := range rest {
		switch {
		case w.none():
		case w.initial:
			astray++
		default:
			l.right++
		}
	}
	if l.matched < 2 { // J. Smith is not Ann Smith
		l.left, l.right = l.left+strayed, l.right+astray
	}
	return l
}

func (w *nameWords) count() int {
	n := 0
	for _, h := range w.words {
		if !h.none() {
			n++
		}
	}
	return n
}

// agreement is what two names say about a key that both people have.
type agreement uint8

const (
	agree     agreement = iota // one person
	renamed                    // one person with another family's name, unless other keys speak against it
	partly                     // of one family, or misspelled: someone must look
	unlike                     // a shared mailbox, a link copied wrongly, a new name: not hers where the row has another
	strangers                  // the key tells nothing: the same number in two systems, an address that nobody owns
)

// judge compares the names of two people who share a key. The words of one name
// among those of the other are enough, in whatever spelling, and any two names that
// are written in different scripts: 李明 and Li Ming. A family's name alone is what
// couples share, beside a mailbox; a given name with another family's is a new name.
// External IDs are unique in one system only, so they need two words, or all of the
// shorter name; a mailbox of a role needs the whole name.
func judge(key string, a, b *nameWords) agreement {
	if key[0] == 'l' && *a == *b {
		return agree
	}
	l := align(a, b)
	shorter := min(a.count(), b.count())
	switch {
	case strings.HasPrefix(key, "x:"):
		return judgeNumber(&l, shorter, a, b)
	case strings.HasPrefix(key, "e:") && model.IsPlaceholder(key[2:]):
		return strangers
	case strings.HasPrefix(key, "e:") && model.IsRoleMailbox(key[2:]):
		if l.whole >= 2 && l.left+l.right == 0 && a.generation == b.generation {
			return agree
		}
		return strangers
	case shorter == 0:
		return agree
	case a.generation != 0 && b.generation != 0 && a.generation != b.generation:
		return partly
	case a.glued == b.glued && a.count() != b.count(), l.matched > 0 && (l.left == 0 || l.right == 0), a.scripts&b.scripts == 0:
		return agree
	case l.firstMatched && (strings.HasPrefix(key, "l:") || !a.familyFirst && !b.familyFirst):
		return renamed
	case l.matched > 0:
		return partly
	}
	return unlike
}

func judgeNumber(l *alignment, shorter int, a, b *nameWords) agreement {
	switch {
	case l.matched >= min(2, shorter), shorter == 0, a.glued == b.glued:
		return agree
	case l.matched == 0:
		return strangers
	}
	return unlike
}
