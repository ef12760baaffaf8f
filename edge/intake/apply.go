package intake

import (
	"context"
	"errors"
	"fmt"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// defaultChunk is how many people one write takes unless told otherwise.
const defaultChunk = 2000

// Apply reads the file and writes what [Preview] told, in chunks. On an error,
// which includes a cancelled context, the chunk being planned is dropped and the
// counts are those of what has been written; whole chunks before it stay and undo
// under the import's ID. Where the file itself breaks off, what
// came before is written, and the error says where.
func Apply(ctx context.Context, src *format.Source, known Known, sink Sink, opt Options) (Outcome, error) {
	if opt.Origin.Source == "" {
		opt.Origin.Source = src.Name()
	}
	if opt.Chunk <= 0 {
		opt.Chunk = defaultChunk
	}
	r, sum := &reading{src: src, opt: opt}, outcomeOf(src)
	sg, err := r.survey(ctx, known)
	if err != nil {
		return sum, err
	}
	sum.from(sg)
	sum.tellAll = opt.TellAll
	w := newWriter(ctx, newPlanner(known, sg, opt.Now), sink, opt)
	w.written = sum
	stopped := func(err error) error {
		return fmt.Errorf("import of %s, after %d rows: %w", src.Name(), w.written.Rows, err)
	}
	err = r.walk(ctx, w.planner, &sum, func(rec format.Record, st step) error {
		w.take(rec, st)
		if len(w.chunk) < opt.Chunk {
			return nil
		}
		if err := w.launch(ctx, sum); err != nil {
			return stopped(err)
		}
		r.tell(sum.Rows)
		return nil
	})
	if landing := w.land(ctx); landing != nil {
		return w.written, stopped(landing)
	}
	if err != nil && src.Err() == nil {
		return w.written, err
	}
	if err == nil {
		if err := w.depart(&sum); err != nil {
			return w.written, stopped(err)
		}
	}
	if err := errors.Join(w.launch(ctx, sum), w.land(ctx)); err != nil {
		return w.written, stopped(err)
	}
	sum.ranking = w.places.ranking(w.matcher)
	r.tell(sum.Rows)
	return sum, err
}

// writer gathers what is planned into chunks. While one is being written the next
// is planned; whoever is on the way is not looked at before she has landed.
type writer struct {
	*planner
	sink    Sink
	opt     Options
	told    model.Source // the sink's: a new one gets its ID there
	chunk   []planned
	aside   []doubtful
	flight  *flight        // being written; nil for none
	first   model.PersonID // the lowest number that this import gave; 0 before any has landed
	written Outcome        // the counts of what has landed
}

// newWriter tells the sink where the file comes from. ctx ends its writes.
func newWriter(ctx context.Context, pl *planner, sink Sink, opt Options) *writer {
	w := &writer{planner: pl, sink: sink, opt: opt, told: pl.source}
	w.held = map[int32]*store.Arrival{}
	w.planner.land = func() error { return w.land(ctx) }
	w.settle = func(id model.PersonID) error {
		if w.flight == nil || !w.flight.fresh || w.first != 0 && id < w.first {
			return nil
		}
		return w.land(ctx)
	}
	sink.From(&w.told, max(pl.asOf, pl.before))
	return w
}

// take adds to the chunk what a step brings, unless it is in it or is nothing.
func (w *writer) take(rec format.Record, st step) {
	switch {
	case st.verdict == isReview:
		w.aside = append(w.aside, doubtful{like: st.like, review: &model.Review{
			AsOf: w.asOf, Line: rec.Row, Incoming: rec.Person, Why: st.review,
		}})
		return
	case st.brings.Person == nil:
		return
	case st.verdict == isNew:
		st.brings.Person.Origin = w.opt.Origin
	}
	if held := w.held[st.at]; held != nil {
		*held = st.brings
		return
	}
	if st.brings.Same && st.brings.Said == nil && len(st.brings.News) == 0 {
		return
	}
	w.plans(st.at, st.brings)
}

// plans adds what is planned for someone to the chunk.
func (w *writer) plans(at int32, a store.Arrival) {
	w.held[at] = &a
	w.chunk = append(w.chunk, planned{at: at, Arrival: &a})
}

// depart adds those who are gone from the source.
func (w *writer) depart(sum *Outcome) error {
	gone, left, err := w.gone()
	if err != nil {
		return err
	}
	sum.departed(gone, left)
	for i := range gone {
		id := gone[i].Person.ID
		w.met = append(w.met, met{id: id})
		w.plans(int32(len(w.met)-1), gone[i])
	}
	return nil
}
