package scoring

import (
	"time"

	"talentmap/model"
)

// Class is a reason to be in the queue, in the order in which they are worked
// through.
type Class uint8

// The classes of the queue.
const (
	ReplyWaiting Class = iota
	TouchDue
	ReceptiveNow
	NurtureDue
	KeepOrErase
)

func (c Class) String() string {
	return [...]string{"reply waiting", "touch due", "receptive now", "nurture due", "keep or erase"}[c]
}

// Next is a person's place in the queue. It holds no texts, so that many people
// rank fast; [Next.Reasons] writes them for the few that are shown.
type Next struct {
	Class      Class      // the first of her reasons
	Rank       float64    // within the class, higher first
	Due        model.Date // the day that the class is due: of the touch, or when the window closes; zero: now
	WindowDays int        // days until the open contact window closes; -1 without one
	Score      int        // receptivity, 0–100
	Window     Window

	open  uint8 // a bit for each class that holds
	place place
}

// place is where she stands by the clock: what the texts need of her outreach.
type place struct {
	state     model.State
	step, of  int
	next      model.Date
	since     model.Date // came into the state
	cause     model.EventKind
	contact   time.Time
	lastDay   model.Date // on which the touch that is due can be used; zero: it does not lapse
	decide    model.Date // on which it was due to keep or to erase her; zero: it is not
	answering bool       // her message waits
	begins    bool       // she was put into a sequence, whose first touch is to come
}

// Has reports whether a class is among the person's reasons.
func (n Next) Has(c Class) bool { return n.open&(1<<c) != 0 }

// Skip is what there is to skip of a person: her reasons and what they are about.
// That she is to be kept or erased is decided, and not passed over.
func (n Next) Skip() model.Skip {
	s := model.Skip{Classes: n.open &^ (1 << KeepOrErase)}
	if s.Classes&^(1<<ReceptiveNow) != 0 {
		s.Next = n.place.next
	}
	if n.Has(ReceptiveNow) {
		s.Kind, s.Event = n.Window.Kind, n.Window.Event
	}
	return s
}

// NextFor says whether something is to be done for a person on the day of now,
// and how it ranks; false when nothing is. It allocates nothing.
//
// What has happened by the clock alone counts, see [model.Cadence.Settled]. Who is
// snoozed is not in the queue, and reasons that were skipped are not hers until
// they are about something new. Locked people never appear.
//
// Replies and touches rank by how long they have waited, then by score; the
// receptive and the nurtured by score, then by how soon the window closes or how
// long they have waited. A message that bounced is mended at once where no day is
// set for it. Whether somebody is kept or erased comes last, the longest due first;
// until that is decided no value touch is due to her.
func (w *Weights) NextFor(o model.Outreach, f Facts, signals []model.Signal, now time.Time) (Next, bool) {
	if o.Deferral.Snoozed(model.DateOf(now)) {
		return Next{}, false
	}
	var n Next
	ok := w.wouldBe(&n, &o, f, signals, now)
	if ok && o.Deferral.Skipping() {
		n.open &^= n.passed(&o.Deferral.Skip)
		ok = n.first(model.DateOf(now), now)
	}
	return n, ok
}

// passed are the classes that were skipped and are about the same as then.
func (n *Next) passed(s *model.Skip) (classes uint8) {
	for c := ReplyWaiting; c < KeepOrErase; c++ {
		same := s.Next == n.place.next
		if c == ReceptiveNow {
			same = s.Kind == n.Window.Kind && s.Event == n.Window.Event
		}
		if same {
			classes |= 1 << c
		}
	}
	return classes & s.Classes
}

// WouldBe is NextFor whatever was decided about her place in the queue.
func (w *Weights) WouldBe(o model.Outreach, f Facts, signals []model.Signal, now time.Time) (Next, bool) {
	var n Next
	ok := w.wouldBe(&n, &o, f, signals, now)
	return n, ok
}

// wouldBe fills a zero place in the queue. An outreach is large, and is copied only
// where the clock has moved it on.
func (w *Weights) wouldBe(n *Next, o *model.Outreach, f Facts, signals []model.Signal, now time.Time) bool {
	if o.Lock != model.Unlocked && o.Locked(now) {
		return false
	}
	if _, moved := w.Cadence.Clock(o, now); moved {
		settled := w.Cadence.Settled(*o, now)
		o = &settled
	}
	n.WindowDays = -1
	today := model.DateOf(now)
	n.place = w.placeOf(o, now)
	n.open = n.place.due(today)
	if since, due := w.Cadence.Undecided(o, f.Held, now); due {
		n.place.decide = since
		n.open = n.open&^(1<<NurtureDue) | 1<<KeepOrErase
	}
	maybe := w.mayWrite(o, now)
	if n.open == 0 && !maybe {
		return false
	}
	n.Score, n.Window = w.score(f, signals, today)
	if n.Window.Open {
		n.WindowDays = n.Window.DaysLeft
		if maybe && n.Score >= w.Scale.Warm {
			n.open |= 1 << ReceptiveNow
		}
	}
	return n.first(today, now)
}

