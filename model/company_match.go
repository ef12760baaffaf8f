package model

import (
	"fmt"
	"strings"
)

// Sure is the confidence from which on two companies may be taken as one
// without asking anybody.
const Sure = 0.9

// CompanyName is a company as one source names it. Only Name is needed.
type CompanyName struct {
	Name    string
	Aliases []string
	Domain  string // example.com
	// Namesakes is how many known companies have this one's [CompanyStem], itself
	// counted; 0 where nobody has counted. Three and more make a name that differs
	// by a describing word too weak to be [Sure] of.
	Namesakes int
}

// verdict is a confidence with its reason.
type verdict struct {
	confidence float64 // 0 to 1
	why        string
}

// The confidences of the kinds of evidence. They are ranks more than measured
// rates: 0.9 and above were right in every pair of the hand-labelled corpus of
// the tests, and what is below is to be asked.
const (
	sameName   = 1.0
	sameFolded = 0.97
	sameAlias  = 0.95
	sameStem   = 0.92
	oneRemark  = 0.85
	branchOf   = 0.8
	oneForm    = 0.8
	oneLetter  = 0.75
	commonStem = 0.6
	partOf     = 0.4
	sharesWord = 0.2
)

// MatchCompany says how sure it is that two names mean one company, from 0 to 1,
// and why. From [Sure] on they may be joined unasked. A branch in a country, a
// part of a group and a company bought by another are related and not the same:
// what happens to one need not happen to the other.
//
//	Google LLC, Google             0.97 the same but for case, punctuation or legal form
//	Cisco, Cisco Systems Inc.      0.95 two names of cisco
//	Flux Systems, 株式会社FLUX      0.6  "flux" is too common a word …
//
// The order of the two does not matter.
func MatchCompany(a, b CompanyName) (confidence float64, why string) {
	for _, n := range [...]string{a.Name, b.Name} {
		if !IsEmployer(n) {
			return 0, fmt.Sprintf("%q names no company", n)
		}
	}
	var best verdict
	for i, x := range spellings(a) {
		for j, y := range spellings(b) {
			v := matchNames(x, y, max(a.Namesakes, b.Namesakes))
			if i+j > 0 && v.confidence > sameAlias {
				v = verdict{sameAlias, fmt.Sprintf("%q is an alias", x.text)}
			}
			if v.confidence > best.confidence {
				best = v
			}
		}
	}
	if best.why == "" {
		best.why = "the names have nothing in common"
	}
	best = withDomains(best, a, b)
	return best.confidence, best.why
}

func spellings(c CompanyName) []nameText {
	all := []nameText{parseName(c.Name)}
	for _, alias := range c.Aliases {
		if IsEmployer(alias) {
			all = append(all, parseName(alias))
		}
	}
	return all
}

// matchNames compares two spellings by the strongest evidence, and lowers it by
// what they say beside the name.
func matchNames(a, b nameText, namesakes int) verdict {
	if strings.EqualFold(a.text, b.text) {
		return verdict{sameName, "the same name"}
	}
	v := matchCores(a, b, namesakes)
	if v.confidence < Sure {
		return related(a, b, v)
	}
	switch {
	case a.former != b.former:
		return verdict{min(v.confidence, 0.7), "one says that it is past: " + quoteBoth(a, b)}
	case a.branch != b.branch:
		return verdict{branchOf, fmt.Sprintf("the same house, but %q is the branch of one place", pick(a, b, a.branch != "").text)}
	case a.remark != b.remark:
		return verdict{min(v.confidence, oneRemark), fmt.Sprintf("one says more: %q", a.remark+b.remark)}
	}
	return v
}

// matchCores compares the names themselves.
func matchCores(a, b nameText, namesakes int) verdict {
	switch {
	case a.key == "" || b.key == "":
		return verdict{}
	case a.key == b.key:
		return sameKeys(a, b)
	case alsoNamed(a, b.key) || alsoNamed(b, a.key):
		return verdict{sameAlias, "one gives the other as its second name: " + quoteBoth(a, b)}
	case a.squash == b.squash, glue(a.key) == glue(b.key), a.spelt != "" && a.spelt == b.squash, b.spelt != "" && b.spelt == a.squash:
		return sameSquash(a, b)
	}
	return matchStems(a, b, namesakes)
}

// alsoNamed reports whether a name gives a key as its other name.
func alsoNamed(n nameText, key string) bool {
	for _, other := range n.also {
		if other == key {
			return true
		}
	}
	return false
}

// sameKeys judges two names with one key by how much it takes to tell it from
// others: a common word may be two companies of two countries.
func sameKeys(a, b nameText) verdict {
	known := companyNames()[a.key] != ""
	switch {
	case known && a.squash != b.squash:
		return verdict{sameAlias, "two names of " + a.key}
	case known:
	case a.form.some && b.form.some && !shareLaw(a.form, b.form) && isCommonKey(a.key):
		return verdict{oneForm, fmt.Sprintf("%q is a common word and the legal forms differ", a.key)}
	case apart(a.form, b.form):
		return verdict{sameStem, "one name with the legal forms of two countries"}
	case a.form.native != b.form.native && (a.form.countries == "" || b.form.countries == "") && isPlain(a.key) && isCommonKey(a.key):
		return verdict{oneRemark, fmt.Sprintf("%q is a common word and one legal form is in a script of its own", a.key)}
	}
	return verdict{sameFolded, "the same but for case, punctuation or legal form"}
}

// sameSquash judges two names that differ in their spaces or by the end of a
// domain.
func sameSquash(a, b nameText) verdict {
	if isDistinctive([]byte(a.key)) && isDistinctive([]byte(b.key)) {
		return verdict{sameAlias, "the same but for spaces or the end of a domain"}
	}
	return verdict{oneRemark, "the same but for spaces or the end of a domain, in common words"}
}

// apart reports whether two legal forms are of countries that have nothing in
// common; a form that tells no country is apart from none.
func apart(a, b legalForm) bool {
	if a.countries == "" || b.countries == "" {
		return false
	}
	return !shareLaw(a, b)
}

// shareLaw reports whether two legal forms are met in one country.
func shareLaw(a, b legalForm) bool {
	for c := range strings.FieldsSeq(a.countries) {
		if strings.Contains(b.countries, c) {
			return true
		}
	}
	return a.countries == b.countries
}

func glue(key string) string { return strings.ReplaceAll(key, " ", "") }

func isCommonKey(key string) bool { return !strings.Contains(key, " ") && isCommon(key) }

// pick is a where first, else b.
func pick(a, b nameText, first bool) nameText {
	if first {
		return a
	}
	return b
}

// quoteBoth is both names in an order that does not depend on which came first.
func quoteBoth(a, b nameText) string {
	x, y := min(a.text, b.text), max(a.text, b.text)
	return fmt.Sprintf("%q, %q", x, y)
}
