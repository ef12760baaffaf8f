package composer

import (
	"cmp"
	"strings"

	"talentmap/model"
)

// wrote is what she wrote last, where nothing has gone to her since: the message answers
// it. nil: there is nothing to answer. What a machine sent for her does not count.
func wrote(touches []model.Touch) *model.Touch {
	for i := len(touches) - 1; i >= 0; i-- {
		switch t := &touches[i]; {
		case t.Auto != "":
		case t.Direction == model.Inbound:
			return t
		default:
			return nil
		}
	}
	return nil
}

// offer begins an answer: on the channel on which she wrote, and under her subject. It
// is no draft before something is typed, and gone where nothing was.
func (p *Pane) offer() {
	b := p.buffer()
	if b == nil || b.draft.Rev != 0 || !b.draft.Empty() || p.body.Text() != "" {
		return
	}
	hers := wrote(p.person.Touches)
	if hers == nil || !hasSubject(hers.Channel) && hers.Channel != model.Message {
		return
	}
	if !b.typed { // who has chosen a channel has it
		b.draft.Channel = hers.Channel
	}
	if hasSubject(b.draft.Channel) {
		b.offered = answerSubject(p.person.Touches, hers)
		b.draft.Subject = b.offered
		p.subject.SetText(b.offered)
	}
}

// withdraw takes back what was offered where nothing was typed, or nothing of that is
// left: then also what was saved of it.
func (p *Pane) withdraw(b *buffer) {
	if b.offered != "" && b.blank() {
		b.draft.Subject, b.offered = "", ""
		p.subject.SetText("")
		b.dirty = b.dirty || b.saving || b.draft.Rev != 0
	}
}

// blank reports whether nothing has been written: what was offered is not.
func (b *buffer) blank() bool {
	return b.draft.Body == "" && (b.draft.Subject == "" || b.draft.Subject == b.offered)
}

// answerSubject is the subject of an answer: hers, else that of the message before on
// her channel; "" where neither has one.
func answerSubject(touches []model.Touch, hers *model.Touch) string {
	subject := hers.Subject
	for i := len(touches) - 1; i >= 0 && subject == ""; i-- {
		if t := &touches[i]; t.Direction == model.Outbound && t.Channel == hers.Channel {
			subject = cmp.Or(t.Subject, subject)
		}
	}
	subject = strings.TrimSpace(subject)
	if before, _, ok := strings.Cut(subject, ":"); subject == "" || ok && answers[strings.ToLower(strings.TrimSpace(before))] {
		return subject
	}
	return "Re: " + subject
}

// answers are what programs put before the subject of an answer, in the languages in
// which the program reads mail.
var answers = map[string]bool{"re": true, "aw": true, "antw": true, "sv": true, "vs": true, "ref": true, "rif": true, "odp": true}
