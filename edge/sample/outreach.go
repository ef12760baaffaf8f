package sample

import (
	"time"

	"talentmap/model"
)

// situation is a place in the method, and how many people are there. put puts
// one of them there; k counts them from 0.
type situation struct {
	people int
	put    func(b *builder, i, k int)
}

// situations are dealt out in this order to the people of the maps. Whoever is
// left over is mapped and no more.
func situations() []situation {
	return []situation{
		{14, (*builder).researched},
		{3, (*builder).introduced},
		{5, step(1)},
		{3, step(2)},
		{3, step(3)},
		{2, step(4)},
		{1, (*builder).colleagues},
		{2, (*builder).paused},
		{4, (*builder).waiting},
		{3, (*builder).interested},
		{4, (*builder).later},
		{14, (*builder).nurtured},
		{3, (*builder).reEngaged},
		{3, (*builder).inPipeline},
		{1, (*builder).hired},
		{2, (*builder).bounced},
		{2, (*builder).optedOut},
		{3, (*builder).doNotContact},
	}
}

// outreach deals out the situations and fills the checklists.
func (b *builder) outreach() {
	var who []int
	for _, m := range b.seg.Maps {
		for _, e := range m.Entries {
			who = append(who, int(e.Person)-1)
		}
	}
	b.r.Shuffle(len(who), func(i, j int) { who[i], who[j] = who[j], who[i] })
	busy := map[int]bool{}
	for _, s := range situations() {
		for k := range s.people {
			i := who[0]
			who, busy[i] = who[1:], true
			b.research(i, model.ReadyAt+k%3, model.RoleAndCompany, model.PublishedContent)
			s.put(b, i, k)
		}
	}
	for i := range b.seg.People {
		if !busy[i] {
			b.research(i, b.r.IntN(model.ReadyAt))
		}
	}
}

// state sets a person's state and when something is next due.
func (b *builder) state(i int, s model.State, next model.Date) *model.Outreach {
	o := &b.seg.People[i].Outreach
	o.State, o.Next = s, next
	return o
}

// gaps are the days between the touches of a sequence.
var gaps = [model.SequenceLength - 1]int{4, 5, 7}

// sent logs the first steps of a sequence, the last of them so many days ago.
func (b *builder) sent(i, steps, ago int, by string) {
	for _, g := range gaps[:steps-1] {
		ago += g
	}
	for k := 1; k <= steps; k++ {
		channel := model.Email
		switch {
		case k == 2 && i%3 == 0:
			channel = model.InMail
		case k == 3 && i%3 == 1:
			channel = model.Message
		}
		b.touch(i, model.Touch{At: b.morning(ago), By: by, Channel: channel, Step: k})
		if k < steps {
			ago -= gaps[k-1]
		}
	}
	b.seg.People[i].Outreach.Step = steps
}

// touch logs an outgoing touch with the letter of its step.
func (b *builder) touch(i int, t model.Touch) {
	t.Person, t.Origin = id(i), origin(b.now)
	l := b.subjects[i].letter(t.Step, i)
	t.Subject, t.Body = l.subject, l.body
	if t.Channel == model.Message {
		t.Subject = ""
	}
	b.seg.Touches = append(b.seg.Touches, t)
	o := &b.seg.People[i].Outreach
	o.LastTouch, o.Owner = t.At, t.By
}

// reply logs an answer so many days ago, in the early afternoon or, where that
// is still to come, an hour ago.
func (b *builder) reply(i, ago int, body string) {
	at := b.morning(ago).Add(5*time.Hour + 17*time.Minute)
	if at.After(b.now) {
		at = b.now.Add(-time.Hour)
	}
	b.seg.Touches = append(b.seg.Touches, model.Touch{
		Person: id(i), At: at, Channel: model.Email, Direction: model.Inbound,
		Subject: "Re: " + b.subjects[i].letter(1, i).subject, Body: body, Origin: origin(b.now),
	})
	b.seg.People[i].Outreach.LastTouch = at
}

// morning is between eight and eleven so many days ago, on the Thursday before
// where that would be a Friday or a weekend.
func (b *builder) morning(ago int) time.Time {
	y, m, d := b.now.AddDate(0, 0, -ago).Date()
	t := time.Date(y, m, d, 8+b.r.IntN(3), b.r.IntN(60), 0, 0, b.now.Location())
	switch t.Weekday() {
	case time.Friday:
		return t.AddDate(0, 0, -1)
	case time.Saturday:
		return t.AddDate(0, 0, -2)
	case time.Sunday:
		return t.AddDate(0, 0, -3)
	}
	return t
}
