package critique

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talentmap/scoring/critique/prose"
)

// unfilled looks for merge fields that are still open, and for who is addressed as
// nobody.
func (r *reading) unfilled() {
	for _, v := range r.texts() {
		end := v.quotedFrom()
		for from, to := nextField(v.Source, 0, end); to > 0; from, to = nextField(v.Source, to, end) {
			if !v.quotedAt(from) {
				r.foundAt(Error, v, from, to, "is a field that was not filled in")
			}
		}
		for _, h := range v.hits[listCandidate] {
			if v.Sentences[v.sentOf[h.First]].Part != prose.Quoted {
				r.found(Error, v, h.First, h.End, "addresses nobody in particular")
			}
		}
	}
	r.emptyGreeting()
}

// quotedAt reports whether a place is in a quoted mail.
func (v *view) quotedAt(at int) bool {
	for _, s := range v.Sentences {
		if v.Words[s.End-1].End > at {
			return s.Part == prose.Quoted && v.Words[s.First].Start <= at
		}
	}
	return false
}

// emptyGreeting finds a greeting in which the name is missing: "Hi ,".
func (r *reading) emptyGreeting() {
	v := r.body
	if len(v.Sentences) == 0 || v.Sentences[0].Part != prose.Greeting {
		return
	}
	s := v.Sentences[0]
	if s.End-s.First > 2 {
		return
	}
	last := v.Words[s.End-1]
	if strings.HasPrefix(v.Source[last.End:], " ,") {
		r.foundAt(Error, v, v.Words[s.First].Start, last.End+len(" ,"), "the name is missing")
	}
}

// brackets open and close a merge field in the tools that people write with.
var brackets = [...][2]string{
	{"{{", "}}"},
	{"<<", ">>"},
	{"*|", "|*"},
	{"[[", "]]"},
	{"${", "}"},
	{"{%", "%}"},
	{"%%", "%%"},
	{"{", "}"},
	{"[", "]"},
	{"<", ">"},
	{"%", "%"},
}

// longestField is how many bytes a merge field has at most.
const longestField = 60

// nextField is the next merge field from a place on; 0, 0 where there is none.
func nextField(s string, from, end int) (start, stop int) {
	for i := from; i < end; i++ {
		c := s[i]
		if c == '_' && strings.HasPrefix(s[i:end], "____") {
			j := i
			for j < end && s[j] == '_' {
				j++
			}
			if isLine := onlyUnderscores(s, i, j); !isLine {
				return i, j
			}
			i = j
			continue
		}
		if c != '{' && c != '[' && c != '<' && c != '*' && c != '%' && c != '$' && c != 'X' {
			continue
		}
		if c == 'X' {
			if n := crosses(s, i, end); n > 0 {
				return i, i + n
			}
			continue
		}
		if n := fieldAt(s[i:end], i > 0 && isWordByte(s[i-1])); n > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

// onlyUnderscores reports whether nothing else stands on the line: then it parts
// the signature off.
func onlyUnderscores(s string, from, to int) bool {
	before := strings.TrimSpace(s[strings.LastIndexByte(s[:from], '\n')+1 : from])
	after, _, _ := strings.Cut(s[to:], "\n")
	return before == "" && strings.TrimSpace(after) == ""
}

func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// crosses is the length of a lone XXX that stands for something.
func crosses(s string, i, end int) int {
	n := 0
	for i+n < end && s[i+n] == 'X' {
		n++
	}
	if n < 3 || i > 0 && isWordByte(s[i-1]) || i+n < end && isWordByte(s[i+n]) {
		return 0
	}
	return n
}

// fieldAt is the length of the merge field that a text begins with; 0 for none.
func fieldAt(s string, inWord bool) int {
	for _, b := range brackets {
		rest, ok := strings.CutPrefix(s, b[0])
		if !ok {
			continue
		}
		inside, after, ok := strings.Cut(rest[:min(len(rest), longestField)], b[1])
		if !ok {
			continue
		}
		double := len(b[0]) > 1
		switch {
		case strings.ContainsAny(inside, "\n{}[]<>"):
		case double && inside != "" && strings.IndexFunc(inside, unicode.IsLetter) >= 0:
			return len(b[0]) + len(inside) + len(b[1])
		case !double && !inWord && isFieldName(inside) && !(b[0] == "[" && strings.HasPrefix(after, "(")):
			return len(b[0]) + len(inside) + len(b[1])
		}
	}
	return 0
}

// isFieldName reports whether what stands in simple brackets is the name of a field
// rather than a remark: first_name, Company, YOUR NAME, insert link.
func isFieldName(inside string) bool {
	if inside == "" || inside != strings.TrimSpace(inside) || strings.ContainsAny(inside, ".:/@=;\"'") {
		return false
	}
	words := strings.Fields(prose.Fold(strings.ReplaceAll(inside, "_", " ")))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	if strings.Contains(inside, "_") && strings.ToLower(inside) == inside || fieldWords[strings.Join(words, "")] {
		return true
	}
	for _, w := range words {
		if fieldWords[w] {
			return true
		}
	}
	return false
}

// fieldWords are what merge fields are called.
var fieldWords = wordSet(`
	name firstname lastname fname lname fullname surname first last candidate recipient prospect contact client customer company companyname employer firm organization
	organisation title jobtitle role position job city location country date link url insert placeholder tbd tbc xx xxx salutation sender myname yourname
	signature project skill skills technology industry topic article talk fact achievement mutual connection calendar phone email number amount
	vorname nachname anrede kunde firma unternehmen stelle position ort datum kandidat bewerber ansprechpartner thema einfugen
	prenom nom client entreprise societe poste ville candidat lien sujet inserer
	nombre apellido cliente empresa puesto ciudad fecha candidato enlace tema insertar`)

func wordSet(text string) map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(text) {
		words[w] = true
	}
	return words
}

func trimLeft(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }
