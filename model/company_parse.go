package model

import (
	"strings"
)

// nameText is what one spelling of a company's name says, beside the name.
type nameText struct {
	text   string    // as it came
	key    string    // of the name itself, without what is said beside it
	form   legalForm // its legal form
	squash string    // the key without spaces, and without .com, .io and the like
	spelt  string    // squash with ä, ö, ü written ae, oe, ue; empty where it has none
	also   []string  // keys of other names it gives itself: (HPE)
	owner  string    // key of the company that it says it belongs to
	branch string    // the country or city that it says it is the branch of
	remark string    // what else it says: - The DevOps Company
	former bool      // it says that this is past: ex-Google
}

// parseName takes a name apart.
func parseName(text string) nameText {
	text = clipped(text)
	n := nameText{text: text}
	rest := strings.TrimLeft(strings.TrimSpace(text), "@# ")
	if strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http://") {
		rest = ownDomain(rest)
	}
	lower := strings.ToLower(rest)
	for _, w := range [...]string{"ex-", "ex ", "formerly ", "former ", "previously "} {
		if strings.HasPrefix(lower, w) && len(rest) > len(w) {
			n.former, rest = true, rest[len(w):]
			break
		}
	}
	rest = n.takeBrackets(rest)
	rest = n.takeOwner(rest)
	for _, dash := range [...]string{" - ", " – ", " — ", " | ", " / ", " // ", "/"} {
		head, tail, ok := strings.Cut(rest, dash)
		if ok && len(head) > 3 && len(tail) > 3 {
			rest = head
			n.addRemark(tail)
		}
	}
	n.setName(rest)
	return n
}

// setName keeps the name itself, and finds the branch at its end.
func (n *nameText) setName(name string) {
	var buf [96]byte
	key, form := companyKey(buf[:0], name)
	n.form = form
	n.squash = squash(name)
	if strings.ContainsAny(name, "äöüÄÖÜøØåÅæÆ") {
		n.spelt = squash(umlauts.Replace(name))
	}
	n.key = string(key)
	if end := countryEnd(name); end != "" && (companyNames()[n.squash] != "" || families[n.squash]) {
		n.branch = end
	}
	if full := NameKey(name); strings.HasSuffix(full, " gk") || strings.HasSuffix(full, " g k") {
		n.branch = "japan" // a godo kaisha is what foreign companies found there
	}
	if known, ok := companyNames()[n.key]; ok {
		n.key = known
		return
	}
	if head, place, ok := cutPlace(n.key); ok && n.branch == "" {
		n.branch = place
		n.key = head
		if known, ok := companyNames()[head]; ok {
			n.key = known
		}
	}
}

// takeBrackets judges what stands in brackets: another name, an owner, a place.
func (n *nameText) takeBrackets(s string) string {
	for {
		open := strings.IndexAny(s, "([（")
		if open < 0 {
			return s
		}
		size := 1
		if s[open] >= 0x80 {
			size = len("（")
		}
		end, closing := strings.IndexAny(s[open:], ")]）"), 1
		inside, after := s[open+size:], ""
		if end > size {
			if s[open+end] >= 0x80 {
				closing = len("）")
			}
			inside, after = s[open+size:open+end], s[open+end+closing:]
		}
		if form := CompanyKey(inside); nativeForms[form].countries != "" || legalForms[form].countries != "" {
			s = s[:open] + " " + inside + " " + after // (주), (Pty)
			continue
		}
		s = s[:open] + " " + after
		n.bracket(inside, s)
	}
}

func (n *nameText) bracket(inside, name string) {
	lower := strings.ToLower(strings.TrimSpace(inside))
	for _, w := range [...]string{"acquired by ", "part of ", "by ", "now part of ", "subsidiary of ", "an ", "a ", "member of "} {
		if owner, ok := strings.CutPrefix(lower, w); ok {
			n.owner = ownerKey(owner)
			return
		}
	}
	for _, w := range [...]string{"formerly ", "former ", "ex ", "ex-", "fka ", "aka ", "f/k/a ", "previously ", "now ", "dba "} {
		if other, ok := strings.CutPrefix(lower, w); ok {
			n.also = append(n.also, CompanyKey(other))
			return
		}
	}
	key := CompanyKey(strings.TrimPrefix(strings.TrimPrefix(lower, "https://"), "www."))
	switch {
	case isArea(key):
		n.branch = key
	case stands(squash(inside), name), isAcronym(inside), key == CompanyKey(name):
		n.also = append(n.also, key)
	default:
		n.addRemark(inside)
	}
}

