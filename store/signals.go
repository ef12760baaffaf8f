package store

import (
	"fmt"

	"talentmap/model"
)

// AddSignal logs a signal on a person or at a company. One on a person who is in
// nurture, or asked for later, may be what she is written to again for: then she is
// re-engaged in the same transaction. At a company the next sweep sees to that.
func (s *Store) AddSignal(actor string, sig *model.Signal) (Acted, error) {
	if !sig.OfCompany() {
		return s.LogSignal(Act{By: actor, Person: sig.Person}, sig)
	}
	sig.Origin = s.entered(actor)
	return s.signalAt(actor, sig, "logged %s at %s", (*Tx).PutSignal)
}

// LogSignal is AddSignal on the person of an act, whom the signal concerns from then
// on.
func (s *Store) LogSignal(who Act, sig *model.Signal) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		sig.Person, sig.Company, sig.Origin = a.p.ID, 0, s.entered(a.By)
		return fmt.Sprintf("logged %s of %s", sig.Kind, a.p.Name), a.putSignal(sig)
	})
}

// MendSignal writes a signal that was logged before, as it is now: its kind, date,
// numbers, source and note. One that somebody else has changed since it was read is
// refused with a [ConflictError]. Who is in nurture may be re-engaged by it, as by a
// new one.
func (s *Store) MendSignal(actor string, sig *model.Signal) (Acted, error) {
	if sig.ID == 0 {
		return Acted{}, fmt.Errorf("a signal without an ID was not logged before: %w", ErrNotFound)
	}
	if sig.OfCompany() {
		return s.signalAt(actor, sig, "mended %s at %s", (*Tx).PutSignal)
	}
	return s.act(Act{By: actor, Person: sig.Person}, func(a *act) (string, error) {
		return fmt.Sprintf("mended %s of %s", sig.Kind, a.p.Name), a.putSignal(sig)
	})
}

// RemoveSignal takes a signal away that was logged, or that came with a file. Where
// it was what somebody was re-engaged for she stays where she is.
func (s *Store) RemoveSignal(actor string, sig *model.Signal) (Acted, error) {
	if sig.OfCompany() {
		return s.signalAt(actor, sig, "removed %s at %s", (*Tx).RemoveSignal)
	}
	return s.act(Act{By: actor, Person: sig.Person}, func(a *act) (string, error) {
		a.wrote = true
		return fmt.Sprintf("removed %s of %s", sig.Kind, a.p.Name), a.tx.RemoveSignal(sig)
	})
}

// putSignal writes a signal of the person, and wakes her where that is a trigger.
func (a *act) putSignal(sig *model.Signal) error {
	a.wrote = true
	if err := a.tx.PutSignal(sig); err != nil {
		return err
	}
	return a.wake()
}

// signalAt does something with a signal at a company, and says what with its kind and
// the company's name.
func (s *Store) signalAt(actor string, sig *model.Signal, what string, do func(*Tx, *model.Signal) error) (Acted, error) {
	_, err := s.edit(func(tx *Tx) (Actor, error) {
		c, err := tx.Company(sig.Company)
		if err != nil {
			return Actor{}, err
		}
		return By(actor, fmt.Sprintf(what, sig.Kind, c.Name)), do(tx, sig)
	})
	return Acted{Changed: err == nil}, err
}

// entered is where something comes from that somebody has typed.
func (s *Store) entered(actor string) model.Origin {
	return model.Origin{Source: "entered by " + actor, At: s.clock()}
}

// Signal reads a signal by its subject and its ID.
func (tx *Tx) Signal(sig model.Signal) (model.Signal, error) {
	return get(tx, signals, signalKey(&sig))
}

// RemoveSignal deletes a signal. One that somebody has changed since it was read is
// refused with a [ConflictError].
func (tx *Tx) RemoveSignal(sig *model.Signal) error {
	now, err := tx.Signal(*sig)
	if err != nil {
		return err
	}
	if now.Rev != sig.Rev {
		return tx.conflict(PersonSignals, signalKey(sig), sig.Rev, now.Rev, *sig, now)
	}
	return remove(tx, signals, signalKey(sig))
}
