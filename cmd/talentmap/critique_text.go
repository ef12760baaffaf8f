package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/scoring/critique"
)

type critiqueJSON struct {
	File     string                `json:"file"`   // "" for the draft that is kept
	Person   string                `json:"person"` // "" where nobody was named
	Channel  string                `json:"channel"`
	Language string                `json:"language"` // "" where it is not known
	Grade    int                   `json:"grade"`
	Errors   int                   `json:"errors"`
	Warnings int                   `json:"warnings"`
	Notes    int                   `json:"notes"`
	Words    int                   `json:"words"`
	Findings []critiqueFindingJSON `json:"findings"`
}

// critiqueFindingJSON is one finding. Start and end are bytes of the subject or of the body,
// whichever it is in; line and column are those of the file, counted from 1.
type critiqueFindingJSON struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	In       string `json:"in"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Line     int    `json:"line"`
	Column   int    `json:"column"` // in characters
	Text     string `json:"text"`
	Reason   string `json:"reason"`
	Mend     string `json:"mend"`
}

// tellCritique prints what was found in a message.
func (a *app) tellCritique(l *letter, to *model.Person, r *critique.Report, asJSON bool) error {
	var blocked error
	if r.Blocks() {
		blocked = errSaid
	}
	if asJSON {
		return errors.Join(printJSON(a.out, []critiqueJSON{describeCritique(l, to, r)}), blocked)
	}
	head := string(l.Channel)
	if to != nil {
		head += fmt.Sprintf(" to %s (%s)", model.CleanLine(to.Name), to.ID)
	}
	if name := r.Lang.Name(); r.Lang != "" {
		head += " in " + name
	}
	fmt.Fprintf(a.out, "%s: grade %d, %s, %s, %s\n", head, r.Grade, count(r.Errors, "error"), count(r.Warnings, "warning"), count(r.Words, "word"))
	if r.Blocks() {
		fmt.Fprintln(a.out, "As it is, it does not go out.")
	}
	w := markedText{a.out, make(map[string]bool)}
	w.text("subject", l.Subject, inText(r, critique.Subject))
	w.text("body", l.Body, inText(r, critique.Body))
	return blocked
}

func inText(r *critique.Report, place critique.Place) (own []critique.Finding) {
	for _, f := range r.Findings {
		if f.Place == place {
			own = append(own, f)
		}
	}
	return own
}

func describeCritique(l *letter, to *model.Person, r *critique.Report) critiqueJSON {
	out := critiqueJSON{
		File: l.name, Channel: string(l.Channel), Language: string(r.Lang), Grade: r.Grade,
		Errors: r.Errors, Warnings: r.Warnings, Notes: r.Notes, Words: r.Words, Findings: []critiqueFindingJSON{},
	}
	if to != nil {
		out.Person = to.ID.String()
	}
	for i := range r.Findings {
		out.Findings = append(out.Findings, l.describe(&r.Findings[i]))
	}
	return out
}

// describe is a finding for programs.
func (l *letter) describe(f *critique.Finding) critiqueFindingJSON {
	j := critiqueFindingJSON{
		Rule: f.Rule, Severity: f.Severity.String(), In: f.Place.String(), Start: f.Start, End: f.End,
		Text: f.Text, Reason: f.Reason, Mend: f.Mend,
	}
	j.Line, j.Column = l.at(f)
	return j
}

// at is the line and the column of a finding in the file. A subject that was given
// apart has none.
func (l *letter) at(f *critique.Finding) (line, column int) {
	if f.Place == critique.Subject {
		if l.first == 0 {
			return 0, 0
		}
		return 1, l.ahead + utf8.RuneCountInString(l.Subject[:f.Start]) + 1
	}
	before := l.Body[:f.Start]
	return l.first + strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}
