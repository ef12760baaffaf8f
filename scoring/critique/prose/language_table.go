package prose

import (
	_ "embed" // the words
	"strings"
	"sync"
)

//go:embed language_words.txt
var languageWords string

// languages is the small words by which languages are told.
type languages struct{ words map[string]langSet }

var languageTable = sync.OnceValue(func() *languages {
	t := &languages{words: make(map[string]langSet)}
	for line := range strings.Lines(languageWords) {
		code, words, ok := strings.Cut(strings.TrimSpace(line), " ")
		at := indexOf(Lang(code))
		if !ok || at < 0 {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			t.words[w] |= 1 << at
		}
	}
	return t
})