// placeOf gathers what a person's place in the queue hangs on.
func (w *Weights) placeOf(o *model.Outreach, now time.Time) place {
	p := place{
		state: o.Current(), step: o.Step, of: w.Cadence.TouchesOf(o), next: o.Next,
		since: o.Trail.Since, cause: o.Trail.Cause, contact: o.LastTouch,
		answering: !o.Next.Known() || !o.Trail.Answered.Known() || o.Next <= o.Trail.Answered,
		begins:    o.Awaiting(),
	}
	switch p.state {
	case model.ReEngage:
		p.lastDay = o.Next.AddDays(-1)
		if !p.since.Known() {
			p.since = o.Next.AddDays(-w.Cadence.Unused)
		}
	case model.Interested:
		p.lastDay = w.Cadence.StalledOn(o, now.Location()).AddDays(-1)
	}
	return p
}

// due is the bit of the class that the state itself opens on a day.
func (p *place) due(today model.Date) uint8 {
	come := p.next.Known() && p.next <= today
	switch p.state {
	case model.Replied:
		switch {
		case p.answering && (come || !p.next.Known()):
			return 1 << ReplyWaiting
		case come:
			return 1 << TouchDue
		}
	case model.ReEngage:
		return 1 << TouchDue
	case model.Mapped, model.Researched:
		if p.begins || come && p.cause == model.IntroSilent {
			return 1 << TouchDue
		}
	case model.Active, model.Interested, model.Pipeline, model.Hired:
		if come {
			return 1 << TouchDue
		}
	case model.Bounced:
		if come || !p.next.Known() {
			return 1 << TouchDue
		}
	case model.Nurture:
		if come {
			return 1 << NurtureDue
		}
	}
	return 0
}

// begun is the day on which the class that the state opens began to hold.
func (p *place) begun() model.Date {
	if p.state == model.ReEngage {
		return p.since
	}
	return p.next
}

// mayWrite reports whether "receptive now" may be said of someone: no sequence
// or process is running, the team does not wait after a no of hers, and the last
// touch is long enough ago.
func (w *Weights) mayWrite(o *model.Outreach, now time.Time) bool {
	switch o.State {
	case model.Active, model.Paused, model.Pipeline, model.Hired:
		return false
	case model.Replied, model.Interested:
	default:
		if w.Cadence.Refuses(o, now) {
			return false
		}
	}
	return w.rested(o, now)
}

// first sets the class, rank and due day to those of the first class that holds;
// false where none does.
func (n *Next) first(day model.Date, now time.Time) bool {
	for c := ReplyWaiting; c <= KeepOrErase; c++ {
		if n.Has(c) {
			n.Class = c
			n.rank(dayNumber(day), now)
			return true
		}
	}
	return false
}

// rank sets the rank and due day of the class: whole numbers for what comes
// first, a fraction below 1 for what breaks ties.
func (n *Next) rank(today int, now time.Time) {
	score := float64(n.Score)
	switch n.Class {
	case ReplyWaiting:
		n.Due, n.Rank = 0, float64(waited(n.place.contact, now))+score/101
	case TouchDue:
		n.Due = n.place.next
		late := waited(n.place.contact, now)
		if begun := n.place.begun(); begun.Known() {
			late = today - dayNumber(begun)
		}
		n.Rank = float64(late) + score/101
	case ReceptiveNow:
		n.Due = n.Window.Closes
		n.Rank = score + 1/float64(2+n.WindowDays)
	case NurtureDue:
		n.Due = n.place.next
		n.Rank = score + 1 - 1/float64(1+today-dayNumber(n.place.next))
	case KeepOrErase:
		n.Due = n.place.decide
		n.Rank = float64(today-dayNumber(n.Due)) + score/101
	}
}

// waited is the number of days from a touch to now; 0 where there was none.
func waited(t, now time.Time) int {
	if t.IsZero() {
		return 0
	}
	days := dayNumber(model.DateOf(now)) - dayNumber(model.DateOf(t.In(now.Location())))
	return max(days, 0)
}
