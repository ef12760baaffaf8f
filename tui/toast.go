package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

const (
	// toastFor is how long a message stays.
	toastFor = 5 * time.Second
	// readFor is how long an error stands at least: then any key lets it go.
	readFor = 1500 * time.Millisecond
	// mostTold is how many messages are kept.
	mostTold = 200
)

// toast is what the footer tells for a while.
type toast struct {
	pane.Toast
	gen int
	at  time.Time
}

func (t *toast) there() bool { return t.Text+t.Next != "" }

type toastDue struct{ gen int }

// tell shows a message in the footer: for a while, an error until somebody who has
// had the time to read it presses a key. What has happened is kept among the
// messages.
func (r *Root) tell(t pane.Toast) tea.Cmd {
	t.Text, t.Next = model.CleanLine(t.Text), r.env.Keys.SayWhileTyping(t.Next, typed(r.top()))
	gen := r.toast.gen + 1
	r.toast = toast{Toast: t, gen: gen, at: r.env.Now()}
	r.keep()
	if t.Bad {
		r.quitting = false // an error deserves to be read
		return nil
	}
	return r.env.After(toastFor, func(time.Time) tea.Msg { return toastDue{gen} })
}

// keep keeps the message, one that repeats the last with that.
func (r *Root) keep() {
	t := &r.toast
	if t.Text == "" {
		return
	}
	m := overlay.Message{ID: t.gen, At: t.at, Text: t.Text, Next: t.Next, Bad: t.Bad, Times: 1}
	if n := len(r.told); n > 0 && r.told[n-1].Text == m.Text && r.told[n-1].Bad == m.Bad {
		m.Times += r.told[n-1].Times
		r.told = r.told[:n-1]
	}
	r.told = append(r.told, m)
	r.told = r.told[max(len(r.told)-mostTold, 0):]
	if n := len(r.overlays); n > 0 {
		if l, ok := r.overlays[n-1].(*overlay.Messages); ok {
			l.Show(r.told)
		}
	}
}

func (r *Root) openMessages() tea.Cmd {
	l := overlay.NewMessages(r.env)
	l.Show(r.told)
	r.toast.Toast = pane.Toast{} // it is the first of them
	return r.open(l)
}

func (r *Root) endToast(msg toastDue) tea.Cmd {
	if msg.gen == r.toast.gen {
		r.toast.Toast = pane.Toast{}
	}
	return nil
}

// letGoOfError takes an error away that was there long enough to be read.
func (r *Root) letGoOfError() {
	if r.toast.Bad && r.env.Now().Sub(r.toast.at) >= readFor {
		r.toast.Toast = pane.Toast{}
	}
}

// showKeys takes a message away that was there before the last key, unless it is
// an error, for the keys of a place that opens.
func (r *Root) showKeys() {
	if !r.toast.Bad && r.toast.gen == r.toldBefore {
		r.toast.Toast = pane.Toast{}
	}
}
