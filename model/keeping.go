package model

import (
	"strings"
	"sync"
	"time"
)

// Kept is a decision to keep somebody who has not answered for long.
type Kept struct {
	On  Date   `cbor:"1,keyasint,omitempty"` // the day of the decision; the next one is due as many months later
	Why string `cbor:"2,keyasint,omitempty"` // the reason, as the law asks for one
	By  string `cbor:"3,keyasint,omitempty"`
}

// NoticeDays is how many days after somebody's data came in she is told of it at the
// latest, where the law asks for that: GDPR article 14 (3) a, a month.
const NoticeDays = 30

// eea is the European Economic Area.
var eea = sync.OnceValue(func() Area {
	area, _ := ParseArea("EEA")
	return area
})

// UnderGDPR reports whether somebody lives, as far as her place tells, in the EU, the
// EEA or the United Kingdom, where the law asks for a notice and for a review. known
// is false where her place tells nothing.
func UnderGDPR(location string) (under, known bool) {
	at := ParsePlace(location)
	switch {
	case !at.Known():
		return false, false
	case at.Country == "GB":
		return true, true
	case at.Country == "" && at.Group != "":
		return at.Group != "North America" && at.Group != "APAC", true
	}
	share, _ := at.Within(eea())
	return share > 0, true
}

// KeepOrErase reports whether the team has to decide on the day of now to keep a
// person or to erase her, where the law asks for it, and since when: she has not
// answered for [Cadence.Review] months, and nobody has decided since. Nobody decides
// on somebody who is in a process or was hired, or who has opted out: that has to be
// remembered.
func (c *Cadence) KeepOrErase(p *Person, now time.Time) (since Date, due bool) {
	if since, due = c.Undecided(&p.Outreach, p.HeldSince(now.Location()), now); due {
		due, _ = UnderGDPR(p.Location)
	}
	return since, due
}

// Undecided is [Cadence.KeepOrErase] of somebody to whom the law applies, and who was
// last heard of or decided on on the day held; the zero Date: nobody knows.
func (c *Cadence) Undecided(o *Outreach, held Date, now time.Time) (since Date, due bool) {
	if !held.Known() || o.Lock == OptedOut {
		return 0, false
	}
	switch o.Current() {
	case Pipeline, Hired, Replied, Interested:
		return 0, false
	}
	since = held.AddMonths(c.Review)
	return since, since <= DateOf(now)
}

// HeldSince is the day from which the months count until it is decided to keep a
// person or to erase her: that of her last answer, on which she came in, or on which
// it was last decided. The zero Date: nothing tells.
func (p *Person) HeldSince(zone *time.Location) Date {
	since := max(p.Outreach.Trail.Answered, p.Outreach.Kept.On)
	if in := p.Origin.At; !in.IsZero() {
		since = max(since, DateOf(in.In(zone)))
	}
	return since
}

// NoticeDue is the day until which a person has to be told where her data came from,
// where the law asks for it: at the first contact, at the latest a month after it
// came in. due is false where she was told, or the law asks for nothing as far as is
// known.
func NoticeDue(p *Person, touches []Touch, now time.Time) (by Date, due bool) {
	if under, _ := UnderGDPR(p.Location); !under {
		return 0, false
	}
	for i := range touches {
		if touches[i].Notice {
			return 0, false
		}
	}
	by = DateOf(now)
	if in := p.Origin.At; !in.IsZero() {
		by = DateOf(in.In(now.Location())).AddDays(NoticeDays)
	}
	return by, true
}

// Sender is who writes, for whom and from where: what an e-mail has to say.
type Sender struct {
	Name    string // of the person
	Title   string
	Company string
	Address string // where post reaches the company
	Email   string
	OptOut  string // the line that says how to end it; "": one is made
	Privacy string // the link to the privacy notice
	// Unsubscribe is an HTTPS address that takes a one-click unsubscription (RFC 8058);
	// "": there is none, and an e-mail is answered instead.
	Unsubscribe string
}

// OptOutLine is the line that says how to end it.
func (s *Sender) OptOutLine(lang string) string {
	if s.OptOut != "" {
		return s.OptOut
	}
	if lang == "de" {
		return "Antworten Sie mit „Stopp“, und ich schreibe Ihnen nicht wieder."
	}
	return "Reply “stop” and I will not write again."
}

// NoticeLine tells somebody where her data came from, what it is for and where the
// privacy notice is. It is "" without the link to one.
func (s *Sender) NoticeLine(source, lang string) string {
	if s.Privacy == "" {
		return ""
	}
	if lang == "de" {
		return "Ihre Angaben stammen aus " + source + "; ich speichere sie, um Ihnen von Stellen zu schreiben, die zu Ihnen passen (berechtigtes Interesse). Datenschutzhinweise: " + s.Privacy
	}
	return "Your details come from " + source + "; I keep them to write to you about roles that may suit you (legitimate interest). Privacy notice: " + s.Privacy
}

// TellsNotice reports whether a text links the privacy notice of the sender.
func (s *Sender) TellsNotice(body string) bool {
	link := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s.Privacy, "https://"), "http://"), "/")
	return link != "" && strings.Contains(strings.ToLower(body), strings.ToLower(link))
}
