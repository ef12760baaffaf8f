package scoring

import (
	"fmt"
	"time"

	"talentmap/model"
)

// Reason is why a person is in the queue, in plain words.
type Reason struct {
	Class Class
	Text  string     // "Touch 4 of 4 due today"
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
			r.Due, r.Text = 0, "Reply waiting, last contact "+ago(waited(o.LastTouch, now))
			if o.LastTouch.IsZero() {
				r.Text = "Reply waiting"
			}
		case TouchDue:
			r.Text = touchText(o) + " " + dueText(o.Next, today)
		case ReceptiveNow:
			r.Due, r.Text = n.Window.Closes, n.Window.text(company, dayNumber(today))
		case NurtureDue:
			r.Text = "Nurture: a value touch " + dueText(o.Next, today)
		}
		all = append(all, r)
	}
	return all
}

// touchText says which touch is due, up to the word before "due".
func touchText(o model.Outreach) string {
	switch o.Current() {
	case model.Later:
		return "Asked for later:"
	case model.ReEngage:
		return "Time to write again:"
	case model.IntroPending:
		return "Introduction outstanding:"
	case model.Interested:
		return "Interested: the next step"
	case model.Pipeline:
		return "In the pipeline: the next step"
	case model.Hired:
		return "Hired: the rating"
	case model.Bounced:
		return "Bounced: another address or channel"
	case model.Paused:
		return "Back again: touch " + of(o.Step+1)
	}
	switch {
	case o.Step <= 0:
		return "Touch " + of(1)
	case o.Step >= model.SequenceLength:
		return fmt.Sprintf("%d touches unanswered: nurture", o.Step)
	}
	return "Touch " + of(o.Step+1)
}

func of(step int) string {
	return fmt.Sprintf("%d of %d", step, model.SequenceLength)
}

// dueText is "due today" or how long it was due ago; what has no day is wanted.
func dueText(due, today model.Date) string {
	if !due.Known() {
		return "wanted"
	}
	return "due " + ago(dayNumber(today)-dayNumber(due))
}

// text says what opened the window and how long it stays open: "Layoffs at Acme
// 12 days ago, 48 d left".
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
	end := fmt.Sprintf("%d d left", w.DaysLeft)
	if w.DaysLeft == 0 {
		end = "the last day"
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
