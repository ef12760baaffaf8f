package scoring

import (
	"time"

	"talentmap/model"
)

// Band is the word for a score.
type Band uint8

// The bands.
const (
	Cool Band = iota
	Warm
	Hot
)

func (b Band) String() string { return [...]string{"cool", "warm", "hot"}[b] }

// Band is the word for a score, 0–100.
func (s Scale) Band(score int) Band {
	switch {
	case score >= s.Hot:
		return Hot
	case score >= s.Warm:
		return Warm
	}
	return Cool
}

// Score is how receptive a person is on the day of now, 0–100, and when to
// write. The signals are her own and her company's. It allocates nothing; its
// numbers are those of [Weights.Ledger].
func (w *Weights) Score(f Facts, signals []model.Signal, now time.Time) (score int, win Window) {
	return w.score(f, signals, model.DateOf(now))
}

func (w *Weights) score(f Facts, signals []model.Signal, today model.Date) (score int, win Window) {
	var t tally
	w.count(&t, f, signals, today)
	return w.Scale.score(t.sum(w.Caps)), t.window.window(dayNumber(today))
}
