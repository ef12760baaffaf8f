package model

import (
	_ "embed" // the table of short forms
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// NameWord is one word of a name, to compare it with those of another.
type NameWord struct {
	Text string // spelled as in NameParts
	// Names are the given names that it is or may be short for, spelled alike: robert
	// for Bob, alexander and alexandra for Sasha; Text itself for a word that is none.
	Names [2]string

	roman string // as it came, but for case and accents, in Latin letters where it can be
}

// Initial reports whether the word is a single letter. One character is a whole word
// in scripts that have no letters.
func (w NameWord) Initial() bool {
	return utf8.RuneCountInString(w.roman) == 1 && w.Letter() < 0x530 && unicode.IsLetter(w.Letter())
}

// Letter is the first letter.
func (w NameWord) Letter() rune {
	r, _ := utf8.DecodeRuneInString(w.roman)
	return r
}

// Is reports whether two words may be one: the same, or short for the same name.
func (w NameWord) Is(v NameWord) bool {
	for _, name := range w.Names {
		if name != "" && (name == v.Names[0] || name == v.Names[1]) {
			return true
		}
	}
	return false
}

// begins reports whether an initial is that of a word.
func (w NameWord) begins(v NameWord) bool { return w.Letter() == v.Letter() }

// nameWord is a word of a folded name.
func nameWord(folded string) NameWord {
	roman := romanized(folded)
	text := spelled(roman)
	for _, w := range [...]string{roman, text} {
		if names, ok := shortForms()[w]; ok {
			return NameWord{text, names, roman}
		}
	}
	return NameWord{text, [2]string{text}, roman}
}

//go:embed nicknames.txt
var nicknameText string

// shortForms are the given names that a word may be short for, by how it is written,
// and by its spelling where that is no other word: Jo is not Joe.
var shortForms = sync.OnceValue(func() map[string][2]string {
	table, respelled := map[string][2]string{}, map[string][2]string{}
	for line := range dataLines(nicknameText) {
		words := strings.Fields(line)
		name := spelled(words[0])
		for _, w := range words {
			addName(table, w, name)
			addName(respelled, spelled(w), name)
		}
	}
	for w, names := range respelled {
		if _, written := table[w]; !written {
			table[w] = names
		}
	}
	return table
})

// addName adds a name that a word may be short for, the first two.
func addName(table map[string][2]string, word, name string) {
	switch have := table[word]; {
	case have[0] == "":
		table[word] = [2]string{name}
	case have[0] != name && have[1] == "":
		table[word] = [2]string{have[0], name}
	}
}

// spelling makes one of the many ways in which the same Latin name is written:
// Müller and Mueller, Yulia and Julia, Sergey and Sergei.
var spelling = strings.NewReplacer(
	"ph", "f", "th", "t", "kh", "h", "ck", "k", "ch", "ch", "c", "k", "q", "k", "x", "ks", "w", "v", "y", "i", "j", "i",
	"ae", "a", "oe", "o", "ue", "u", "ou", "u", "æ", "a", "œ", "o", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "t", "ı", "i", "ß", "ss",
)

// spelled is a word in the one spelling, letters that are doubled once.
func spelled(word string) string {
	word = spelling.Replace(word)
	for i := 1; i < len(word); i++ {
		if word[i] == word[i-1] && word[i] < utf8.RuneSelf {
			return string(singled([]byte(word)))
		}
	}
	return word
}

// singled takes out letters that are doubled, in place. Figures stay: 11 is not 1.
func singled(word []byte) []byte {
	out := word[:0]
	for i, c := range word {
		if i == 0 || c != out[len(out)-1] || c >= utf8.RuneSelf || c <= '9' {
			out = append(out, c)
		}
	}
	return out
}

// romans are the letters of Cyrillic and Greek in Latin ones, folded.
var romans = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "ye", "ж", "zh", "з", "z", "и", "i", "і", "i", "к", "k", "л", "l", "м", "m",
	"н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y",
	"ь", "", "э", "e", "ю", "yu", "я", "ya", "ђ", "dj", "ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz",
	"ου", "ou", "α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x",
	"ο", "o", "π", "p", "ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o",
)

// romanized is a folded word in Latin letters, where it is Cyrillic or Greek.
func romanized(word string) string {
	for _, r := range word {
		if r >= 0x370 && r < 0x530 {
			return romans.Replace(word)
		}
	}
	return word
}
