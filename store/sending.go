package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"talentmap/model"
)

// ErrSentAlready is a message that was logged as sent a moment before.
var ErrSentAlready = errors.New("it was logged already")

// LogSent records that the draft's message went out through its channel: the
// gate is asked, a touch is written, the person moves on to her next date and
// the draft goes, all in one transaction. A closed gate wraps [model.ErrGate]. The
// same message a second time is refused with [ErrSentAlready], as is a saved draft
// that is there no longer.
func (s *Store) LogSent(actor string, d model.Draft) (model.Touch, error) {
	done, err := s.act(Act{By: actor, Person: d.Person}, func(a *act) (string, error) {
		if err := a.notTwice(&d); err != nil {
			return "", err
		}
		if err := a.wake(); err != nil {
			return "", err
		}
		says, err := s.gate(a.tx, &a.p, d.Channel, actor, a.now)
		if err != nil {
			return "", err
		}
		if err := says.Err(); err != nil {
			return "", err
		}
		if err := a.tx.mayShare(&d); err != nil {
			return "", err
		}
		if err := a.sent(touchFrom(&d, a.now), a.tx.planOf(&d)); err != nil {
			return "", err
		}
		return fmt.Sprintf("logged %s to %s", d.Channel, a.p.Name), a.tx.removeSentDraft(d, actor)
	})
	return done.Touch, err
}

// sent has a touch go out to the person. A first one begins a sequence by the plan, or
// the one into which she was put, by its days as they stand now.
func (a *act) sent(t model.Touch, begins model.Plan) error {
	if into := a.p.Outreach.Plan; a.p.Outreach.Awaiting() && into.Sequence != begins.Sequence {
		begins = a.tx.sequencePlan(into.Sequence)
	}
	t.ReEngages = a.p.Outreach.State == model.ReEngage && a.p.Outreach.Trail.Cause == model.Triggered
	if err := a.happens(model.OutreachEvent{Kind: model.Sent, At: t.At, Plan: begins}); err != nil {
		return err
	}
	if a.p.Outreach.State == model.Active {
		t.Step = a.p.Outreach.Step
	}
	return a.touch(t)
}

// touch writes a touch with the person.
func (a *act) touch(t model.Touch) error {
	t.Person, t.By = a.p.ID, a.By
	if err := a.tx.PutTouch(&t); err != nil {
		return err
	}
	a.done.Touch, a.wrote = t, true
	return nil
}

// notTwice refuses a message that was just logged, by whoever: a key pressed twice,
// a retry after an outcome that was not known. A draft that was saved and is gone
// was logged or thrown away meanwhile.
func (a *act) notTwice(d *model.Draft) error {
	have, err := a.tx.Draft(d.Person)
	switch {
	case errors.Is(err, ErrNotFound) && d.Rev != 0:
		return fmt.Errorf("the draft is gone: it was logged or thrown away meanwhile: %w", ErrSentAlready)
	case err == nil && have.OnItsWay():
		return onItsWay(&have)
	case err == nil && d.Out.MessageID == "":
		d.Out.MessageID = have.Out.MessageID
	}
	if d.Empty() {
		return nil
	}
	for t, err := range a.tx.TouchesOf(d.Person) {
		if err != nil {
			return err
		}
		same := t.Direction == model.Outbound && t.Channel == d.Channel && t.Subject == d.Subject && t.Body == d.Body
		if same && a.now.Sub(t.At).Abs() <= a.s.cadence.TakeBack {
			return fmt.Errorf("%w: the same text by %s at %s", ErrSentAlready, t.By, t.At.Format("15:04"))
		}
	}
	return nil
}

// Schedule approves a draft to go out at a moment, moved into the send window of
// her time zone, and returns that moment. The gate is asked now, and again when it
// goes out. A reply, a lock, or a text typed since takes the approval back, and
// so does a zero moment.
func (s *Store) Schedule(actor string, d *model.Draft, at time.Time) (sendAt time.Time, err error) {
	_, err = s.act(Act{By: actor, Person: d.Person}, func(a *act) (string, error) {
		sendAt = time.Time{}
		what := "took back the approval of the draft to " + a.p.Name
		override := d.Override
		if err := a.tx.mayType(d); err != nil {
			return "", err
		}
		d.Override = override
		if !at.IsZero() {
			says, err := s.gate(a.tx, &a.p, d.Channel, actor, a.now)
			if err := errors.Join(err, says.Err(), a.tx.mayShare(d)); err != nil {
				return "", err
			}
			if sendAt = at; at.Before(a.now) {
				sendAt = a.now
			}
			sendAt = s.cadence.Window.Moment(sendAt, a.days)
			what = fmt.Sprintf("approved %s to %s for %s", d.Channel, a.p.Name, sendAt.Format("2006-01-02 15:04 MST"))
		}
		d.By, d.At, d.SendAt = actor, a.now, sendAt
		a.wrote = true
		return what, a.tx.PutDraft(d)
	})
	return sendAt, err
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
	return errors.Join(remove(tx, drafts, draftKey(sent.Person)), tx.removeVersions(sent.Person))
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
