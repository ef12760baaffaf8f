package scoring

import (
	"fmt"
	"time"

	"talentmap/model"
)

// Reason is why a person is in the queue, in plain words.
type Reason struct {
	Class Class
	Text  string     // "3 touches sent, the 4th is due today"
	Due   model.Date // zero: now
}

// Reasons are all of a person's reasons in the order of the classes. company is
// the name of her employer, "" where it is not known.
func (n Next) Reasons(o model.Outreach, company string, now time.Time) []Reason {
	today := model.DateOf(now)
	var all []Reason
	for c := ReplyWaiting; c <= NurtureDue; c++ {
		if !n.Has(c) {
			continue
		}
		r := Reason{Class: c, Due: o.Next}
		switch c {
		case ReplyWaiting:
			r.Due, r.Text = 0, "A reply is waiting, last contact "+ago(waited(o.LastTouch, now))
			if o.LastTouch.IsZero() {
				r.Text = "A reply is waiting"
			}
		case TouchDue:
			r.Text = touchText(o) + " " + dueText(o.Next, today)
		case ReceptiveNow:
			r.Due, r.Text = n.Window.Closes, n.Window.text(company, dayNumber(today))
		case NurtureDue:
			r.Text = "In nurture, a value touch " + dueText(o.Next, today)
		}
		all = append(all, r)
	}
	return all
}

// touchText says which touch is due, up to the word before "is due".
func touchText(o model.Outreach) string {
	switch o.Current() {
	case model.Later:
		return "Asked for later, a touch"
	case model.ReEngage:
		return "Time to write again, a first touch"
	case model.IntroPending:
		return "The introduction is outstanding, asking again or writing directly"
	case model.Paused:
		return "Away until now, the " + ordinal(o.Step+1) + " touch"
	}
	switch {
	case o.Step <= 0:
		return "The 1st touch"
	case o.Step >= model.SequenceLength:
		return touches(o.Step) + " sent without an answer, the move to nurture"
	}
	return touches(o.Step) + " sent, the " + ordinal(o.Step+1)
}

func touches(n int) string {
	if n == 1 {
		return "1 touch"
	}
	return fmt.Sprintf("%d touches", n)
}

// dueText is "is due today" or how long it was due ago.
func dueText(due, today model.Date) string {
	late := dayNumber(today) - dayNumber(due)
	if late == 0 {
		return "is due today"
	}
	return "was due " + ago(late)
}

// text says what opened the window and when it closes: "Layoffs at Acme 12 days
// ago, window closes in 48 d".
func (w Window) text(company string, today int) string {
	at := "at the employer"
	if company != "" {
		at = "at " + company
	}
	var what string
	switch w.Kind {
	case "":
		what = "Anniversary in the role"
	case model.OpenToWork:
		what = "Open to work, seen"
	case model.Layoffs:
		what = "Layoffs " + at
	case model.Reorg:
		what = "Reorganization " + at
	case model.LeadershipChange:
		what = "Leadership change " + at
	case model.ProfileUpdated:
		what = "Profile updated"
	case model.PostsMore:
		what = "Posts more, seen"
	case model.NewDuties:
		what = "New duties without a new title"
	default:
		what = string(w.Kind)
	}
	end := fmt.Sprintf("window closes in %d d", w.DaysLeft)
	if w.DaysLeft == 0 {
		end = "window closes today"
	}
	return fmt.Sprintf("%s %s, %s", what, ago(today-dayNumber(w.Event)), end)
}

// ago is a number of days in words; a negative one lies ahead.
func ago(days int) string {
	switch {
	case days == 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days == -1:
		return "tomorrow"
	case days < 0:
		return fmt.Sprintf("in %d days", -days)
	}
	return fmt.Sprintf("%d days ago", days)
}

// ordinal is 1st, 2nd, 3rd, 4th …
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}
