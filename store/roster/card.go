package roster

import (
	"time"
	"unicode/utf8"

	"talentmap/model"
	"talentmap/scoring"
)

// Card is what one line says of a person. Texts are cut to 255 bytes.
type Card struct {
	ID             model.PersonID
	Name           string
	Title, Company string          // now, else of the job that ended last
	CompanyID      model.CompanyID // where she works now; 0: nowhere, or not known
	Location       string
	Facts          scoring.Facts

	State     model.State // never ""
	Step      int         // touches sent in this sequence, at most 255
	Next      model.Date
	Owner     string
	LastTouch time.Time
	Lock      model.Lock
	LockUntil model.Date
	Trail     model.Trail    // but for bounces and the rating
	Deferral  model.Deferral // but for who decided it, and when
}

// Outreach is the card's part of the person's outreach, for judging what is
// next; the research, the reason of a lock and bounces are not in it.
func (c *Card) Outreach() model.Outreach {
	return model.Outreach{
		State: c.State, Step: c.Step, Next: c.Next, Owner: c.Owner, LastTouch: c.LastTouch,
		Lock: c.Lock, LockUntil: c.LockUntil, Trail: c.Trail, Deferral: c.Deferral,
	}
}

// entry is a card as a page keeps it, in 56 bytes. Its texts stand in the page
// one after the other; each begins where the one before it ends.
type entry struct {
	lastTouch int64 // Unix nanoseconds; 0 none
	company   model.CompanyID
	text      uint32 // where the texts begin
	signals   uint32 // which of the page's signals is her first
	facts     scoring.Facts
	next      model.Date
	lockUntil model.Date
	state     code // 0: nobody has this ID
	lock      code
	step      uint8
	lengths   [textCount]uint8
	rung      uint8 // of the title; 0 none
	remote    bool
	country   country
}

// The texts of an entry, in order.
const (
	nameText = iota
	titleText
	companyText
	locationText
	ownerText
	textCount
)

// code is an index + 1 in a table of words.
type code uint8

// states are the outreach states as codes. One that this program does not know
// is kept as the last of them.
var states = [...]model.State{
	model.Mapped, model.Researched, model.IntroPending, model.Active, model.Paused, model.Replied,
	model.Interested, model.Later, model.Nurture, model.ReEngage, model.Pipeline, model.Hired,
	model.Bounced, "unknown",
}

// locks are the locks as codes. One that this program does not know is kept as
// the last and strictest.
var locks = [...]model.Lock{model.Unlocked, model.OptedOut, model.DoNotContact}

func codeOf[T comparable](table []T, v T) code {
	for i, have := range table {
		if have == v {
			return code(i + 1)
		}
	}
	return code(len(table))
}

// outreach is the entry's part of the person's outreach, but for the owner and
// what an extra has.
func (e *entry) outreach() model.Outreach {
	o := model.Outreach{
		State: states[e.state-1], Step: int(e.step), Next: e.next,
		Lock: locks[e.lock-1], LockUntil: e.lockUntil,
	}
	if e.lastTouch != 0 {
		o.LastTouch = time.Unix(0, e.lastTouch)
	}
	return o
}

// cut shortens a text to what the length of an entry's text can say.
func cut(s string) string {
	const most = 255
	if len(s) <= most {
		return s
	}
	n := most
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
