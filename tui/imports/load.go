package imports

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/store"
	"talentmap/tui/pane"
)

type loaded = pane.Loaded[[]*intake.Past] // newest first

// Load reads the imports again.
func (p *Pane) Load() tea.Cmd {
	st := p.deps.Store
	return pane.Load(&p.Reading, func() (list []*intake.Past, err error) {
		err = st.View(func(tx *store.Tx) (err error) {
			list, err = intake.Imported(tx)
			return err
		})
		return list, err
	})
}
