package intake

import (
	"context"

	"talentmap/edge/intake/format"
)

// Preview reads the whole file and says what importing it would do. Nothing is
// written and nobody is remembered. The file is compared with what its source
// said before: the source of its kind with whom it shares most people.
func Preview(ctx context.Context, src *format.Source, known Known, opt Options) (Outcome, error) {
	r, sum := &reading{src: src, opt: opt}, outcomeOf(src)
	sg, err := r.survey(ctx, known)
	if err != nil {
		return sum, err
	}
	sum.from(sg)
	sum.tellAll = opt.TellAll
	pl := newPlanner(known, sg, opt.Now)
	if err = r.walk(ctx, pl, &sum, nil); err == nil {
		gone, left, goneErr := pl.gone()
		sum.departed(gone, left)
		sum.ranking, err = pl.places.ranking(pl.matcher), goneErr
	}
	r.tell(sum.Rows)
	return sum, err
}
