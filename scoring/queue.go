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
)

func (c Class) String() string {
	return [...]string{"reply waiting", "touch due", "receptive now", "nurture due"}[c]
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

	open uint8 // a bit for each class that holds
}

// Has reports whether a class is among the person's reasons.
func (n Next) Has(c Class) bool { return n.open&(1<<c) != 0 }

// NextFor says whether something is to be done for a person on the day of now,
// and how it ranks; false when nothing is. It allocates nothing.
//
// Replies and touches rank by how long they have waited, then by score; the
// receptive and the nurtured by score, then by how soon the window closes or how
// long they have waited. A message that bounced is mended at once where no day is
// set for it. Locked people never appear.
func (w *Weights) NextFor(o model.Outreach, f Facts, signals []model.Signal, now time.Time) (Next, bool) {
	if o.Lock != model.Unlocked && o.Locked(now) {
		return Next{}, false
	}
	n := Next{WindowDays: -1}
	today := model.DateOf(now)
	n.open = due(o.Current(), o.Next, today)
	maybe := w.mayWrite(&o, now)
	if n.open == 0 && !maybe {
		return Next{}, false
	}
	n.Score, n.Window = w.score(f, signals, today)
	if n.Window.Open {
		n.WindowDays = n.Window.DaysLeft
		if maybe && n.Score >= w.Scale.Warm {
			n.open |= 1 << ReceptiveNow
		}
	}
	for c := ReplyWaiting; c <= NurtureDue; c++ {
		if n.Has(c) {
			n.Class = c
			n.rank(&o, now)
			return n, true
		}
	}
	return Next{}, false
}

// due is the bit of the class that the state itself opens on a day.
func due(s model.State, next, today model.Date) uint8 {
	come := next.Known() && next <= today
	switch s {
	case model.Replied:
		return 1 << ReplyWaiting
	case model.Active, model.Paused, model.ReEngage, model.Later, model.IntroPending,
		model.Interested, model.Pipeline, model.Hired:
		if come {
			return 1 << TouchDue
		}
	case model.Bounced:
		if come || !next.Known() {
			return 1 << TouchDue
		}
	case model.Nurture:
		if come {
			return 1 << NurtureDue
		}
	}
	return 0
}

// mayWrite reports whether "receptive now" may be said of someone: no sequence
// or process is running, and the last touch is long enough ago. A touch dated in
// the future counts as just made.
func (w *Weights) mayWrite(o *model.Outreach, now time.Time) bool {
	switch o.State {
	case model.Active, model.Pipeline, model.Hired:
		return false
	}
	return o.LastTouch.IsZero() || model.DateOf(o.LastTouch.In(now.Location())) <= model.DateOf(now.AddDate(0, 0, -w.Rest))
}

// rank sets the rank and due day of the class: whole numbers for what comes
// first, a fraction below 1 for what breaks ties.
func (n *Next) rank(o *model.Outreach, now time.Time) {
	today := dayNumber(model.DateOf(now))
	score := float64(n.Score)
	switch n.Class {
	case ReplyWaiting:
		n.Rank = float64(waited(o.LastTouch, now)) + score/101
	case TouchDue:
		n.Due = o.Next
		late := waited(o.LastTouch, now)
		if o.Next.Known() {
			late = today - dayNumber(o.Next)
		}
		n.Rank = float64(late) + score/101
	case ReceptiveNow:
		n.Due = n.Window.Closes
		n.Rank = score + 1/float64(2+n.WindowDays)
	case NurtureDue:
		n.Due = o.Next
		n.Rank = score + 1 - 1/float64(1+today-dayNumber(o.Next))
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
