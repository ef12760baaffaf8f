package store

import (
	"errors"
	"fmt"
	"slices"

	"talentmap/model"
)

// SaveDraft keeps a draft as it is being typed. It is in the journal as a quiet
// change; a draft that somebody else has changed since it was read comes back
// as a [ConflictError] with both texts.
func (s *Store) SaveDraft(actor string, d *model.Draft) (model.Rev, error) {
	by := Actor{Name: actor, What: "saved the draft to " + d.Person.String(), Quiet: true}
	return s.Edit(by, func(tx *Tx) error {
		d.By, d.At = actor, s.clock()
		return tx.PutDraft(d)
	})
}

// LogSent records that the draft's message went out through its channel: the
// gate is asked, a touch is written, the person moves on to her next date and
// the draft goes, all in one transaction. A closed gate wraps [model.ErrGate].
func (s *Store) LogSent(actor string, d model.Draft) (model.Touch, error) {
	var t model.Touch
	name := ""
	_, err := s.edit(func(tx *Tx) (Actor, error) {
		p, err := tx.Person(d.Person)
		if err != nil {
			return Actor{}, err
		}
		name = p.Name
		by := By(actor, fmt.Sprintf("logged %s to %s", d.Channel, p.Name))
		now := s.clock()
		says, err := s.gate(tx, &p, d.Channel, actor, now)
		if err != nil {
			return by, err
		}
		if err := says.Err(); err != nil {
			return by, err
		}
		e := model.OutreachEvent{Kind: model.Sent, At: now, By: actor, Channel: d.Channel, Days: model.DaysOf(&p, s.calendar)}
		if p.Outreach, err = s.cadence.Apply(s.cadence.Settled(p.Outreach, now), e); err != nil {
			return by, err
		}
		t = model.Touch{Person: p.ID, At: now, By: actor, Channel: d.Channel, Subject: d.Subject, Body: d.Body}
		if p.Outreach.State == model.Active {
			t.Step = p.Outreach.Step
		}
		if err := errors.Join(tx.PutTouch(&t), tx.PutPerson(&p)); err != nil {
			return by, err
		}
		return by, tx.removeSentDraft(d, actor)
	})
	if err != nil {
		return t, fmt.Errorf("%s: %w", cmpName(name, d.Person), err)
	}
	return t, nil
}

// removeSentDraft deletes the draft that went out, unless somebody else has
// written another text meanwhile.
func (tx *Tx) removeSentDraft(sent model.Draft, actor string) error {
	have, err := tx.Draft(sent.Person)
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return err
	case have.By != actor && have.Rev != sent.Rev:
		return tx.conflict(Drafts, draftKey(sent.Person), sent.Rev, have.Rev, sent, have)
	}
	return tx.RemoveDraft(sent.Person)
}

func cmpName(name string, id model.PersonID) string {
	if name == "" {
		return id.String()
	}
	return name
}

// collect gathers a scan that is known to be small; a damaged record ends it.
func collect[T any](seq func(func(T, error) bool)) ([]T, error) {
	var out []T
	for v, err := range seq {
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return slices.Clip(out), nil
}
