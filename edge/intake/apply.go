package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// defaultChunk is how many people one write takes unless told otherwise.
const defaultChunk = 1000

// Apply reads the file and writes what [Preview] told, in chunks. On an
// error, which includes a cancelled context, the chunk being planned is dropped
// and the counts are those of what has been written; whole chunks before it
// stay and undo under the import's ID. Where the file itself breaks off, what
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
	w := &writer{sink: sink, opt: opt, planner: newPlanner(known, sg, opt.Now), told: sg.source}
	w.held = map[int32]*store.Arrival{}
	w.planner.land = func() error { return w.land(ctx) }
	w.settle = func(id model.PersonID) error {
		if w.flight == nil || !w.flight.fresh || w.first != 0 && id < w.first {
			return nil
		}
		return w.land(ctx)
	}
	sink.From(&w.told, max(sg.asOf, sg.before))
	sum.from(sg)
	sum.tellAll = opt.TellAll
	w.written = sum
	tell := func(err error) error {
		return fmt.Errorf("import of %s, after %d rows: %w", src.Name(), w.written.Rows, err)
	}
	err = r.walk(ctx, w.planner, &sum, func(rec format.Record, st step) error {
		w.take(rec, st)
		if len(w.chunk) < opt.Chunk {
			return nil
		}
		if err := w.launch(ctx, sum); err != nil {
			return tell(err)
		}
		r.tell(sum.Rows)
		return nil
	})
	if landing := w.land(ctx); landing != nil {
		return w.written, tell(landing)
	}
	if err != nil && src.Err() == nil {
		return w.written, err
	}
	if err == nil {
		if err := w.depart(&sum); err != nil {
			return w.written, tell(err)
		}
	}
	if err := errors.Join(w.launch(ctx, sum), w.land(ctx)); err != nil {
		return w.written, tell(err)
	}
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

// flight is a chunk that is being written.
type flight struct {
	chunk []planned
	aside []doubtful
	sum   Outcome // the counts with it
	list  []store.Arrival
	fresh bool // somebody new is among them
	done  chan error
}

type planned struct {
	at int32
	*store.Arrival
}

// doubtful is a row for a person to look at; whom it may mean is known by ID
// once they are written.
type doubtful struct {
	review *model.Review
	like   []int32
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

// launch begins to write the chunk, when the one before has landed.
func (w *writer) launch(ctx context.Context, sum Outcome) error {
	if err := errors.Join(w.land(ctx), ctx.Err()); err != nil || len(w.chunk)+len(w.aside) == 0 {
		return err
	}
	slices.SortStableFunc(w.chunk, func(a, b planned) int {
		return cmp.Compare(a.Person.ID-1, b.Person.ID-1) // 0, someone new, wraps round to the end
	})
	f := &flight{chunk: w.chunk, aside: w.aside, sum: sum, list: make([]store.Arrival, len(w.chunk)), done: make(chan error, 1)}
	w.flying = make(map[int32]bool, len(f.chunk))
	for i, p := range f.chunk {
		f.list[i] = *p.Arrival
		w.flying[p.at] = true
		f.fresh = f.fresh || p.Person.ID == 0
	}
	w.flight, w.chunk, w.aside = f, nil, nil
	clear(w.held)
	go func() {
		var err error
		if len(f.list) > 0 {
			err = w.sink.Arrive(ctx, f.list)
		}
		f.done <- err
	}()
	return nil
}

// land waits for what is being written, learns the IDs that new people were
// given, and then writes the rows set aside, which may mean them.
func (w *writer) land(ctx context.Context) error {
	f := w.flight
	if f == nil {
		return nil
	}
	err := <-f.done
	w.flight, w.flying, w.source = nil, nil, w.told
	if err != nil {
		return fmt.Errorf("write %d people: %w", len(f.list), err)
	}
	for _, p := range f.chunk {
		if p.Person.ID == 0 {
			if w.known.Erased(p.Person) {
				continue
			}
			return fmt.Errorf("write %d people: %s got no ID", len(f.list), format.Shown(p.Person.Name))
		}
		if w.met[p.at].id == 0 {
			w.first = min(cmp.Or(w.first, p.Person.ID), p.Person.ID)
		}
		w.arrived(p.at, p.Person.ID)
	}
	if err := w.hold(ctx, f.aside); err != nil {
		return err
	}
	w.written = f.sum
	return nil
}

// hold keeps rows for a person to look at, with the numbers of those they may
// mean; someone who was erased meanwhile has none.
func (w *writer) hold(ctx context.Context, aside []doubtful) error {
	if len(aside) == 0 {
		return nil
	}
	rows := make([]*model.Review, len(aside))
	for i, d := range aside {
		rows[i] = d.review
		for _, at := range d.like {
			if id := w.met[at].id; id != 0 {
				rows[i].Like = append(rows[i].Like, id)
			}
		}
	}
	return w.sink.Hold(ctx, rows)
}
