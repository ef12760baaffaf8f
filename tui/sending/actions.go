package sending

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/tui/action"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	return []action.Action{
		{ID: "sending.approve", Group: "send", Short: "approve", Long: "Approve the message for the time that is shown: it waits in the outbox until then.", Keys: []string{"enter"}, Footer: true, Why: p.mayNotWait, Run: p.approve},
		{ID: "sending.sent", Group: "send", Short: "sent", Long: "Log the message as sent through its channel: writes the touch and sets the next date.", Keys: []string{"S"}, Footer: true, Why: p.mayNotLeave, Run: p.logSent},
		{ID: "sending.copy", Group: "send", Short: "copy", Long: "Copy the message to the clipboard of your terminal.", Keys: []string{"y"}, Footer: true, Why: p.nothing, Run: p.copy},
		{ID: "sending.file", Group: "send", Short: ".eml", Long: "Write the message as a file that your mail program opens and sends; nothing is ever written over another file.", Keys: []string{"E"}, Footer: true, Why: p.noFile, Run: p.askFile},
		{ID: "sending.when", Group: "send", Short: "when", Long: "Set when the message goes out: the first time from then on in the send window, where she lives.", Keys: []string{"d"}, Footer: true, Why: p.mayNotChange, Run: p.askWhen},
		{ID: "sending.override", Group: "send", Short: "override", Long: "Say why the message goes out although the critique holds something against it; the reason is kept with the touch.", Keys: []string{"o"}, Footer: true, Why: p.nothingBlocks, Run: p.askOverride},
		{ID: "sending.left", Group: "send", Short: "it has left", Long: "Of a message of which nobody knows whether it left: it has, and the touch is written.", Keys: []string{"L"}, Why: p.isKnown, Run: p.resolve(true)},
		{ID: "sending.stayed", Group: "send", Short: "it has not", Long: "Of a message of which nobody knows whether it left: it has not, and is a draft again.", Keys: []string{"N"}, Why: p.isKnown, Run: p.resolve(false)},
		{ID: "sending.next-finding", Group: "read", Short: "next finding", Long: "Go to the next thing that the critique finds, the gravest first: why, and what to do.", Keys: []string{"]"}, Footer: true, Why: p.noFindings, Run: p.findingBy(1)},
		{ID: "sending.finding-before", Group: "read", Short: "finding before", Long: "Go to the finding before.", Keys: []string{"["}, Why: p.noFindings, Run: p.findingBy(-1)},
		{ID: "sending.down", Group: "read", Short: "down", Long: "Move the text up by a row.", Keys: []string{"j", "down"}, Run: p.scroller(1)},
		{ID: "sending.up", Group: "read", Short: "up", Long: "Move the text down by a row.", Keys: []string{"k", "up"}, Run: p.scroller(-1)},
		{ID: "sending.open", Group: "read", Short: "person", Long: "Open the person's page.", Keys: []string{"p"}, Why: p.notRead, Run: func() tea.Cmd { return pane.Request(pane.OpenPerson{ID: p.id}) }},
		{ID: "sending.write", Group: "read", Short: "write on", Long: "Go back to the text and type.", Keys: []string{"e", "i", "c"}, Footer: true, Why: p.mayNotChange, Run: func() tea.Cmd { return pane.Request(pane.Write{ID: p.id}) }},
		pane.Back("sending", "Close the page; nothing leaves.", pane.ClosePage),
	}
}

func (p *Pane) scroller(rows int) func() tea.Cmd {
	return func() tea.Cmd {
		p.body.Scroll(rows)
		return nil
	}
}

func (p *Pane) notRead() string {
	switch {
	case p.read == nil:
		return "the message is being read"
	case p.busy != "":
		return p.busy
	}
	return ""
}

func (p *Pane) nothing() string {
	if why := p.notRead(); why != "" {
		return why
	}
	if p.read.draft().Empty() {
		return "nothing is written: {sending.write} begins"
	}
	return ""
}

// mayNotChange is why nothing of the message can be changed.
func (p *Pane) mayNotChange() string {
	if why := p.notRead(); why != "" {
		return why
	}
	if p.read.draft().OnItsWay() {
		return "it was handed over already"
	}
	return ""
}

// mayNotLeave is why the message can't leave.
func (p *Pane) mayNotLeave() string {
	if why := p.nothing(); why != "" {
		return why
	}
	d := p.read.draft()
	switch {
	case p.Reading.Busy():
		return "it is being read again: in a moment"
	case d.OnItsWay():
		return "it was handed over already: {sending.left} says that it has left, {sending.stayed} that it has not"
	case written(d.Channel) && strings.TrimSpace(d.Body) == "":
		return "there is a subject and no text yet"
	case !p.read.gate.Open():
		return p.read.gate.Err().Error()
	case p.read.blocking() != "":
		return "the critique holds " + p.read.blocking() + " against it: {sending.write} mends it, {sending.override} says why it goes out all the same"
	}
	return ""
}

// mayNotWait is why the message can't be approved: it can't leave, or nobody would know
// where to send it when its time has come.
func (p *Pane) mayNotWait() string {
	if why := p.mayNotLeave(); why != "" {
		return why
	}
	if p.read.draft().Channel == model.Email && len(p.read.profile.Person.Contact.Emails) == 0 {
		return "no e-mail address of hers is known: {sending.open} opens her page, where one is entered; {sending.write} goes back, to another channel"
	}
	return ""
}

// written reports whether a touch through the channel is a text.
func written(c model.Channel) bool {
	return c == model.Email || c == model.InMail || c == model.Message
}

// gateRule is the rule that tells of the gate: nobody passes over that.
const gateRule = "gate"

// against are the rules that block the message, but for the gate.
func (r *reading) against() (rules []string) {
	for i := range r.report.Findings {
		f := &r.report.Findings[i]
		if f.Severity == critique.Error && f.Rule != gateRule && !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

// blocking are the rules that block the message and were not passed over.
func (r *reading) blocking() string {
	o := r.draft().Override
	passed := strings.Split(o.Rules, ", ")
	if o.Why == "" {
		passed = nil
	}
	return strings.Join(slices.DeleteFunc(r.against(), func(rule string) bool { return slices.Contains(passed, rule) }), ", ")
}

func (p *Pane) nothingBlocks() string {
	if why := p.mayNotChange(); why != "" {
		return why
	}
	if p.read.blocking() == "" {
		return "the critique holds nothing against it that would have to be passed over"
	}
	return ""
}

func (p *Pane) isKnown() string {
	if why := p.notRead(); why != "" {
		return why
	}
	if !p.read.draft().OnItsWay() {
		return "it was not handed over"
	}
	return ""
}

func (p *Pane) noFindings() string {
	if why := p.notRead(); why != "" {
		return why
	}
	if len(p.read.report.Findings) == 0 {
		return "the critique finds nothing"
	}
	return ""
}

// findingBy goes n findings on, around the end, and to its place in the text.
func (p *Pane) findingBy(n int) func() tea.Cmd {
	return func() tea.Cmd {
		found := p.read.report.Findings
		if p.at < 0 && n < 0 {
			p.at = 0
		}
		p.at = (p.at + n + len(found)) % len(found)
		if f := &found[p.at]; f.Place == critique.Body {
			p.body.MoveTo(f.Start)
		}
		p.mark()
		return nil
	}
}

func (p *Pane) copy() tea.Cmd {
	d := p.read.draft()
	text := d.Body
	if d.Subject != "" {
		text = d.Subject + "\n\n" + text
	}
	return pane.Copy(fmt.Sprintf("the message to %s, %d words", p.read.name(), model.CountWords(text)), text)
}
