package corpus

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
)

// mostPasses is how often everybody is read at most for one draft. What a reading asks
// hangs on what it was told before, but never on more than a few steps of that.
const mostPasses = 4

// ReadOnce reads one draft beside everybody and everything that was sent, as with the
// index of a [Corpus], without making one: of the store only what the draft asks for is
// counted, in one pass and in a room that does not grow with the store. now tells which
// of a person's positions is current.
func ReadOnce(ctx context.Context, st *store.Store, draft critique.Draft, about critique.About, now time.Time) (critique.Report, error) {
	reader, a := critique.NewReader(about), newAnswers()
	reader.Read(draft, a) // for what it asks where nothing is said of anybody
	a.often = true
	reader.Read(draft, a) // and where everything is
	a.often = false
	for range mostPasses {
		p := &pass{store: st, asked: a, now: now}
		if a.near != nil {
			p.needle = reader.Needle(draft, len(a.near.rows), a.near.enough)
		}
		counted, err := p.run(ctx)
		if err != nil {
			return critique.Report{}, err
		}
		a = counted
		if report := reader.Read(draft, a); !a.asked {
			return report, nil
		}
	}
	return critique.Report{}, errors.New("read the draft: it asks for more and more")
}

// near is what a draft asks for of its rows of words.
type near struct {
	rows   []critique.Gram
	enough int
	not    model.PersonID
	found  critique.Near
}

// answers are what one draft asks, with what is known of it.
type answers struct {
	people int
	terms  map[critique.Term]int
	names  map[name]int
	near   *near // nil: it was not asked for

	asked bool // for something that is not among them
	often bool // all that is not known is said of everybody
}

var _ critique.Against = (*answers)(nil)

func newAnswers() *answers {
	return &answers{terms: map[critique.Term]int{}, names: map[name]int{}}
}

// everybody is more people than there are.
const everybody = 1 << 40

func (a *answers) guess() int {
	if a.often {
		return everybody
	}
	return 0
}

// Said is of how many people something is said that has a term.
func (a *answers) Said(t critique.Term) (people, of int) {
	n, ok := a.terms[t]
	if !ok {
		a.terms[t], a.asked = 0, true
	}
	return n + a.guess(), a.people
}

// Called is how many people have a full name.
func (a *answers) Called(n critique.Name) int { return a.of(called(n)) }

// Given is how many people have a given name.
func (a *answers) Given(n critique.Name) int { return a.of(given(n)) }

// Employs is how many people work for a company of a name now.
func (a *answers) Employs(company critique.Name) int { return a.of(employs(company)) }

func (a *answers) of(n name) int {
	many, ok := a.names[n]
	if !ok {
		a.names[n], a.asked = 0, true
	}
	return many + a.guess()
}

// Nearest is the newest message that was sent to somebody else and has enough of some
// rows.
func (a *answers) Nearest(rows []critique.Gram, enough int, not model.PersonID) critique.Near {
	if a.near == nil {
		a.near, a.asked = &near{rows: rows, enough: enough, not: not}, true
	}
	return a.near.found
}

// empty are the same questions without answers.
func (a *answers) empty() *answers {
	e := newAnswers()
	for t := range a.terms {
		e.terms[t] = 0
	}
	for n := range a.names {
		e.names[n] = 0
	}
	if a.near != nil {
		e.near = &near{rows: a.near.rows, enough: a.near.enough, not: a.near.not}
	}
	return e
}

// add takes in what was counted of other people.
func (a *answers) add(b *answers) {
	a.people += b.people
	for t, n := range b.terms {
		a.terms[t] += n
	}
	for nm, n := range b.names {
		a.names[nm] += n
	}
	if a.near != nil && b.near.found.Touch > a.near.found.Touch {
		a.near.found = b.near.found
	}
}

// pass reads everybody once, in as many workers as there are processors.
type pass struct {
	store  *store.Store
	asked  *answers
	now    time.Time
	needle *critique.Needle // nil: no copy is looked for

	next atomic.Uint64 // the chunk of IDs that is read next
}

func (p *pass) run(ctx context.Context) (*answers, error) {
	total := p.asked.empty()
	var last model.PersonID
	err := p.store.View(func(tx *store.Tx) error {
		last = tx.LastPerson()
		return nil
	})
	if err != nil {
		return nil, err
	}
	workers := runtime.GOMAXPROCS(0)
	errs, counted := make([]error, workers), make([]*answers, workers)
	var all sync.WaitGroup
	for i := range workers {
		all.Go(func() { counted[i], errs[i] = p.work(ctx, last) })
	}
	all.Wait()
	for i := range workers {
		if errs[i] != nil {
			return nil, errs[i]
		}
		total.add(counted[i])
	}
	return total, nil
}

// work reads chunk after chunk until none is left.
func (p *pass) work(ctx context.Context, last model.PersonID) (*answers, error) {
	c := newCounting(p)
	for ctx.Err() == nil {
		from := model.PersonID(p.next.Add(1)-1)*peopleAtOnce + 1
		if from > last {
			return c.answers, nil
		}
		if err := p.store.View(func(tx *store.Tx) error { return c.read(tx, from, from+peopleAtOnce) }); err != nil {
			return nil, err
		}
	}
	return nil, ctx.Err()
}
