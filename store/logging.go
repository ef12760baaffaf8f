package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"talentmap/model"
)

// Contact is a contact that took place otherwise than by a draft: a call, a
// meeting, a message that was sent elsewhere.
type Contact struct {
	Channel   model.Channel
	Direction model.Direction // in: she called, or wrote
	Outcome   string          // in a word or two: "no answer"; "" for none
	Note      string
	At        time.Time // when it took place; zero: now
}

// LogContact records a contact that has taken place. Where the gate is open it
// counts as the next touch, as if it had been sent. Where it is closed it is
// recorded all the same, as it took place: her state stays, the times until the
// next value touch begin anew, and Closed of what is returned says what the gate says. One
// from before the last contact is recorded and moves nothing. One that came in is a
// reply, whose meaning waits, see [Store.Reply].
func (s *Store) LogContact(who Act, c Contact) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		t := model.Touch{At: c.At, Channel: c.Channel, Direction: c.Direction, Subject: c.Outcome, Body: c.Note}
		if t.At.IsZero() {
			t.At = a.now
		}
		what := fmt.Sprintf("logged %s with %s", orText(string(c.Channel), "a contact"), a.p.Name)
		switch {
		case t.At.After(a.now):
			return "", fmt.Errorf("a contact on %s has not taken place yet", t.At.Format("2006-01-02"))
		case t.At.Before(a.p.Outreach.LastTouch):
			return what + " on " + t.At.Format("2006-01-02"), a.touch(t)
		case c.Direction == model.Inbound:
			return a.answered(&Answer{Meaning: model.HumanReply, Channel: c.Channel, Subject: c.Outcome, Text: c.Note}, t.At)
		}
		says, err := s.gate(a.tx, &a.p, c.Channel, a.By, a.now)
		if err != nil {
			return "", err
		}
		if says.Open() {
			return what, a.sent(t, model.Plan{})
		}
		a.done.Closed = says
		if err := a.happens(model.OutreachEvent{Kind: model.InTouch, At: t.At}); err != nil {
			return "", err
		}
		return what, a.touch(t)
	})
}

// AddNote puts a note under those that there are, with the day and who wrote it before
// it: "2026-03-02 ada: likes tea".
func (s *Store) AddNote(who Act, text string) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		if text == "" {
			return "", errors.New("there is no note")
		}
		said := fmt.Sprintf("%s %s: %s", model.DateOf(a.now), a.By, text)
		a.p.Notes = strings.TrimLeft(a.p.Notes+"\n"+said, "\n")
		a.edited = true
		return "added a note on " + a.p.Name, nil
	})
}

// Tag gives somebody tags, and takes others away, whatever their case. What she has
// already, or has not, changes nothing. A tag in both lists goes.
func (s *Store) Tag(who Act, add, remove []string) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		tags := &a.p.Background.Tags
		var did []string
		for _, t := range add {
			if t != "" && !hasTag(*tags, t) {
				*tags = append(*tags, t)
				did = append(did, "+"+t)
			}
		}
		for _, t := range remove {
			if hasTag(*tags, t) {
				*tags = slices.DeleteFunc(*tags, func(has string) bool { return model.SameText(has, t) })
				did = append(did, "-"+t)
			}
		}
		a.edited = len(did) > 0
		return fmt.Sprintf("tagged %s: %s", a.p.Name, strings.Join(did, " ")), nil
	})
}

func hasTag(tags []string, tag string) bool {
	return slices.ContainsFunc(tags, func(has string) bool { return model.SameText(has, tag) })
}

// Look records the answer to one item of the research checklist. With enough of
// them someone who was only mapped is researched.
func (s *Store) Look(who Act, item model.ResearchItem, found model.Finding) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		o := &a.p.Outreach
		o.Research[item] = found
		what := fmt.Sprintf("looked up %s of %s", item, a.p.Name)
		if o.Current() == model.Mapped && o.Research.Done() >= s.cadence.Ready {
			return what, a.happens(model.OutreachEvent{Kind: model.ResearchReady})
		}
		return what, nil
	})
}

// Advance records a step that is not a message: [model.PathChosen] (via names who
// introduces), [model.ScreenBooked], [model.Declined], [model.GotHired] or
// [model.GotRated].
func (s *Store) Advance(who Act, step model.EventKind, via string, rating model.Rating) (Acted, error) {
	return s.act(who, func(a *act) (string, error) {
		switch step {
		case model.PathChosen, model.ScreenBooked, model.Declined, model.GotHired, model.GotRated:
		default:
			return "", fmt.Errorf("%w: %q is no step of a process", model.ErrNoFit, step)
		}
		what := fmt.Sprintf("%s: %s", a.p.Name, step)
		switch {
		case via != "":
			what += " via " + via
		case rating != "":
			what += " " + string(rating)
		}
		return what, a.happens(model.OutreachEvent{Kind: step, Rating: rating})
	})
}
