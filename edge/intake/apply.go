package intake

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"talentmap/model"
)

// Sink takes what an import writes.
type Sink interface {
	// Write stores people in one transaction: known ones first, by rising ID,
	// then new ones, whose ID is 0 and is set by Write. Someone erased on request
	// since she was planned is left out and keeps ID 0.
	Write(ctx context.Context, chunk []*model.Person) error
}

// defaultChunk is how many people one write takes unless told otherwise.
const defaultChunk = 1000

// Apply reads the file and writes what [Source.Preview] told, in chunks. On an
// error, which includes a cancelled context, the chunk being planned is dropped
// and the counts are those of what has been written; whole chunks before it
// stay and undo under the import's ID. Where the file itself breaks off, what
// came before is written, and the error says where.
func (s *Source) Apply(ctx context.Context, known Known, sink Sink, opt Options) (Preview, error) {
	if opt.Origin.Source == "" {
		opt.Origin.Source = s.name
	}
	if opt.Chunk <= 0 {
		opt.Chunk = defaultChunk
	}
	sum := s.preview()
	w := &writer{
		sink: sink, opt: opt,
		planner: &planner{matcher: newMatcher(known, opt.Now), held: map[int32]*model.Person{}},
	}
	written := sum
	err := s.walk(ctx, w.planner, &sum, opt, func(st step) error {
		w.take(st)
		if len(w.chunk) < opt.Chunk {
			return nil
		}
		if err := w.flush(ctx); err != nil {
			return fmt.Errorf("import of %s, after %d rows: %w", s.name, written.Rows, err)
		}
		written = sum
		s.tell(&sum, opt)
		return nil
	})
	if err != nil && s.Err() == nil {
		return written, err
	}
	if err := w.flush(ctx); err != nil {
		return written, fmt.Errorf("import of %s, after %d rows: %w", s.name, written.Rows, err)
	}
	s.tell(&sum, opt)
	return sum, err
}

// writer gathers planned people into chunks.
type writer struct {
	*planner
	sink  Sink
	opt   Options
	chunk []planned
}

type planned struct {
	at     int32
	person *model.Person
}

// take adds a step's person to the chunk, unless she is in it or unchanged.
func (w *writer) take(st step) {
	isHeld := st.person != nil && w.held[st.at] == st.person
	switch {
	case st.verdict == isNew:
		st.person.Origin = w.opt.Origin
	case len(st.fields) == 0 || isHeld:
		return
	}
	w.held[st.at] = st.person
	w.chunk = append(w.chunk, planned{at: st.at, person: st.person})
}

// flush writes the chunk.
func (w *writer) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil || len(w.chunk) == 0 {
		return err
	}
	slices.SortStableFunc(w.chunk, func(a, b planned) int {
		return cmp.Compare(a.person.ID-1, b.person.ID-1) // 0, someone new, wraps round to the end
	})
	people := make([]*model.Person, len(w.chunk))
	for i, p := range w.chunk {
		people[i] = p.person
	}
	if err := w.sink.Write(ctx, people); err != nil {
		return fmt.Errorf("write %d people: %w", len(people), err)
	}
	for _, p := range w.chunk {
		if p.person.ID == 0 {
			if w.known.Erased(p.person) {
				continue
			}
			return fmt.Errorf("write %d people: %s got no ID", len(people), shown(p.person.Name))
		}
		w.written(p.at, p.person.ID)
	}
	w.chunk = w.chunk[:0]
	clear(w.held)
	return nil
}
