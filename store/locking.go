package store

import (
	"fmt"

	"talentmap/model"
)

// Lock is a lock to be set.
type Lock struct {
	Kind  model.Lock // [model.OptedOut] or [model.DoNotContact]
	Until model.Date // its last day, of do-not-contact only; zero: without end
	Why   string
}

// Lock locks a person: nobody writes to her, a running sequence is over, and what
// was approved to go out is cancelled.
func (s *Store) Lock(who Act, l Lock) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		e := model.OutreachEvent{Kind: model.Forbidden, Until: l.Until, Why: l.Why}
		what := "locked " + a.p.Name + ": do-not-contact"
		switch {
		case l.Kind == model.OptedOut && l.Until.Known():
			return "", fmt.Errorf("%w: an opt-out has no end: only a new message from her opens it", model.ErrNoFit)
		case l.Kind == model.OptedOut && a.p.Outreach.Lock == model.OptedOut:
			return "", nil // it stands, with its day and its reason
		case l.Kind == model.OptedOut:
			e.Kind, what = model.SaysStop, "locked "+a.p.Name+": opted-out"
		case l.Kind != model.DoNotContact:
			return "", fmt.Errorf("%w: there is no lock %q", model.ErrNoFit, l.Kind)
		}
		return what + until(l.Until) + because(l.Why), a.happens(e)
	})
}

// Unlock opens a lock of the team's. One that she asked for is refused: see
// [Store.Reply].
func (s *Store) Unlock(who Act, why string) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		return "unlocked " + a.p.Name + because(why), a.happens(model.OutreachEvent{Kind: model.LockOpened})
	})
}

// LockCompany locks a company: nobody who works there is written to, and what was
// approved to go out to them is cancelled. A later call gives the lock another end and reason.
func (s *Store) LockCompany(actor string, id model.CompanyID, l Lock) (model.Company, error) {
	return s.editCompany(actor, id, func(tx *Tx, c *model.Company) (string, error) {
		if l.Kind != model.DoNotContact {
			return "", fmt.Errorf("%w: a company has no lock but do-not-contact", model.ErrNoFit)
		}
		if l.Until.Known() && model.DateOf(l.Until.Last()) < model.DateOf(s.clock()) {
			return "", fmt.Errorf("%w: a lock until %s would be over already", model.ErrNoFit, l.Until)
		}
		c.Lock, c.LockUntil, c.LockWhy, c.LockBy = l.Kind, l.Until, l.Why, actor
		for _, who := range tx.PeopleAt(id) {
			if err := tx.cancelPending(who); err != nil {
				return "", err
			}
		}
		return "locked the company " + c.Name + until(l.Until) + because(l.Why), nil
	})
}

// UnlockCompany opens the lock of a company.
func (s *Store) UnlockCompany(actor string, id model.CompanyID, why string) (model.Company, error) {
	return s.editCompany(actor, id, func(_ *Tx, c *model.Company) (string, error) {
		if c.Lock == model.Unlocked {
			return "", fmt.Errorf("%w: it is not locked", model.ErrNoFit)
		}
		c.Lock, c.LockUntil, c.LockWhy, c.LockBy = model.Unlocked, 0, "", ""
		return "unlocked the company " + c.Name + because(why), nil
	})
}

func (s *Store) editCompany(actor string, id model.CompanyID, fn func(*Tx, *model.Company) (string, error)) (c model.Company, err error) {
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		if c, err = tx.Company(id); err != nil {
			return Actor{}, err
		}
		what, err := fn(tx, &c)
		if err != nil {
			return Actor{}, fmt.Errorf("%s: %w", c.Name, err)
		}
		return By(actor, what), tx.PutCompany(&c)
	})
	return c, err
}

func until(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return " until " + d.String()
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return " (" + why + ")"
}
