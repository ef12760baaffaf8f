package intake

import (
	"context"
	"fmt"

	"talentmap/edge/intake/format"
)

// reading is a file as it is read for a plan: once, or twice to find its source.
type reading struct {
	src      *format.Source
	opt      Options
	surveyed int64 // bytes read by the survey, for the progress
}

// walk plans every record of the file and counts; do, unless nil, is called for
// each.
func (r *reading) walk(ctx context.Context, pl *planner, sum *Outcome, do func(format.Record, step) error) error {
	defer func() { sum.Columns = r.src.Columns() }()
	for rec, bad := range r.src.Ahead() {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("import of %s stopped: %w", r.src.Name(), err)
		}
		if bad != nil {
			sum.problem(*bad)
			continue
		}
		st, err := pl.plan(&rec.Person)
		if err != nil {
			return fmt.Errorf("plan line %d of %s: %w", rec.Row, r.src.Name(), err)
		}
		sum.count(rec.Row, &rec.Person, &st)
		if rec.Place != nil && st.verdict != isReview && st.verdict != isErased {
			pl.places.put(st.at, *rec.Place)
		}
		if do != nil {
			if err := do(rec, st); err != nil {
				return err
			}
		}
		if sum.Rows%4096 == 0 {
			r.tell(sum.Rows)
		}
	}
	return r.src.Err()
}

// tell says how far reading is, after so many rows.
func (r *reading) tell(rows int) {
	if r.opt.Progress != nil {
		r.opt.Progress(Done{Rows: rows, Bytes: r.surveyed + r.src.BytesRead(), Total: r.surveyed + r.src.Size()})
	}
}
