package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// clockName is who writes down what followed from dates and facts alone.
const clockName = "the clock"

// Swept is somebody whom a sweep has moved on.
type Swept struct {
	Person model.PersonID
	Name   string
	Was    model.State
	Now    model.State
	Why    []string // each step with what led to it, such as "re-engage (date reached)"
}

// Sweep writes down what has happened by the clock alone, and whom a trigger has
// brought back, one entry of the journal a person, by "the clock" with the cause.
//
// Nothing waits for it. Where somebody stands by the clock is worked out by
// whoever looks at her ([model.Cadence.Settled]) from the record as it is, dated by
// the day on which it fell due, so it is the same before and after a sweep, and
// after two. Facts stay the only truth: what a sweep writes is what they say, put
// where filters, exports and other programs read it, with its cause where the
// audit looks. A trigger is not of a date but of signals; it happens when it is
// noticed, by a sweep, by [Store.AddSignal] or by a send.
//
// An undo takes along what the clock did since to the same records, see
// [Store.Undo], so that no sweep stands in anybody's way.
//
// It reads everybody in short steps and writes only those who have moved on. What
// it can't read is left out, and is told by check.
func (s *Store) Sweep(ctx context.Context) (swept []Swept, err error) {
	const atOnce = 1024
	for from := model.PersonID(1); ctx.Err() == nil; from += atOnce {
		var ids []model.PersonID
		last := model.PersonID(0)
		err := s.View(func(tx *Tx) (err error) {
			last = tx.LastPerson()
			ids, err = s.movedOn(tx, from, from+atOnce)
			return err
		})
		if err != nil {
			return swept, err
		}
		for _, id := range ids {
			one, err := s.sweepOne(id)
			switch {
			case errors.Is(err, ErrNotFound), errors.Is(err, ErrDamaged):
			case err != nil:
				return swept, err
			case len(one.Why) > 0:
				swept = append(swept, one)
			}
		}
		if from+atOnce > last {
			return swept, nil
		}
	}
	return swept, ctx.Err()
}

// movedOn are the people with from ≤ ID < to whom the clock, or a trigger, has
// moved on.
func (s *Store) movedOn(tx *Tx, from, to model.PersonID) (ids []model.PersonID, err error) {
	now := s.clock()
	for p, err := range tx.PeopleInBrief(from, to) {
		if errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if _, ok := s.cadence.Clock(&p.Outreach, now); ok {
			ids = append(ids, p.ID)
			continue
		}
		if !s.mayTrigger(&p.Outreach, now) {
			continue
		}
		whole, err := tx.Person(p.ID) // the brief one is gone with the next step
		if errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if _, ok, err := s.triggered(tx, &whole, now); err == nil && ok {
			ids = append(ids, whole.ID)
		}
	}
	return ids, nil
}

// sweepOne writes down where one person stands.
func (s *Store) sweepOne(id model.PersonID) (one Swept, err error) {
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		a := &act{Act: Act{By: clockName, Person: id}, s: s, tx: tx, now: s.clock()}
		if err := a.begin(); err != nil {
			return Actor{}, err
		}
		if err := a.wake(); err != nil {
			return Actor{}, err
		}
		one = Swept{Person: id, Name: a.p.Name, Was: a.done.Was, Now: a.p.Outreach.Current(), Why: a.clock}
		what := fmt.Sprintf("%s: %s → %s", a.p.Name, one.Was, strings.Join(a.clock, " → "))
		return Actor{Name: clockName, What: what, clock: true}, a.end()
	})
	return one, err
}

// mayTrigger reports whether somebody is one whom something new could bring back.
func (s *Store) mayTrigger(o *model.Outreach, now time.Time) bool {
	return s.trigger != nil && (o.State == model.Nurture || o.State == model.Later) && !o.Locked(now)
}

// triggered reports whether something new brings a person back, and what. Nothing
// does while the team waits after a no of hers, or leaves her company alone.
func (s *Store) triggered(tx *Tx, p *model.Person, now time.Time) (why string, ok bool, err error) {
	o := &p.Outreach
	if !s.mayTrigger(o, now) || s.cadence.Refuses(o, now) {
		return "", false, nil
	}
	employers, err := tx.EmployersOf(p, now)
	if err != nil || slices.ContainsFunc(employers, func(c model.Company) bool { return c.Locked(now) }) {
		return "", false, err
	}
	signals, err := collect(tx.SignalsOf(p.ID))
	if err != nil {
		return "", false, err
	}
	if job, ok := p.Current(now); ok && job.CompanyID != 0 {
		at, err := collect(tx.SignalsAt(job.CompanyID))
		if err != nil {
			return "", false, err
		}
		signals = append(signals, at...)
	}
	why, ok = s.trigger(p, signals, now)
	return why, ok, nil
}
