package critique

import (
	"slices"

	"talentmap/scoring/critique/prose"
)

// How far away, in words, a "no" is heard.
const (
	noBefore = 6
	noAfter  = 5
	listGap  = 3 // between the items of an enumeration, of which a no holds for all
)

// wanted yields the hits of a list in what the message says that no negation takes
// back: "no résumé needed" asks for none.
func (v *view) wanted(list prose.List) []prose.Hit {
	var out []prose.Hit
	denied := -1 // behind the last hit that is taken back
	for _, h := range v.hits[list] {
		if !v.content(h.First) {
			continue
		}
		if v.denied(h) || denied >= 0 && v.goesOn(denied, h.First) {
			denied = h.End
			continue
		}
		out = append(out, h)
	}
	return out
}

// goesOn reports whether two words are of one enumeration.
func (v *view) goesOn(from, to int) bool {
	if to-from > listGap || to < from || v.sentOf[from-1] != v.sentOf[to] {
		return false
	}
	for _, w := range v.Words[from:to] {
		if !joins[w.Text] {
			return false
		}
	}
	return true
}

// joins stand between the items of an enumeration.
var joins = map[string]bool{
	"or": true, "and": true, "nor": true, "oder": true, "und": true, "noch": true, "ni": true, "ou": true, "et": true, "o": true, "y": true, "u": true, "no": true,
	"kein": true, "keine": true, "keinen": true, "sin": true, "sans": true, "a": true, "an": true, "your": true, "any": true,
}

// denied reports whether a negation takes back a hit: before it in its clause,
// within it, or behind it.
func (v *view) denied(h prose.Hit) bool {
	s := v.Sentences[v.sentOf[h.First]]
	for i := h.First - 1; i >= max(s.First, h.First-noBefore); i-- {
		if v.Words[i+1].Gap&prose.Clause != 0 || clauses[v.Words[i].Text] && pronouns[v.Words[i+1].Text] {
			break
		}
		if v.negates[i] {
			return true
		}
	}
	for i := h.First; i < h.End; i++ {
		if h.Skipped.Has(i-h.First) && v.negates[i] {
			return true
		}
	}
	for _, no := range v.from(listNoAfter, h.End) {
		if no.First >= min(s.End, h.End+noAfter) {
			break
		}
		if !v.subordinate(h.End, no.First) {
			return true
		}
	}
	return false
}

// findNegations marks the words that negate; "don't hesitate to" does not.
func (v *view) findNegations() {
	v.negates = make([]bool, len(v.Words))
	v.markAll(v.negates, listNo, true)
	v.markAll(v.negates, listNoNot, false)
}

// markAll marks the words of all phrases of a list.
func (v *view) markAll(words []bool, list prose.List, as bool) {
	for _, h := range v.hits[list] {
		for i := h.First; i < h.End; i++ {
			words[i] = as
		}
	}
}

// from are the hits of a list that begin at a word or later.
func (v *view) from(list prose.List, word int) []prose.Hit {
	hits := v.hits[list]
	i, _ := slices.BinarySearchFunc(hits, word, func(h prose.Hit, word int) int { return h.First - word })
	return hits[i:]
}

// subordinate reports whether another clause begins between two words.
func (v *view) subordinate(from, to int) bool {
	for i := from; i <= to; i++ {
		if clauses[v.Words[i].Text] || i > from && v.Words[i].Gap&prose.Clause != 0 {
			return true
		}
	}
	return false
}

// clauses begin another clause.
var clauses = map[string]bool{
	"if": true, "unless": true, "because": true, "but": true, "and": true, "when": true, "since": true, "while": true,
	"wenn": true, "falls": true, "aber": true, "und": true, "weil": true, "sofern": true, "damit": true,
	"si": true, "mais": true, "et": true, "car": true, "pero": true, "y": true, "porque": true, "aunque": true,
}

// pronouns begin a clause of their own behind such a word: "there is no rush and you
// are underpaid".
var pronouns = wordSet(`
	i we you they he she it your this that
	ich wir sie du es dich dir ihr man
	je nous vous tu te on il elle ils elles c ce
	yo nosotros te le os tu usted lo se me nos`)
