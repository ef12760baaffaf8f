package entry

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
)

// Reply takes in what somebody has answered. Where her reply waits to be looked at the
// choice is what that means; otherwise the text can be typed with it.
func (d *Desk) Reply(sel pane.Selected) pane.Overlay {
	title := "A reply from " + name(sel)
	if waits(sel) {
		title = "What does the reply from " + name(sel) + " mean?"
	}
	return overlay.NewMenu(d.env, title, d.replyChoices(sel)).About(func(s *pane.Sheet) {
		about(s, sel)
		last, ok := lastIn(sel)
		if !ok || !waits(sel) {
			return
		}
		s.Gap()
		s.Text(theme.Dim, "her "+string(last.Channel)+" of "+last.At.In(d.env.Now().Location()).Format("Monday, 2 January"))
		for _, line := range strings.Split(strings.TrimSpace(last.Subject+"\n"+last.Body), "\n") {
			s.Wrapped(theme.Text, 0, line)
		}
	})
}

// ReplyChoices are what a reply can mean, for the docs.
func ReplyChoices(env *pane.Env) []action.Action {
	return New(env, Deps{}).replyChoices(pane.Selected{})
}

func (d *Desk) replyChoices(sel pane.Selected) []action.Action {
	means := func(m model.EventKind) func() tea.Cmd {
		return func() tea.Cmd { return d.Answered(sel, m) }
	}
	noText := func() string {
		if waits(sel) {
			return "her reply waits already: say what it means"
		}
		return ""
	}
	return []action.Action{
		{ID: "reply.interested", Group: "means", Short: "interested", Long: "She is interested.", Keys: []string{"i"}, Run: means(model.SaysInterested)},
		{ID: "reply.later", Group: "means", Short: "later", Long: "Not now, but from a day on that you type.", Keys: []string{"t", "l"}, Run: means(model.SaysLater)},
		{ID: "reply.no", Group: "means", Short: "no", Long: "No: the whole team waits half a year.", Keys: []string{"-", "n"}, Run: means(model.SaysNo)},
		{ID: "reply.stop", Group: "means", Short: "stop", Long: "No more messages: nobody writes to her until she does.", Keys: []string{".", "s"}, Danger: true, Ask: func() string { return pane.AskStop(name(sel)) }, Run: means(model.SaysStop)},
		{ID: "reply.away", Group: "means", Short: "out of office", Long: "A machine says until when she is away: the sequence pauses.", Keys: []string{"o"}, Run: means(model.OutOfOffice)},
		{ID: "reply.bounce", Group: "means", Short: "bounced", Long: "The message came back: the address does not exist.", Keys: []string{"b"}, Run: means(model.HardBounce)},
		{ID: "reply.soft", Group: "means", Short: "bounced for now", Long: "It came back for now; the third time counts as for good.", Keys: []string{"f"}, Run: means(model.SoftBounce)},
		{ID: "reply.introduced", Group: "means", Short: "introduced", Long: "The introduction that was asked for has come about.", Keys: []string{"g"}, Why: noText, Run: func() tea.Cmd {
			return d.takeIn(sel, store.Answer{Meaning: model.HumanReply, Channel: model.Introduction})
		}},
		{ID: "reply.waits", Group: "means", Short: "look later", Long: "Take in what she wrote, and say later what it means.", Keys: []string{"w"}, Why: noText, Run: means(model.HumanReply)},
	}
}

// waits reports whether the reply of the one who is selected waits to be looked at.
func waits(sel pane.Selected) bool {
	return sel.Profile != nil && sel.Profile.Standing.Current() == model.Replied
}

// lastIn is her last message.
func lastIn(sel pane.Selected) (last model.Touch, ok bool) {
	if sel.Profile == nil {
		return last, false
	}
	return sel.Profile.LastIn()
}

// Answered takes in what a reply means: at once where there is nothing to be typed.
func (d *Desk) Answered(sel pane.Selected, meaning model.EventKind) tea.Cmd {
	return d.takeIn(sel, store.Answer{Meaning: meaning})
}

func (d *Desk) takeIn(sel pane.Selected, m store.Answer) tea.Cmd {
	dated := m.Meaning == model.SaysLater || m.Meaning == model.OutOfOffice
	text := sel.Profile != nil && (!waits(sel) || m.Meaning == model.OutOfOffice) && m.Meaning != model.HardBounce && m.Meaning != model.SoftBounce
	if !dated && !text {
		return d.now(d.answered(sel, m))
	}
	return pane.Request(pane.Show{Overlay: d.replyForm(sel, m, dated, text)})
}

// replyForm asks for the day and the text, as far as they are to be asked for.
func (d *Desk) replyForm(sel pane.Selected, m store.Answer, dated, text bool) *form {
	var fields []overlay.Field
	if dated {
		label := "From"
		if m.Meaning == model.OutOfOffice {
			label = "Back on"
		}
		fields = append(fields, overlay.Field{Label: label, Hint: "3m, monday, next quarter, 1 Sep, 2026-09-01"})
	}
	if text {
		fields = append(fields, overlay.Field{Label: "She wrote", Hint: "pasted or typed; may stay empty", Rows: noteRows})
	}
	f := d.form("A reply from "+name(sel)+": "+told(m), fields, func(v []string) (func() (pane.Acted, error), error) {
		m := m
		if dated {
			day, err := d.toCome(v[0])
			if err != nil {
				return nil, &overlay.FieldError{At: 0, Err: err}
			}
			m.Until, v = day, v[1:]
		}
		if text {
			m.Text = strings.TrimSpace(model.CleanText(v[0]))
		}
		if m.Meaning == model.HumanReply && m.Channel == "" && m.Text == "" {
			return nil, errors.New("there is no text yet: paste what she wrote")
		}
		return func() (pane.Acted, error) { return d.make(d.answered(sel, m)) }, nil
	})
	if dated {
		d.tellDay(f, 0)
	}
	return f
}

// told is what an answer is called.
func told(m store.Answer) string {
	switch {
	case m.Meaning == model.HumanReply && m.Channel == model.Introduction:
		return "introduced"
	case m.Meaning == model.HumanReply:
		return "to look at later"
	}
	return string(m.Meaning)
}

func (d *Desk) answered(sel pane.Selected, m store.Answer) pane.Change {
	return pane.Change{
		Settles: true,
		Stays:   m.Meaning == model.SaysStop,
		To:      sel.People,
		Do: func(who store.Act) (store.Acted, error) {
			if sel.Profile != nil {
				who.Rev = sel.Profile.Person.Rev // it is the message that was looked at
			}
			return d.deps.Store.Reply(who, m)
		},
		Told: func(whom string) string {
			text := whom + ": " + strings.ToLower(told(m))
			if m.Until.Known() {
				text += ", " + m.Until.String()
			}
			return text
		},
	}
}
