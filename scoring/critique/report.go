package critique

import (
	"cmp"
	"slices"

	"talentmap/scoring/critique/prose"
)

// Severity says what a finding does.
type Severity uint8

// An Error keeps a message from being sent unless a person says why it should
// all the same, a Warning warns, a Note informs.
const (
	Note Severity = iota
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"I", "W", "E"}[s] }

// Place is the text that a finding is in.
type Place uint8

// A draft has two texts.
const (
	Subject Place = iota
	Body
)

func (p Place) String() string { return [...]string{"subject", "body"}[p] }

// Finding is one thing to be said of a draft.
type Finding struct {
	Rule       string // the rule's id; of a note what it is about
	Severity   Severity
	Place      Place
	Start, End int    // bytes of the subject or the body, between runes; equal where something is missing
	Text       string // what stands there
	Reason     string // why it is found, in a sentence without its full stop
	Mend       string // what to do, in a sentence
}

// Report is what there is to say of a draft.
type Report struct {
	Findings   []Finding // by place: the subject first, each text from its beginning; the graver first
	Errors     int
	Warnings   int
	Notes      int
	Grade      int // 100 − 25 for each error − 8 for each warning, at least 0
	Lang       prose.Lang
	Words      int // of the message itself: without greeting, signature, footer and quoted mail
	Characters int // of all that is not quoted
	// Answers is so where she has written last, or is in a process: what is asked of a
	// message to somebody who has not answered is not asked of it.
	Answers bool

	checked uint64 // the rules that looked at the draft, by their place in the table
}

// Checked reports whether the rule of an ID looked at the draft: it may not be for its
// channel or for how far the conversation is, or lack what it needs. Of a draft at which
// it has not looked nothing is known, though it has found nothing.
func (r *Report) Checked(rule string) bool {
	for i := range rules {
		if rules[i].ID == rule {
			return r.checked&(1<<i) != 0
		}
	}
	return false
}

// Blocks reports whether something was found that keeps the message from being
// sent.
func (r *Report) Blocks() bool { return r.Errors > 0 }

// What findings take off the grade.
const (
	errorCosts   = 25
	warningCosts = 8
)

// close sorts and counts.
func (r *Report) close() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Start, b.Start), cmp.Compare(b.Severity, a.Severity))
	})
	for _, f := range r.Findings {
		switch f.Severity {
		case Error:
			r.Errors++
		case Warning:
			r.Warnings++
		case Note:
			r.Notes++
		}
	}
	r.Grade = max(0, 100-errorCosts*r.Errors-warningCosts*r.Warnings)
}
