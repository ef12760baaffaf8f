package sample

import "talentmap/model"

func (b *builder) researched(i, k int) { b.state(i, model.Researched, b.day(k)) }

func (b *builder) introduced(i, k int) {
	for b.seg.People[i].Outreach.Research[model.MutualConnections].Looked != model.ItemFound {
		b.research(i, model.ReadyAt, model.MutualConnections)
	}
	b.state(i, model.IntroPending, b.day(2+2*k))
}

// step puts people after the k-th touch of a sequence; the next falls due from
// the day before yesterday to the day after tomorrow.
func step(steps int) func(b *builder, i, k int) {
	wait := append(gaps[:len(gaps):len(gaps)], 14)[steps-1]
	return func(b *builder, i, k int) {
		due := k - 2
		if steps > 1 {
			due = k
		}
		b.sent(i, steps, wait-due, "")
		b.state(i, model.Active, b.day(due))
	}
}

// colleagues puts someone into the hands of another recruiter.
func (b *builder) colleagues(i, _ int) {
	b.sent(i, 2, 3, "tomas")
	b.state(i, model.Active, b.day(2))
}

func (b *builder) paused(i, k int) {
	b.sent(i, 1, 6+k, "")
	b.reply(i, 6+k, "Out of office: I am away with little access to mail. For anything urgent please write to the team.")
	b.state(i, model.Paused, b.day(3+4*k))
}

func (b *builder) waiting(i, k int) {
	b.sent(i, 1+k%3, 4+k, "")
	b.reply(i, k, waitingReplies[k%len(waitingReplies)])
	b.state(i, model.Replied, b.day(-k))
}

func (b *builder) interested(i, k int) {
	b.sent(i, 2, 14+6*k, "")
	b.reply(i, 10+6*k, interestedReplies[k%len(interestedReplies)])
	b.state(i, model.Interested, b.day(2*k-1))
}

// later puts people off until a date: one is due today, the others in months.
func (b *builder) later(i, k int) {
	b.sent(i, 1+k%2, 70+20*k, "")
	b.reply(i, 66+20*k, laterReplies[k%len(laterReplies)])
	b.state(i, model.Later, b.day(45*k))
}

// nurtured people had the whole sequence without an answer; some had value
// touches since, and some are due.
func (b *builder) nurtured(i, k int) {
	ago := []int{92, 90, 88, 83, 71, 64, 57, 49, 41, 33, 28, 21, 130, 170}[k%14]
	b.sent(i, model.SequenceLength, ago, "")
	if ago > 100 {
		ago -= 90
		b.touch(i, model.Touch{At: b.morning(ago), Channel: model.Email, Step: model.SequenceLength + 1})
	}
	b.state(i, model.Nurture, b.day(90-ago))
}

func (b *builder) reEngaged(i, k int) {
	b.sent(i, 3, 120+30*k, "")
	b.state(i, model.ReEngage, b.day(14-3*k)).Step = 0
}

func (b *builder) inPipeline(i, k int) {
	b.sent(i, 2, 30+8*k, "")
	b.reply(i, 27+8*k, interestedReplies[k%len(interestedReplies)])
	b.state(i, model.Pipeline, b.day(3+2*k))
}

// hired is someone whose six-month rating is still to come.
func (b *builder) hired(i, _ int) {
	b.sent(i, 1, 190, "")
	b.reply(i, 187, interestedReplies[0])
	b.state(i, model.Hired, b.day(62))
}

func (b *builder) bounced(i, k int) {
	b.sent(i, 1, 5+9*k, "")
	b.state(i, model.Bounced, b.day(k))
}

func (b *builder) optedOut(i, k int) {
	b.sent(i, 1+k, 40+25*k, "")
	b.reply(i, 39+25*k, stopReplies[k%len(stopReplies)])
	o := b.state(i, model.Nurture, 0)
	o.Lock, o.LockWhy = model.OptedOut, "asked by e-mail not to be written to"
}

// doNotContact locks people: until a date, without end, and until a date that
// has passed.
func (b *builder) doNotContact(i, k int) {
	o := b.state(i, model.Researched, 0)
	o.Lock = model.DoNotContact
	switch k {
	case 0:
		o.LockUntil, o.LockWhy = b.day(120), "works for a client; agreed until the contract ends"
	case 1:
		o.LockWhy = "close to a client's board; ask the partner first"
	default:
		o.LockUntil, o.LockWhy = b.day(-20), "in a process with a colleague's client"
		o.Next = b.day(5)
	}
}
