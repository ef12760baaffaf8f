package critique

import "talentmap/scoring/critique/prose"

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
		if v.Words[i+1].Gap&prose.Clause != 0 {
			break
		}
		if v.isNo(i) {
			return true
		}
	}
	for i := h.First; i < h.End; i++ {
		if h.Skipped.Has(i-h.First) && v.isNo(i) {
			return true
		}
	}
	for _, no := range v.hits[listNoAfter] {
		if no.First >= h.End && no.First < min(s.End, h.End+noAfter) && !v.subordinate(h.End, no.First) {
			return true
		}
	}
	return false
}

// isNo reports whether a word negates; "don't hesitate to" does not.
func (v *view) isNo(word int) bool {
	for _, h := range v.hits[listNo] {
		if h.First <= word && word < h.End {
			return !v.isNoNot(word)
		}
	}
	return false
}

func (v *view) isNoNot(word int) bool {
	for _, h := range v.hits[listNoNot] {
		if h.First <= word && word < h.End {
			return true
		}
	}
	return false
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
