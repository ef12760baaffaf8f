package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talentmap/model"
)

// Keep records the decision to keep somebody who has not answered for long, with its
// reason: the law asks for one. The next decision is due as many months later.
func (s *Store) Keep(who Act, why string) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		why = strings.TrimSpace(model.CleanLine(why))
		if why == "" {
			return "", errors.New("say why she is kept: the law asks for the reason")
		}
		a.p.Outreach.Kept = model.Kept{On: model.DateOf(a.now), Why: why, By: a.By}
		return fmt.Sprintf("kept %s (%s)", a.p.Name, why), nil
	})
}

// KeepOrErase are the people on whom the team has to decide, to keep them or to erase
// them, see [model.Cadence.KeepOrErase]: the longest due first. It reads everybody.
func (s *Store) KeepOrErase(tx *Tx) (due []Undecided, err error) {
	now := s.clock()
	for p, err := range tx.People(0) {
		if errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if since, ok := s.cadence.KeepOrErase(&p, now); ok {
			due = append(due, Undecided{Person: p.ID, Name: p.Name, Since: since, Location: p.Location, Answered: p.Outreach.Trail.Answered})
		}
	}
	slices.SortStableFunc(due, func(a, b Undecided) int { return cmp.Compare(a.Since, b.Since) })
	return due, nil
}

// Undecided is somebody on whom the team has to decide.
type Undecided struct {
	Person   model.PersonID
	Name     string
	Location string
	Since    model.Date // the day on which the decision was due
	Answered model.Date // her last answer; zero: never
}
