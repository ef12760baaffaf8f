package critique

import (
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// gramSize is how many words in a row are compared.
const gramSize = 5

// gramWords yields the words of the message itself of which its 5-grams are made. What
// a template fills in — her name, her employers, her titles — is passed over, as if it
// were not there.
func gramWords(v *view, p *model.Person, yield func(text string)) {
	titles := make(map[string]bool)
	for _, pos := range p.Positions {
		for w := range strings.FieldsSeq(prose.Fold(pos.Title)) {
			titles[w] = true
		}
	}
	for i := range v.Words {
		w := &v.Words[i]
		if v.content(i) && !v.hidden[i] && w.Text != "'s" && !(titles[w.Text] && w.Form&prose.Capital != 0) {
			yield(w.Text)
		}
	}
}

// gramsOf are the 5-grams of the message itself, each once, in the order of the text.
func gramsOf(v *view, p *model.Person) []Gram {
	words := make([]uint64, 0, len(v.Words))
	gramWords(v, p, func(text string) { words = append(words, hashOf(hashSeed, text)) })
	var grams []Gram
	seen := make(map[Gram]bool, len(words))
	for i := 0; i+gramSize <= len(words); i++ {
		h := uint64(hashSeed)
		for _, w := range words[i : i+gramSize] {
			h = (h ^ w) * hashPrime
			h ^= h >> 32
		}
		if g := Gram(h); !seen[g] {
			seen[g] = true
			grams = append(grams, g)
		}
	}
	return grams
}
