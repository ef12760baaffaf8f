package composer

import (
	"fmt"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// The looks of what is found in a text, which are to be told apart without colour,
// too: the grave in the theme's own way for what is wrong, and the one that is
// looked at turned over.
const (
	underlined = "\x1b[4m"
	reversed   = "\x1b[7m"
)

// severity is the token of a finding.
func severity(s critique.Severity) theme.Token {
	switch s {
	case critique.Error:
		return theme.Bad
	case critique.Warning:
		return theme.Warm
	}
	return theme.Dim
}

// mark marks in the text what was found there, the gravest over the others.
func (p *Pane) mark() {
	p.help = nil
	all := p.critic.report.Findings
	spans := make([]widget.Span, 0, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		if f := &all[i]; f.Place == critique.Body && f.Severity > critique.Note {
			spans = append(spans, widget.Span{Start: f.Start, End: f.End, Open: p.env.Theme.Open(severity(f.Severity), false) + underlined})
		}
	}
	if f := p.critic.current(); f != nil && f.Place == critique.Body {
		spans = append(spans, widget.Span{Start: f.Start, End: f.End, Open: p.env.Theme.Open(severity(f.Severity), false) + reversed})
	}
	p.body.Mark(spans)
}

// gravest is the gravest of what was found in the subject; ok is false for nothing.
func (c *critic) gravest(in critique.Place) (s critique.Severity, ok bool) {
	for i := range c.report.Findings {
		if f := &c.report.Findings[i]; f.Place == in && f.Severity > critique.Note {
			return f.Severity, true
		}
	}
	return 0, false
}

// grade is the grade with what was found, in few words.
func grade(r *critique.Report) (theme.Token, string) {
	tok, s := theme.Good, fmt.Sprintf("grade %d", r.Grade)
	if r.Warnings > 0 {
		tok = theme.Warm
	}
	if r.Errors > 0 {
		tok = theme.Bad
		s += fmt.Sprintf(", %d E", r.Errors)
	}
	if r.Warnings > 0 {
		s += fmt.Sprintf(", %d W", r.Warnings)
	}
	return tok, s
}

// ruleWidth is the width of a rule's name and a blank.
const ruleWidth = len("no-job-description ")

// findings are at most h lines of what was found: a line each, and of the one that
// is looked at the whole reason with what to do.
func (p *Pane) findings(w, h int) []string {
	c, th := &p.critic, p.env.Theme
	if len(c.report.Findings) == 0 || h < 2 {
		return nil
	}
	lines, focus := []string{p.ruled("findings", w)}, 0
	for i := range c.report.Findings {
		f := &c.report.Findings[i]
		l := widget.NewLine(p.buf[:0], th, false)
		l.Left(severity(f.Severity), f.Severity.String(), min(2, w))
		tok, ruleW := theme.Text, min(ruleWidth, max(w/2-2, 0))
		if i == c.at {
			tok, focus = theme.Strong, len(lines)
		}
		l.Left(tok, f.Rule, ruleW)
		if i != c.at {
			l.Left(theme.Dim, said(f), max(w-2-ruleW, 0))
			lines = append(lines, p.done(&l))
			continue
		}
		l.Left(theme.Text, "", max(w-2-ruleW, 0))
		lines = append(lines, p.done(&l))
		for _, part := range [...]struct {
			tok  theme.Token
			text string
		}{{theme.Text, said(f)}, {theme.Dim, f.Mend}} {
			for _, s := range widget.Wrap(part.text, max(w-2, 1)) {
				lines = append(lines, th.Paint(part.tok, widget.Fit("  "+s, w, th.Glyphs.Ellipsis)))
			}
		}
	}
	if len(lines) <= h {
		return lines
	}
	// The one that is looked at stands first below the rule where not all have room.
	top := max(min(focus-1, len(lines)-h), 0)
	return append(lines[:1:1], lines[top+1:top+h]...)
}

// said is what was found, with the words that it is about before the reason.
func said(f *critique.Finding) string {
	if f.Text == "" || len(f.Text) > 60 {
		return f.Reason
	}
	return "“" + model.CleanLine(f.Text) + "” " + f.Reason
}
