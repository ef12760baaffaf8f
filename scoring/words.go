package scoring

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// fold reduces a text for comparison as model.NameKey does, but keeps C, C++ and
// C# apart.
func fold(s string) string {
	if strings.ContainsAny(s, "+#") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "+", "plus"), "#", "sharp")
	}
	return model.NameKey(s)
}

// words are the folded words of a text without those that say nothing.
func words(s string) []string {
	all := strings.Fields(fold(s))
	kept := all[:0]
	for _, w := range all {
		switch w {
		case "a", "an", "and", "the", "of", "in", "for", "at":
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

// alternatives are the words of a map's alternatives.
func alternatives(s string) []phrase {
	var alts []phrase
	for part := range strings.SplitSeq(splitOr.Replace(s), ";") {
		if w := words(part); len(w) > 0 {
			alts = append(alts, w)
		}
	}
	return alts
}

// splitOr is what stands between the alternatives of a map's text.
var splitOr = strings.NewReplacer("/", ";", " or ", ";", " OR ", ";")

// found is the share of a phrase's words that a text has, and which.
func found(alt phrase, text []string, where string) (float64, string) {
	var have, missing []string
	for _, w := range alt {
		if contains(text, w) {
			have = append(have, w)
			continue
		}
		missing = append(missing, w)
	}
	share := float64(len(have)) / float64(len(alt))
	switch {
	case len(have) == 0:
		return share, fmt.Sprintf("not %s: %s", where, strings.Join(missing, ", "))
	case len(missing) == 0:
		return share, fmt.Sprintf("%s: %s", where, strings.Join(have, ", "))
	}
	return share, fmt.Sprintf("%s: %s; not: %s", where, strings.Join(have, ", "), strings.Join(missing, ", "))
}

func contains(text []string, word string) bool {
	for _, t := range text {
		if akin(t, word) {
			return true
		}
	}
	return false
}

// akin reports whether two words are the same or grown from one stem, such as
// engineer and engineering: five letters in common at their head that are at
// least half of the longer.
func akin(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && 2*n >= max(len(a), len(b))
}

// mentions reports whether a folded text has a skill as whole words. Skills of
// one or two letters (Go, R) are words of plain English and do not count here.
func mentions(text, key string) bool {
	return len(key) > 2 && strings.Contains(" "+text+" ", " "+key+" ")
}

// workText is what a person's record says of her work in sentences.
func workText(p *model.Person) string {
	lines := []string{p.Headline, p.Summary}
	for _, q := range p.Positions {
		lines = append(lines, q.Title, q.Company, q.Summary)
	}
	return strings.Join(lines, "\n")
}

// skillWords are the words of a person's skills.
func skillWords(p *model.Person) []string { return words(strings.Join(p.Skills, "\n")) }
