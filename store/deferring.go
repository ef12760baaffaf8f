package store

import (
	"errors"
	"fmt"

	"talentmap/model"
)

// ErrPast is a day that is over, or is today, where one to come is meant.
var ErrPast = errors.New("it has to be a day to come")

// Snooze keeps a person out of the queue until a day. Her next message and any
// change of her lock wake her sooner.
func (s *Store) Snooze(who Act, until model.Date) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		if until = model.DateOf(until.Time()); until <= model.DateOf(a.now) {
			return "", fmt.Errorf("%s is not after today: %w", until, ErrPast)
		}
		a.defers(func(d *model.Deferral) { d.Until = until })
		return fmt.Sprintf("snoozed %s until %s", a.p.Name, until), nil
	})
}

// Skip passes over the reasons for which a person is in the queue, until there is
// a new one. skip names them, as her place in the queue does.
func (s *Store) Skip(who Act, skip model.Skip) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		if skip.Classes == 0 {
			return "", errors.New("there is nothing to skip: she is not in the queue, or it is to be decided whether she is kept (talentmap keep, talentmap erase)")
		}
		a.defers(func(d *model.Deferral) { d.Skip = skip })
		return "skipped " + a.p.Name + " in the queue", nil
	})
}

// Wake ends a snooze and a skip.
func (s *Store) Wake(who Act) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		a.p.Outreach.Deferral = model.Deferral{}
		return "woke " + a.p.Name + " in the queue", nil
	})
}

// defers changes what was decided about her place in the queue.
func (a *act) defers(change func(*model.Deferral)) {
	d := &a.p.Outreach.Deferral
	was := *d
	change(d)
	if d.Until != was.Until || d.Skip != was.Skip {
		d.By, d.At = a.By, a.now
	}
}

// Assign hands a person over to a colleague, or with "" to nobody. While others
// are held off only the owner can: the refusal wraps [model.ErrGate].
func (s *Store) Assign(who Act, to string) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		o := &a.p.Outreach
		if o.Owner != "" && o.Owner != a.By {
			says, err := s.gate(a.tx, &a.p, "", a.By, a.now)
			if err != nil {
				return "", err
			}
			for _, b := range says.Blocks {
				if b.Kind == model.BlockCooldown || b.Kind == model.BlockSequence {
					return "", fmt.Errorf("%w: %s; only %s can hand her over", model.ErrGate, b.Why, o.Owner)
				}
			}
		}
		o.Owner = to
		if to == "" {
			return a.p.Name + " is nobody's now", nil
		}
		return fmt.Sprintf("handed %s over to %s", a.p.Name, to), nil
	})
}
