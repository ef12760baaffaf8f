package person

import (
	tea "charm.land/bubbletea/v2"

	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts)

type loaded struct {
	pane.Owner
	profile *roster.Profile
	err     error
}

// Load reads the person again.
func (p *Pane) Load() tea.Cmd {
	p.gen++
	owner := pane.Owner{ID: p.id, Gen: p.gen}
	deps, id, now := p.deps, p.person, p.env.Now()
	return func() tea.Msg {
		out := loaded{Owner: owner}
		out.err = deps.Store.View(func(tx *store.Tx) (err error) {
			out.profile, err = roster.ReadProfile(tx, deps.Weights, id, now)
			return err
		})
		return out
	}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.profile = msg.profile
	p.draw()
	return nil
}
