package critique

import (
	"talentmap/scoring/critique/prose"
)

// askRules are about what a message asks for.
var askRules = []Rule{
	{
		ID: "no-resume", Severities: []Severity{Error},
		Says: "Asks for no résumé, references or salary.",
		Why:  "It is the great mistake: someone who has not applied is treated as an applicant.",
		Mend: "Leave it out: what is public is enough until she says that she wants to hear more.",
		Bad:  "Please send me your CV and your salary expectations.",
		Good: "No CV needed.",

		channels: anyChannel, stages: outreach | reply, check: (*reading).noResume,
	},
	{
		ID: "no-job-description", Severities: []Severity{Error},
		Says: "Sends no job description, lists no must-haves, says nowhere \"apply here\".",
		Why:  "A list of requirements asks people to judge themselves; they came with no wish to be judged.",
		Mend: "Say in a sentence what would be in it for her, or offer a two-page brief.",
		Bad:  "The job description is attached; apply here.",
		Good: "It is a team of five that owns the ledger.",

		channels: anyChannel, stages: outreach | reply, check: (*reading).noJobDescription,
	},
	{
		ID: "no-availability", Severities: []Severity{Error},
		Says: "Asks for no availability and no interview, and has no scheduling link.",
		Why:  "Picking a time is a commitment; nothing has been offered for it yet.",
		Mend: "Ask whether, not when: one word of hers should be enough for an answer.",
		Bad:  "When are you available next week? Book a slot: calendly.com/tom/30min",
		Good: "Shall I send it?",

		channels: anyChannel, stages: outreach, check: (*reading).noAvailability,
	},
	{
		ID: "small-ask", Severities: []Severity{Error, Warning},
		Says: "The ask is small: 15 minutes or two pages. 30 minutes and more, an interview or a visit is too much; none at all is a warning.",
		Why:  "The smaller the first step, the more people take it; without one nobody knows what to do.",
		Mend: "Ask for 15 minutes, or whether you may send a two-page brief.",
		Bad:  "Could we talk for 45 minutes on Thursday?",
		Good: "Would 15 minutes be worth it to you?",

		channels: toHer, stages: outreach, check: (*reading).smallAsk,
	},
	{
		ID: "one-ask", Severities: []Severity{Warning},
		Says: "Asks for one thing.",
		Why:  "Two requests are a form to be filled in; people put it off.",
		Mend: "Keep the smallest of them.",
		Bad:  "Could we talk for 15 minutes? And do you know anyone else who might be interested?",
		Good: "Could we talk for 15 minutes, or shall I just send the brief?",

		channels: toHer, stages: outreach, check: (*reading).oneAsk,
	},
}

func (r *reading) noResume() {
	r.phrases(Error, listResume, "asks for a résumé")
	r.phrases(Error, listReferences, "asks for references")
	r.phrases(Error, listSalary, "asks about pay")
}

func (r *reading) noJobDescription() {
	r.phrases(Error, listDescription, "treats her as an applicant")
}

func (r *reading) noAvailability() {
	r.phrases(Error, listAvailability, "asks for a time")
	r.phrases(Error, listInterview, "asks for an interview")
	for _, l := range r.links() {
		if l.site == siteSchedule {
			r.foundAt(Error, l.view, l.from, l.to, "is a scheduling link")
		}
	}
}

func (r *reading) smallAsk() {
	before := len(r.report.Findings)
	r.phrases(Error, listLong, "asks for half an hour or more")
	r.phrases(Error, listInterview, "asks for an interview")
	r.phrases(Error, listOnsite, "asks for a visit")
	if len(r.report.Findings) > before {
		return
	}
	if r.foreign || r.body.has(listAskReply, listAskReferral) || r.body.invites() {
		return
	}
	for _, q := range requestOf {
		if r.body.has(q.list) {
			return
		}
	}
	r.missing(Warning, "asks for nothing: she can't tell what you would like")
}

// invites reports whether a message leaves something to be answered in words that
// nobody thought of: a question, or an offer under a condition, "in case it helps".
func (v *view) invites() bool {
	for i, s := range v.Sentences {
		if v.aside(i) {
			continue
		}
		if s.Asks && !v.anyIn(listFiller, s) && !v.anyIn(listGuilt, s) && !v.anyIn(listUrgent, s) || v.anyIn(listConditional, s) && v.anyIn(listValue, s) {
			return true
		}
	}
	return false
}

// anyIn reports whether a sentence has a phrase of a list.
func (v *view) anyIn(list prose.List, s prose.Sentence) bool {
	hits := v.from(list, s.First)
	return len(hits) > 0 && hits[0].First < s.End
}

// request is what a message asks for, so that asking twice for one thing counts
// once.
type request uint8

// The requests, those first that stand for a whole sentence.
const (
	forMeeting request = 1 << iota
	forPapers
	forOthers // whom she knows
	forContact
	forClick
	forOffer // whether she would like what is offered
	forInterest
)

// requestOf says which lists ask for what.
var requestOf = [...]struct {
	list prose.List
	is   request
}{
	{listLong, forMeeting},
	{listInterview, forMeeting},
	{listAvailability, forMeeting},
	{listAskMeeting, forMeeting},
	{listOnsite, forMeeting},
	{listResume, forPapers},
	{listReferences, forPapers},
	{listSalary, forPapers},
	{listAskReferral, forOthers},
	{listAskConnect, forContact},
	{listAskClick, forClick},
	{listAskOffer, forOffer},
	{listAskInterest, forInterest},
}

// oneAsk counts what is asked for, sentence by sentence. Within one a meeting
// stands for the interest in it, and for what is offered instead: "15 minutes, or
// shall I just send it?"
func (r *reading) oneAsk() {
	v := r.body
	asked := make(map[int]request)      // by sentence
	place := make(map[int][2]prose.Hit) // the first and last hit of a sentence
	for _, q := range requestOf {
		for _, h := range v.wanted(q.list) {
			s := v.sentOf[h.First]
			if asked[s] == 0 {
				place[s] = [2]prose.Hit{h, h}
			}
			p := place[s]
			if h.First < p[0].First {
				p[0] = h
			}
			if h.End > p[1].End {
				p[1] = h
			}
			place[s] = p
			asked[s] |= q.is
		}
	}
	var all request
	for s := range v.Sentences {
		is := asked[s]
		if is&forMeeting != 0 {
			is &^= forOffer | forInterest
		}
		if is&forOffer != 0 {
			is &^= forInterest
		}
		if is == 0 {
			continue
		}
		more := is &^ all
		if more != 0 && (all != 0 || is&(is-1) != 0) {
			r.found(Warning, v, place[s][0].First, place[s][1].End, "is one request more")
		}
		all |= is
	}
}
