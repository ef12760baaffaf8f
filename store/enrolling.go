package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"talentmap/model"
)

// PutInto has the next touch to somebody begin a sequence: its first template is what
// comes next, its days hold from then on, and she is in the queue for it. It is refused
// in the midst of another one, in a conversation and under a lock, see
// [model.Outreach.PutInto].
func (s *Store) PutInto(who Act, id model.SequenceID) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		seq, err := a.tx.Sequence(id)
		if err != nil {
			return "", fmt.Errorf("the sequence %s: %w", id, err)
		}
		if err := a.p.Outreach.PutInto(seq.Plan(), &s.cadence, a.now); err != nil {
			return "", err
		}
		return fmt.Sprintf("put %s into the sequence %s", a.p.Name, seq.Name), nil
	})
}

// TakeOut takes somebody out of the sequence that is running, or that she was put into.
// One that is running ends: she is in nurture, and what was approved to go out to her
// is not sent. A sequence of a colleague is ended by nobody else: the refusal wraps
// [model.ErrGate]. Of somebody who is in none nothing is changed.
func (s *Store) TakeOut(who Act) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		o := &a.p.Outreach
		what := "took " + a.p.Name + " out of the sequence"
		switch {
		case o.Awaiting():
			o.Plan = model.Plan{}
			return what, nil
		case !o.InSequence():
			return what, nil
		case o.Owner != "" && o.Owner != a.By:
			return "", fmt.Errorf("%w: the sequence is %s's: only %[2]s can end it, or hand her over", model.ErrGate, o.Owner)
		}
		return what, a.happens(model.OutreachEvent{Kind: model.TakenOut})
	})
}

// InSequence is somebody who is in a sequence, or was put into one.
type InSequence struct {
	ID       model.PersonID
	Name     string
	Outreach model.Outreach // by the clock, without what a brief reading leaves out
}

// InSequences are those who are in a sequence or were put into one, by the clock, in
// order of ID. It reads everybody in short steps. Who can't be read is left out, and is
// told by check.
func (s *Store) InSequences(ctx context.Context) (all []InSequence, err error) {
	const atOnce = 4096
	for from := model.PersonID(1); ctx.Err() == nil; from += atOnce {
		last := model.PersonID(0)
		err := s.View(func(tx *Tx) (err error) {
			last = tx.LastPerson()
			all, err = s.inSequences(tx, all, from, from+atOnce)
			return err
		})
		if err != nil {
			return nil, err
		}
		if from+atOnce > last {
			return all, nil
		}
	}
	return nil, ctx.Err()
}

// inSequences adds those with from ≤ ID < to.
func (s *Store) inSequences(tx *Tx, all []InSequence, from, to model.PersonID) ([]InSequence, error) {
	now := s.clock()
	for p, err := range tx.PeopleInBrief(from, to) {
		switch {
		case errors.Is(err, ErrDamaged):
			continue
		case err != nil:
			return nil, err
		case !p.Outreach.Awaiting() && !p.Outreach.InSequence():
			continue
		}
		if o := s.cadence.Settled(p.Outreach, now); o.Awaiting() || o.InSequence() {
			whole := InSequence{ID: p.ID, Name: strings.Clone(p.Name), Outreach: o}
			whole.Outreach.Owner, whole.Outreach.State = strings.Clone(o.Owner), model.State(strings.Clone(string(o.State)))
			all = append(all, whole)
		}
	}
	return all, nil
}

// sequencePlan is the plan of a sequence as it stands; the zero Plan where it has gone.
func (tx *Tx) sequencePlan(id model.SequenceID) model.Plan {
	if id == 0 {
		return model.Plan{}
	}
	s, err := tx.Sequence(id)
	if err != nil {
		return model.Plan{}
	}
	return s.Plan()
}
