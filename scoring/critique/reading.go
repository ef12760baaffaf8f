package critique

import (
	"strings"
	"unicode/utf8"

	"talentmap/scoring/critique/prose"
)

// reading is one draft being read.
type reading struct {
	*Reader
	draft   Draft
	against Against
	channel channels
	body    *view
	subject *view
	tongue  prose.Lang
	foreign bool  // a good part of the body is in a language whose phrases are not known
	rule    *Rule // the one at work
	told    int   // how many findings it has
	untold  int   // how many more there would be, of all rules
	report  Report
}

// mostOfRule is how many findings of one rule are told: more help nobody.
const mostOfRule = 40

// texts are the subject and the body.
func (r *reading) texts() [2]*view { return [...]*view{r.subject, r.body} }

// measure counts words and characters.
func (r *reading) measure() {
	v := r.body
	signs := 0
	for i, s := range v.Sentences {
		if v.aside(i) {
			continue
		}
		for _, w := range v.Words[s.First:s.End] {
			switch {
			case w.Form&prose.Sign != 0:
				signs++
			case w.Gap != 0 || w.Start == 0:
				r.report.Words++
			}
		}
	}
	const signsOfWord = 2 // as writers of Chinese, Japanese and Thai reckon
	r.report.Words += (signs + 1) / signsOfWord
	r.report.Characters = utf8.RuneCountInString(strings.TrimSpace(v.Source[:v.quotedFrom()]))
}

// foreignShare is the share of the body's words from which it can't be said that a
// phrase is missing.
const foreignShare = 0.25

// isForeign reports whether a good part of what the body says is in a language whose
// phrases are not known, and in which.
func (v *view) isForeign() (lang prose.Lang, foreign bool) {
	all, other := 0, 0
	for i, s := range v.Sentences {
		if v.aside(i) {
			continue
		}
		all += s.End - s.First
		if lexicons[s.Lang] == nil {
			other += s.End - s.First
			lang = s.Lang
		}
	}
	return lang, all > 0 && float64(other) >= foreignShare*float64(all)
}

// quotedFrom is where the quoted mail at the end of a text begins; its length
// where there is none.
func (v *view) quotedFrom() int {
	for i := len(v.Sentences) - 1; i >= 0; i-- {
		if s := v.Sentences[i]; s.Part != prose.Quoted {
			if i+1 < len(v.Sentences) {
				return v.Words[v.Sentences[i+1].First].Start
			}
			return v.Rest
		}
	}
	return v.Rest
}

// found adds a finding at some words of a text.
func (r *reading) found(sev Severity, v *view, first, end int, reason string) {
	from, to := v.Place(first, end)
	r.foundAt(sev, v, from, to, reason)
}

// foundAt adds a finding at some bytes of a text. One that overlaps a finding of its
// rule is a part of it.
func (r *reading) foundAt(sev Severity, v *view, from, to int, reason string) {
	for i := range r.report.Findings {
		f := &r.report.Findings[i]
		if f.Rule == r.rule.ID && f.Place == v.place && f.Start < to && from < f.End {
			f.Severity, f.Start, f.End = max(f.Severity, sev), min(f.Start, from), max(f.End, to)
			f.Text = v.Source[f.Start:f.End]
			return
		}
	}
	if r.told == mostOfRule {
		r.untold++
		return
	}
	r.told++
	r.report.Findings = append(r.report.Findings, Finding{
		Rule: r.rule.ID, Severity: sev, Place: v.place, Start: from, End: to,
		Text: v.Source[from:to], Reason: reason, Mend: r.rule.Mend,
	})
}

// missing adds a finding about what the body lacks, at the end of what it says.
func (r *reading) missing(sev Severity, reason string) {
	at := r.body.lastContent()
	r.foundAt(sev, r.body, at, at, reason)
}

// lastContent is behind the last word that the message itself says.
func (v *view) lastContent() int {
	for i := len(v.Sentences) - 1; i >= 0; i-- {
		if s := v.Sentences[i]; !v.aside(i) && s.End > s.First {
			return v.Words[s.End-1].End
		}
	}
	return 0
}

// phrases adds a finding for each phrase of a list that the message says and does
// not take back, in either text.
func (r *reading) phrases(sev Severity, list prose.List, reason string) {
	for _, v := range r.texts() {
		for _, h := range v.wanted(list) {
			r.found(sev, v, h.First, h.End, reason)
		}
	}
}

// has reports whether the body says a phrase of one of some lists, whatever a
// negation makes of it.
func (v *view) has(lists ...prose.List) bool {
	for _, list := range lists {
		for _, h := range v.hits[list] {
			if v.content(h.First) {
				return true
			}
		}
	}
	return false
}

// applies reports whether a rule concerns the draft at all, and all is there that
// it needs.
func (r *reading) applies(rule *Rule) bool {
	return rule.channels&r.channel != 0 && rule.stages&r.stage != 0 && r.lacks(rule) == ""
}

// lacks says what a rule needs that is not there.
func (r *reading) lacks(rule *Rule) string {
	switch {
	case rule.needs&needsPerson != 0 && !r.person:
		return "person"
	case rule.needs&needsOthers != 0 && r.against == nil:
		return "others"
	case rule.needs&needsWords != 0 && r.foreign:
		return "words"
	}
	return ""
}
