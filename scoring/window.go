package scoring

import (
	"fmt"

	"talentmap/model"
)

// Window is a stretch of days in which writing is timely. Of several the one is
// given that is open today and closes last; where none is open, the one that
// opens next. The zero Window: there is none, open or to come.
type Window struct {
	Kind          model.SignalKind // of the signal that opens it; "" an anniversary in the role
	Event         model.Date       // the day of the signal or anniversary
	Opens, Closes model.Date       // first and last day
	Open          bool             // today is one of its days
	DaysLeft      int              // from today to Closes: 0 on the last day
}

// Known reports whether there is a window at all.
func (w Window) Known() bool { return w.Closes.Known() }

// String says when the window opens and closes, and how long it is still open.
func (w Window) String() string {
	switch {
	case !w.Known():
		return ""
	case !w.Open:
		return fmt.Sprintf("contact window (%s): opens %s, closes %s", w.Label(), w.Opens, w.Closes)
	case w.DaysLeft == 1:
		return fmt.Sprintf("contact window (%s): open, 1 day left, closes %s", w.Label(), w.Closes)
	}
	return fmt.Sprintf("contact window (%s): open, %d days left, closes %s", w.Label(), w.DaysLeft, w.Closes)
}

// Label is the window's cause in a word or two.
func (w Window) Label() string {
	switch {
	case !w.Known():
		return ""
	case w.Kind == "":
		return "anniversary"
	}
	return string(w.Kind)
}

// contact is a Window in day numbers; closes 0 means none.
type contact struct {
	kind                 model.SignalKind
	event, opens, closes int
}

func (c contact) open(day int) bool { return c.opens <= day && day <= c.closes }

// offer replaces c by d if d is the better one to show on the day.
func (c *contact) offer(d contact, day int) {
	if d.closes < day {
		return
	}
	better := c.closes == 0
	switch {
	case better:
	case c.open(day) && d.open(day):
		better = d.closes > c.closes
	case c.open(day) || d.open(day):
		better = d.open(day)
	default:
		better = d.opens < c.opens
	}
	if better {
		*c = d
	}
}

func (c contact) window(day int) Window {
	if c.closes == 0 {
		return Window{}
	}
	return Window{
		Kind: c.kind, Event: dateOf(c.event), Opens: dateOf(c.opens), Closes: dateOf(c.closes),
		Open: c.open(day), DaysLeft: c.closes - day,
	}
}
