package tui

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

// sequencesRead is the sequences into which people may be put.
type sequencesRead struct {
	sel pane.Selected
	all []model.Sequence
}

// askSequence reads the sequences, for whoever is selected by now.
func (r *Root) askSequence() tea.Cmd {
	st, sel, ship := r.cfg.Store, r.selected(), r.shipTemplates
	return func() tea.Msg {
		read := sequencesRead{sel: sel}
		err := ship()
		if err == nil {
			err = st.View(func(tx *store.Tx) (err error) {
				read.all, err = pane.Collect(tx.Sequences())
				return err
			})
		}
		if err != nil {
			return pane.Fail(err)
		}
		return read
	}
}

func (r *Root) showSequences(msg sequencesRead) tea.Cmd {
	return r.open(r.desk.Sequence(msg.sel, msg.all))
}
