package entry

import (
	"fmt"
	"strings"
	"time"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// The fields of a contact, in their order.
const (
	contactBy = iota
	contactWay
	contactOn
	contactOutcome
	contactNote
)

// Contact logs a contact that took place otherwise than by a draft: a call, a meeting, a
// message that was sent elsewhere. All may stay as it is: a call of today.
func (d *Desk) Contact(sel pane.Selected) pane.Overlay {
	fields := []overlay.Field{
		contactBy:      {Label: "By", Hint: channelNames(), Value: string(model.Phone)},
		contactWay:     {Label: "Way", Hint: "out: you to her; in: she to you, and what it means is waiting", Value: "out"},
		contactOn:      {Label: "On", Hint: "today, yesterday, 3d, monday, 1 Feb, 2026-02-25", Value: "today"},
		contactOutcome: {Label: "Outcome", Hint: "talked, no answer, left a message; may stay empty"},
		contactNote:    {Label: "Note", Hint: "what was said; may stay empty"},
	}
	f := d.form("A contact with "+name(sel), fields, func(v []string) (func() (pane.Acted, error), error) {
		c, err := d.readContact(v)
		if err != nil {
			return nil, err
		}
		return func() (pane.Acted, error) {
			return d.make(pane.Change{
				Settles: true,
				To:      sel.People,
				Do:      func(who store.Act) (store.Acted, error) { return d.deps.Store.LogContact(who, c) },
				Told:    func(whom string) string { return contactTold(&c, whom) },
			})
		}, nil
	})
	f.Quick()
	return f
}

func channelNames() string {
	names := make([]string, 0, 6)
	for _, c := range model.Channels() {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

// readContact takes in what the form has. The error names the field.
func (d *Desk) readContact(v []string) (c store.Contact, err error) {
	bad := func(at int, err error) error { return &overlay.FieldError{At: at, Err: err} }
	if c.Channel, err = model.MeantChannel(v[contactBy]); err != nil {
		return c, bad(contactBy, err)
	}
	if c.Direction, err = model.MeantDirection(v[contactWay]); err != nil {
		return c, bad(contactWay, err)
	}
	if c.At, err = d.tookPlace(v[contactOn]); err != nil {
		return c, bad(contactOn, err)
	}
	c.Outcome, c.Note = model.CleanLine(v[contactOutcome]), strings.TrimSpace(model.CleanText(v[contactNote]))
	return c, nil
}

// tookPlace is when something took place: a day that is over at noon; the zero Time,
// now, for today.
func (d *Desk) tookPlace(text string) (time.Time, error) {
	if model.CleanLine(text) == "" {
		return time.Time{}, nil
	}
	day, err := model.ParsePast(text, d.env.Now())
	if err != nil || day == model.DateOf(d.env.Now()) {
		return time.Time{}, err
	}
	y, m, at := model.DateOf(day.Time()).Parts()
	return time.Date(y, m, at, 12, 0, 0, 0, d.env.Now().Location()), nil
}

func contactTold(c *store.Contact, whom string) string {
	text := fmt.Sprintf("logged %s with %s", c.Channel, whom)
	if c.Direction == model.Inbound {
		text = fmt.Sprintf("logged %s from %s", c.Channel, whom)
	}
	if !c.At.IsZero() {
		text += " on " + model.DateOf(c.At).String()
	}
	return text
}
