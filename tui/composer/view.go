package composer

import (
	"fmt"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store/roster"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// layout is where the parts of the composer stand: the text with the facts
// beside it where there is room, else below it.
type layout struct {
	textW, bodyH   int
	factsW, factsH int
	beside         bool
}

const headLines = 3 // channel, subject, rule

func layOut(w, h int) layout {
	if w >= 84 {
		facts := min(w*2/5, 56)
		return layout{textW: w - facts - 3, bodyH: max(h-headLines-1, 0), factsW: facts, factsH: h, beside: true}
	}
	l := layout{textW: w, factsW: w}
	l.factsH = min(max((h-headLines-2)*2/5, 0), 9)
	if h < 10 {
		l.factsH = 0
	}
	l.bodyH = max(h-headLines-1-l.factsH, 0)
	if l.factsH > 0 {
		l.bodyH--
	}
	return l
}

// View is the message and the facts.
func (p *Pane) View() string {
	if !p.stale {
		return p.view
	}
	p.stale = false
	if p.person == nil {
		p.view = p.empty()
		return p.view
	}
	text := p.message()
	if p.lay.beside {
		p.view = p.sideBySide(text, p.facts(p.lay.factsW, p.lay.factsH))
		return p.view
	}
	if p.lay.factsH > 0 {
		text = append(text, p.rule("facts"))
		text = append(text, p.facts(p.lay.factsW, p.lay.factsH)...)
	}
	p.view = widget.Block(text, p.w, p.h)
	return p.view
}

func (p *Pane) sideBySide(text, facts []string) string {
	bar := " " + p.env.Theme.Paint(theme.Border, p.env.Theme.Glyphs.Frame.L) + " "
	lines := make([]string, p.h)
	for y := range lines {
		l, r := widget.Spaces(p.lay.textW), widget.Spaces(p.lay.factsW)
		if y < len(text) {
			l = text[y]
		}
		if y < len(facts) {
			r = facts[y]
		}
		lines[y] = l + bar + r
	}
	return widget.Block(lines, p.w, p.h)
}

// message is the head, the text and the status line, each textW wide.
func (p *Pane) message() []string {
	b, w, th := p.buffer(), p.lay.textW, p.env.Theme
	lines := make([]string, 0, p.h)
	head := widget.NewLine(nil, th, false)
	head.Left(theme.Dim, "via ", 4)
	head.Left(theme.Accent, string(b.draft.Channel), min(13, max(w-4, 0)))
	tok, state := p.standing()
	head.Left(tok, state, max(w-17, 0))
	lines = append(lines, string(head.Bytes()), p.subjectLine(b, w), p.rule(""))
	if b.draft.Empty() && !p.Editing() {
		hint := th.Paint(theme.Dim, widget.Fit("nothing written yet: c begins", w, th.Glyphs.Ellipsis))
		lines = append(lines, hint)
		for range p.lay.bodyH - 1 {
			lines = append(lines, widget.Spaces(w))
		}
	} else {
		lines = append(lines, p.body.View()[:p.lay.bodyH]...)
	}
	return append(lines, p.status(b, w))
}

func (p *Pane) subjectLine(b *buffer, w int) string {
	l := widget.NewLine(nil, p.env.Theme, false)
	if !hasSubject(b.draft.Channel) {
		l.Left(theme.Dim, "no subject on this channel", w)
		return string(l.Bytes())
	}
	l.Left(theme.Dim, "subject ", min(8, w))
	text, _ := widget.Input(p.subject.Value(), p.subject.Position(), max(w-8, 0), p.env.Theme.Glyphs.Ellipsis)
	if p.typing != inSubject {
		text = b.draft.Subject
	}
	l.Left(theme.Strong, text, max(w-8, 0))
	return string(l.Bytes())
}

// standing is where the person is in outreach, or why she can't be written to.
func (p *Pane) standing() (theme.Token, string) {
	o := p.person.Person.Outreach
	if err := model.Gate(&p.person.Person, p.person.Touches, p.env.User, p.env.Now()); err != nil {
		return theme.Bad, err.Error()
	}
	s := string(o.Current())
	if o.State == model.Active {
		s = fmt.Sprintf("active, touch %d of %d sent", o.Step, model.SequenceLength)
	}
	if o.Next.Known() {
		s += ", next " + o.Next.String()
	}
	return theme.Dim, s
}

func (p *Pane) rule(title string) string {
	th, line := p.env.Theme, p.env.Theme.Glyphs.Frame.T
	if title == "" {
		return th.Paint(theme.Border, strings.Repeat(line, p.lay.textW))
	}
	n := max(p.lay.textW-widget.Width(title)-1, 0)
	return th.Paint(theme.Dim, title+" ") + th.Paint(theme.Border, strings.Repeat(line, n))
}

// status changes when something is saved, not at every key.
func (p *Pane) status(b *buffer, w int) string {
	tok, s := theme.Dim, ""
	switch {
	case b.failed != "":
		tok, s = theme.Bad, "not saved: "+b.failed
	case !b.at.IsZero():
		s = fmt.Sprintf("%d words · saved %s", p.words, b.at.In(p.env.Now().Location()).Format("15:04"))
	case p.Editing():
		s = "saved as you type"
	}
	return p.env.Theme.Paint(tok, widget.Fit(s, w, p.env.Theme.Glyphs.Ellipsis))
}

// Cursor is in the subject or the text.
func (p *Pane) Cursor() (x, y int, ok bool) {
	switch p.typing {
	case inSubject:
		_, x = widget.Input(p.subject.Value(), p.subject.Position(), max(p.lay.textW-8, 1), "")
		return 8 + x, 1, p.h > 1
	case inBody:
		x, y = p.body.Cursor()
		return x, headLines + y, y < p.lay.bodyH
	}
	return 0, 0, false
}

func (p *Pane) empty() string {
	s := pane.Sheet{Env: p.env, W: p.w}
	s.Gap()
	s.Text(theme.Strong, "Nobody is selected.")
	s.Wrapped(theme.Dim, 0, "Put the cursor on someone: the facts appear here, c begins a message.")
	return widget.Block(s.Lines, p.w, p.h)
}

// labelWidth is the longest label of a fact, and a blank.
const labelWidth = len("last touch ")

// facts are what one would want to know while writing, the most telling first.
func (p *Pane) facts(w, h int) []string {
	th, g := p.env.Theme, p.env.Theme.Glyphs
	lines := make([]string, 0, h)
	for _, f := range Facts(p.person, p.env.Now()) {
		if len(lines) == h {
			break
		}
		l := widget.NewLine(make([]byte, 0, w+32), th, false)
		l.Left(theme.Dim, f.Label, min(labelWidth, w))
		text := widget.Cut(f.Text, max(w-labelWidth, 0), g.Ellipsis)
		l.Left(theme.Text, text, max(w-labelWidth, 0))
		lines = append(lines, string(l.Bytes()))
	}
	for len(lines) < h {
		lines = append(lines, widget.Spaces(w))
	}
	return lines
}

// Fact is one line about a person.
type Fact struct{ Label, Text string }

// Facts are what is known of a person that helps to write to her: the way in,
// what she does, what she made, what would move her, when to write.
func Facts(p *roster.Profile, now time.Time) []Fact {
	facts := make([]Fact, 0, 12)
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, Fact{label, text})
		}
	}
	for i, c := range p.Person.Background.Connections {
		if i < 2 {
			add("warm path", join(", ", c.Name, c.How))
		}
	}
	at := join(", ", p.Latest.Title, p.Latest.Company)
	if p.Since.Known() {
		at += " since " + p.Since.String()
	}
	if p.Employed {
		add("now", at)
	} else {
		add("last", at)
	}
	for i, c := range p.Person.Background.Content {
		if i < 2 {
			add("published", join(", ", c.Title, c.Kind, c.Date.String()))
		}
	}
	for _, r := range p.Reasons(now) {
		add("why now", r.Text)
	}
	motives := make([]string, len(p.Person.Motivators))
	for i, m := range p.Person.Motivators {
		motives[i] = string(m)
	}
	add("moved by", strings.Join(motives, ", "))
	add("career", p.TrendWhy)
	add("skills", strings.Join(p.Person.Skills, ", "))
	add("place", p.Person.Location)
	add("research", fmt.Sprintf("%d of 6 looked up", p.Person.Outreach.Research.Done()))
	if n := len(p.Touches); n > 0 {
		t := p.Touches[n-1]
		add("last touch", fmt.Sprintf("%s %s by %s", t.At.Format("2006-01-02"), t.Channel, t.By))
	}
	add("notes", p.Person.Notes)
	return facts
}

func join(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}
