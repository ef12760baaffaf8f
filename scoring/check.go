package scoring

import (
	"errors"
	"fmt"
	"math"
)

// ErrWeights is the reason behind every error of [Weights.Check].
var ErrWeights = errors.New("the table of weights cannot be used")

// Check reports the first number of an edited table that makes no sense. The
// error wraps [ErrWeights] and says which number it is and what is allowed.
func (w *Weights) Check() error {
	s := &w.Signals
	rows := []struct {
		name string
		row  Row
	}{
		{"open to work", s.OpenToWork},
		{"layoffs", s.Layoffs},
		{"reorg", s.Reorg},
		{"leadership", s.Leadership},
		{"own manager", s.OwnManager},
		{"profile updated", s.ProfileUpdated},
		{"posts more", s.PostsMore},
		{"bad press", s.BadPress},
		{"ratings falling", s.RatingsFalling},
		{"new duties", s.NewDuties},
		{"passed over", s.PassedOver},
		{"pay below", s.PayBelow},
	}
	for _, r := range rows {
		if err := r.row.check(); err != nil {
			return fmt.Errorf("%w: row %q: %w", ErrWeights, r.name, err)
		}
	}
	if !positive(w.Scale.Divisor) {
		return fmt.Errorf("%w: scale: divisor is %v, give a number above 0", ErrWeights, w.Scale.Divisor)
	}
	if w.Scale.Warm > w.Scale.Hot {
		return fmt.Errorf("%w: scale: warm begins at %d, give no more than hot's %d", ErrWeights, w.Scale.Warm, w.Scale.Hot)
	}
	if !positive(w.Layoffs.Share) {
		return fmt.Errorf("%w: layoffs: share is %v, give a percentage above 0", ErrWeights, w.Layoffs.Share)
	}
	if err := w.Shortlisting.check(); err != nil {
		return fmt.Errorf("%w: %w", ErrWeights, err)
	}
	if err := w.Cadence.Check(); err != nil {
		return fmt.Errorf("%w: %w", ErrWeights, err)
	}
	return nil
}

func (r Row) check() error {
	switch {
	case !positive(r.Weight) && r.Weight != 0:
		return fmt.Errorf("weight is %v, give 0 or more", r.Weight)
	case !positive(r.HalfLife) && r.HalfLife != 0:
		return fmt.Errorf("half-life is %v days, give 0 (never fades) or more", r.HalfLife)
	case !(r.Confidence >= 0 && r.Confidence <= 1):
		return fmt.Errorf("confidence is %v, give 0 to 1", r.Confidence)
	case r.Closes != 0 && r.Closes < r.Opens:
		return fmt.Errorf("the window closes on day %d, before it opens on day %d", r.Closes, r.Opens)
	}
	return nil
}

// positive is false for NaN and infinity too.
func positive(x float64) bool { return x > 0 && !math.IsInf(x, 1) }
