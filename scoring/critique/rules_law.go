package critique

import (
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// lawRules are about what the law asks of a message.
var lawRules = []Rule{
	{
		ID: "identity", Severities: []Severity{Error},
		Says: "An e-mail says who writes, for which company and from where by post, and how to end it.",
		Why:  "The law asks for it in most countries, and whoever hides it is taken for a fraud.",
		Mend: "Put name, company, postal address and a way to opt out below the message.",
		Bad:  "Best, Tom",
		Good: "Tom Hale, Tidewater Talent, 4 Quay Row, Dublin. Reply \"stop\" and I will not write again.",

		channels: onEmail, stages: outreach, check: (*reading).identity,
	},
	{
		ID: "privacy-notice", Severities: []Severity{Error},
		Says: "A first message to somebody in the EU or the UK says where the data came from, what it is for, and where the privacy notice is.",
		Why:  "The GDPR asks for it at the first contact, at the latest a month after the data was collected (article 14).",
		Mend: "Add a line: where you found her, what you keep and why, and a link to the privacy notice.",
		Bad:  "Best, Tom",
		Good: "I found you through your public profile; what we keep and why: tidewater.example/privacy",

		needs: needsPerson, channels: written, stages: firstTouch, check: (*reading).privacyNotice,
	},
}

func (r *reading) identity() {
	var lacks []string
	if !r.signed() {
		lacks = append(lacks, "who writes")
	}
	if !r.namesCompany() {
		lacks = append(lacks, "the company")
	}
	if !r.hasAddress() {
		lacks = append(lacks, "its postal address")
	}
	at := r.body.quotedFrom()
	at = len(strings.TrimRight(r.body.Source[:at], " \n\t\r"))
	if len(lacks) > 0 {
		r.foundAt(Error, r.body, at, at, "does not say "+strings.Join(lacks, ", "))
	}
	switch from, to, opts, works := r.optOut(); {
	case !opts && r.foreign:
	case !opts:
		r.foundAt(Error, r.body, at, at, "names no way to opt out")
	case !works:
		r.found(Error, r.body, from, to, "names a way to opt out that leads nowhere: there is no link and no address")
	}
}

// signed reports whether the sender's name stands in the text; where it is not
// known, whether something like a name stands below it.
func (r *reading) signed() bool {
	if r.about.Sender.Name != "" {
		return r.body.holds(r.about.Sender.Name) || r.body.namesSomeone(r.about.Sender.Name)
	}
	return r.body.anyBelow(func(words []prose.Word) bool {
		return len(words) > 0 && words[0].Form&(prose.Capital|prose.Sign) != 0 && !greets[words[0].Text]
	})
}

// namesCompany reports whether the sender's company stands in the text; where it is
// not known, whether below it two things with capitals stand beside one another.
func (r *reading) namesCompany() bool {
	if c := r.about.Sender.Company; c != "" {
		return r.body.holds(c) || r.body.holds(model.CompanyKey(c))
	}
	names := 0
	for i, w := range r.body.Words {
		if !r.body.below(i) || w.Form&(prose.Capital|prose.Digit|prose.Sign) == 0 {
			continue
		}
		if i == 0 || w.Gap&(prose.Clause|prose.Line|prose.Stop) != 0 || r.body.Words[i-1].Form&prose.Capital == 0 || !r.body.below(i-1) {
			names++
		}
	}
	return names > 1
}

// below reports whether a word stands in the signature or the footer.
func (v *view) below(word int) bool {
	s := v.sentOf[word]
	return v.footer[s] || v.Sentences[s].Part == prose.Closing
}

// anyBelow reports whether a sentence of the signature or the footer is as wanted.
func (v *view) anyBelow(wanted func([]prose.Word) bool) bool {
	parting := true
	for i, s := range v.Sentences {
		if !v.footer[i] && s.Part != prose.Closing {
			continue
		}
		words := v.Words[s.First:s.End]
		if s.Part == prose.Closing && parting && !v.footer[i] {
			parting = false
			if prose.IsParting(words) { // Best,
				continue
			}
		}
		if wanted(words) {
			return true
		}
	}
	return false
}

// holds reports whether the words of a text stand in a row, wherever.
func (v *view) holds(text string) bool {
	words := strings.Fields(prose.Fold(text))
	if len(words) == 0 {
		return false
	}
	for i := range v.Words {
		if v.Words[i].Text == words[0] && v.matches(i, words[1:]) > 0 {
			return true
		}
	}
	return false
}

// hasAddress reports whether a postal address stands in the text: the sender's, or
// where it is not known, a number and what streets, cities or countries are
// called, on one line or the next.
func (r *reading) hasAddress() bool {
	if a := r.about.Sender.Address; a != "" {
		return r.body.holds(a)
	}
	v := r.body
	for i, w := range v.Words {
		if w.Form&prose.Digit == 0 || !v.below(i) || w.Form&prose.Link != 0 {
			continue
		}
		for k := max(0, i-5); k < min(len(v.Words), i+7); k++ {
			if k != i && v.below(k) && isStreet(v.Words[k].Text) {
				return true
			}
		}
		if v.isPostcode(i) {
			return true
		}
	}
	return false
}

// isPostcode reports whether a number is one before a city, with a house number
// shortly before it: 12, 00170 Helsinki.
func (v *view) isPostcode(i int) bool {
	if n := len(v.Words[i].Text); n < 4 || n > 5 || i+1 == len(v.Words) || v.Words[i+1].Form&prose.Capital == 0 {
		return false
	}
	for k := max(0, i-3); k < i; k++ {
		if v.Words[k].Form&prose.Digit != 0 && len(v.Words[k].Text) < 4 {
			return true
		}
	}
	return false
}

// isStreet reports whether a word is one that streets are called by, or ends so, or
// names a post box.
func isStreet(word string) bool {
	if streets[word] {
		return true
	}
	for _, end := range [...]string{"strasse", "str", "weg", "platz", "allee", "gasse", "straat", "gatan", "vej", "ring", "ufer", "damm", "markt", "katu", "laan", "plein", "gata", "gade", "vagen", "utca"} {
		if len(word) > len(end)+2 && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

var streets = wordSet(`
	street st road rd avenue ave lane ln row drive dr court ct square sq boulevard blvd way place pl quay terrace close crescent parade highway hwy suite floor box broadway wharf yard
	strasse str weg platz allee gasse postfach ring
	rue avenue boulevard bd chemin cours quai impasse bp allee
	calle avenida avda paseo plaza ronda carrer via gran apartado carretera
	straat gracht`)

// optOut finds how to opt out; works is false for "unsubscribe here" without a link
// or an address.
func (r *reading) optOut() (first, end int, says, works bool) {
	v := r.body
	for i, w := range v.Words {
		if w.Form&prose.Link != 0 && v.Sentences[v.sentOf[i]].Part != prose.Quoted {
			if link := strings.ToLower(v.Source[w.Start:w.End]); strings.Contains(link, "unsub") || strings.Contains(link, "opt") || strings.Contains(link, "abmeld") || strings.Contains(link, "desabonn") || strings.Contains(link, "baja") || strings.Contains(link, "desinscri") {
				return 0, 0, true, true
			}
		}
	}
	if len(v.hits[listOptOut]) == 0 && len(v.hits[listOptOutLink]) == 0 {
		return 0, 0, false, false
	}
	for _, h := range v.hits[listOptOutLink] {
		s := v.Sentences[v.sentOf[h.First]]
		if !v.hasLink(s.First, min(len(v.Words), s.End+1)) {
			return h.First, h.End, true, false
		}
	}
	return 0, 0, true, true
}

// hasLink reports whether an address of a page or a mailbox is among some words.
func (v *view) hasLink(first, end int) bool {
	for _, w := range v.Words[first:end] {
		if w.Form&(prose.Link|prose.Mail) != 0 {
			return true
		}
	}
	return false
}

func (r *reading) privacyNotice() {
	at := model.ParsePlace(r.about.Person.Location)
	if !r.noticeDue() {
		return
	}
	v := r.body
	var lacks []string
	if len(v.hits[listSource]) == 0 && !r.foreign {
		lacks = append(lacks, "where the data came from")
	}
	if len(v.hits[listPurpose]) == 0 && !r.foreign {
		lacks = append(lacks, "what it is for")
	}
	if !r.linksNotice() {
		lacks = append(lacks, "where the privacy notice is")
	}
	if len(lacks) == 0 {
		return
	}
	end := len(strings.TrimRight(v.Source[:v.quotedFrom()], " \n\t\r"))
	if at.Known() {
		r.foundAt(Error, v, end, end, "does not say "+strings.Join(lacks, ", "))
		return
	}
	r.foundAt(Note, v, end, end, "where this person lives is not known: in the EU or the UK the message must say "+strings.Join(lacks, ", "))
}

// noticeDue reports whether somebody may be in the EU, the EEA or the UK.
func (r *reading) noticeDue() bool {
	under, known := model.UnderGDPR(r.about.Person.Location)
	return under || !known
}

// linksNotice reports whether the text names the privacy notice with a link to it.
func (r *reading) linksNotice() bool {
	v := r.body
	for i, w := range v.Words {
		if w.Form&prose.Link == 0 || v.Sentences[v.sentOf[i]].Part == prose.Quoted {
			continue
		}
		if isLegalLink(v.Source[w.Start:w.End]) {
			return true
		}
		for _, h := range v.hits[listNotice] {
			if v.sentOf[h.First] == v.sentOf[i] {
				return true
			}
		}
	}
	return false
}
