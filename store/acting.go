package store

import (
	"fmt"
	"strings"
	"time"

	"talentmap/model"
)

// Act says who does something to whom.
type Act struct {
	By     string
	Person model.PersonID
	// Rev is the revision of the record that was looked at; 0: whatever stands. A
	// record that somebody has changed since is refused with a [ConflictError].
	// What the clock did since is no conflict.
	Rev model.Rev

	in *together // the change that it is part of; nil: it is one of its own
}

// Acted is what an act has done.
type Acted struct {
	Person  model.Person // as she stands after it
	Was     model.State  // the state before, as it was written
	Touch   model.Touch  // that was written; with ID 0 there is none
	Changed bool         // false: everything was so already, and nothing was written
	Closed  model.Answer // of a contact that took place all the same: what the gate says of it
}

// act is one act at work: in one transaction the person is brought up to the day
// by what has happened by the clock alone, something happens to her, and both are
// written with one entry of the journal.
type act struct {
	Act
	s    *Store
	tx   *Tx
	now  time.Time
	days model.Days

	p      model.Person
	stood  model.Outreach // as written before
	clock  []string       // what had happened by the clock before
	what   string         // what the journal says
	edited bool           // more of her record than her outreach has changed
	wrote  bool           // something that hangs on her was written
	done   Acted
}

// act runs fn and writes the person. What fn returns is what the journal says.
func (s *Store) act(who Act, fn func(*act) (string, error)) (done Acted, err error) {
	if who.in != nil {
		return who.in.act(s, who, fn)
	}
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		a, err := s.actIn(tx, who, fn)
		if err != nil {
			return Actor{}, err
		}
		done = a.done
		return By(who.By, a.what+beforeBy(a.clock)), nil
	})
	if err != nil {
		return Acted{}, err
	}
	return done, nil
}

// actIn is one act within a transaction. The error names the person.
func (s *Store) actIn(tx *Tx, who Act, fn func(*act) (string, error)) (*act, error) {
	a := &act{Act: who, s: s, tx: tx, now: s.clock()}
	err := a.begin()
	if err == nil {
		a.what, err = fn(a)
	}
	if err == nil {
		err = a.end()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmpName(a.p.Name, who.Person), err)
	}
	return a, nil
}

// beforeBy is what the journal says of what the clock did before an act.
func beforeBy(clock []string) string {
	if len(clock) == 0 {
		return ""
	}
	return "; before, by the clock: " + strings.Join(clock, ", ")
}

// begin reads the person and settles her.
func (a *act) begin() (err error) {
	if a.p, err = a.tx.Person(a.Person); err != nil {
		return err
	}
	if err := a.tx.lookedAt(&a.p, a.Rev); err != nil {
		return err
	}
	a.stood, a.done.Was = a.p.Outreach, a.p.Outreach.Current()
	a.days = model.DaysOf(&a.p, a.s.calendar)
	a.clock = a.s.settle(&a.p.Outreach, a.now)
	return nil
}

// settle brings somebody up to the moment by the clock and says what happened.
func (s *Store) settle(o *model.Outreach, now time.Time) (what []string) {
	for {
		e, ok := s.cadence.Clock(o, now)
		if !ok {
			return what
		}
		after, err := s.cadence.Apply(*o, e)
		if err != nil {
			return what
		}
		*o = after
		what = append(what, s.standing(o, e.Kind))
	}
}

// standing says where somebody stands and what led there.
func (s *Store) standing(o *model.Outreach, kind model.EventKind) string {
	return fmt.Sprintf("%s (%s)", o.Current(), s.cadence.Text(kind))
}

// end writes what has changed of the person.
func (a *act) end() error {
	moved := a.edited || a.p.Outreach != a.stood
	var err error
	if moved {
		err = a.tx.PutPerson(&a.p)
	}
	a.done.Person, a.done.Changed = a.p, moved || a.wrote
	return err
}

// happens has an event happen to the person now, or at a moment.
func (a *act) happens(e model.OutreachEvent) error {
	if e.At.IsZero() {
		e.At = a.now
	}
	e.By, e.Days = a.By, a.days
	after, err := a.s.cadence.Apply(a.p.Outreach, e)
	if err != nil {
		return err
	}
	a.p.Outreach = after
	a.tx.asked = a.tx.asked || e.Kind == model.SaysStop
	if e.Kind.Cancels() {
		return a.tx.cancelPending(a.p.ID)
	}
	return nil
}

// wake has a trigger happen where there is one: she is re-engaged from here on.
func (a *act) wake() error {
	why, ok, err := a.s.triggered(a.tx, &a.p, a.now)
	if err != nil || !ok {
		return err
	}
	if err := a.happens(model.OutreachEvent{Kind: model.Triggered}); err != nil {
		return err
	}
	a.clock = append(a.clock, fmt.Sprintf("%s (%s)", a.p.Outreach.State, why))
	return nil
}

// lookedAt refuses an act on a record that somebody has changed since rev.
func (tx *Tx) lookedAt(p *model.Person, rev model.Rev) error {
	if rev == 0 || rev == p.Rev {
		return nil
	}
	ref := Ref{Kind: People, ID: uint64(p.ID)}
	for c, err := range tx.ChangesSince(rev) {
		if err != nil {
			return err
		}
		for _, r := range c.Refs {
			if r == ref && !c.Clock {
				return tx.conflict(People, personKey(p.ID), rev, p.Rev, *p, *p)
			}
		}
	}
	if rev > p.Rev {
		return tx.conflict(People, personKey(p.ID), rev, p.Rev, *p, *p)
	}
	return nil
}
