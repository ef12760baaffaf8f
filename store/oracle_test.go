package store_test

import (
	"time"

	"pgregory.net/rapid"

	"talentmap/model"
)

// oracle is the rules of the gate once more, as DOMAIN words them and with nothing
// of the program's but its facts: what must block, the strictest first. She stands
// where the clock has brought her.
func (m *team) oracle(t *rapid.T, p model.Person, who string, ch model.Channel) (blocks []model.BlockKind) {
	o := p.Outreach
	today := days(m.now)
	var out []int // the days on which something went out, in no order
	last, free := -1<<30, false
	for _, touch := range m.touches(t, p.ID) {
		if touch.Direction != model.Outbound {
			continue
		}
		day := days(touch.At)
		last = max(last, day)
		if touch.At.AddDate(1, 0, 0).Truncate(24 * time.Hour).After(m.now.Truncate(24 * time.Hour)) {
			if touch.ReEngages && !free {
				free = true // one a year does not count
				out = append(out, -day)
				continue
			}
			out = append(out, day)
		}
	}
	counted := 0
	for _, d := range out {
		if d >= 0 {
			counted++
		}
	}
	conversation := o.State == "replied" || o.State == "interested"
	add := func(when bool, kind model.BlockKind) {
		if when {
			blocks = append(blocks, kind)
		}
	}
	locked := o.Lock != "" && (o.LockUntil == 0 || today <= days(o.LockUntil.Time()))
	add(locked && o.Lock == "opted-out", model.BlockOptedOut)
	add(locked && o.Lock == "do-not-contact", model.BlockForbid)
	add(m.leftAlone(t, &p), model.BlockCompany)
	add(o.State == "pipeline" || o.State == "hired", model.BlockProcess)
	add(o.Trail.Refused != 0 && today < days(o.Trail.Refused.Time())+180 && !conversation, model.BlockRefused)
	colleague := o.Owner != "" && o.Owner != who
	waits := o.Next != 0 && today < days(o.Next.Time())
	add(waits && (o.State == "paused" || o.State == "active" && colleague), model.BlockSequence)
	hold := map[int]int{0: 30, 1: 30, 2: 60}[len(out)]
	if len(out) > 2 {
		hold = 90
	}
	add(colleague && today < last+hold, model.BlockCooldown)
	again := o.State == "re-engage" && o.Trail.Cause == "trigger" && !free
	add(counted >= 6 && !conversation && !again, model.BlockCap)
	b := o.Trail.Bounced
	bit := map[model.Channel]uint8{model.Email: 1, model.InMail: 2}[ch]
	add(b.Channels&bit != 0 && (ch != model.Email || b.Address == "" || b.Address == p.Contact.Emails[0]), model.BlockBounced)
	return blocks
}

// days counts the days since 1970 in UTC, in which these tests live.
func days(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }
