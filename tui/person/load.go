package person

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the page.
var watched = store.KindsOf(store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts, store.PersonNews)

type loaded struct {
	pane.Owner
	profile *roster.Profile
	news    []model.News // newest first
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
			if out.profile, err = roster.ReadProfile(tx, deps.Weights, id, now); err != nil {
				return err
			}
			for n, err := range tx.NewsOf(id) {
				if err != nil {
					return err
				}
				out.news = append(out.news, n)
			}
			slices.Reverse(out.news)
			return nil
		})
		return out
	}
}

func (p *Pane) show(msg loaded) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	p.gone = errors.Is(msg.err, store.ErrNotFound)
	switch {
	case p.gone:
		p.profile = nil
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	default:
		p.profile, p.news = msg.profile, msg.news
	}
	p.draw()
	return nil
}

// dossierRead is everything held about the person, for an overlay.
type dossierRead struct {
	pane.Owner
	dossier store.Dossier
	show    func(*store.Dossier) pane.Overlay
	err     error
}

// readDossier reads all there is about the person, and shows it.
func (p *Pane) readDossier(show func(*store.Dossier) pane.Overlay) tea.Cmd {
	st, id, out := p.deps.Store, p.person, dossierRead{Owner: pane.Owner{ID: p.id}, show: show}
	return func() tea.Msg {
		out.err = st.View(func(tx *store.Tx) (err error) {
			out.dossier, err = tx.Dossier(id)
			return err
		})
		return out
	}
}

func (p *Pane) showDossier(msg dossierRead) tea.Cmd {
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	return pane.Request(pane.Show{Overlay: msg.show(&msg.dossier)})
}
