package composer

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"talentmap/model"
	"talentmap/store"
	"talentmap/store/roster"
	"talentmap/tui/pane"
)

// watched are the kinds of change that can alter the facts or the draft.
var watched = store.KindsOf(store.People, store.Companies, store.PersonSignals,
	store.CompanySignals, store.Touches, store.Drafts)

// opened is a person read in order to write to her.
type opened struct {
	pane.Owner
	profile *roster.Profile
	asked   pane.Write
	err     error
}

// refreshed is the person shown, read again.
type refreshed struct {
	pane.Owner
	profile *roster.Profile
	err     error
}

func (p *Pane) read(id model.PersonID) func() (*roster.Profile, error) {
	st, weights, now := p.deps.Store, p.deps.Weights, p.env.Now()
	return func() (prof *roster.Profile, err error) {
		err = st.View(func(tx *store.Tx) error {
			prof, err = roster.ReadProfile(tx, weights, id, now)
			return err
		})
		return prof, err
	}
}

// Write opens the message to a person. What was being typed to another is
// saved.
func (p *Pane) Write(to pane.Write) tea.Cmd {
	p.gen++
	p.opening = true
	owner, read, left, flush := pane.Owner{ID: p.id, Gen: p.gen}, p.read(to.ID), p.leave(), p.Flush()
	return tea.Batch(flush, left, func() tea.Msg {
		prof, err := read()
		return opened{Owner: owner, profile: prof, asked: to, err: err}
	})
}

// Opening is so from Write until the person has been read.
func (p *Pane) Opening() bool { return p.opening }

// GiveUp stays with whoever is shown.
func (p *Pane) GiveUp() {
	p.gen++
	p.opening = false
}

func (p *Pane) show(msg opened) tea.Cmd {
	if msg.Gen != p.gen {
		return nil
	}
	p.opening = false
	if msg.err != nil {
		return pane.Request(pane.Fail(msg.err))
	}
	p.typing = nowhere
	read := p.turnTo(msg.profile)
	begin := p.edit
	if msg.asked.Role == 0 { // which has a draft made for her
		begin = p.write
	}
	return tea.Batch(read, begin(), p.begin(msg.asked))
}

// reread brings the facts up to date after a change of the store.
func (p *Pane) reread() tea.Cmd {
	if p.person == nil || p.opening {
		return nil
	}
	p.gen++
	owner, read := pane.Owner{ID: p.id, Gen: p.gen}, p.read(p.person.Person.ID)
	return func() tea.Msg {
		prof, err := read()
		return refreshed{Owner: owner, profile: prof, err: err}
	}
}

// refresh shows new facts. The text is touched only where nobody is typing and
// nothing is unsaved.
func (p *Pane) refresh(msg refreshed) tea.Cmd {
	if msg.Gen != p.gen || p.person == nil {
		return nil
	}
	b := p.buffer()
	switch {
	case errors.Is(msg.err, store.ErrNotFound):
		if !p.Editing() && (b == nil || !b.busy()) {
			p.person = nil // taken back since: there is nobody to write to
		}
		return nil
	case msg.err != nil:
		return pane.Request(pane.Fail(msg.err))
	case msg.profile.Person.ID != p.person.Person.ID:
		return nil
	}
	p.look(msg.profile)
	if b != nil && (p.Editing() || b.busy() || b.draft.Rev == msg.profile.Draft.Rev) {
		p.listen() // the facts may be others
		return p.criticize()
	}
	return p.turnTo(msg.profile)
}
