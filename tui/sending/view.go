package sending

import (
	"fmt"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// besideW is from which width what is said of the message stands beside it.
const besideW = 96

// labelWidth is that of what stands before a line.
const labelWidth = len("warm path ")

// View is the message as it goes, and what is said of it: beside it where there is
// room, else above it.
func (p *Pane) View() string { return p.Kept(p.draw) }

func (p *Pane) draw() string {
	if p.read == nil || p.W <= 0 || p.H <= 0 {
		return widget.Block(nil, p.W, p.H)
	}
	if p.W < besideW || p.Env.Aloud {
		head := p.head(p.W)
		most := max((p.H-len(head))/2, 3)
		said := p.said(p.W, most)
		said = p.window(said, min(len(said), most), p.W)
		lines := append(append(head, said...), p.rule("the text", p.W))
		return widget.Block(append(lines, p.text(p.W, p.H-len(lines))...), p.W, p.H)
	}
	w := p.W * 3 / 5
	side := p.W - w - 3
	left := append(p.head(w), p.rule("", w))
	left = widget.Lines(append(left, p.text(w, p.H-len(left))...), w, p.H)
	bar := " " + p.Env.Theme.Paint(theme.Border, p.Env.Theme.Glyphs.Frame.L) + " "
	for y, l := range widget.Lines(p.window(p.said(side, p.H), p.H, side), side, p.H) {
		left[y] += bar + l
	}
	return widget.Block(left, p.W, p.H)
}

// text is the body as it goes.
func (p *Pane) text(w, h int) []string {
	if h <= 0 {
		return nil
	}
	p.body.SetSize(w, h)
	return p.body.View()
}

func (p *Pane) rule(title string, w int) string {
	th := p.Env.Theme
	if title == "" {
		return th.Paint(theme.Border, th.Rule(w))
	}
	title = widget.Cut(title, w-1, th.Glyphs.Ellipsis) + " "
	return th.Paint(theme.Dim, title) + th.Paint(theme.Border, th.Rule(w-widget.Width(title)))
}

// labelled adds text in as many lines as it takes, with a label before the first.
func labelled(s *pane.Sheet, label string, tok theme.Token, text string) {
	s.Hanging(pane.Cell{Tok: theme.Dim, Text: label, W: labelWidth}, pane.Cell{Tok: tok, Text: text})
}

// head is to whom the message goes, through what, when, and its subject.
func (p *Pane) head(w int) []string {
	s, d := &pane.Sheet{Env: p.Env, W: w}, p.read.draft()
	tok, to := theme.Strong, p.read.name()
	if at := address(&p.read.profile.Person, d.Channel); at != "" {
		to += " <" + at + ">"
	} else if d.Channel == model.Email {
		tok, to = theme.Bad, to+", of whom no address is known"
	}
	labelled(s, "to", tok, to)
	labelled(s, "channel", theme.Text, p.channel())
	p.whenLine(s)
	if d.Subject != "" {
		labelled(s, "subject", theme.Strong, d.Subject)
	}
	return s.Lines
}

// address is where a message of a channel reaches a person; "" where that is not known.
func address(p *model.Person, ch model.Channel) string {
	var at []string
	switch ch {
	case model.Email:
		at = p.Contact.Emails
	case model.Phone:
		at = p.Contact.Phones
	case model.InMail, model.Message:
		at = p.Contact.Links
	case model.Introduction:
		if c := p.Background.Connections; len(c) > 0 {
			return "through " + c[0].Name
		}
	}
	if len(at) == 0 {
		return ""
	}
	return at[0]
}

func (p *Pane) channel() string {
	o, text := &p.read.profile.Person.Outreach, string(p.read.draft().Channel)
	n := p.deps.Weights.Cadence.TouchesOf(o)
	switch p.read.profile.Standing.Current() {
	case model.Active:
		return fmt.Sprintf("%s, touch %d of %d", text, min(o.Step+1, n), n)
	case model.Mapped, model.Researched, model.ReEngage:
		return fmt.Sprintf("%s, touch 1 of %d", text, n)
	}
	return text + ", outside of a sequence"
}

func (p *Pane) whenLine(s *pane.Sheet) {
	d, at := p.read.draft(), p.moment()
	switch d.OutState() {
	case model.Queued:
		labelled(s, "when", theme.Good, "approved for "+clock(d.SendAt.In(p.zone()))+", by "+d.By)
		if p.when.IsZero() {
			return
		}
	case model.Sending:
		labelled(s, "when", theme.Warm, "it is being sent, since "+clock(d.Out.Since.In(p.zone())))
		return
	case model.Unknown:
		labelled(s, "when", theme.Bad, p.Env.Say("it was handed over at "+clock(d.Out.Since)+", and nobody knows whether it left: look, then {sending.left} says that it has, {sending.stayed} that it has not"))
		return
	}
	win := p.deps.Weights.Cadence.Window
	when, window := clock(at), fmt.Sprintf("in her send window: %s–%s %d–%d h", win.From.String()[:3], win.To.String()[:3], win.FromHour, win.ToHour)
	if p.read.days.Zone == nil {
		window += "; her time zone is not known"
	} else if here := at.In(p.Env.Now().Location()); here.Format("15:04") != at.Format("15:04") {
		when += here.Format(" · here 15:04")
	}
	if text := when + ", " + window; widget.Width(text) <= s.W-labelWidth {
		labelled(s, "when", theme.Text, text)
		return
	}
	labelled(s, "when", theme.Text, when)
	labelled(s, "", theme.Text, window)
}

// window is the part of what is said that is in view: where not all has room, the one
// that is looked at, below the whole of what stands before it.
func (p *Pane) window(said []string, h, w int) []string {
	if len(said) <= h {
		return said
	}
	lead := p.lead
	if 2*lead > h {
		lead = 0
	}
	top := max(min(p.top-lead, len(said)-h), 0)
	if rest := len(said) - top - h; rest > 0 && h > 1 {
		more := p.Env.Theme.Paint(theme.Dim, widget.Fit(p.Env.Say(fmt.Sprintf("%d more lines: {sending.next-finding}", rest+1)), w, p.Env.Theme.Glyphs.Ellipsis))
		return append(said[top:top+h-1:top+h-1], more)
	}
	return said[top : top+h]
}

// said is what is said of the message: the gate, what the law asks, the way in, what
// the critique finds. Where all has room in h lines each finding says all that it has to
// say, else the one that is looked at.
func (p *Pane) said(w, h int) []string {
	if whole := p.saying(w, true); len(whole) <= h {
		return whole
	}
	return p.saying(w, false)
}

func (p *Pane) saying(w int, whole bool) []string {
	s, r := &pane.Sheet{Env: p.Env, W: w}, p.read
	p.gate(s)
	p.law(s)
	if c := r.profile.Person.Background.Connections; len(c) > 0 && r.draft().Channel != model.Introduction && !r.report.Answers {
		labelled(s, "warm path", theme.Warm, c[0].Name+" could introduce you: that beats any cold message")
	}
	if r.shares != "" {
		labelled(s, "shares", theme.Text, "“"+r.shares+"”")
	}
	if o := r.draft().Override; o.Why != "" {
		labelled(s, "override", theme.Warm, o.Rules+": "+o.Why)
	}
	tok, text := theme.Good, fmt.Sprintf("grade %d", r.report.Grade)
	switch {
	case r.blocking() != "":
		tok, text = theme.Bad, text+", held back by "+r.blocking()
	case r.report.Errors > 0:
		tok, text = theme.Warm, text+", passed over"
	case r.report.Warnings > 0:
		tok = theme.Warm
	}
	before := len(s.Lines)
	labelled(s, "critique", tok, text)
	p.top, p.lead = 0, 0
	for i := range r.report.Findings {
		if i == p.at {
			p.top, p.lead = len(s.Lines), len(s.Lines)-before
		}
		before = len(s.Lines)
		p.finding(s, &r.report.Findings[i], i == p.at, whole)
	}
	return s.Lines
}

func (p *Pane) gate(s *pane.Sheet) {
	if p.read.gate.Open() {
		labelled(s, "gate", theme.Good, "open")
		return
	}
	for _, b := range p.read.gate.Blocks {
		text := "closed: " + b.Why
		if b.Do != "" {
			text += "; " + b.Do
		}
		labelled(s, "gate", theme.Bad, text)
	}
}

// law is what the law asks a message to say.
func (p *Pane) law(s *pane.Sheet) {
	r, has := p.read, map[string]bool{}
	for i := range r.report.Findings {
		has[r.report.Findings[i].Rule] = true
	}
	if r.draft().Channel == model.Email {
		switch {
		case has["identity"]:
			labelled(s, "identity", theme.Bad, "who writes, from where, or how to opt out is not in the text")
		case r.report.Checked("identity"):
			labelled(s, "identity", theme.Good, "who writes, from where and how to opt out is in the text")
		default:
			labelled(s, "identity", theme.Dim, "she has answered: the text need not say once more who writes and how to opt out")
		}
	}
	switch by, due := model.NoticeDue(&r.profile.Person, r.profile.Touches, r.at); {
	case !due:
		labelled(s, "privacy", theme.Dim, "no notice is due")
	case r.tellsNotice():
		labelled(s, "privacy", theme.Good, "the text tells where her data came from")
	default:
		labelled(s, "privacy", theme.Bad, "she has to be told where her data came from by "+by.String()+", and the text does not")
	}
}

// finding adds one finding: a line, or all of it, as of the one that is looked at.
func (p *Pane) finding(s *pane.Sheet, f *critique.Finding, looked, whole bool) {
	tok, said := pane.SeverityToken(f.Severity), pane.FindingText(f)
	if !looked && !whole {
		s.Cells(pane.Cell{Tok: tok, Text: f.Severity.String(), W: 2}, pane.Cell{Tok: theme.Text, Text: f.Rule, W: min(len("no-job-description "), s.W*2/5)}, pane.Cell{Tok: theme.Dim, Text: said})
		return
	}
	rule := theme.Text
	if looked {
		rule = theme.Strong
	}
	s.Cells(pane.Cell{Tok: tok, Text: f.Severity.String(), W: 2}, pane.Cell{Tok: rule, Text: f.Rule})
	s.Wrapped(theme.Text, 2, said)
	s.Wrapped(theme.Dim, 2, f.Mend)
}

// mark marks in the text what was found there.
func (p *Pane) mark() {
	if p.read == nil {
		return
	}
	p.body.Mark(pane.FindingSpans(p.Env.Theme, p.read.report.Findings, p.at))
}
