package critique

import (
	"strings"
	"unicode/utf8"

	"talentmap/scoring/critique/prose"
)

// openingRules are about how a message begins and what it brings.
var openingRules = []Rule{
	{
		ID: "why-them", Severities: []Severity{Error},
		Says: "The first sentence after the greeting shares a rare word, name or number with something that is known of this person, or names by its title what she has published.",
		Why:  "Passive people answer whoever shows in the first line that they mean them and nobody else.",
		Mend: "Begin with something that only this person has done, said or built; the facts are beside the text.",
		Bad:  "Hi Mira,\n\nI help engineers find their next step and wanted to get in touch.",
		Good: "Hi Mira,\n\nYour talk on moving 4,000 ledger topics made me redraw a diagram.",

		needs: needsPerson, channels: toHer, stages: firstTouch, check: (*reading).whyThem,
	},
	{
		ID: "not-hiring-first", Severities: []Severity{Error},
		Says: "The first 80 characters announce no vacancy, no sender and no \"exciting opportunity\".",
		Why:  "They are what a phone shows of a message; a vacancy there is read as an advertisement and swiped away.",
		Mend: "Move who you are and what you look for to the end, or leave it out; the first line is about this person.",
		Bad:  "Hi Mira,\n\nWe are hiring a Staff Engineer for our platform team.",
		Good: "Hi Mira,\n\nYour talk on moving 4,000 ledger topics made me redraw a diagram.",

		channels: toHer | onEvent, stages: outreach, check: (*reading).notHiringFirst,
	},
	{
		ID: "acknowledge", Severities: []Severity{Warning},
		Says: "A first message says that the person is not looking, unless the signal \"open to work\" is active.",
		Why:  "It is true of most, and whoever says so is not taken for a mass mailer.",
		Mend: "Say that you know that a move is not on their mind, such as \"I know you're not looking\".",
		Bad:  "Your talk made me redraw a diagram. May I send you our brief?",
		Good: "Your talk made me redraw a diagram. I know you're not looking; may I send you our brief?",

		needs: needsWords, channels: toHer, stages: firstTouch, check: (*reading).acknowledge,
	},
	{
		ID: "value", Severities: []Severity{Warning},
		Says: "The message offers something beyond the pitch: a note, a brief, a benchmark, a talk, an introduction.",
		Why:  "A message that only asks is one more request; one that gives is worth an answer.",
		Mend: "Offer something that is of use whether or not they ever move.",
		Bad:  "I would love to tell you about our team. Are you open to a chat?",
		Good: "I wrote two pages on how four platforms do this. Shall I send them?",

		needs: needsWords, channels: toHer, stages: outreach, check: (*reading).value,
	},
}

// whyThem looks for a fact of hers in the first sentence.
func (r *reading) whyThem() {
	v := r.body
	first, end := v.opening()
	if first == end {
		r.missing(Error, "there is no first sentence yet that is about this person")
		return
	}
	for _, c := range r.cites(v, first, end) {
		if len(c.facts) > 0 {
			return
		}
	}
	reason := "nothing in the first sentence is something that is known of this person alone"
	if len(r.known.facts) == 0 {
		reason = "nothing is known of this person that a first sentence could be about: look her up first"
	}
	r.found(Error, v, first, end, reason)
}

// opening is the words of the first sentence after the greeting. A short exclamation
// before it, such as "Wow!" or "Quick thought:", is passed over.
func (v *view) opening() (first, end int) {
	const short = 2
	for i, s := range v.Sentences {
		if v.aside(i) {
			continue
		}
		if first < end && end-first > short {
			return first, end
		}
		first, end = s.First, s.End
	}
	return first, end
}

// notHiringFirst looks for announcements that begin within the first characters.
func (r *reading) notHiringFirst() {
	v := r.body
	first, _ := v.opening()
	if first < len(v.Words) {
		until := runesOn(v.Source, v.firstContent(), r.limits.Opening)
		r.announces(v, func(h prose.Hit) bool { return v.Words[h.First].Start < until })
	}
	for _, list := range [...]prose.List{listVacancy, listOpportunity, listSender} {
		for _, h := range r.subject.wanted(list) {
			r.found(Error, r.subject, h.First, h.End, "announces it in the subject")
			return
		}
	}
}

// firstContent is where what the message says begins.
func (v *view) firstContent() int {
	for i, s := range v.Sentences {
		if !v.aside(i) {
			return v.Words[s.First].Start
		}
	}
	return len(v.Source)
}

// runesOn is so many runes behind a place.
func runesOn(s string, at, n int) int {
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// announces adds a finding for the first announcement of each kind.
func (r *reading) announces(v *view, counts func(prose.Hit) bool) {
	for _, a := range [...]struct {
		list   prose.List
		reason string
	}{
		{listVacancy, "begins with a vacancy"},
		{listOpportunity, "begins with an advertisement"},
		{listSender, "begins with who writes"},
	} {
		for _, h := range v.wanted(a.list) {
			if counts(h) && !r.foundNear(r.rule.ID, v, h.First, h.End) {
				r.found(Error, v, h.First, h.End, a.reason)
				break
			}
		}
	}
}

func (r *reading) acknowledge() {
	if r.about.OpenToWork || r.acknowledges() {
		return
	}
	r.missing(Warning, "does not say that it knows that this person is not looking")
}

// acknowledges looks for words that say so; a condition, "if you are not looking",
// or a question says nothing.
func (r *reading) acknowledges() bool {
	for _, h := range r.body.hits[listAcknowledge] {
		if r.body.content(h.First) && !r.body.conditional(h) {
			return true
		}
	}
	return false
}

// conditional reports whether an if stands shortly before a phrase or it is asked.
func (v *view) conditional(h prose.Hit) bool {
	s := v.Sentences[v.sentOf[h.First]]
	if ifs := v.from(listConditional, max(s.First, h.First-2)); len(ifs) > 0 && ifs[0].First <= h.First {
		return true
	}
	return s.Asks && h.First-s.First < 2
}

func (r *reading) value() {
	if r.body.has(listValue) || r.offersSomething() || r.offersLink() {
		return
	}
	r.missing(Warning, "offers nothing beyond the pitch")
}

// offersSomething reports whether something is offered in a question. "If that is of
// interest, send your CV" offers nothing: the sentence asks for what is hers.
func (r *reading) offersSomething() bool {
	v := r.body
	for _, h := range v.hits[listAskOffer] {
		if v.content(h.First) && !v.asksForHers(v.Sentences[v.sentOf[h.First]]) {
			return true
		}
	}
	return false
}

// asksForHers reports whether a sentence asks for her papers, her pay or her time.
func (v *view) asksForHers(s prose.Sentence) bool {
	for _, list := range [...]prose.List{listResume, listReferences, listSalary, listAvailability, listInterview} {
		if v.anyIn(list, s) {
			return true
		}
	}
	return false
}

// offersLink reports whether the body points at a page that is no page to apply at,
// to book a time or about the law.
func (r *reading) offersLink() bool {
	for i, w := range r.body.Words {
		if w.Form&prose.Link != 0 && r.body.content(i) {
			link := r.body.Source[w.Start:w.End]
			if siteOf(link) == "" && !isLegalLink(link) && strings.Contains(strings.TrimSuffix(trimScheme(link), "/"), "/") {
				return true
			}
		}
	}
	return false
}
