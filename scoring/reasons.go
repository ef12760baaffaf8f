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
	Brief string     // Text without the class and the end, where these stand beside it
	Due   model.Date // zero: now
	Since model.Date // the day on which it began; zero: not known
	Until model.Date // its last day; zero: it does not end by itself
}

// Reasons are all of a person's reasons in the order of the classes. company is
// the name of her employer, "" where it is not known.
func (n Next) Reasons(company string, now time.Time) []Reason {
	today := model.DateOf(now)
	p := &n.place
	var all []Reason
	for c := ReplyWaiting; c <= KeepOrErase; c++ {
		if !n.Has(c) {
			continue
		}
		r := Reason{Class: c, Due: p.next, Since: p.begun()}
		switch c {
		case ReplyWaiting:
			r.Due, r.Text, r.Brief = 0, "Reply waiting", "waiting"
			if !p.contact.IsZero() {
				r.Brief = "last contact " + ago(waited(p.contact, now))
				r.Text += ", " + r.Brief
				if !r.Since.Known() {
					r.Since = model.DateOf(p.contact.In(now.Location()))
				}
			}
		case TouchDue:
			r.Until, r.Text = p.lastDay, p.touchText()+" "+dueText(p.next, today)
			r.Brief = r.Text
			if p.state == model.ReEngage {
				r.Brief = p.touchText()
				r.Text = p.touchText() + left(dayNumber(p.lastDay)-dayNumber(today), p.lastDay.Known())
			}
		case ReceptiveNow:
			r.Due, r.Since, r.Until = n.Window.Closes, n.Window.Opens, n.Window.Closes
			r.Brief = n.Window.brief(company, dayNumber(today))
			r.Text = n.Window.text(company, dayNumber(today))
		case NurtureDue:
			r.Brief = "value touch " + dueText(p.next, today)
			r.Text = "Nurture: a " + r.Brief
		case KeepOrErase:
			r.Due, r.Since = p.decide, p.decide
			r.Brief = "no answer in two years"
			r.Text = "Keep or erase: no answer in two years, to be decided since " + p.decide.String()
		}
		all = append(all, r)
	}
	return all
}

// touchText says which touch is due, up to the word before "due".
func (p *place) touchText() string {
	switch p.state {
	case model.ReEngage:
		switch p.cause {
		case model.DayReached:
			return "Asked for later: the day has come"
		case model.Triggered:
			return "Something new: time to write again"
		}
		return "Time to write again"
	case model.Researched:
		if !p.begins {
			return "No introduction came: a touch of your own"
		}
	case model.Replied:
		return "Replied, and silent since: the next step"
	case model.Interested:
		return "Interested: the next step"
	case model.Pipeline:
		return "In the pipeline: the next step"
	case model.Hired:
		return "Hired: the rating"
	case model.Bounced:
		return "Bounced: another address or channel"
	}
	touch := p.ofSequence(min(p.step+1, p.of))
	if p.cause == model.DayReached && p.since == p.next {
		return "Back again: touch " + touch
	}
	return "Touch " + touch
}

func (p *place) ofSequence(step int) string { return fmt.Sprintf("%d of %d", step, p.of) }

// dueText is "due today" or how long it was due ago; what has no day is wanted.
func dueText(due, today model.Date) string {
	if !due.Known() {
		return "wanted"
	}
	return "due " + ago(dayNumber(today)-dayNumber(due))
}

// left says how many days are left, "" where nothing ends.
func left(days int, ends bool) string {
	switch {
	case !ends:
		return ""
	case days == 0:
		return ", the last day"
	}
	return fmt.Sprintf(", %d d left", days)
}

// text says what opened the window and how long it stays open: "Layoffs at Acme
// 12 days ago, 48 d left".
func (w Window) text(company string, today int) string {
	return w.brief(company, today) + left(w.DaysLeft, true)
}

// brief says what opened the window.
func (w Window) brief(company string, today int) string {
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
	return what + " " + ago(today-dayNumber(w.Event))
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
