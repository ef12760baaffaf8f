package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/tui/pane"
)

// toastFor is how long a message stays; an error stays until the next key.
const toastFor = 5 * time.Second

// toast is what the footer tells for a while.
type toast struct {
	pane.Toast
	gen int
}

func (t *toast) there() bool { return t.Text+t.Next != "" }

type toastDue struct{ gen int }

// tell shows a message in the footer.
func (r *Root) tell(t pane.Toast) tea.Cmd {
	t.Text, t.Next = model.CleanLine(t.Text), r.env.Say(t.Next)
	gen := r.toast.gen + 1
	r.toast = toast{Toast: t, gen: gen}
	if t.Bad {
		r.quitting = false // an error deserves to be read
		return r.env.After(4*toastFor, func(time.Time) tea.Msg { return toastDue{gen} })
	}
	return r.env.After(toastFor, func(time.Time) tea.Msg { return toastDue{gen} })
}

func (r *Root) endToast(msg toastDue) tea.Cmd {
	if msg.gen == r.toast.gen {
		r.toast.Toast = pane.Toast{}
	}
	return nil
}

// showKeys takes a message away that was there before the last key, unless it is
// an error, for the keys of a place that opens.
func (r *Root) showKeys() {
	if !r.toast.Bad && r.toast.gen == r.toldBefore {
		r.toast.Toast = pane.Toast{}
	}
}
