package sending

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/scoring/critique"
	"talentmap/store"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

// done is the end of what was done with the message.
type done struct {
	pane.Owner
	text  string
	next  string // what can be done now; "": it can be taken back
	stays bool   // the page stays open
	err   error
}

// do does something with the message as it was read. Until it has ended nothing else
// can be done, and what the store says of a text that is another by now is told.
func (p *Pane) do(what string, stays bool, act func(d *model.Draft) (text string, err error)) tea.Cmd {
	p.busy = "the message is being " + what
	d, owner := *p.read.draft(), p.Owner(0)
	d.Notice = p.read.tellsNotice()
	return func() tea.Msg {
		text, err := act(&d)
		return done{Owner: owner, text: text, stays: stays, err: err}
	}
}

func (p *Pane) tell(msg done) tea.Cmd {
	p.busy = ""
	again := p.Load()
	switch {
	case errors.Is(msg.err, store.ErrUnknown):
		return tea.Batch(again, pane.Request(pane.Toast{Bad: true, Text: "whether it was logged is not known: look at the touches before you log it again"}))
	case msg.err != nil:
		return tea.Batch(again, pane.Request(pane.Fail(msg.err)))
	}
	told := pane.Request(pane.Toast{Text: msg.text, Next: cmp.Or(msg.next, pane.TakesBack)})
	if msg.stays {
		return tea.Batch(again, told)
	}
	return pane.Request(pane.Close{Then: told})
}

func (p *Pane) logSent() tea.Cmd {
	st, user, name := p.deps.Store, p.Env.User, p.read.name()
	touches := p.deps.Weights.Cadence.TouchesOf(&p.read.profile.Person.Outreach)
	return p.do("logged as sent", false, func(d *model.Draft) (string, error) {
		t, err := st.LogSent(user, *d)
		return fmt.Sprintf("logged %s to %s%s", t.Channel, name, ofSequence(t.Step, touches)), err
	})
}

// ofSequence names a touch's place in its sequence; one outside of any has none.
func ofSequence(step, touches int) string {
	if step == 0 {
		return ""
	}
	return fmt.Sprintf(", touch %d of %d", step, touches)
}

func (p *Pane) approve() tea.Cmd {
	st, user, name, at := p.deps.Store, p.Env.User, p.read.name(), p.moment()
	return p.do("approved", false, func(d *model.Draft) (string, error) {
		sendAt, err := st.Schedule(user, d, at)
		return fmt.Sprintf("approved %s to %s for %s", d.Channel, name, clock(sendAt)), err
	})
}

func (p *Pane) resolve(left bool) func() tea.Cmd {
	return func() tea.Cmd {
		st, user, id, name := p.deps.Store, p.Env.User, p.id, p.read.name()
		return p.do("settled", !left, func(*model.Draft) (string, error) {
			_, err := st.Resolve(user, id, left)
			if left {
				return "the message to " + name + " has left: the touch is written", err
			}
			return "the message to " + name + " has not left: it is a draft again", err
		})
	}
}

// clock is a moment where she lives.
func clock(t time.Time) string { return t.Format("Mon 2 Jan 2006 15:04 MST") }

// moment is when the message goes out: the first time from the one that was chosen, or
// from now, in the send window.
func (p *Pane) moment() time.Time {
	at, now := p.when, p.Env.Now()
	if at.IsZero() {
		at = p.read.draft().SendAt
	}
	if at.Before(now) {
		at = now
	}
	return p.deps.Weights.Cadence.Window.Moment(at, p.read.days)
}

