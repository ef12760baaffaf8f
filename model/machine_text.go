package model

import (
	"strconv"
	"strings"
)

// TransitionRow is a row of the machine in words, with the numbers of a cadence.
type TransitionRow struct {
	From  []State // all of them: any state
	Event EventKind
	On    string // the event: "10 business days silent"
	When  string // what must hold beside; "" for nothing
	To    State  // "" the same state
	Next  string // when something is next due
	Clock bool   // by a date alone
}

// Any reports whether the event fits every state.
func (r *TransitionRow) Any() bool { return len(r.From) == stateCount }

// Table is the machine in words: what Apply runs on, row by row. Of several rows
// that fit the first one counts.
func (c *Cadence) Table() []TransitionRow {
	words := c.words()
	rows := make([]TransitionRow, len(transitions))
	for i := range transitions {
		t := &transitions[i]
		rows[i] = TransitionRow{
			Event: t.on, On: words.Replace(t.on.traits().text), When: t.when.text(c), To: t.to,
			Next: words.Replace(waitTexts[t.next]), Clock: t.on.ByClock(),
		}
		for _, s := range States() {
			if t.from.has(s) {
				rows[i].From = append(rows[i].From, s)
			}
		}
	}
	return rows
}

// Text is an event in words, with the numbers of the cadence.
func (c *Cadence) Text(kind EventKind) string {
	if t := kind.traits(); t != nil {
		return c.words().Replace(t.text)
	}
	return string(kind)
}

// words puts the numbers of a cadence into a text.
func (c *Cadence) words() *strings.Replacer {
	var pairs []string
	for name, n := range map[string]int{
		"ready": c.Ready, "intro": c.Intro, "silence": c.Silence, "return": c.Return, "nurture": c.Nurture, "unused": c.Unused,
		"stalled": c.Stalled, "rating": c.Rating, "review": c.Review, "refused": c.Hold.Refused,
	} {
		pairs = append(pairs, "{"+name+"}", strconv.Itoa(n))
	}
	return strings.NewReplacer(pairs...)
}

func (w condition) text(c *Cadence) string {
	n := strconv.Itoa(c.Touches())
	switch w {
	case moreToCome:
		return "k < " + n
	case allSent:
		return "k = " + n
	case inSequence:
		return "k > 0"
	case lastSoft:
		return strconv.Itoa(c.SoftBounces) + " soft bounces"
	}
	return ""
}

// waitTexts say until when nothing has to be done.
var waitTexts = [...]string{
	waitOn:      "as before",
	waitReview:  "to keep or to erase, {review} months after her last answer",
	waitNow:     "at once",
	waitReply:   "at once",
	waitIntro:   "{intro} d",
	waitTouch:   "the next touch, in the send window; after the last {silence} business days",
	waitSilence: "{silence} business days",
	waitNurture: "last contact + {nurture} d",
	waitRefused: "{refused} d",
	waitReturn:  "her return + {return} business days, in the send window",
	waitAsked:   "the day she asked for",
	waitUnused:  "{unused} d",
	waitStalled: "{stalled} d",
	waitRating:  "the rating, {rating} months",
}
