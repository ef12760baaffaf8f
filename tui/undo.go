package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/tui/history"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
	"talentmap/tui/theme"
	"talentmap/tui/widget"
)

// undone is the end of an undo or of a redo.
type undone struct {
	did  string // "took back"
	next string
	what store.Undone
	err  error
}

func (r *Root) undo() tea.Cmd {
	return r.takeBack("taking it back …", undone{did: "took back", next: pane.BringsBack}, r.cfg.Store.Undo)
}

func (r *Root) redo() tea.Cmd {
	return r.takeBack("bringing it back …", undone{did: "again", next: pane.TakesBack}, r.cfg.Store.Redo)
}

// slowAfter is how long an undo may take before the footer says that it is under
// way: that of a large import takes seconds.
const slowAfter = 150 * time.Millisecond

// slowUndo says that an undo takes longer.
type slowUndo struct {
	gen  int
	text string
}

// takeBack runs an undo, or a redo, one at a time.
func (r *Root) takeBack(under string, out undone, do func(string) (store.Undone, error)) tea.Cmd {
	if r.undoing {
		return r.tell(pane.Toast{Text: "one is still under way"})
	}
	r.undoing = true
	r.undos++
	user, slow := r.cfg.User, slowUndo{r.undos, under}
	return tea.Batch(
		func() tea.Msg {
			out.what, out.err = do(user)
			return out
		},
		r.env.After(slowAfter, func(time.Time) tea.Msg { return slow }))
}

// tellSlow keeps saying that an undo is under way until it has ended.
func (r *Root) tellSlow(msg slowUndo) tea.Cmd {
	if !r.undoing || msg.gen != r.undos {
		return nil
	}
	return tea.Batch(r.tell(pane.Toast{Text: msg.text}), r.env.After(toastFor-slowAfter, func(time.Time) tea.Msg { return msg }))
}

func (r *Root) tellUndone(msg undone) tea.Cmd {
	r.undoing = false
	switch {
	case errors.Is(msg.err, store.ErrNothingToUndo):
		return r.tell(pane.Toast{Text: "there is nothing of yours to take back"})
	case errors.Is(msg.err, store.ErrNothingToRedo):
		return r.tell(pane.Toast{Text: msg.err.Error()})
	case errors.Is(msg.err, store.ErrChangedSince):
		return r.refused(pane.Refused{Why: msg.err.Error()})
	case msg.err != nil:
		return r.tell(pane.Toast{Text: msg.err.Error(), Bad: true})
	}
	return r.tell(pane.Toast{Text: msg.did + ": " + msg.what.What, Next: msg.next})
}

// refused says why something was not done. What is too long for the footer
// line is read over the screen: who and when stand at its end.
func (r *Root) refused(msg pane.Refused) tea.Cmd {
	if widget.Width(msg.Why) < r.w-1 {
		return r.tell(pane.Toast{Text: msg.Why, Bad: true})
	}
	return r.open(overlay.NewReader(r.env, "Not done", func(w int) []string {
		s := &pane.Sheet{Env: r.env, W: w}
		s.Wrapped(theme.Text, 0, msg.Why)
		return s.Lines
	}))
}

func (r *Root) openHistory() tea.Cmd {
	return r.openPage(history.New(r.env, history.Deps{Store: r.cfg.Store}))
}

func (r *Root) inHistory() string {
	if _, ok := r.under().(*history.Pane); ok {
		return "this is the history"
	}
	return ""
}
