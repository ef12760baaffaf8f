package imports

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/edge/intake"
	"talentmap/model"
	"talentmap/store"
	"talentmap/tui/pane"
)

type loaded struct {
	pane.Owner
	list []*intake.Past // newest first
	err  error
}

// Load reads the imports again. While one read is under way no other begins.
func (p *Pane) Load() tea.Cmd {
	gen, ok := p.Reading.Begin()
	if !ok {
		return nil
	}
	owner, st := p.Owner(gen), p.deps.Store
	return func() tea.Msg {
		msg := loaded{Owner: owner}
		msg.err = st.View(func(tx *store.Tx) (err error) {
			msg.list, err = intake.Imported(tx)
			return err
		})
		return msg
	}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if !p.Reading.End(msg.Gen) {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.read, p.of = true, make(map[model.ImportID]*intake.Past, len(msg.list))
	ids := make([]model.ImportID, len(msg.list))
	for i, r := range msg.list {
		ids[i] = r.ID
		p.of[r.ID] = r
	}
	p.list.SetIDs(ids)
	p.list.Redraw()
	if p.Reading.Wanted() {
		return p.Load()
	}
	return nil
}
