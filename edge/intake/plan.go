package intake

import (
	"context"
	"fmt"
	"time"

	"talentmap/edge/intake/format"
	"talentmap/model"
	"talentmap/store"
)

// Options say how a file is planned and written.
type Options struct {
	Now      time.Time       // the day that "current" means
	AsOf     model.Date      // the day that the file tells of; 0: by its name, else when it was written
	From     string          // the name of its source; "": the one that fits best, see [Preview]
	Owner    string          // who brings it, for a new source
	TellAll  bool            // all news in [Outcome.Told], not only the first
	Onto     model.MapID     // the talent map that new people go onto, at its end, until it is full; 0: none. For [Into] only
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
	at      int32         // the person's index in the matcher, unless to be reviewed
	brings  store.Arrival // nobody: nothing is to be written
	fields  []string      // changed ones
	byName  bool
	review  string
	like    []int32
	before  int    // rows of hers that were isFirst
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
	isFirst  // of someone of whom more rows are to come, which are looked at together
)

// planner decides about one record after the other. held is what is planned of
// people and not yet written; nil when nothing is going to be.
type planner struct {
	*matcher
	*sourcing
	held   map[int32]*store.Arrival
	doubts map[model.PersonID]bool // whom rows to be reviewed may mean
	flying map[int32]bool          // who is being written
	land   func() error            // waits until nobody is
}

func newPlanner(known Known, sg *sourcing, now time.Time) *planner {
	m := newMatcher(known, now)
	m.teller, m.missing = &sg.source, sg.missing
	return &planner{matcher: m, sourcing: sg, doubts: map[model.PersonID]bool{}}
}

// plan decides what becomes of a record. Its person becomes part of the plan.
func (pl *planner) plan(in *model.Person) (step, error) {
	f, err := pl.match(in)
	if err != nil {
		return step{}, err
	}
	in.ID = 0 // that of the database it came from
	switch unknown := f.review != "" || f.at == none; {
	case unknown && pl.known.Erased(in):
		return step{verdict: isErased}, nil
	case f.review != "":
		for _, i := range f.like {
			pl.doubts[pl.met[i].id] = true
		}
		return step{verdict: isReview, review: f.review, like: f.like, brings: store.Arrival{Person: in}}, nil
	}
	s := step{byName: f.byName}
	if len(f.foreign) > 0 {
		s.foreign = fmt.Sprintf("%s belongs to %s, who has another name: kept as a custom field", keyText(f.foreign[0]), pl.who(f.owner))
		disown(in, f.foreign)
	}
	if f.at == none {
		s.verdict, s.at = isNew, pl.claim(none)
		s.brings = store.Arrival{Person: in, Said: pl.introduces(in)}
		return s, nil
	}
	return s, pl.planKnown(f.at, in, &s)
}

// planKnown decides about a row of someone who is known, or was met in this file.
func (pl *planner) planKnown(at int32, in *model.Person, s *step) (err error) {
	if pl.flying[at] {
		if err := pl.land(); err != nil {
			return err
		}
	}
	repeated := pl.met[at].changed
	s.verdict, s.at = isRepeated, pl.claim(at)
	if in, s.before = pl.gather(at, in); in == nil {
		s.verdict = isFirst
		return nil
	}
	if repeated && pl.held == nil {
		return nil
	}
	held := pl.held[at]
	var p *model.Person
	if held != nil && held.Person.ID == 0 { // new: what she is and what was said of her are one
		s.fields = model.Unite(held.Person, in)
		held.Said = pl.introduces(held.Person)
		s.brings = *held
		return nil
	}
	if p, err = pl.current(at); err != nil {
		return err
	}
	s.brings.Person = p
	s.fields = pl.compare(&s.brings, held, in, pl.met[at].told)
	pl.met[at].told = true
	s.brings.Same = len(s.fields) == 0 && (held == nil || held.Same)
	switch {
	case repeated:
	case len(s.fields) == 0:
		s.verdict = isSame
	default:
		s.verdict = isChanged
		pl.met[at].changed = true
	}
	return nil
}

// gather puts the rows of one person together where the source is to be compared
// with what it said before: only all of them are what it says now. It returns
// nil while there are more to come, and then how many came before.
func (pl *planner) gather(at int32, in *model.Person) (*model.Person, int) {
	u := pl.rows[at]
	if u == nil {
		return in, 0
	}
	if u.came == 0 {
		u.person = in
	} else {
		model.Unite(u.person, in)
	}
	if u.came++; u.came < u.rows {
		return nil, 0
	}
	delete(pl.rows, at)
	return u.person, u.came - 1
}

// current is someone as she will be after what is planned so far.
func (pl *planner) current(at int32) (*model.Person, error) {
	if h := pl.held[at]; h != nil {
		return h.Person, nil
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
