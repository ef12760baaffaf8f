package composer

import (
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/pane"
)

// critic has the message read while it is typed. It is read beside the session,
// one reading at a time; what is typed meanwhile is read at the end of it, so that
// what is told is of the text as it stands as soon as the keys rest.
//
//	typed ─▶ reading ─▶ told
//	           ▲  │ typed meanwhile
//	           └──┘
type critic struct {
	reader func() *critique.Reader // of whom the message goes to
	report critique.Report         // the gravest first
	known  bool                    // there is a report
	at     int                     // the finding that one looks at, -1: none

	gen         int
	busy, again bool
}

// criticized is a message that was read.
type criticized struct {
	pane.Owner
	report critique.Report
}

// listen begins to read for whoever is shown, through the channel of the draft.
// Of what was read before nothing is told any more.
func (p *Pane) listen() {
	about := p.person.About(p.env.User, p.buffer().draft.Channel, p.env.Now())
	about.Sender = signature(p.deps.Sender)
	p.critic.reader = sync.OnceValue(func() *critique.Reader { return critique.NewReader(about) })
	p.critic.gen++
	p.critic.busy, p.critic.again = false, false
}

// criticize has the text read, now or at the end of the reading under way.
func (p *Pane) criticize() tea.Cmd {
	c, b := &p.critic, p.buffer()
	if b == nil {
		return nil
	}
	if p.body.Empty() { // of a subject alone all that could be said is what is missing
		p.quiet()
		return nil
	}
	if c.busy {
		c.again = true
		return nil
	}
	c.gen++
	c.busy, c.again = true, false
	d := critique.Draft{Channel: b.draft.Channel, Subject: b.draft.Subject, Body: p.body.Text()}
	owner, reader, against := pane.Owner{ID: p.id, Gen: c.gen}, c.reader, p.deps.Against
	return func() tea.Msg {
		if against == nil {
			return criticized{owner, reader().Read(d, nil)}
		}
		return criticized{owner, reader().Read(d, against())}
	}
}

// quiet forgets what was told: there is no text.
func (p *Pane) quiet() {
	c := &p.critic
	c.gen++
	c.busy, c.again, c.known, c.report, c.at = false, false, false, critique.Report{}, -1
	p.mark()
}

// hear takes note of what was read.
func (p *Pane) hear(msg criticized) tea.Cmd {
	c := &p.critic
	if msg.Gen != c.gen {
		return nil
	}
	c.busy = false
	if c.again {
		return p.criticize()
	}
	was := c.current()
	c.report, c.known, c.at = msg.report, true, -1
	pane.Gravest(c.report.Findings)
	if was != nil {
		c.at = slices.IndexFunc(c.report.Findings, func(f critique.Finding) bool { return f.Rule == was.Rule && f.Text == was.Text })
	}
	p.mark()
	return nil
}

// current is the finding that one looks at, nil for none.
func (c *critic) current() *critique.Finding {
	if c.at < 0 || c.at >= len(c.report.Findings) {
		return nil
	}
	return &c.report.Findings[c.at]
}

func (p *Pane) noFindings() string {
	if why := p.nothingWritten(); why != "" {
		return why
	}
	if len(p.critic.report.Findings) == 0 {
		return "the critique finds nothing"
	}
	return ""
}

// findingBy goes n findings on, around the end, and to its place in the text.
func (p *Pane) findingBy(n int) func() tea.Cmd {
	return func() tea.Cmd {
		c := &p.critic
		count := len(c.report.Findings)
		if c.at < 0 && n < 0 {
			c.at = 0
		}
		c.at = (c.at + n + count) % count
		if f := c.current(); f.Place == critique.Body {
			p.body.MoveTo(f.Start)
			p.filling = true
			if p.Editing() {
				p.typing = inBody
			}
		}
		p.mark()
		return nil
	}
}

// signature is who writes, for the critique.
func signature(sender func() model.Sender) critique.Sender {
	if sender == nil {
		return critique.Sender{}
	}
	s := sender()
	return critique.Sender{Name: s.Name, Company: s.Company, Address: s.Address}
}
