package composer

import (
	"fmt"

	"talentmap/scoring/critique"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// mark marks in the text what was found there.
func (p *Pane) mark() {
	p.help = nil
	p.body.Mark(pane.FindingSpans(p.env.Theme, p.critic.report.Findings, p.critic.at))
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

// ruleWidth is the width of the longest name of a rule that is there, and a blank.
func ruleWidth(r *critique.Report) (w int) {
	for i := range r.Findings {
		w = max(w, len(r.Findings[i].Rule)+1)
	}
	return w
}

// findings are at most h lines of what was found: a line each, and of the one that
// is looked at the whole reason with what to do.
func (p *Pane) findings(w, h int) []string {
	c, th := &p.critic, p.env.Theme
	if len(c.report.Findings) == 0 || h < 2 {
		return nil
	}
	lines, focus, ruleW := []string{p.ruled("findings", w)}, 0, min(ruleWidth(&c.report), max(w/2-2, 0))
	for i := range c.report.Findings {
		f := &c.report.Findings[i]
		l := widget.NewLine(p.buf[:0], th, false)
		l.Left(pane.SeverityToken(f.Severity), f.Severity.String(), min(2, w))
		tok := theme.Text
		if i == c.at {
			tok, focus = theme.Strong, len(lines)
		}
		l.Left(tok, f.Rule, ruleW)
		if i != c.at {
			l.Left(theme.Dim, pane.FindingText(f), max(w-2-ruleW, 0))
			lines = append(lines, p.done(&l))
			continue
		}
		l.Left(theme.Text, "", max(w-2-ruleW, 0))
		lines = append(lines, p.done(&l))
		for _, part := range [...]struct {
			tok  theme.Token
			text string
		}{{theme.Text, pane.FindingText(f)}, {theme.Dim, f.Mend}} {
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
