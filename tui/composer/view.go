package composer

import (
	"fmt"
	"strconv"
	"strings"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// layout is where the parts of the composer stand: the text with the facts
// beside it where there is room, else below it, as where it is read aloud.
type layout struct {
	textW, bodyH   int
	factsW, factsH int
	beside         bool
}

const headLines = 3 // channel, subject, rule

func layOut(w, h int, aloud bool) layout {
	if w >= 84 && !aloud {
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
func (p *Pane) View() string { return strings.Join(p.Lines(), "\n") }

// Lines are the view's, kept until something changes.
func (p *Pane) Lines() []string {
	if !p.stale {
		return p.lines
	}
	p.stale = false
	if p.person == nil {
		p.lines = p.empty()
		return p.lines
	}
	lines := p.message(p.lines[:0])
	switch {
	case p.lay.beside:
		lines = p.addBeside(lines)
	case p.lay.factsH > 0:
		lines = append(lines, p.rule("facts"))
		lines = append(lines, p.helps(p.lay.factsW, p.lay.factsH)...)
	}
	p.lines = widget.Lines(lines, p.w, p.h)
	return p.lines
}

// addBeside puts the facts beside the message.
func (p *Pane) addBeside(lines []string) []string {
	bar := " " + p.env.Theme.Paint(theme.Border, p.env.Theme.Glyphs.Frame.L) + " "
	lines = widget.Lines(lines, p.lay.textW, p.h)
	for y, fact := range p.helps(p.lay.factsW, p.h) {
		lines[y] += bar + fact
	}
	return lines
}

// message adds the head, the text and the status line, each textW wide.
func (p *Pane) message(lines []string) []string {
	b, w, th := p.buffer(), p.lay.textW, p.env.Theme
	head := widget.NewLine(p.buf[:0], th, false)
	head.Left(theme.Dim, "via ", 4)
	head.Left(theme.Accent, string(b.draft.Channel), min(13, max(w-4, 0)))
	tok, state := p.standing()
	head.Left(tok, state, max(w-17, 0))
	lines = append(lines, p.done(&head), p.subjectLine(b, w), p.rule(""))
	if !b.draft.Empty() || p.Editing() {
		lines = append(lines, p.body.View()[:p.lay.bodyH]...)
		return append(lines, p.status(b, w))
	}
	if p.lay.bodyH > 0 {
		lines = append(lines, th.Paint(theme.Dim, widget.Fit(p.env.Say("nothing written yet: {"+p.begun+"} begins"), w, th.Glyphs.Ellipsis)))
	}
	for range p.lay.bodyH - 1 {
		lines = append(lines, widget.Spaces(w))
	}
	return append(lines, p.status(b, w))
}

// done is a finished line; its buffer serves the next one.
func (p *Pane) done(l *widget.Line) string {
	p.buf = l.Bytes()
	return string(p.buf)
}

func (p *Pane) subjectLine(b *buffer, w int) string {
	l := widget.NewLine(p.buf[:0], p.env.Theme, false)
	if !hasSubject(b.draft.Channel) {
		l.Left(theme.Dim, "no subject on this channel", w)
		return p.done(&l)
	}
	label, text := min(subjectAt, w), b.draft.Subject
	if p.typing == inSubject {
		text = p.subject.View(max(w-subjectAt, 0), p.env.Theme.Glyphs.Ellipsis)
	}
	if s, found := p.critic.gravest(critique.Subject); found {
		l.Styled(p.env.Theme.Open(pane.SeverityToken(s), false)+pane.Underlined, "subject", max(label-1, 0))
		l.Left(theme.Strong, "", min(1, label))
	} else {
		l.Left(theme.Dim, "subject ", label)
	}
	l.Left(theme.Strong, text, max(w-subjectAt, 0))
	return p.done(&l)
}

// standing is where the person is in outreach, or why she can't be written to.
func (p *Pane) standing() (theme.Token, string) {
	o := p.person.Person.Outreach
	if err := p.person.Gate(p.env.User, p.buffer().draft.Channel, p.env.Now()).Err(); err != nil {
		return theme.Bad, err.Error()
	}
	s := string(o.Current())
	if o.State == model.Active {
		s = fmt.Sprintf("active, touch %d of %d sent", o.Step, p.deps.Weights.Cadence.TouchesOf(&o))
	}
	if o.Next.Known() {
		s += ", next " + o.Next.String()
	}
	return theme.Dim, s
}

func (p *Pane) rule(title string) string { return p.ruled(title, p.lay.textW) }

// ruled is a rule of w cells with a title.
func (p *Pane) ruled(title string, w int) string {
	th := p.env.Theme
	l := widget.NewLine(p.buf[:0], th, false)
	if title != "" {
		title += " "
		l.Left(theme.Dim, title, widget.Width(title))
		w -= widget.Width(title)
	}
	l.Left(theme.Border, th.Rule(w), w)
	return p.done(&l)
}

// status is how long the text is for its channel, and what is saved of it.
func (p *Pane) status(b *buffer, w int) string {
	l := widget.NewLine(p.buf[:0], p.env.Theme, false)
	all := w
	part := func(tok theme.Token, s string) {
		if s == "" {
			return
		}
		if w < all {
			s = " · " + s
		}
		n := min(widget.Width(s), w)
		l.Left(tok, s, n)
		w -= n
	}
	if words, characters, _ := p.body.Size(); words > 0 && b.failed == "" {
		part(length(b.draft.Channel, words, characters))
	}
	if p.critic.known && b.failed == "" {
		part(grade(&p.critic.report))
	}
	if tok, s := p.kept(b); w == all || widget.Width(s)+3 <= w { // whole, or not at all
		part(tok, s)
	}
	l.Left(theme.Text, "", w)
	return p.done(&l)
}

// kept is what is saved of a draft, in words.
func (p *Pane) kept(b *buffer) (theme.Token, string) {
	switch {
	case b.failed != "":
		return theme.Bad, "not saved: " + b.failed
	case b.draft.OutState() == model.Queued:
		return theme.Good, "approved for " + pane.WhereSheLives(&p.person.Person, b.draft.SendAt).Format("Mon 2 Jan 15:04 MST")
	case !b.at.IsZero():
		return theme.Dim, "saved " + b.at.In(p.env.Now().Location()).Format("15:04")
	case p.Editing():
		return theme.Dim, "saved as you type"
	}
	return theme.Dim, ""
}

// Cursor is in the subject or the text.
func (p *Pane) Cursor() (x, y int, ok bool) {
	switch p.typing {
	case inSubject:
		return subjectAt + p.subject.Cursor(max(p.lay.textW-subjectAt, 1)), 1, p.h > 1
	case inBody:
		x, y = p.body.Cursor()
		return x, headLines + y, y >= 0 && y < p.lay.bodyH
	}
	return 0, 0, false
}

func (p *Pane) empty() []string {
	s := pane.Sheet{Env: p.env, W: p.w}
	s.Gap()
	s.Text(theme.Strong, "Nobody is selected.")
	s.Says(theme.Dim, 0, "Put the cursor on someone: the facts appear here, {talent.write} begins a message.")
	return widget.Lines(s.Lines, p.w, p.h)
}

// The columns of a fact: its number, which puts it into the text, and its label.
const (
	numberWidth = 2
	labelWidth  = len("last touch ")
)

// helps are h lines of what helps to write: the facts, and below them what was found
// in the text, which has most of the room while one looks at a finding. They are
// kept until one of the two has changed.
func (p *Pane) helps(w, h int) []string {
	if p.help != nil {
		return p.help
	}
	room := h / 2
	if p.critic.current() != nil {
		room = h - min(2, h/4)
	}
	found := p.findings(w, room)
	p.help = append(p.facts(make([]string, 0, h), w, h-len(found)), found...)
	return p.help
}

// facts adds h lines of what one would want to know while writing: a line each, and
// more of the long ones, from the first on, where lines are free.
func (p *Pane) facts(lines []string, w, h int) []string {
	end := len(lines) + h
	few := fewest(p.known, h-p.answered(w, h))
	free := h - len(few)
	for _, f := range few {
		sign, label := "", f.Label
		if f.Number > 0 {
			sign = strconv.Itoa(f.Number)
		}
		texts := upTo(f.Text, max(w-numberWidth-labelWidth, 0), 1+free)
		free -= len(texts) - 1
		for _, text := range texts {
			l := widget.NewLine(p.buf[:0], p.env.Theme, false)
			l.Left(theme.Accent, sign, min(numberWidth, w))
			l.Left(theme.Dim, label, min(labelWidth, max(w-numberWidth, 0)))
			l.Left(theme.Text, text, max(w-numberWidth-labelWidth, 0))
			lines = append(lines, p.done(&l))
			sign, label = "", ""
		}
	}
	return widget.Lines(lines, w, end)
}

// answered is how many more lines than one what she wrote has of h: up to a third.
func (p *Pane) answered(w, h int) int {
	if len(p.known) == 0 || p.known[0].Group != Wrote {
		return 0
	}
	return min(max(len(widget.Wrap(p.known[0].Text, max(w-numberWidth-labelWidth, 0)))-1, 0), h/3)
}

// upTo breaks a text into at most n lines of w cells; the last one holds the rest,
// which the line cuts.
func upTo(text string, w, n int) []string {
	lines := widget.Wrap(text, w)
	if len(lines) <= 1 || n < 2 {
		return []string{text}
	}
	if len(lines) > n {
		lines = append(lines[:n-1:n-1], strings.Join(lines[n-1:], " "))
	}
	return lines
}
