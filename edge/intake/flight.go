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
