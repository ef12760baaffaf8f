package corpus

import (
	"context"
	"errors"
	"maps"
	"slices"

	"talentmap/model"
	"talentmap/store"
)

// refsAtOnce is about how many people are gathered from the journal before they are
// read.
const refsAtOnce = 20_000

// Refresh reads everybody where that has not been done, and else what has changed
// since. It is for who does not [Corpus.Run] the index.
func (c *Corpus) Refresh(ctx context.Context) error {
	if c.Against() == nil {
		if err := c.load(ctx); err != nil {
			return err
		}
	}
	return c.catchUp(ctx)
}

// catchUp reads what has changed since the newest snapshot, until nothing has.
func (c *Corpus) catchUp(ctx context.Context) error {
	for ctx.Err() == nil {
		rev, people, err := c.touched(c.Snapshot().rev)
		switch {
		case errors.Is(err, store.ErrDamaged):
			return c.load(ctx) // better to read everything than to miss a change
		case err != nil:
			return err
		case rev == 0:
			return nil
		}
		for some := range slices.Chunk(slices.Sorted(maps.Keys(people)), peopleAtOnce) {
			if err := c.reread(some); err != nil || ctx.Err() != nil {
				return err
			}
		}
		s := *c.Snapshot()
		s.rev = rev
		c.publish(&s)
	}
	return nil
}

// touched is who was changed, or written to, in a stretch of the journal, and its
// last revision; 0 where nothing is new.
func (c *Corpus) touched(since model.Rev) (rev model.Rev, people map[model.PersonID]bool, err error) {
	people = make(map[model.PersonID]bool)
	err = c.store.View(func(tx *store.Tx) error {
		for change, err := range tx.ChangesSince(since) {
			if err != nil {
				return err
			}
			rev = change.Rev
			for _, ref := range change.Refs {
				if ref.Kind == store.People || ref.Kind == store.Touches {
					people[model.PersonID(ref.ID)] = true
				}
			}
			if len(people) >= refsAtOnce {
				break
			}
		}
		return nil
	})
	return rev, people, err
}

// reread reads some people again, in order of ID, and publishes.
func (c *Corpus) reread(ids []model.PersonID) error {
	r := rereading{
		teller: teller{now: c.clock()}, now: make(map[model.PersonID]adds, len(ids)), people: make(map[model.PersonID]bool, len(ids)),
	}
	err := c.store.View(func(tx *store.Tx) error {
		for _, id := range ids {
			if err := r.read(tx, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	c.publish(r.after(c.Snapshot(), ids))
	return nil
}

// rereading is what some people add now.
type rereading struct {
	teller teller
	now    map[model.PersonID]adds // of those who are there
	people map[model.PersonID]bool // all
	pile   pile
}

func (r *rereading) read(tx *store.Tx, id model.PersonID) error {
	r.people[id] = true
	p, err := tx.Person(id)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
		return nil
	}
	if err != nil {
		return err
	}
	a := r.teller.of(&p)
	r.now[id] = adds{slices.Clone(a.terms), slices.Clone(a.names)}
	for t, err := range tx.TouchesOf(id) {
		damaged, err := store.Damaged(err)
		if err != nil {
			return err
		}
		if !damaged {
			r.pile.add(&t, &p)
		}
	}
	return nil
}

// after is the snapshot that follows one.
func (r *rereading) after(old *Snapshot, ids []model.PersonID) *Snapshot {
	s := *old
	terms, names := make(map[term]int32), make(map[name]int32)
	tally := func(a adds, by int32) {
		for _, t := range a.terms {
			terms[t] += by
		}
		for _, n := range a.names {
			names[n] += by
		}
	}
	s.pages = slices.Clone(old.pages)
	for len(ids) > 0 {
		n, _ := pageOf(ids[0])
		for len(s.pages) <= n {
			s.pages = append(s.pages, nil)
		}
		was := s.pages[n]
		var maker pageMaker
		for slot := range pageSize {
			a, here := was.of(slot)
			if id := model.PersonID(n*pageSize + slot + 1); len(ids) > 0 && ids[0] == id {
				ids = ids[1:]
				if here {
					tally(a, -1)
					s.people--
				}
				if a, here = r.now[id]; here {
					tally(a, 1)
					s.people++
				}
			}
			maker.put(a, here)
		}
		s.pages[n] = maker.made()
	}
	maps.DeleteFunc(terms, func(_ term, n int32) bool { return n == 0 })
	maps.DeleteFunc(names, func(_ name, n int32) bool { return n == 0 })
	s.terms, s.names = old.terms.with(terms), old.names.with(names)
	s.shelves = resent(old.shelves, r.people, &r.pile)
	return &s
}
