package intake

import (
	"fmt"
	"time"

	"talentmap/model"
	"talentmap/store"
)

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
	first   bool   // no row before it was of her
	noted   bool   // the source tells of her for the first time, and nothing new
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
	places places                  // that the file gives people on a talent map
	land   func() error            // waits until nobody is
}

func newPlanner(known Known, sg *sourcing, now time.Time) *planner {
	m := newMatcher(known, now)
	m.teller, m.missing = &sg.source, sg.missing
	return &planner{matcher: m, sourcing: sg, doubts: map[model.PersonID]bool{}, places: places{}}
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
		s.verdict, s.at, s.first = isNew, pl.claim(none), true
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
	s.first = !pl.met[at].claimed
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
	again := pl.met[at].told
	s.fields = pl.compare(&s.brings, held, in, again)
	pl.met[at].told = true
	s.brings.Same = len(s.fields) == 0 && (held == nil || held.Same)
	switch {
	case repeated:
	case len(s.fields) == 0:
		s.verdict = isSame
		s.noted = !again && s.brings.Said != nil && !pl.hasTold(p.ID)
	default:
		s.verdict = isChanged
		pl.met[at].changed = true
	}
	return nil
}

// union is the rows of one person, put together.
type union struct {
	rows, came int
	person     *model.Person
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
