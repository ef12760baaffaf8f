package scoring

import (
	"fmt"
	"time"

	"talentmap/model"
)

// strong are the kinds of signals that are a trigger by themselves: the strong
// class of the field's table. Three years in a role, which is of that class too,
// comes by degrees and counts by the score it makes.
var strong = [kindCount]bool{
	openToWork: true, layoffs: true, reorg: true, leadership: true, profileUpdated: true, postsMore: true,
}

// Trigger tells whether something new has made somebody worth writing to again on
// the day of now, and in words what: a strong signal that counts, a score that has
// risen by [Weights.Rise] points, or one that has become hot. New is what came after
// the last contact and after she came into her state. Nothing is one as long as
// the last contact is fewer than [Weights.Rest] days ago. The signals are hers and
// those at her employer.
func (w *Weights) Trigger(p *model.Person, signals []model.Signal, now time.Time) (why string, ok bool) {
	o := &p.Outreach
	if !w.rested(o, now) {
		return "", false
	}
	today, since := model.DateOf(now), o.Trail.Since
	if !o.LastTouch.IsZero() {
		since = max(since, model.DateOf(o.LastTouch.In(now.Location())))
	}
	if !since.Known() {
		return "", false // nobody knows what was there already
	}
	f := FactsOf(p, now)
	for i := range signals {
		s := &signals[i]
		if m := w.measure(s, f, dayNumber(today)); m.points > 0 && strong[m.kind] && s.Date > since {
			return fmt.Sprintf("new: %s on %s", s.Kind, s.Date), true
		}
	}
	was, _ := w.score(f, signals, since)
	is, _ := w.score(f, signals, today)
	switch {
	case was < w.Scale.Hot && is >= w.Scale.Hot:
		return fmt.Sprintf("receptivity has become hot: %d, after %d on %s", is, was, since), true
	case is-was >= w.Rise:
		return fmt.Sprintf("receptivity rose from %d on %s to %d", was, since, is), true
	}
	return "", false
}

// rested reports whether the last contact is long enough ago. One dated in the
// future counts as just made.
func (w *Weights) rested(o *model.Outreach, now time.Time) bool {
	return o.LastTouch.IsZero() || model.DateOf(o.LastTouch.In(now.Location())) <= model.DateOf(now.AddDate(0, 0, -w.Rest))
}
