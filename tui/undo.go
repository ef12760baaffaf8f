package tui

import (
	"errors"

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
	return r.takeBack("taking it back", undone{did: "took back", next: pane.BringsBack}, r.cfg.Store.Undo)
}

func (r *Root) redo() tea.Cmd {
	return r.takeBack("bringing it back", undone{did: "again", next: pane.TakesBack}, r.cfg.Store.Redo)
}

// takeBack runs an undo, or a redo, one at a time: that of a large import takes
// seconds.
func (r *Root) takeBack(under string, out undone, do func(string) (store.Undone, error)) tea.Cmd {
	if r.undoing {
		return r.tell(pane.Toast{Next: "one is still under way"})
	}
	r.undoing = true
	user := r.cfg.User
	return r.begin(pane.Job{What: under, Run: func(func(pane.Done)) tea.Msg {
		out.what, out.err = do(user)
		return out
	}})
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
	return r.tell(pane.Toast{Text: msg.did + ": " + msg.what.String(), Next: msg.next})
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
