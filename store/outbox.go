package store

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"talentmap/model"
)

// A message is sent in two transactions, with the sending between them:
//
//	BeginSend   queued → sending: the gate is asked, the Message-ID stored
//	  … whoever sends hands the message over …
//	EndSend     sending → sent: a touch, and no draft
//	                    → failed: it did not leave, and is a draft again
//	                    → unknown: nobody knows
//
// A death in between leaves it in sending; the next Open makes that unknown. What is
// unknown the program never sends again: a person looks, and says whether it left
// ([Store.Resolve]).

// Errors of the outbox.
var (
	// ErrNotQueued is the sending of a message that nobody has approved, or whose time
	// has not come.
	ErrNotQueued = errors.New("it is not waiting to be sent")
	// ErrSharedAlready is a thing from the shelf that she was sent before.
	ErrSharedAlready = errors.New("it was shared with her already")
)

// Outcome is how the sending of a message ended.
type Outcome uint8

// The outcomes.
const (
	NotKnown Outcome = iota // whether it left nobody knows
	Left                    // it was taken over
	Failed                  // it did not leave
)

// Outbox are the messages that were approved and have not been sent: those of which
// nobody knows whether they left first, then by their time.
func (tx *Tx) Outbox() (waiting []model.Draft, err error) {
	for d, err := range tx.toSend() {
		if err != nil {
			return nil, err
		}
		waiting = append(waiting, d)
	}
	slices.SortStableFunc(waiting, func(a, b model.Draft) int {
		return cmp.Or(cmp.Compare(outRank(&a), outRank(&b)), a.SendAt.Compare(b.SendAt), cmp.Compare(a.Person, b.Person))
	})
	return waiting, nil
}