// takeOwner finds "VMware by Broadcom", "Nordcloud, an IBM Company".
func (n *nameText) takeOwner(s string) string {
	lower := strings.ToLower(s)
	for _, w := range [...]string{
		" - part of ", ", part of ", " part of ", ", a member of ", " - a member of ", ", a subsidiary of ", " a subsidiary of ",
		", an ", ", a ", " - an ", " - a ", " an ", " by ", " at ", " @ ", ", contractor at ", " powered by ",
	} {
		at := strings.Index(lower, w)
		if at < 2 || len(lower) != len(s) {
			continue
		}
		tail := lower[at+len(w):]
		if (strings.HasSuffix(w, " a ") || strings.HasSuffix(w, " an ")) && !strings.HasSuffix(tail, " company") && !strings.HasSuffix(tail, " business") {
			continue
		}
		if owner := ownerKey(tail); owner != "" {
			n.owner = owner
			return s[:at]
		}
	}
	return s
}

// ownerKey is the key of an owner as it is spoken of: "IBM Company", "Cisco in 2024".
func ownerKey(text string) string {
	text, _, _ = strings.Cut(text, " in ")
	for _, w := range [...]string{" company", " business", " enterprise company", " brand"} {
		text = strings.TrimSuffix(text, w)
	}
	return CompanyKey(text)
}

func (n *nameText) addRemark(s string) {
	if key := CompanyKey(s); isArea(key) {
		n.branch = key
		return
	}
	n.remark = strings.TrimSpace(s)
}

// countryEnd is the country's end of a name that is a domain: de for amazon.de.
func countryEnd(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i < 1 || strings.Contains(name, " ") || len(name)-i != 3 {
		return ""
	}
	end := strings.ToLower(name[i+1:])
	if strings.Contains(" io ai co me tv so gg ", " "+end+" ") {
		return ""
	}
	return end
}

// squash is a name in one word without a legal form and without the end of a
// domain, so that "Bespin Global" is "BespinGlobal" and "Tetrate.io" "Tetrate".
func squash(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "https://"), "http://"), "www.")
	if !strings.Contains(name, " ") {
		name = strings.TrimSuffix(name, "/")
		for _, end := range domainEnds {
			if head, ok := strings.CutSuffix(name, end); ok && len(head) > 1 {
				name = head
				break
			}
		}
	}
	var buf [96]byte
	key, _ := companyKey(buf[:0], name)
	return strings.ReplaceAll(string(key), " ", "")
}

// umlauts writes letters as those do who lack them on the keyboard.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa", "æ", "ae", "Æ", "Ae")

// domainEnds are the ends of domains that companies write into their names.
var domainEnds = []string{
	".com.au", ".co.uk", ".com.br", ".co.jp", ".co.in", ".com", ".io", ".ai", ".net", ".org", ".co", ".dev", ".tech", ".cloud", ".app", ".eu",
	".de", ".ch", ".at", ".fr", ".nl", ".se", ".no", ".dk", ".fi", ".es", ".it", ".pt", ".pl", ".in", ".uk", ".me", ".life", ".so", ".gg",
}

// stands reports whether a short word in brackets stands for the name before
// it: its initials, its first letters, or one of its words.
func stands(short, name string) bool {
	words := strings.Fields(NameKey(name))
	if len(short) < 2 || len(words) == 0 {
		return false
	}
	for _, w := range words {
		if w == short && !isCommon(w) {
			return true
		}
	}
	return initials(words, short)
}

// isAcronym reports whether a text in brackets is a few capitals.
func isAcronym(s string) bool {
	return len(s) >= 2 && len(s) <= 6 && strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// initials reports whether short is made of the first letters of the words, of
// which small ones such as "of" and legal forms may be left out.
func initials(words []string, short string) bool {
	i, used := 0, 0
	for _, w := range words {
		if i < len(short) && w[0] == short[i] {
			i++
			used++
			continue
		}
		if !small[w] {
			break
		}
	}
	return i == len(short) && used >= 3
}

var small = wordSet("of the and for de du des la et und y e di della fur in on a an & inc corp ltd llc gmbh ag limited company co services")
