package history

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"talentmap/tui/action"
	"talentmap/tui/overlay"
	"talentmap/tui/pane"
)

func (p *Pane) actions() []action.Action {
	acts := []action.Action{
		{ID: "history.show", Group: "history", Short: "records", Long: "Show what the change touched.", Keys: []string{"enter", "l", "right"}, Footer: true, Why: p.nothing, Run: p.readTouched},
		{ID: "history.undo", Group: "history", Short: "take back", Long: "Take back the change under the cursor, an import as a whole; asks first.", Keys: []string{"u"}, Footer: true, Run: p.askUndo},
		pane.Back("history", "Close the page.", pane.ClosePage),
	}
	for _, a := range pane.Moves("history", p.list) {
		move := a.Run
		a.Run = func() tea.Cmd {
			return tea.Batch(move(), p.more())
		}
		acts = append(acts, a)
	}
	return acts
}

func (p *Pane) nothing() string {
	if !p.list.Read() {
		return "the history is being read"
	}
	if p.list.Current() == nil {
		return "nothing has been changed yet"
	}
	return ""
}

func (p *Pane) notUndoable() string {
	if why := p.nothing(); why != "" {
		return why
	}
	switch r := p.list.Current(); {
	case r.undo:
		return "this is an undo: {redo} brings back what you took back last"
	case r.erased:
		return "whom it was about has been erased: nothing of her comes back"
	case r.gone:
		return "it was taken back before"
	}
	return ""
}

// askUndo asks before the change goes. It is never off: its key would take back
// something else then, as it does everywhere.
func (p *Pane) askUndo() tea.Cmd {
	if why := p.notUndoable(); why != "" {
		return pane.Request(pane.Toast{Next: "take back: " + why})
	}
	r := p.list.Current()
	return pane.Request(pane.Show{Overlay: overlay.NewConfirm(p.Env, p.question(r), func() tea.Cmd { return p.undo(r) }).Next(pane.BringsBack)})
}

// question names the change, whose it is and how much goes.
func (p *Pane) question(r *row) string {
	whose := "your change"
	if r.who != p.Env.User {
		whose = "the change by " + r.who
	}
	much := count(r.records)
	if r.imported != 0 {
		much = "the whole import"
	}
	return fmt.Sprintf("Take back %s of %s, %q: %s?", whose, r.at.Format("2006-01-02 15:04"), r.what, much)
}

func (p *Pane) undo(r *row) tea.Cmd {
	st, user, rev, imported := p.deps.Store, p.Env.User, r.newest, r.imported
	return pane.Request(pane.Job{What: "taking it back", Run: func(func(pane.Done)) tea.Msg {
		if imported != 0 {
			return pane.TookBack(st.UndoImport(user, imported))
		}
		return pane.TookBack(st.UndoChange(user, rev))
	}})
}

func count(records int) string {
	if records == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", records)
}