// toSend yields the drafts that were approved and have not been sent, in order of the
// people they are to. Only those are read, but where an older program wrote the database
// and it is only looked at: that has no index of them.
func (tx *Tx) toSend() iter.Seq2[model.Draft, error] {
	if tx.older {
		return func(yield func(model.Draft, error) bool) {
			for d, err := range scan(tx, drafts, []byte{spaceDraft}) {
				if (err != nil || d.OutState() != model.Drafting) && !yield(d, err) {
					return
				}
			}
		}
	}
	return func(yield func(model.Draft, error) bool) {
		for _, id := range indexed[model.PersonID](tx, []byte{indexWaiting}) {
			d, err := tx.Draft(id)
			if errors.Is(err, ErrNotFound) || err == nil && d.OutState() == model.Drafting {
				continue // an entry too many, of which check tells
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func outRank(d *model.Draft) int {
	switch d.OutState() {
	case model.Unknown:
		return 0
	case model.Sending:
		return 1
	}
	return 2
}

// Drafts yields every draft, in order of the people they are to.
func (tx *Tx) Drafts() ([]model.Draft, error) { return collect(scan(tx, drafts, []byte{spaceDraft})) }

// Handover is a message that is being handed over.
type Handover struct {
	Person    model.PersonID
	MessageID string // new, and never used before
	To        string // the address it goes to
	Via       string // what sends it: "mailer"
}

// BeginSend hands a message over: from here on it is on its way. It must have been
// approved and its time have come ([ErrNotQueued]), and the gate be open; the address
// must be one of hers. The draft that is returned is what has to go out, and no other
// text. It is a quiet change: nobody takes back what is on its way.
func (s *Store) BeginSend(actor string, h Handover) (out model.Draft, err error) {
	if h.MessageID == "" {
		return out, errors.New("a message needs its Message-ID before it is sent")
	}
	_, err = s.edit(func(tx *Tx) (Actor, error) {
		by := Actor{Name: actor, What: "began to send the message to " + h.Person.String(), Quiet: true}
		now := s.clock()
		d, err := tx.Draft(h.Person)
		if err != nil {
			return by, err
		}
		p, err := tx.Person(h.Person)
		switch {
		case err != nil:
			return by, err
		case d.OnItsWay():
			return by, onItsWay(&d)
		case d.SendAt.IsZero():
			return by, fmt.Errorf("%w: nobody has approved it", ErrNotQueued)
		case d.SendAt.After(now):
			return by, fmt.Errorf("%w before %s", ErrNotQueued, d.SendAt.Format("2006-01-02 15:04 MST"))
		case h.To != "" && !slices.Contains(p.Contact.Emails, h.To):
			return by, errors.New("the address is not hers any more")
		}
		says, err := s.gate(tx, &p, d.Channel, cmp.Or(d.By, actor), now)
		if err := errors.Join(err, says.Err(), tx.mayShare(&d)); err != nil {
			return by, err
		}
		d.Out = model.Outgoing{State: model.Sending, MessageID: h.MessageID, To: h.To, Via: h.Via, Since: now}
		err = tx.PutDraft(&d)
		out = d
		return by, err
	})
	if err != nil {
		return model.Draft{}, err
	}
	return out, nil
}

// EndSend says how the sending of a message ended, which its ID names. Of one that left
// a touch is written, whatever the gate says by now, and the draft goes; once that is
// told, telling it again returns the same touch. why says what failed.
func (s *Store) EndSend(actor string, person model.PersonID, messageID string, how Outcome, why string) (model.Touch, error) {
	var again model.Touch
	done, err := s.act(Act{By: actor, Person: person}, func(a *act) (string, error) {
		d, err := a.tx.Draft(person)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return "", err
		}
		if err != nil || d.Out.MessageID != messageID || !d.OnItsWay() {
			if again, err = a.tx.touchOf(person, messageID); err != nil {
				return "", err
			}
			if again.ID == 0 {
				return "", fmt.Errorf("%w: no message %s is on its way", ErrNotFound, messageID)
			}
			return "", nil
		}
		a.wrote = true
		switch how {
		case Left:
			return fmt.Sprintf("sent %s to %s", d.Channel, a.p.Name), a.left(&d, d.Out.Via)
		case Failed:
			d.Out = model.Outgoing{MessageID: messageID, Failed: model.CleanLine(why), Since: a.now}
			d.SendAt = time.Time{}
			return fmt.Sprintf("the message to %s did not leave%s", a.p.Name, because(model.CleanLine(why))), a.tx.PutDraft(&d)
		}
		d.Out.State, d.Out.Since, d.Out.Failed = model.Unknown, a.now, model.CleanLine(why)
		return fmt.Sprintf("nobody knows whether the message to %s left%s", a.p.Name, because(d.Out.Failed)), a.tx.PutDraft(&d)
	})
	if err == nil && again.ID != 0 {
		return again, nil
	}
	return done.Touch, err
}

// Resolve says what a person has found out of a message that is on its way, or of
// which nobody knows whether it left: it did, and a touch is written; or it did not,
// and it is a draft again, approved no more.
func (s *Store) Resolve(actor string, person model.PersonID, left bool) (model.Touch, error) {
	done, err := s.act(Act{By: actor, Person: person}, func(a *act) (string, error) {
		d, err := a.tx.Draft(person)
		switch {
		case err != nil:
			return "", err
		case !d.OnItsWay():
			return "", fmt.Errorf("%w: there is nothing to find out", ErrNotQueued)
		}
		a.wrote = true
		if left {
			return fmt.Sprintf("found out that the message to %s has left", a.p.Name), a.left(&d, "")
		}
		d.SendAt, d.Out = time.Time{}, model.Outgoing{MessageID: d.Out.MessageID}
		return fmt.Sprintf("found out that the message to %s has not left", a.p.Name), a.tx.PutDraft(&d)
	})
	return done.Touch, err
}

// left writes the touch of a message that has left. It takes place whatever the gate
// says.
func (a *act) left(d *model.Draft, via string) error {
	at := a.now
	if !d.Out.Since.IsZero() && d.Out.Since.Before(at) {
		at = d.Out.Since
	}
	t := touchFrom(d, at)
	t.Via = via
	says, err := a.s.gate(a.tx, &a.p, d.Channel, cmp.Or(d.By, a.By), a.now)
	if err != nil {
		return err
	}
	begins := a.tx.planOf(d)
	if says.Open() {
		err = a.sent(t, begins)
	} else {
		a.done.Closed = says
		err = errors.Join(a.happens(model.OutreachEvent{Kind: model.InTouch, At: at}), a.touch(t))
	}
	return errors.Join(err, remove(a.tx, drafts, draftKey(d.Person)), a.tx.removeVersions(d.Person))
}

// touchFrom is the touch that a draft becomes.
func touchFrom(d *model.Draft, at time.Time) model.Touch {
	return model.Touch{
		At: at, Channel: d.Channel, Subject: d.Subject, Body: d.Body, Made: d.Made, Override: d.Override,
		MessageID: d.Out.MessageID, Shelf: d.Shelf, Notice: d.Notice,
	}
}

// planOf is the plan of the sequence that a first touch from the draft begins; the
// zero Plan, the default of the team, where there is none.
func (tx *Tx) planOf(d *model.Draft) model.Plan {
	return tx.sequencePlan(d.Made.Sequence)
}

// touchOf is the touch to a person that has a Message-ID; the zero Touch for none.
func (tx *Tx) touchOf(person model.PersonID, messageID string) (model.Touch, error) {
	for t, err := range tx.TouchesOf(person) {
		if err != nil || t.MessageID == messageID && messageID != "" {
			return t, err
		}
	}
	return model.Touch{}, nil
}

// mayShare refuses to share a thing a second time.
func (tx *Tx) mayShare(d *model.Draft) error {
	if d.Shelf == 0 {
		return nil
	}
	for t, err := range tx.TouchesOf(d.Person) {
		if err != nil {
			return err
		}
		if t.Direction == model.Outbound && t.Shelf == d.Shelf {
			return fmt.Errorf("%w, on %s: share something else", ErrSharedAlready, t.At.Format("2006-01-02"))
		}
	}
	return nil
}

// NameMessage gives the draft to a person the ID under which it goes out as an e-mail,
// and returns the one it has already where it has. It is a quiet change.
func (s *Store) NameMessage(actor string, person model.PersonID, fresh string) (id string, err error) {
	by := Actor{Name: actor, What: "named the message to " + person.String(), Quiet: true}
	_, err = s.Edit(by, func(tx *Tx) error {
		d, err := tx.Draft(person)
		switch {
		case err != nil:
			return err
		case d.OnItsWay():
			return onItsWay(&d)
		}
		if id = d.Out.MessageID; id != "" {
			return nil
		}
		id, d.Out.MessageID = fresh, fresh
		return tx.PutDraft(&d)
	})
	return id, err
}

// settleOutbox makes unknown what was on its way when the program died: it had the
// database to itself, so nobody is sending it any more.
func (s *Store) settleOutbox() error {
	var lost []model.Draft
	err := s.View(func(tx *Tx) error {
		for d, err := range tx.toSend() {
			if err == nil && d.Out.State == model.Sending { // what is damaged is told by check
				lost = append(lost, d)
			}
		}
		return nil
	})
	if err != nil || len(lost) == 0 {
		return err
	}
	by := Actor{Name: clockName, What: "the program ended while messages were on their way: nobody knows whether they left", Quiet: true}
	_, err = s.Edit(by, func(tx *Tx) error {
		for i := range lost {
			lost[i].Out.State, lost[i].Out.Since = model.Unknown, s.clock()
			if err := tx.PutDraft(&lost[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}
