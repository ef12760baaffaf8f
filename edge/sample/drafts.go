package sample

import (
	"fmt"
	"strings"

	"talentmap/model"
)

// goodBody is a first message by the field's four rules: why them, no search
// assumed, something of value, a small ask.
const goodBody = `Hi %s,

Your %s %s made me redraw a diagram, above all %s.

I know you're not looking, and I won't pretend that a vacancy made me write. I compare how payment platforms in Europe handle this, and I wrote a two-page brief on four of them, with costs and regrets. It is yours, no strings attached.

Shall I send it?

` + footer

// badBody breaks nearly every rule, for the critique to show what it is for.
const badBody = `Dear Candidate,

We are hiring! An exciting opportunity with a fast-growing client, and your impressive profile is a perfect fit.

We all see that your company is a sinking ship after the layoffs, so now is the time to leave. Please send your résumé and salary history today, with your availability for a 45-minute interview this week. The job description is attached: apply here.`

// halfBody is as far as somebody came before lunch.
const halfBody = `Hi %s,

I read about the person who %s, and`

// drafts leaves three messages in the composer, to researched engineers: a good
// one, a bad one, and one that was just begun.
func (b *builder) drafts() {
	texts := []func(i int) model.Draft{b.goodDraft, b.badDraft, b.halfDraft}
	for i := range b.seg.People[:engineers] {
		n := len(b.seg.Drafts)
		if o := b.seg.People[i].Outreach; n == len(texts) || o.State != model.Researched || o.Lock != model.Unlocked {
			continue
		}
		d := texts[n](i)
		d.Person, d.Channel, d.At = id(i), model.Email, b.now.AddDate(0, 0, -n)
		b.seg.Drafts = append(b.seg.Drafts, d)
	}
}

func (b *builder) goodDraft(i int) model.Draft {
	b.makeReady(i)
	s := &b.subjects[i]
	w := s.works[0]
	return model.Draft{
		Subject: "your " + w.noun() + ", and a brief to swap for it",
		Body:    fmt.Sprintf(goodBody, s.given, w.noun(), w.quoted(), w.detail),
	}
}

// makeReady sees to it that a message to someone can be a good one: an address,
// a work to begin with, and nobody who could introduce us, which would be the
// better way.
func (b *builder) makeReady(i int) {
	p, s := &b.seg.People[i], &b.subjects[i]
	if len(p.Contact.Emails) == 0 {
		slug := strings.TrimPrefix(p.Contact.Links[0], "profiles.example/")
		p.Contact.Emails = []string{slug + "@" + domain(p.Positions[0].Company)}
	}
	if len(s.works) == 0 {
		s.works = s.track.works[:1]
	}
	p.Background.Content, p.Background.Connections = nil, nil
	r := &p.Outreach.Research
	r[model.PublishedContent] = b.published(i)
	r[model.MutualConnections] = model.Finding{Looked: model.ItemNone, Date: b.day(-4)}
}

func (b *builder) badDraft(int) model.Draft {
	return model.Draft{Subject: "EXCITING OPPORTUNITY!!!", Body: badBody}
}

func (b *builder) halfDraft(i int) model.Draft {
	s := &b.subjects[i]
	return model.Draft{Subject: "two pages on platforms", Body: fmt.Sprintf(halfBody, s.given, s.owns)}
}
