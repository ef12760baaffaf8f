package model

import (
	"fmt"
	"strings"
)

// withDomains weighs the domains: one in common makes a likeness sure, two
// different ones make what was sure a question.
func withDomains(v verdict, a, b CompanyName) verdict {
	x, y := ownDomain(a.Domain), ownDomain(b.Domain)
	if x == "" || y == "" {
		return v
	}
	label, other := squash(x), squash(y)
	switch {
	case x == y && v.confidence == partOf:
		return v
	case x == y && v.confidence >= commonStem:
		return verdict{max(v.confidence, sameAlias), fmt.Sprintf("one domain, %s; %s", x, v.why)}
	case x == y:
		return verdict{max(v.confidence, oneForm), fmt.Sprintf("one domain, %s, but the names differ", x)}
	case label != other && v.confidence >= Sure && v.confidence < sameName:
		return verdict{oneRemark, fmt.Sprintf("%s, but the domains differ: %s, %s", v.why, min(x, y), max(x, y))}
	case label != other && v.confidence == sameName:
		return verdict{commonStem, fmt.Sprintf("one name, but two domains: %s, %s", min(x, y), max(x, y))}
	}
	return v
}

// shared are domains under which many have their mail or pages.
var shared = wordSet(`
	gmail.com googlemail.com outlook.com hotmail.com yahoo.com icloud.com proton.me protonmail.com gmx.de gmx.net web.de mail.ru
	qq.com 163.com github.com github.io gitlab.com linkedin.com medium.com wordpress.com blogspot.com notion.site facebook.com
	twitter.com x.com wixsite.com linktr.ee substack.com`)

// ownDomain is a domain in the form in which it compares: no scheme, path, user
// or www; empty for one that many share.
func ownDomain(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	s, _, _ = strings.Cut(s, "/")
	if _, host, ok := strings.Cut(s, "@"); ok {
		s = host
	}
	s = strings.Trim(strings.TrimPrefix(s, "www."), ".")
	for host := s; host != ""; {
		if shared[host] {
			return ""
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return s
}

// noEmployer are the folded texts that people put where a company is asked for
// and that name none.
var noEmployer = func() map[string]bool {
	set := make(map[string]bool)
	for s := range strings.SplitSeq(`na|n a|none|nil|null|unknown|not applicable|not available|tbd|tba|to be announced|undisclosed|confidential|private|various|several|other|myself|me|home|
self employed|selfemployed|self employment|various clients|multiple|nothing|no company|undefined|test|x|xx|xxx|self|freelance|freelancer|freelancing|freelance consultant|freelance developer|freelance contractor|
independent|independant|independent consultant|independent contractor|independent researcher|independent developer|indie|contractor|contract|consultant|it consultant|
sole trader|sole proprietor|entrepreneur|founder|stealth|stealth startup|stealth mode startup|stealth mode|stealth company|stealth ai startup|stealth mode company|startup|start up|
unemployed|not employed|between jobs|looking for work|looking for opportunities|looking for a job|open to work|open to opportunities|seeking opportunities|seeking new opportunities|
job seeker|career break|sabbatical|parental leave|maternity leave|on leave|gardening leave|retired|student|graduate student|phd student|university student|school|university|
volunteer|personal|personal projects|own business|family business|currently unemployed|actively looking|n d|company|my own company|self employed freelance|freelance self employed|
selbststandig|selbstandig|freiberuflich|freiberufler|arbeitssuchend|arbeitslos|rentner|schuler|studentin|independant freelance|auto entrepreneur|travailleur independant|sans emploi|etudiant|a mon compte|
autonomo|por cuenta propia|independiente|desempleado|estudiante|autonomo freelance|profissional autonomo|estudante|desempregado|libero professionista|disoccupato|studente|
zelfstandig|zzp|zzper|zzp er|werkloos|egenforetagare|egen foretagare|frilans|frilansare|arbetslos|samozatrudnienie|wlasna dzialalnosc|bezrobotny|
フリーランス|個人事業主|自営業|無職|学生|自由职业|自由职业者|学生|待业|무직|프리랜서|학생|фрилансер|фриланс|самозанятый|безработный|студент|ип`, "|") {
		set[NameKey(s)] = true
	}
	return set
}()

// IsEmployer reports whether a text in the place of a company can name one: not
// "-", "N/A", "Self-employed", "Stealth Startup" or "Student", of which any two
// are alike and mean nothing in common, a country, nor a page about a person. It
// says yes where it does not know.
func IsEmployer(name string) bool {
	name = clipped(name)
	key := NameKey(name)
	if key == "" || noEmployer[key] || countries()[key] != "" || strings.Contains(strings.ToLower(name), "linkedin.com/in/") {
		return false
	}
	if _, native := nativeForms[key]; native {
		return false
	}
	first, _, _ := strings.Cut(key, " ")
	last := key[strings.LastIndexByte(key, ' ')+1:]
	return !loners[first] || !loneJobs[last]
}

// loners and loneJobs are the first and last words of what names no company:
// Stealth Fintech Startup, Freelance Data Engineer.
var (
	loners   = wordSet("stealth freelance freelancer freelancing independent self unemployed")
	loneJobs = wordSet(`startup company mode venture project employed employee consultant contractor developer engineer designer
		programmer writer architect scientist analyst researcher artist freelancer trainer advisor professional`)
)
