package store

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"talentmap/model"
)

// ErrNeedsText is a message of somebody who has opted out that is told of without
// its text: an opt-out is opened by nothing else.
var ErrNeedsText = errors.New("she has opted out, and only a new message from her opens that: give its text")

// Answer is a message that came in, or what one that waits means.
type Answer struct {
	// Meaning is [model.SaysInterested], [model.SaysLater], [model.SaysNo] or
	// [model.SaysStop]; [model.HumanReply] for one that nobody has looked at yet,
	// or an introduction; [model.OutOfOffice], [model.HardBounce] and
	// [model.SoftBounce] for what a machine sent.
	Meaning model.EventKind
	Until   model.Date // later: the day she asked for; out of office: the day she is back
	Channel model.Channel
	Subject string
	Text    string
	At      time.Time // when it came; zero: now
}

// automatic is which machine's message it is; "" for a person's.
func (m *Answer) automatic() model.Auto {
	switch m.Meaning {
	case model.OutOfOffice:
		return model.AutoReply
	case model.HardBounce:
		return model.AutoHard
	case model.SoftBounce:
		return model.AutoSoft
	}
	return ""
}

// Reply takes in a message: an inbound touch is written, she moves on by what it
// means, and whatever was approved to go out to her is cancelled, in one
// transaction. Where her reply waits already, or she is interested, a meaning
// without a text is that of her last message, and no second one is written.
//
// A message of somebody who has opted out opens that, and needs its text
// ([ErrNeedsText]); an automatic one opens nothing. What does not fit wraps
// [model.ErrNoFit].
func (s *Store) Reply(who Act, m Answer) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		at := m.At
		if at.IsZero() {
			at = a.now
		}
		if at.After(a.now) {
			return "", fmt.Errorf("a message of %s has not come yet", at.Format("2006-01-02"))
		}
		switch m.Meaning {
		case model.OutOfOffice, model.HardBounce, model.SoftBounce:
			return a.automatic(&m, at)
		case model.HumanReply, model.SaysInterested, model.SaysLater, model.SaysNo, model.SaysStop:
			return a.answered(&m, at)
		}
		return "", fmt.Errorf("%w: %q is nothing that a message means", model.ErrNoFit, m.Meaning)
	})
}

// automatic takes in what a machine sent.
func (a *act) automatic(m *Answer, at time.Time) (string, error) {
	last, err := a.lastOut()
	if err != nil {
		return "", err
	}
	if m.Channel == "" {
		m.Channel = last.Channel
	}
	e := model.OutreachEvent{Kind: m.Meaning, Until: m.Until, Channel: m.Channel}
	if all := a.p.Contact.Emails; len(all) > 0 && m.Channel == model.Email {
		e.Address = all[0]
	}
	if err := a.happens(e); err != nil {
		return "", err
	}
	err = a.touch(model.Touch{At: at, Channel: m.Channel, Direction: model.Inbound, Subject: m.Subject, Body: m.Text, Auto: m.automatic()})
	if m.Meaning == model.OutOfOffice {
		return fmt.Sprintf("out of office: %s, back on %s", a.p.Name, m.Until), err
	}
	return fmt.Sprintf("%s: %s, by %s", m.Meaning, a.p.Name, m.Channel), err
}

// answered takes in a message of hers, or what the one that waits means.
func (a *act) answered(m *Answer, at time.Time) (string, error) {
	words := strings.TrimSpace(m.Subject+m.Text) != ""
	state := a.p.Outreach.Current()
	if a.p.Outreach.Lock == model.OptedOut && !words && m.Meaning != model.SaysStop {
		return "", ErrNeedsText
	}
	triage := m.Meaning != model.HumanReply && !words && (state == model.Replied || state == model.Interested)
	if !triage {
		if err := a.heard(m, at); err != nil {
			return "", err
		}
	}
	if m.Meaning != model.HumanReply {
		e := model.OutreachEvent{Kind: m.Meaning, Until: m.Until, Why: "she asked for it on " + model.DateOf(at).String()}
		if err := a.happens(e); err != nil {
			return "", err
		}
	}
	switch m.Meaning {
	case model.HumanReply:
		return "a reply from " + a.p.Name, nil
	case model.SaysLater:
		return fmt.Sprintf("a reply from %s: later, on %s", a.p.Name, m.Until), nil
	}
	return fmt.Sprintf("a reply from %s: %s", a.p.Name, m.Meaning), nil
}

// heard writes her message.
func (a *act) heard(m *Answer, at time.Time) error {
	if m.Channel == "" {
		last, err := a.lastOut()
		if err != nil {
			return err
		}
		m.Channel = last.Channel
	}
	if err := a.happens(model.OutreachEvent{Kind: model.HumanReply, At: at}); err != nil {
		return err
	}
	return a.touch(model.Touch{At: at, Channel: m.Channel, Direction: model.Inbound, Subject: m.Subject, Body: m.Text})
}

// lastOut is the last touch that went out to the person; one by e-mail where there
// is none.
func (a *act) lastOut() (model.Touch, error) {
	last := model.Touch{Channel: model.Email}
	for t, err := range a.tx.TouchesOf(a.p.ID) {
		if err != nil {
			return last, err
		}
		if t.Direction == model.Outbound && !t.At.Before(last.At) && t.Channel != "" {
			last = t
		}
	}
	return last, nil
}
