package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/store/roster"
)

type draftJSON struct {
	ID         string    `json:"id"`
	Person     string    `json:"person"`
	Channel    string    `json:"channel"`
	Subject    string    `json:"subject"`
	Body       string    `json:"body"`
	By         string    `json:"by"`
	At         string    `json:"at"`
	State      string    `json:"state"`   // "" while it is written; queued, sending, unknown
	SendAt     string    `json:"send_at"` // when it is approved to go out
	Template   string    `json:"template"`
	Version    int       `json:"template_version"`
	Why        string    `json:"why"` // why this template, and what is shared
	Shared     string    `json:"shared"`
	Words      int       `json:"words"`
	Characters int       `json:"characters"`
	Length     string    `json:"length"` // short, long or too long for the channel; "": good
	Missing    []gapJSON `json:"missing"`
}

type gapJSON struct {
	Field  string `json:"field"`
	In     string `json:"in"` // subject, text
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Do     string `json:"do"`
}

// describeDraft is a draft for programs.
func describeDraft(p *roster.Profile, d *model.Draft, why string) draftJSON {
	l := model.LengthOf(d.Channel)
	out := draftJSON{
		ID: p.Person.ID.String(), Person: p.Person.Name, Channel: string(d.Channel), Subject: d.Subject, Body: d.Body, By: d.By, At: stamp(d.At),
		State: string(d.OutState()), SendAt: stamp(d.SendAt), Version: d.Made.Template.Version, Why: why,
		Words: model.CountWords(d.Body), Characters: utf8.RuneCountInString(d.Body), Length: l.Fit(l.Measure(d.Body)), Missing: []gapJSON{},
	}
	if d.Made.Template.ID != 0 {
		out.Template = d.Made.Template.ID.String()
	}
	if d.Shelf != 0 {
		out.Shared = d.Shelf.String()
	}
	for _, g := range model.OpenFields(d.Subject, d.Body) {
		text := d.Body
		if g.In == model.InSubject {
			text = d.Subject
		}
		before := text[:g.Start]
		line := strings.LastIndexByte(before, '\n') + 1
		out.Missing = append(out.Missing, gapJSON{g.Field.String(), g.In.String(), strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[line:]) + 1, g.Field.Missing()})
	}
	return out
}

// tellDraft prints a draft with what it lacks.
func (a *app) tellDraft(p *roster.Profile, w *writings, d *model.Draft, why string, asJSON bool) error {
	out := describeDraft(p, d, why)
	if asJSON {
		return printJSON(a.out, []draftJSON{out})
	}
	from := ""
	if id := d.Made.Template.ID; id != 0 {
		from = fmt.Sprintf("from %q (%s, version %d)", w.templateName(id), id, d.Made.Template.Version)
	}
	fmt.Fprintf(a.out, "to %s (%s)\n", joined(", ", model.CleanLine(p.Person.Name), string(d.Channel)), p.Person.ID)
	if line := joined(": ", from, why); line != "" {
		fmt.Fprintln(a.out, model.CleanLine(line))
	}
	a.tellText(d)
	for _, g := range out.Missing {
		fmt.Fprintf(a.out, "missing: %s, %s %d:%d: %s\n", g.Field, g.In, g.Line, g.Column, g.Do)
	}
	l := model.LengthOf(d.Channel)
	fmt.Fprintln(a.out, lengthText(l, l.Measure(d.Body)))
	return nil
}

// tellText prints the texts of a draft between empty lines, of a very long one the
// beginning.
func (a *app) tellText(d *model.Draft) {
	fmt.Fprintln(a.out)
	if d.Subject != "" {
		fmt.Fprintf(a.out, "Subject: %s\n\n", model.CleanLine(d.Subject))
	}
	text, more := beginning(model.CleanText(d.Body))
	fmt.Fprintf(a.out, "%s\n\n", text)
	if more > 0 {
		fmt.Fprintf(a.out, "… and %s more: --json has the whole\n\n", count(more, "character"))
	}
}

// mostPrinted is how many bytes of a message are printed for people: far more than any
// that is read.
const mostPrinted = 16_000

// beginning is a text up to mostPrinted bytes, to the end of a line where one ends in
// the last quarter of them, and how many characters are left out.
func beginning(text string) (part string, more int) {
	if len(text) <= mostPrinted {
		return text, 0
	}
	n := mostPrinted
	for !utf8.RuneStart(text[n]) {
		n--
	}
	if at := strings.LastIndexByte(text[:n], '\n'); at > n*3/4 {
		n = at
	}
	return text[:n], utf8.RuneCountInString(text[n:])
}

// lengthText says how long a text is, and how long one of its channel is best.
func lengthText(l model.Length, n int) string {
	text := count(n, map[bool]string{true: "character", false: "word"}[l.Characters])
	if fit := l.Fit(n); fit != "" {
		text += ", " + fit
	}
	best := fmt.Sprintf("up to %d", l.Best)
	if l.Least > 0 {
		best = fmt.Sprintf("%d to %d", l.Least, l.Best)
	}
	return text + ": " + best + " are best"
}