func (p *Pane) askWhen() tea.Cmd {
	zone := p.zone()
	f := overlay.NewForm(p.Env, "When it goes out", []overlay.Field{
		{Label: "when", Hint: "tomorrow · monday 10:30 · 3d · 2 Mar 9:00"},
	}, func(values []string) (tea.Cmd, error) {
		if strings.TrimSpace(values[0]) == "" {
			return nil, nil
		}
		at, err := parseMoment(values[0], p.Env.Now().In(zone))
		if err != nil {
			return nil, err
		}
		p.when = at
		p.Stale()
		return nil, nil
	})
	return pane.Request(pane.Show{Overlay: f.Intro(fmt.Sprintf("It stands at %s, in her time (%s): empty leaves it so. What is outside of the send window moves to its next beginning.", clock(p.moment().In(zone)), zone))})
}

// zone is hers, as far as it is known, else that of the session.
func (p *Pane) zone() *time.Location {
	if p.read.days.Zone != nil {
		return p.read.days.Zone
	}
	return p.Env.Now().Location()
}

// parseMoment reads a day with or without a time, or a time of today.
func parseMoment(text string, now time.Time) (time.Time, error) {
	fields := strings.Fields(text)
	day, hour, timed := model.DateOf(now), time.Time{}, false
	var err error
	switch last := len(fields) - 1; {
	case last < 0:
		return time.Time{}, errors.New("say when: tomorrow, monday 10:30, 3d, 2 Mar 9:00")
	case last == 0:
		if hour, err = time.Parse("15:04", fields[0]); err == nil {
			timed = true
			break
		}
		day, err = model.ParseWhen(fields[0], now)
	default:
		if hour, err = parseClock(fields[last]); err == nil {
			day, err = model.ParseWhen(strings.Join(fields[:last], " "), now)
			timed = err == nil
		}
		if !timed { // next month
			hour = time.Time{}
			day, err = model.ParseWhen(text, now)
		}
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("%w; a time goes behind it: monday 10:30", err)
	}
	y, m, d := day.Parts()
	at := time.Date(y, m, d, hour.Hour(), hour.Minute(), 0, 0, now.Location())
	if at.Before(now) && (timed || day < model.DateOf(now)) {
		return time.Time{}, fmt.Errorf("%s is past", at.Format("2006-01-02 15:04"))
	}
	return at, nil
}

// parseClock reads a time behind a day: 10:30, or an hour alone.
func parseClock(text string) (time.Time, error) {
	if t, err := time.Parse("15:04", text); err == nil {
		return t, nil
	}
	return time.Parse("15", text)
}

func (p *Pane) askOverride() tea.Cmd {
	rules := p.read.against()
	f := overlay.NewForm(p.Env, "Why it goes out all the same", []overlay.Field{
		{Label: "reason", Hint: "she asked for the job description on the phone"},
	}, func(values []string) (tea.Cmd, error) {
		why := strings.TrimSpace(model.CleanLine(values[0]))
		if why == "" {
			return nil, errors.New("say why: the reason is kept with the message")
		}
		return p.override(rules, why), nil
	})
	return pane.Request(pane.Show{Overlay: f.Intro("Passed over: " + strings.Join(rules, ", ") + ". The reason is kept with the touch.")})
}

func (p *Pane) override(rules []string, why string) tea.Cmd {
	st, user := p.deps.Store, p.Env.User
	return p.do("kept with the reason", true, func(d *model.Draft) (string, error) {
		d.Override = model.Override{Rules: strings.Join(rules, ", "), Why: why}
		_, err := st.SaveDraft(user, d)
		return "passed over " + strings.Join(rules, ", ") + ": " + why, err
	})
}

// tellsNotice reports whether the message tells her where her data came from: it links
// the notice, or the critique has looked for it and misses nothing.
func (r *reading) tellsNotice() bool {
	if r.sender.TellsNotice(r.draft().Body) {
		return true
	}
	const rule = "privacy-notice"
	_, due := model.NoticeDue(&r.profile.Person, r.profile.Touches, r.at)
	lacks := slices.ContainsFunc(r.report.Findings, func(f critique.Finding) bool { return f.Rule == rule })
	return due && r.report.Checked(rule) && !lacks
}
