package scoring

import (
	"math"

	"talentmap/model"
)

// group is what shares a cap.
type group uint8

const (
	companyEvents group = iota
	ownActivity
	tenure
	pay
	newJob // takes off, has no cap
	groupCount
)

// The kinds as indexes, in the order of model.SignalKinds.
const (
	openToWork = iota
	layoffs
	reorg
	leadership
	profileUpdated
	postsMore
	badPress
	ratingsFalling
	newDuties
	passedOver
	payBelow
	kindCount
	unknownKind = -1
)

// groupOf puts each kind under its cap. New duties and being passed over
// concern the person herself, so they stand beside her own activity.
var groupOf = [kindCount]group{
	openToWork: ownActivity, layoffs: companyEvents, reorg: companyEvents,
	leadership: companyEvents, profileUpdated: ownActivity, postsMore: ownActivity,
	badPress: companyEvents, ratingsFalling: companyEvents,
	newDuties: ownActivity, passedOver: ownActivity, payBelow: pay,
}

// row is the table's row for a signal and the index of its kind; unknownKind
// and no row for a kind that the table does not have.
func (w *Weights) row(s *model.Signal) (*Row, int) {
	t := &w.Signals
	switch s.Kind {
	case model.OpenToWork:
		return &t.OpenToWork, openToWork
	case model.Layoffs:
		return &t.Layoffs, layoffs
	case model.Reorg:
		return &t.Reorg, reorg
	case model.LeadershipChange:
		if s.OwnManager {
			return &t.OwnManager, leadership
		}
		return &t.Leadership, leadership
	case model.ProfileUpdated:
		return &t.ProfileUpdated, profileUpdated
	case model.PostsMore:
		return &t.PostsMore, postsMore
	case model.BadPress:
		return &t.BadPress, badPress
	case model.RatingsFalling:
		return &t.RatingsFalling, ratingsFalling
	case model.NewDuties:
		return &t.NewDuties, newDuties
	case model.PassedOver:
		return &t.PassedOver, passedOver
	case model.PayBelowMarket:
		return &t.PayBelow, payBelow
	}
	return nil, unknownKind
}

// weight is what a signal is worth on its own day, before confidence: fixed for
// most kinds, growing with the magnitude for layoffs and pay.
func (w *Weights) weight(kind int, r *Row, magnitude float64) float64 {
	switch {
	case kind == payBelow && !(magnitude > 0):
		return 0
	case kind == payBelow:
		return min(r.Weight*magnitude, r.Max)
	case kind == layoffs && !(magnitude > 0):
		return w.Layoffs.Unknown
	case kind == layoffs:
		return min(max(r.Weight+w.Layoffs.PerDoubling*math.Log2(magnitude/w.Layoffs.Share), 0), r.Max)
	}
	return r.Weight
}
