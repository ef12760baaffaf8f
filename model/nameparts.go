package model

import (
	"slices"
	"strings"
)

// NameParts is a name taken apart, to see whether another may be the same person's.
type NameParts struct {
	Words []NameWord // in their order, without titles and degrees; at most four: the first two and the last two
	// Generation is what tells a son from his father: "jr", "sr", "ii" …; "" for
	// nothing.
	Generation string
}

// mostNameWords is how many words of a name count.
const mostNameWords = 4

// PartsOf takes a name apart.
func PartsOf(name string) NameParts { return PartsOfKey(NameKey(name)) }

// PartsOfKey takes the [NameKey] of a name apart.
func PartsOfKey(key string) (n NameParts) {
	words := strings.Fields(key)
	words, n.Generation = generation(withoutTitles(words))
	if len(words) > mostNameWords {
		words = slices.Concat(words[:2], words[len(words)-2:])
	}
	n.Words = make([]NameWord, len(words))
	for i, w := range words {
		n.Words[i] = nameWord(w)
	}
	return n
}

// Glued is the words without spaces between them: McDonald and Mc Donald.
func (n NameParts) Glued() string {
	var b strings.Builder
	for _, w := range n.Words {
		b.WriteString(w.Text)
	}
	return string(singled([]byte(b.String())))
}

// full are the words that are no initials; initials are the others.
func (n NameParts) full() (full, initials []NameWord) {
	for _, w := range n.Words {
		if w.Initial() {
			initials = append(initials, w)
		} else {
			full = append(full, w)
		}
	}
	return full, initials
}

// titles stand before a name, degrees behind it, and how somebody is spoken of.
var (
	titles  = wordSet("dr prof professor mr mrs ms miss mx herr frau dipl ing mag sir dame hon rev")
	degrees = wordSet("phd md mba msc bsc ma ba bs ms mphil cpa cfa pmp esq dds jd rn llm llb mph cissp pe ret dphil mag dr ing dipl meng beng she her hers he him his they them theirs")
)

// generations are how fathers and sons of one name are told apart, each in one
// spelling.
var generations = map[string]string{
	"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}

// withoutTitles leaves out titles and degrees, as long as two whole words stay.
func withoutTitles(words []string) []string {
	for len(words) > 2 && titles[words[0]] && namesSomebody(words[1:]) {
		words = words[1:]
	}
	for len(words) > 2 && degrees[words[len(words)-1]] && namesSomebody(words[:len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// namesSomebody reports whether words have two that are no initials.
func namesSomebody(words []string) bool {
	n := 0
	for _, w := range words {
		if len(w) > 1 {
			n++
		}
	}
	return n >= 2
}

// familyFirst are the commonest family names of the languages in which they stand
// before the given name.
var familyFirst = wordSet("li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng kim lee park choi " +
	"jung jeong kang cho yoon jang lim han shin nguyen tran le pham hoang vu phan truong bui dang do ngo sato suzuki takahashi tanaka watanabe ito yamamoto nakamura " +
	"kobayashi kato yoshida nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz")

// FamilyFirst reports whether the first word is likely to be the family's name.
func (n NameParts) FamilyFirst() bool { return len(n.Words) > 0 && familyFirst[n.Words[0].roman] }

func generation(words []string) (rest []string, which string) {
	last := len(words) - 1
	if last < 2 || !namesSomebody(words[:last]) {
		return words, ""
	}
	if which = generations[words[last]]; which == "" {
		return words, ""
	}
	return withoutTitles(words[:last]), which
}
