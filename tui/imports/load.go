package imports

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
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

func (p *Pane) show(list []*intake.Past) {
	p.read, p.of = true, make(map[model.ImportID]*intake.Past, len(list))
	ids := make([]model.ImportID, len(list))
	for i, r := range list {
		ids[i] = r.ID
		p.of[r.ID] = r
	}
	p.list.SetIDs(ids)
	p.list.Redraw()
}
