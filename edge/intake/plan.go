package intake

import (
	"context"
	"fmt"
	"time"

	"talentmap/model"
)

// Options say how a file is planned and written.
type Options struct {
	Now      time.Time       // the day that "current" means
	Origin   model.Origin    // stamped on new people; Source defaults to the file's name
	Chunk    int             // people in one write; default 1000
	Progress func(done Done) // called after each write and every 4096 rows; may be nil
}

// Done is how far reading is.
type Done struct {
	Rows         int
	Bytes, Total int64 // of the file; Total is 0 for a stream
}

// step is what the plan says about one record.
type step struct {
	verdict verdict
	at      int32 // the person's index in the matcher, unless to be reviewed
	person  *model.Person
	fields  []string // changed ones
	byName  bool
	review  string
	foreign string // a key that was not kept, and whose it is; "" for none
}

// verdict is what becomes of a record.
type verdict uint8

const (
	isNew verdict = iota
	isChanged
	isSame
	isRepeated // a further row of someone whom this file made new or changed
	isReview
	isErased // of someone erased on request
)

// planner decides about one record after the other. held is a person who is
// planned and not yet written; nil when nothing is going to be.
type planner struct {
	*matcher
	held map[int32]*model.Person
}

// plan decides what becomes of a record. Its person becomes part of the plan.
func (pl *planner) plan(in *model.Person) (step, error) {
	f, err := pl.match(in)
	if err != nil {
		return step{}, err
	}
	switch unknown := f.review != "" || f.at == none; {
	case unknown && pl.known.Erased(in):
		return step{verdict: isErased}, nil
	case f.review != "":
		return step{verdict: isReview, review: f.review}, nil
	}
	var foreign string
	if len(f.foreign) > 0 {
		foreign = fmt.Sprintf("%s belongs to %s, who has another name: kept as a custom field", keyText(f.foreign[0]), pl.who(f.owner))
		disown(in, f.foreign)
	}
	if f.at == none {
		return step{verdict: isNew, at: pl.claim(none), person: in, foreign: foreign}, nil
	}
	repeated := pl.met[f.at].changed
	s := step{verdict: isRepeated, at: pl.claim(f.at), byName: f.byName, foreign: foreign}
	if repeated && pl.held == nil {
		return s, nil
	}
	if s.person, err = pl.current(f.at); err != nil {
		return step{}, err
	}
	s.fields = Merge(s.person, in)
	switch {
	case repeated:
	case len(s.fields) == 0:
		s.verdict = isSame
	default:
		s.verdict = isChanged
		pl.met[f.at].changed = true
	}
	return s, nil
}

// current is someone as she will be after what is planned so far.
func (pl *planner) current(at int32) (*model.Person, error) {
	if p := pl.held[at]; p != nil {
		return p, nil
	}
	if id := pl.met[at].id; pl.loaded.ID != id {
		if err := pl.load(id); err != nil {
			return nil, err
		}
	}
	p := pl.loaded
	pl.loaded = model.Person{} // it is going to be changed
	return &p, nil
}

// walk plans every record of the file and counts; do, unless nil, is called for
// each.
func (s *Source) walk(ctx context.Context, pl *planner, sum *Preview, opt Options, do func(step) error) error {
	defer func() { sum.Columns = s.Columns() }()
	for rec, bad := range s.ahead() {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("import of %s stopped: %w", s.name, err)
		}
		if bad != nil {
			sum.problem(*bad)
			continue
		}
		st, err := pl.plan(&rec.Person)
		if err != nil {
			return fmt.Errorf("plan line %d of %s: %w", rec.Row, s.name, err)
		}
		sum.count(rec.Row, &rec.Person, &st)
		if do != nil {
			if err := do(st); err != nil {
				return err
			}
		}
		if sum.Rows%4096 == 0 {
			s.tell(sum, opt)
		}
	}
	return s.Err()
}

func (s *Source) tell(sum *Preview, opt Options) {
	if opt.Progress != nil {
		opt.Progress(Done{Rows: sum.Rows, Bytes: s.counted.done.Load(), Total: s.size})
	}
}
