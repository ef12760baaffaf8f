package critique

import (
	"fmt"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/scoring/critique/prose"
)

// formRules are about the form of a message.
var formRules = []Rule{
	{
		ID: "unfilled", Severities: []Severity{Error},
		Says: "No merge field is left open: [Name], {{company}}, \"Dear Candidate\".",
		Why:  "Nothing says more plainly that nobody read what was sent.",
		Mend: "Fill it in, or take it out.",
		Bad:  "Dear Candidate, your work at {{company}} …",
		Good: "Hi Mira, your work at Borealis …",

		channels: anyChannel, stages: anyStage, check: (*reading).unfilled,
	},
	{
		ID: "length", Severities: []Severity{Error, Warning},
		Says: "An e-mail has 50 to 125 words, not under 25 or over 150; an InMail up to 400 characters, over 800 is a warning, over 1,200 is not sent.",
		Why:  "Short messages are answered most; so say the vendors' counts.",
		Mend: "Keep the first line, the offer and the ask; cut the rest.",
		Bad:  "Hi Mira, call me.",
		Good: "A message that fits on the screen of a phone.",

		channels: onEmail | onInMail, stages: outreach, check: (*reading).length,
	},
	{
		ID: "subject", Severities: []Severity{Error, Warning},
		Says: "A subject has 25 to 60 characters and no capitals; a \"Re:\" or \"Fwd:\" to which there was nothing before is a lie.",
		Why:  "A phone shows some forty characters; capitals and false replies are what filters look for.",
		Mend: "Say what it is about in five to nine words.",
		Bad:  "Re: EXCITING OPPORTUNITY!!!",
		Good: "your ledger talk, and a brief to swap for it",

		channels: onEmail | onInMail | onIntroduction, stages: anyStage, check: (*reading).subjectLine,
	},
	{
		ID: "links", Severities: []Severity{Warning},
		Says: "One link at most, no shortener, no tracking pixel, no page to apply at.",
		Why:  "Links are what filters count; a shortened one hides where it leads, a pixel spies.",
		Mend: "Keep the one that is of use to her, written out.",
		Bad:  "See bit.ly/3xYz and boards.greenhouse.io/acme/jobs/1",
		Good: "The table is at tidewater.example/ledgers",

		channels: anyChannel, stages: anyStage, check: (*reading).linkRules,
	},
}

func (r *reading) length() {
	v := r.body
	if r.stage == followUp && r.report.Words == 0 || v.Lang == prose.Unknown && r.report.Words == 0 && r.report.Characters == 0 {
		r.missing(Warning, "nothing is written yet")
		return
	}
	if r.channel == onInMail {
		r.characters()
		return
	}
	switch n, l := r.report.Words, r.limits.Words; {
	case n < l.Least:
		r.missing(Warning, fmt.Sprintf("%d words are few: from %d on people can tell what it is about", n, l.Least))
	case n > l.Most:
		first, end := v.beyondWord(l.Most)
		r.found(Warning, v, first, end, fmt.Sprintf("%d words are many: over %d fewer people answer", n, l.Most))
	}
}

// characters judges an InMail.
func (r *reading) characters() {
	sev, limit := Warning, r.limits.Characters.Least
	if r.report.Characters > r.limits.Characters.Most {
		sev, limit = Error, r.limits.Characters.Most
	}
	if r.report.Characters <= limit {
		return
	}
	v := r.body
	start := len(v.Source) - len(trimLeft(v.Source))
	from := runesOn(v.Source, start, limit)
	r.foundAt(sev, v, from, max(from, v.quotedFrom()), fmt.Sprintf("%d characters are more than %d", r.report.Characters, limit))
}

// beyondWord is the words behind so many of the message itself, up to its end.
func (v *view) beyondWord(n int) (first, end int) {
	first = -1
	for i, w := range v.Words {
		if !v.content(i) || w.Gap == 0 && w.Start > 0 && w.Form&prose.Sign == 0 {
			continue
		}
		if n--; n == -1 {
			first = i
		}
		end = i + 1
	}
	return max(first, 0), end
}

// subjectLine judges the subject.
func (r *reading) subjectLine() {
	v := r.subject
	text := model.CleanLine(v.Source)
	if text == "" {
		if r.channel != onIntroduction {
			r.foundAt(Warning, v, 0, 0, "there is no subject")
		}
		return
	}
	if end := replyPrefix(v); end > 0 {
		if !r.hasThread() {
			r.found(Error, v, 0, end, "answers or forwards nothing that was there before")
		}
		return // the thread has its subject
	}
	n, l := utf8.RuneCountInString(text), r.limits.Subject
	switch {
	case n < l.Least:
		r.foundAt(Warning, v, 0, len(v.Source), fmt.Sprintf("%d characters are few for a subject: %d to %d", n, l.Least, l.Most))
	case n > l.Most:
		from := runesOn(v.Source, 0, l.Most)
		r.foundAt(Warning, v, from, len(v.Source), fmt.Sprintf("%d characters are many for a subject: %d to %d", n, l.Least, l.Most))
	}
	if first, end := v.shouts(); end > first && !r.foundNear("unfilled", v, first, end) {
		r.found(Warning, v, first, end, "is written in capitals")
	}
}

// replyPrefix is behind the words by which a subject says that it answers or
// forwards; 0 where there are none.
func replyPrefix(v *view) int {
	end := 0
	for i, w := range v.Words {
		behind := v.Source[w.End:]
		if !replies[w.Text] || !(len(behind) > 0 && behind[0] == ':' || len(behind) > 1 && behind[:2] == " :" || len(behind) > 2 && behind[:3] == "：") {
			break
		}
		end = i + 1
	}
	return end
}

// replies are what mail programs put before a subject.
var replies = map[string]bool{"re": true, "aw": true, "antw": true, "fwd": true, "fw": true, "wg": true, "tr": true, "rv": true, "rif": true, "sv": true, "vs": true, "ref": true, "回复": true, "转发": true}

// hasThread reports whether there was a message before.
func (r *reading) hasThread() bool {
	if r.stage != firstTouch {
		return true
	}
	for _, s := range r.body.Sentences {
		if s.Part == prose.Quoted && !r.person {
			return true // the file shows the message that it answers
		}
	}
	return false
}

// shouts is the words of a text that are written in capitals: two in a row, or a
// long one. Shorter ones are mostly abbreviations.
func (v *view) shouts() (first, end int) {
	const long = 7
	run := 0
	for i, w := range v.Words {
		if w.Form&prose.Caps == 0 || v.hidden[i] {
			run = 0
			continue
		}
		if run++; run == 2 && len(v.Words[i-1].Text)+len(w.Text) < long {
			run = 1 // AWS RDS
		}
		switch {
		case run == 2 && end == 0:
			first, end = i-1, i+1
		case end == i && end > 0:
			end = i + 1
		case len(w.Text) >= long && end == 0:
			first, end = i, i+1
		}
	}
	return first, end
}
