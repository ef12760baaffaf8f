package model

import (
	"fmt"
	"strings"
)

// describing are the words that say what kind of company it is rather than
// which one, each with the word that stands for it. Two names that differ by one
// of them may be one company, two with different ones are hardly.
var describing = map[string]string{
	"systems": "systems", "system": "systems", "technologies": "technology", "technology": "technology", "tech": "technology",
	"software": "software", "labs": "labs", "lab": "labs", "laboratories": "labs", "group": "group", "groupe": "group",
	"gruppe": "group", "grupo": "group", "gruppo": "group", "holding": "group", "holdings": "group", "solutions": "solutions",
	"solution": "solutions", "services": "services", "international": "international", "intl": "international",
	"networks": "networks", "network": "networks", "communications": "communications", "enterprises": "enterprises",
	"industries": "industries", "consulting": "consulting", "worldwide": "international", "global": "international",
	"digital": "digital", "online": "digital", "platforms": "platform", "platform": "platform", "interactive": "digital",
	"ventures": "ventures", "partners": "partners", "infotech": "technology", "informatik": "informatics", "it": "technology",
	"corporate": "", "company": "", "co": "",
}

// arms are describing words by which companies name what they split off.
var arms = wordSet("services consulting ventures partners digital online informatics")

// CompanyStem is what is left of a company's name without its describing words,
// its branch and what is said beside it: cisco for "Cisco Systems India Pvt Ltd"
// and "Cisco (formerly Foo)". It is where to look for companies to be compared
// with [MatchCompany], and far too weak to join any.
func CompanyStem(name string) string {
	stem, _ := cutDescribing(parseName(name).key)
	return stem
}

// cutDescribing parts a key into the stem and the describing words after it, as
// one text of what these stand for.
func cutDescribing(key string) (stem, kind string) {
	for {
		i := strings.LastIndexByte(key, ' ')
		if i < 0 {
			return key, kind
		}
		word, ok := describing[key[i+1:]]
		if !ok {
			return key, kind
		}
		key = strings.TrimSuffix(key[:i], " and")
		if word != "" {
			kind = strings.TrimSpace(word + " " + kind)
		}
	}
}

// matchStems compares two names without their describing words.
func matchStems(a, b nameText, namesakes int) verdict {
	x, xKind := cutDescribing(a.key)
	y, yKind := cutDescribing(b.key)
	if x != y {
		return matchLoosely(a, b)
	}
	extra := strings.TrimPrefix(strings.TrimPrefix(xKind, yKind)+strings.TrimPrefix(yKind, xKind), " ")
	switch {
	case xKind == yKind && (xKind != "" || strings.Contains(x, " ") || isDistinctive([]byte(x))):
		return verdict{sameStem, "the same but for the form of a word: " + quoteBoth(a, b)}
	case xKind != "" && yKind != "" && xKind != yKind:
		return verdict{commonStem, fmt.Sprintf("%q is one kind of company, %q another", min(xKind, yKind), max(xKind, yKind))}
	case families[x] && extra != "group":
		return verdict{commonStem, fmt.Sprintf("several companies bear the name %s: %s", x, quoteBoth(a, b))}
	case !families[x] && !isDistinctive([]byte(x)):
		return verdict{commonStem, fmt.Sprintf("%q is too common a word to leave out %q", x, extra)}
	case apart(a.form, b.form) || a.form.native != b.form.native:
		return verdict{oneForm, fmt.Sprintf("one has %q more, and the legal forms are of two countries", extra)}
	case arms[extra] || strings.Contains(extra, " "):
		return verdict{oneForm, fmt.Sprintf("%q is often an arm of its own: %s", extra, quoteBoth(a, b))}
	case namesakes > 2:
		return verdict{oneForm, fmt.Sprintf("one has %q more, and %d known companies begin so", extra, namesakes)}
	}
	return verdict{sameStem, fmt.Sprintf("the same but for %q", extra)}
}

// matchLoosely finds what is worth a question: a misspelling, initials, a word
// in common.
func matchLoosely(a, b nameText) verdict {
	switch {
	case min(len(a.squash), len(b.squash)) >= 9 && oneEdit(a.squash, b.squash):
		return verdict{oneLetter, "one letter differs: " + quoteBoth(a, b)}
	case initials(strings.Fields(b.key), a.squash) || initials(strings.Fields(a.key), b.squash):
		return verdict{0.5, "one could be the initials of the other: " + quoteBoth(a, b)}
	}
	first, _, _ := strings.Cut(a.key, " ")
	other, _, _ := strings.Cut(b.key, " ")
	if first == other {
		return verdict{sharesWord, fmt.Sprintf("only the beginning is the same: %q", first)}
	}
	return verdict{}
}

// oneEdit reports whether one letter more, less, other or two swapped make one
// text the other.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	return a[i+1:] == b[i+1:] || swapped
}

// related raises a weak verdict to what is known of groups of companies. It
// never makes one sure.
func related(a, b nameText, v verdict) verdict {
	switch {
	case belongs(a, b.key):
		return verdict{partOf, fmt.Sprintf("%q belongs to %q: related, not the same", a.text, b.text)}
	case belongs(b, a.key):
		return verdict{partOf, fmt.Sprintf("%q belongs to %q: related, not the same", b.text, a.text)}
	}
	parent, ok := companyParents()[a.key]
	if other := companyParents()[b.key]; ok && parent == other && v.confidence < partOf {
		return verdict{0.3, "both belong to " + parent}
	}
	return v
}

func belongs(part nameText, whole string) bool {
	return whole != "" && (part.owner == whole || companyParents()[part.key] == whole || companyParents()[companyParents()[part.key]] == whole)
}
