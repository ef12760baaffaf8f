package store

import (
	"time"

	"talentmap/model"
)

// Gate is what the gate says of writing to a person through a channel, "" for
// any: see [model.Cadence.Gate]. Beside what that knows, it knows who was erased on
// request, and stands in her way also where somebody has entered her again by hand.
func (s *Store) Gate(tx *Tx, id model.PersonID, channel model.Channel, by string, now time.Time) (model.Answer, error) {
	p, err := tx.Person(id)
	if err != nil {
		return model.Answer{}, err
	}
	return s.gate(tx, &p, channel, by, now)
}

func (s *Store) gate(tx *Tx, p *model.Person, channel model.Channel, by string, now time.Time) (model.Answer, error) {
	had, err := collect(tx.TouchesOf(p.ID))
	if err != nil {
		return model.Answer{}, err
	}
	employers, err := tx.EmployersOf(p, now)
	if err != nil {
		return model.Answer{}, err
	}
	return s.cadence.Gate(model.Asking{
		Person: p, Employers: employers, Touches: had, Erased: s.tombs.refuse(p), Channel: channel, By: by, Now: now,
	}), nil
}

// Erased reports whether somebody was erased on request: by one of her keys, or
// where she has none by name and employer.
func (s *Store) Erased(p *model.Person) bool { return s.tombs.refuse(p) }
