package critique

import (
	"fmt"
	"strings"

	"talentmap/scoring/critique/prose"
)

// The notes, which are no rules.
const (
	NoteUnchecked = "not-checked"
	NoteLanguage  = "language"
	NoteLimit     = "limit"
)

// notes says what was not looked at.
func (r *reading) notes() {
	r.noteUnchecked("person", "who this goes to is not known", "Name the person, so that the draft is compared with what is known of her.")
	r.noteUnchecked("others", "there is nothing to compare with yet", "It is checked when the messages and names have been read.")
	r.noteLanguage()
	if r.untold > 0 {
		r.note(NoteLimit, r.body, 0, fmt.Sprintf("%d more findings are not told", r.untold), "Begin with those that are.")
	}
	if r.body.Rest < len(r.draft.Body) {
		r.note(NoteLimit, r.body, r.body.Rest, fmt.Sprintf("only the first %d KB are read", prose.Limit>>10), "Nobody reads a message of this length.")
	}
}

// note adds a note at a place of the body.
func (r *reading) note(about string, v *view, at int, reason, mend string) {
	r.report.Findings = append(r.report.Findings, Finding{Rule: about, Severity: Note, Place: v.place, Start: at, End: at, Reason: reason, Mend: mend})
}

// noteUnchecked names the rules that were not checked for one reason, once.
func (r *reading) noteUnchecked(lacks, why, mend string) {
	var ids []string
	for i := range rules {
		rule := &rules[i]
		if rule.channels&r.channel != 0 && (rule.stages&r.stage != 0 || !r.person) && r.lacks(rule) == lacks {
			ids = append(ids, rule.ID)
		}
	}
	if len(ids) > 0 {
		r.note(NoteUnchecked, r.body, 0, why+": not checked are "+strings.Join(ids, ", "), mend)
	}
}

// noteLanguage says so where the draft is in a language whose phrases are not
// known.
func (r *reading) noteLanguage() {
	if !r.foreign {
		return
	}
	r.note(NoteLanguage, r.body, 0, fmt.Sprintf("the text is in a language whose phrases are not known (%s): only what needs no words was checked", r.tongue.Name()),
		"Have someone who speaks it look at it.")
}
