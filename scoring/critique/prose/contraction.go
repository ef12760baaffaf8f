package prose

import "strings"

// appendWords appends what a scanned word is in a language: one word or, where it
// is a contraction, two.
func appendWords(words []Word, r rawWord, text string, lang Lang) []Word {
	w := Word{Text: text, Start: r.start, End: r.end, Gap: r.gap, Form: r.form}
	at := strings.IndexByte(text, '\'')
	if at < 0 {
		if lang == English {
			if full, ok := unmarked[text]; ok {
				first, second, _ := strings.Cut(full, " ")
				return appendTwo(words, w, first, second)
			}
		}
		return append(words, w)
	}
	switch lang {
	case English:
		last := strings.LastIndexByte(text, '\'')
		if text[last:] == "'t" && strings.HasSuffix(text[:last], "n") {
			return appendTwo(words, w, notStem(text[:last-1]), "not")
		}
		if full, ok := endings[text[last:]]; ok {
			return appendTwo(words, w, bare(text[:last]), full)
		}
	case French:
		if full, ok := elisions[text[:at]]; ok {
			return appendTwo(words, w, full, bare(text[at:]))
		}
	}
	w.Text = bare(text)
	return append(words, w)
}

// appendTwo appends the two words of a contraction. Both have its place.
func appendTwo(words []Word, w Word, first, second string) []Word {
	w.Text = first
	words = append(words, w)
	w.Text, w.Gap = second, 0
	return append(words, w)
}

// bare is a text without apostrophes.
func bare(s string) string {
	if strings.IndexByte(s, '\'') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "'", "")
}

// notStem is the verb before n't.
func notStem(verb string) string {
	switch verb {
	case "ca":
		return "can"
	case "wo":
		return "will"
	case "sha":
		return "shall"
	}
	return verb
}

// endings are what an apostrophe leaves of a word in English. What 's stands for,
// is, has or a possessive, is left open.
var endings = map[string]string{"'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "'s": "'s"}

// unmarked are English contractions as they are typed without an apostrophe,
// where that is no other word.
var unmarked = map[string]string{
	"dont": "do not", "cant": "can not", "wont": "will not", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
	"arent": "are not", "wasnt": "was not", "werent": "were not", "havent": "have not", "hasnt": "has not", "hadnt": "had not",
	"wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "youre": "you are", "theyre": "they are",
	"im": "i am", "ive": "i have", "youve": "you have", "weve": "we have", "youll": "you will", "cannot": "can not",
	"whats": "what is", "thats": "that is",
}

// elisions are what an apostrophe has left of a word in French.
var elisions = map[string]string{
	"l": "le", "d": "de", "j": "je", "n": "ne", "s": "se", "c": "ce", "m": "me", "t": "te", "qu": "que",
	"jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque", "quoiqu": "quoique",
}
